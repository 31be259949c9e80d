import { compareDates, groupBy, parseDate, type TimePoint } from '../kernel/index.ts';
import type {
  AssessmentEntry,
  CommitmentEntry,
  EvidenceCount,
  HappeningEntry,
  Recorded,
  ReplyEntry,
  SelfReportEntry,
  Stance,
} from '../store/index.ts';
import { daysOf } from './days-of.ts';
import { type DueState, dueState, dueWindow, reviewDay } from './due.ts';
import { isLate, isPromise } from './rules.ts';

/** An assessment where it stands: replaced or not, answered or not, and what it rests on that was taken back. */
export interface AssessmentView {
  readonly assessment: Recorded<AssessmentEntry>;
  /** Not replaced and not taken back. */
  readonly current: boolean;
  readonly supersededBy: string | null;
  readonly replies: readonly { readonly reply: Recorded<ReplyEntry>; readonly late: boolean }[];
  readonly replyWindow: 'none' | 'open' | 'closed';
  /** Cited evidence that was taken back since: the reader should know, the assessor should look again. */
  readonly restsOnWithdrawn: readonly string[];
}

/** How much evidence points each way, and from how many origins. */
export type EvidenceTally = Readonly<Record<Stance, { readonly pieces: number; readonly origins: number }>>;

/** Where the current assessments of one party's doing stand to each other. Never averaged. */
export interface Agreement {
  readonly party: string;
  readonly assessors: number;
  readonly state: 'not-assessed' | 'one-assessor' | 'agree' | 'disagree';
}

/** A promise and what became of it, as of and as known at a moment. */
export interface CommitmentView {
  readonly commitment: Recorded<CommitmentEntry>;
  /** The day of its meeting or document. */
  readonly made: string | null;
  readonly promise: boolean;
  /** Still to be kept: not rejected, taken back, replaced by a later promise, or complete in every assessor's eyes. */
  readonly open: boolean;
  readonly due: { readonly state: DueState; readonly from: string | null; readonly to: string | null };
  readonly evidence: EvidenceTally;
  readonly assessments: readonly AssessmentView[];
  readonly agreement: readonly Agreement[];
  readonly selfReports: readonly Recorded<SelfReportEntry>[];
  readonly happenings: readonly Recorded<HappeningEntry>[];
  /** Later promises that take this one's place. */
  readonly successors: readonly string[];
  /** The last day of which anything is known about it. */
  readonly lastKnown: string | null;
  readonly reviewBy: string | null;
  /** Open, and nothing known of it since longer than its review takes. */
  readonly stale: boolean;
}

/** All that bears on some promises, as known at the moment asked about. */
export interface ViewInput {
  readonly commitments: readonly Recorded<CommitmentEntry>[];
  readonly assessments: readonly Recorded<AssessmentEntry>[];
  readonly replies: readonly Recorded<ReplyEntry>[];
  readonly happenings: readonly Recorded<HappeningEntry>[];
  readonly selfReports: readonly Recorded<SelfReportEntry>[];
  readonly evidence: readonly EvidenceCount[];
  /** Ids that were taken back. */
  readonly withdrawn: ReadonlySet<string>;
  /** The day on which each meeting or document was, by its id. */
  readonly days: ReadonlyMap<string, string>;
  readonly reviewMonths: ReadonlyMap<string, number | null>;
}

/** Whether something dated had happened by a day: the first day that its date may mean counts. */
export function happenedBy(date: string, asOf: TimePoint): boolean {
  const { first } = daysOf(date);
  return first === null || first <= asOf.slice(0, 10);
}

/** The promises as they stand on a day. `asOf` is a day; what came later is left out. */
export function viewCommitments(input: ViewInput, asOf: TimePoint): readonly CommitmentView[] {
  const day = asOf.slice(0, 10);
  const by = <T extends { readonly date: string }>(list: readonly T[]) =>
    list.filter(({ date }) => happenedBy(date, day));
  const assessmentsOf = groupBy(by(input.assessments), ({ commitment }) => commitment);
  const repliesOf = groupBy(by(input.replies), ({ assessment }) => assessment);
  const happeningsOf = groupBy(by(input.happenings), ({ commitment }) => commitment ?? '');
  const evidenceOf = groupBy(input.evidence, ({ commitment }) => commitment);
  const reports = new Map<string, Recorded<SelfReportEntry>[]>();
  for (const report of by(input.selfReports))
    for (const id of report.commitments) reports.set(id, [...(reports.get(id) ?? []), report]);
  const madeOn = (commitment: CommitmentEntry) =>
    input.days.get(commitment.meeting ?? '') ?? input.days.get(commitment.document ?? '') ?? null;
  const standing = input.commitments.filter((commitment) => {
    const made = madeOn(commitment);
    return made === null || happenedBy(made, day);
  });
  const successors = groupBy(
    standing.filter(({ predecessor, withdrawn }) => predecessor !== null && withdrawn === null),
    ({ predecessor }) => predecessor?.id ?? '',
  );
  return standing.map((commitment): CommitmentView => {
    const made = madeOn(commitment);
    const assessments = assessmentViews(
      assessmentsOf.get(commitment.id) ?? [],
      repliesOf,
      input.withdrawn,
      day,
    );
    const tally = tallyOf(evidenceOf.get(commitment.id) ?? []);
    const happenings = happeningsOf.get(commitment.id) ?? [];
    const selfReports = reports.get(commitment.id) ?? [];
    const agreement = commitment.obligors.map((party) => agreementOn(party, assessments));
    const done =
      agreement.length > 0 && commitment.obligors.every((party) => completeFor(party, assessments));
    const later = (successors.get(commitment.id) ?? []).map(({ id }) => id);
    const promise = isPromise(commitment);
    const open =
      promise &&
      commitment.standing !== 'rejected' &&
      commitment.withdrawn === null &&
      later.length === 0 &&
      !done;
    const lastKnown = latest([
      made,
      ...(evidenceOf.get(commitment.id) ?? []).map(({ newest }) => newest),
      ...assessments.filter(({ current }) => current).map(({ assessment }) => assessment.date),
      ...happenings.map(({ date }) => date),
      ...selfReports.map(({ date }) => date),
    ]);
    const reviewBy =
      open && lastKnown !== null
        ? reviewDay(lastKnown, commitment, input.reviewMonths.get(commitment.series ?? '') ?? null)
        : null;
    const window = dueWindow(commitment.due, day);
    return {
      commitment,
      made,
      promise,
      open,
      due: {
        state: open ? dueState(commitment.due, day) : 'none',
        from: window?.from ?? null,
        to: window?.to ?? null,
      },
      evidence: tally,
      assessments,
      agreement,
      selfReports,
      happenings,
      successors: later,
      lastKnown,
      reviewBy,
      stale: reviewBy !== null && reviewBy < day,
    };
  });
}

function assessmentViews(
  assessments: readonly Recorded<AssessmentEntry>[],
  replies: ReadonlyMap<string, readonly Recorded<ReplyEntry>[]>,
  withdrawn: ReadonlySet<string>,
  day: string,
): readonly AssessmentView[] {
  const replacedBy = new Map(
    assessments.flatMap((later) =>
      later.supersedes === null ? [] : [[later.supersedes, later.id] as const],
    ),
  );
  return [...assessments]
    .sort((a, b) => compareDates(parseDate(a.date), parseDate(b.date)))
    .map((assessment) => {
      const supersededBy = replacedBy.get(assessment.id) ?? null;
      const cited = assessment.reasons.flatMap(({ evidence }) => evidence);
      return {
        assessment,
        current: supersededBy === null && assessment.withdrawn === null,
        supersededBy,
        replies: (replies.get(assessment.id) ?? []).map((reply) => ({
          reply,
          late: isLate(reply, assessment),
        })),
        replyWindow:
          assessment.replyUntil === null ? 'none' : assessment.replyUntil >= day ? 'open' : 'closed',
        restsOnWithdrawn: [...new Set(cited)].filter((id) => withdrawn.has(id)),
      };
    });
}

function agreementOn(party: string, views: readonly AssessmentView[]): Agreement {
  const newest = newestByAssessor(party, views);
  const results = new Set(newest.map(({ assessment }) => assessment.result));
  return {
    party,
    assessors: newest.length,
    state:
      newest.length === 0
        ? 'not-assessed'
        : newest.length === 1
          ? 'one-assessor'
          : results.size === 1
            ? 'agree'
            : 'disagree',
  };
}

/** Each assessor's newest current assessment of a party, in the order of their dates. */
export function newestByAssessor(party: string, views: readonly AssessmentView[]): readonly AssessmentView[] {
  const byAssessor = new Map<string, AssessmentView>();
  for (const view of views)
    if (view.current && view.assessment.of === party) byAssessor.set(view.assessment.assessor.name, view);
  return [...byAssessor.values()];
}

function completeFor(party: string, views: readonly AssessmentView[]): boolean {
  const newest = newestByAssessor(party, views);
  return newest.length > 0 && newest.every(({ assessment }) => assessment.result === 'complete');
}

function tallyOf(counts: readonly EvidenceCount[]): EvidenceTally {
  const of = (stance: Stance) => {
    const found = counts.find((count) => count.stance === stance);
    return { pieces: found?.pieces ?? 0, origins: found?.origins ?? 0 };
  };
  return { supports: of('supports'), contradicts: of('contradicts'), context: of('context') };
}

function latest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date): date is string => date !== null);
  return known.reduce<string | null>(
    (last, date) => (last === null || isBefore(last, date) ? date : last),
    null,
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether one date is before another; nearly all are days, which compare as they are written. */
function isBefore(one: string, other: string): boolean {
  if (one === other) return false;
  if (DAY.test(one) && DAY.test(other)) return one < other;
  return compareDates(parseDate(one), parseDate(other)) < 0;
}
