import { compareDates, PROMISING_ACTS, parseDate } from '../kernel/index.ts';
import type {
  AssessmentEntry,
  AssessmentResult,
  CommitmentEntry,
  EvidenceEntry,
  GuidelineEntry,
  Recorded,
  ReplyEntry,
} from '../store/index.ts';
import { engagementError } from './errors.ts';

/** Results of an assessment, from nothing to all, then those that are no step on that way. */
export const RESULTS: readonly AssessmentResult[] = [
  'no-evidence',
  'not-started',
  'limited',
  'substantial',
  'complete',
  'unverifiable',
  'not-yet-due',
];

/** What each result means, for a guideline and a screen. Source of the scale: the Open Government Partnership's
 * review of completion, where "no evidence" is not "not started", with two results for promises that cannot be scored. */
export const RESULT_WORDS: Readonly<Record<AssessmentResult, string>> = {
  'no-evidence': 'nothing is known either way',
  'not-started': 'known not to have begun',
  limited: 'begun, and most is still to do',
  substantial: 'most is done',
  complete: 'all is done',
  unverifiable: 'nobody could tell as it is worded',
  'not-yet-due': 'its day has not come',
};

/** Results that say what was seen, and so must cite it. */
const NEED_EVIDENCE: ReadonlySet<AssessmentResult> = new Set([
  'not-started',
  'limited',
  'substantial',
  'complete',
]);

/** Speech acts that promise. */
const PROMISING: ReadonlySet<string> = new Set(PROMISING_ACTS);

/** Whether what was said is a promise, and not praise, a call or a stance. */
export function isPromise({ act }: Pick<CommitmentEntry, 'act'>): boolean {
  return PROMISING.has(act);
}

/** What an assessment is checked against. */
export interface AssessmentContext {
  readonly commitment: Recorded<CommitmentEntry>;
  /** All versions of the guideline named, oldest first. */
  readonly guidelines: readonly Recorded<GuidelineEntry>[];
  readonly evidence: readonly Recorded<EvidenceEntry>[];
  /** The assessment that it replaces. */
  readonly superseded: Recorded<AssessmentEntry> | null;
}

/**
 * Refuses an assessment that breaks a rule (SPEC A1 to A6): by the party itself, by a guideline that was not written
 * before, on evidence that is not there, or in place of another assessor's.
 */
export function checkAssessment(assessment: AssessmentEntry, context: AssessmentContext): void {
  const { commitment } = context;
  if (assessment.assessor.party === assessment.of)
    throw engagementError('ENT_ENGAGEMENT_SELF', { party: assessment.of });
  if (!commitment.obligors.includes(assessment.of))
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${assessment.of} did not promise this; those who did: ${commitment.obligors.join(', ')}`,
    });
  checkGuideline(assessment, context.guidelines);
  checkEvidence(assessment, context.evidence);
  const { superseded } = context;
  if (assessment.supersedes === null) return;
  const same =
    superseded !== null &&
    superseded.assessor.name === assessment.assessor.name &&
    superseded.commitment === assessment.commitment &&
    superseded.of === assessment.of;
  if (!same)
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `an assessment replaces only one by the same assessor of the same promise; ${assessment.supersedes} is none`,
    });
}

function checkGuideline(
  { guideline, date }: AssessmentEntry,
  held: readonly Recorded<GuidelineEntry>[],
): void {
  const label = `${guideline.id} version ${guideline.version}`;
  const version = held.find((one) => one.version === guideline.version);
  if (version === undefined)
    throw engagementError('ENT_ENGAGEMENT_GUIDELINE', { guideline: label, why: 'is not held' });
  if (compareDates(parseDate(version.date), parseDate(date)) > 0)
    throw engagementError('ENT_ENGAGEMENT_GUIDELINE', {
      guideline: label,
      why: `was written on ${version.date}, after the assessment of ${date}; a guideline comes first`,
    });
}

function checkEvidence(assessment: AssessmentEntry, held: readonly Recorded<EvidenceEntry>[]): void {
  const byId = new Map(held.map((evidence) => [evidence.id, evidence]));
  const cited = [...new Set(assessment.reasons.flatMap(({ evidence }) => evidence))];
  for (const id of cited) {
    const evidence = byId.get(id);
    const why =
      evidence === undefined
        ? 'is not held'
        : evidence.commitment !== assessment.commitment
          ? 'is about another promise'
          : evidence.withdrawn !== null
            ? `was taken back (${evidence.withdrawn.why})`
            : evidence.standing !== 'confirmed'
              ? 'was not confirmed by a person'
              : null;
    if (why !== null) throw engagementError('ENT_ENGAGEMENT_EVIDENCE', { why: `evidence ${id} ${why}` });
  }
  if (assessment.reasons.length === 0)
    throw engagementError('ENT_ENGAGEMENT_EVIDENCE', { why: 'an assessment gives its reasons' });
  if (NEED_EVIDENCE.has(assessment.result) && cited.length === 0)
    throw engagementError('ENT_ENGAGEMENT_EVIDENCE', {
      why: `"${assessment.result}" says what was seen and must cite evidence; without any, the result is "no-evidence"`,
    });
}

/** Refuses a reply by anyone but the party that was assessed. */
export function checkReply(reply: ReplyEntry, assessment: Recorded<AssessmentEntry>): void {
  if (reply.by !== assessment.of)
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${assessment.id} assesses ${assessment.of}; ${reply.by} cannot reply to it`,
    });
}

/** Whether a reply came after its window. It is kept all the same. */
export function isLate(
  reply: Pick<ReplyEntry, 'date'>,
  assessment: Pick<AssessmentEntry, 'replyUntil'>,
): boolean {
  return (
    assessment.replyUntil !== null &&
    compareDates(parseDate(reply.date), parseDate(assessment.replyUntil)) > 0
  );
}
