import { tryParseDate } from '../kernel/index.ts';
import type {
  AssessmentEntry,
  CommitmentEntry,
  DocumentEntry,
  Engagement,
  EngagementEntry,
  EvidenceEntry,
  GuidelineEntry,
  Recorded,
  Recording,
  ReplyEntry,
  WithdrawalEntry,
} from '../store/index.ts';
import { kindOfId, newId } from './draft-id.ts';
import { engagementError } from './errors.ts';
import { originOf } from './origin.ts';
import { checkAssessment, checkReply, RESULTS } from './rules.ts';

type Any = Recorded<EngagementEntry | EvidenceEntry>;

/** The entry of an id and of one kind, as known now. Throws `ENT_ENGAGEMENT_UNKNOWN`. */
export async function entryOfKind<K extends Any['kind']>(
  engagement: Engagement,
  kind: K,
  id: string,
): Promise<Extract<Any, { kind: K }>> {
  const entry = await engagement.entry(id, null);
  if (entry === null || entry.kind !== kind) throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind, id });
  return entry as Extract<Any, { kind: K }>;
}

/** What a person gives for a piece of evidence. */
export type EvidenceInput = Omit<
  EvidenceEntry,
  'kind' | 'id' | 'series' | 'known' | 'origin' | 'standing' | 'collector'
> & { readonly origin?: string; readonly agency?: string };

/** Whether an act counts only when another person has agreed. */
export interface Eyes {
  readonly fourEyes: boolean;
}

/**
 * Records a piece of evidence: confirmed by who records it, or under four eyes proposed, for another person to confirm.
 * Returns it.
 */
export async function addEvidence(
  engagement: Engagement,
  input: EvidenceInput,
  recording: Recording,
  { fourEyes }: Eyes = { fourEyes: false },
): Promise<EvidenceEntry> {
  const commitment = await entryOfKind(engagement, 'commitment', input.commitment);
  checkDate('date', input.date);
  oneOf('reliability', input.reliability, ['A', 'B', 'C', 'D', 'E', 'F']);
  oneOf('credibility', input.credibility, ['1', '2', '3', '4', '5', '6']);
  oneOf('stance', input.stance, ['supports', 'contradicts', 'context']);
  const { origin, agency, ...rest } = input;
  const entry: EvidenceEntry = {
    kind: 'evidence',
    id: newId('evidence'),
    series: commitment.series ?? '',
    ...rest,
    collector: recording.by,
    origin: origin ?? originOf(input.source, agency ?? null),
    standing: fourEyes ? 'proposed' : 'confirmed',
  };
  await engagement.record([entry], recording);
  return entry;
}

/** Confirms or rejects a piece of evidence that was proposed; under four eyes not by who proposed it. */
export async function decideEvidence(
  engagement: Engagement,
  id: string,
  verdict: 'confirmed' | 'rejected',
  recording: Recording,
  { fourEyes }: Eyes = { fourEyes: false },
): Promise<EvidenceEntry> {
  const entry = plain(await entryOfKind(engagement, 'evidence', id));
  if (entry.standing !== 'proposed')
    throw engagementError('ENT_ENGAGEMENT_STATE', { why: `${id} is ${entry.standing} already` });
  if (fourEyes && entry.collector === recording.by)
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${recording.by} proposed ${id}; another person decides on it`,
    });
  const decided = { ...entry, standing: verdict };
  await engagement.record([decided], recording);
  return decided;
}

/** Takes an entry back. It stays, with who took it back, when and why. */
export async function withdraw(
  engagement: Engagement,
  id: string,
  why: string,
  recording: Recording,
): Promise<WithdrawalEntry> {
  const entry = await engagement.entry(id, null);
  if (entry === null) throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind: kindOfId(id), id });
  if (entry.withdrawn !== null)
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${id} was taken back on ${entry.withdrawn.known.slice(0, 10)}`,
    });
  const withdrawal: WithdrawalEntry = {
    kind: 'withdrawal',
    id: newId('withdrawal'),
    series: entry.series,
    target: id,
    why,
  };
  await engagement.record([withdrawal], recording);
  return withdrawal;
}

/** What a person gives for a guideline; a new version keeps the id. */
export type GuidelineInput = Pick<
  GuidelineEntry,
  'series' | 'version' | 'title' | 'text' | 'date' | 'sources'
> & {
  readonly id?: string;
};

/** Writes a guideline, or a further version of one. A version that is held is never rewritten. */
export async function writeGuideline(
  engagement: Engagement,
  input: GuidelineInput,
  recording: Recording,
): Promise<GuidelineEntry> {
  checkDate('date', input.date);
  const entry: GuidelineEntry = { kind: 'guideline', ...input, id: input.id ?? newId('guideline') };
  const held = await engagement.revisions(entry.id, null);
  if (held.some((one) => one.kind !== 'guideline' || one.version === entry.version))
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${entry.id} version ${entry.version} is held; a change is a new version`,
    });
  await engagement.record([entry], recording);
  return entry;
}

/** What a person gives for an assessment. */
export type AssessmentInput = Omit<AssessmentEntry, 'kind' | 'id' | 'series' | 'known'>;

/**
 * Records an assessment after checking every rule for it (SPEC A1 to A6). Where the same assessor has a current one of
 * the same promise and party, the new one must say that it replaces it.
 */
export async function assess(
  engagement: Engagement,
  input: AssessmentInput,
  recording: Recording,
): Promise<AssessmentEntry> {
  const commitment = await entryOfKind(engagement, 'commitment', input.commitment);
  checkDate('date', input.date);
  if (input.replyUntil !== null) checkDate('reply window', input.replyUntil);
  oneOf('result', input.result, RESULTS);
  oneOf('confidence', input.confidence, ['low', 'moderate', 'high']);
  const guidelines = (await engagement.revisions(input.guideline.id, null)).filter(
    (one): one is Recorded<GuidelineEntry> => one.kind === 'guideline',
  );
  const superseded =
    input.supersedes === null ? null : await entryOfKind(engagement, 'assessment', input.supersedes);
  const entry: AssessmentEntry = {
    kind: 'assessment',
    id: newId('assessment'),
    series: commitment.series,
    ...input,
  };
  const evidence = await engagement.evidence([input.commitment], null);
  checkAssessment(entry, {
    commitment,
    guidelines,
    evidence: [...evidence, ...(await elsewhere(engagement, entry, evidence))],
    superseded,
  });
  await refuseSecond(engagement, entry);
  await engagement.record([entry], recording);
  return entry;
}

/** Cited evidence that is about another promise, so that the refusal can say so. */
async function elsewhere(
  engagement: Engagement,
  { reasons }: AssessmentEntry,
  held: readonly EvidenceEntry[],
): Promise<readonly Recorded<EvidenceEntry>[]> {
  const known = new Set(held.map(({ id }) => id));
  const missing = [...new Set(reasons.flatMap(({ evidence }) => evidence))].filter((id) => !known.has(id));
  const found = await Promise.all(missing.map((id) => engagement.entry(id, null)));
  return found.filter((one): one is Recorded<EvidenceEntry> => one?.kind === 'evidence');
}

async function refuseSecond(engagement: Engagement, entry: AssessmentEntry): Promise<void> {
  const all = await engagement.entries(['assessment'], entry.series === null ? null : [entry.series], null);
  const replaced = new Set(all.flatMap(({ supersedes }) => supersedes ?? []));
  const standing = all.find(
    (one) =>
      one.commitment === entry.commitment &&
      one.of === entry.of &&
      one.assessor.name === entry.assessor.name &&
      one.withdrawn === null &&
      !replaced.has(one.id),
  );
  if (standing !== undefined && entry.supersedes !== standing.id)
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${entry.assessor.name} has assessed this already (${standing.id}, ${standing.result}); say that the new one replaces it (--supersedes ${standing.id})`,
    });
}

/** Records the assessed party's reply, within its window or after it. */
export async function reply(
  engagement: Engagement,
  input: Pick<ReplyEntry, 'assessment' | 'by' | 'text' | 'date' | 'sources'>,
  recording: Recording,
): Promise<ReplyEntry> {
  const assessment = await entryOfKind(engagement, 'assessment', input.assessment);
  checkDate('date', input.date);
  const entry: ReplyEntry = { kind: 'reply', id: newId('reply'), series: assessment.series, ...input };
  checkReply(entry, assessment);
  await engagement.record([entry], recording);
  return entry;
}

/** Fields of a promise that a person may correct. Its words are corrected by giving other words of the document. */
export type Correction = Partial<
  Pick<
    CommitmentEntry,
    | 'text'
    | 'obligors'
    | 'beneficiaries'
    | 'act'
    | 'binding'
    | 'measurable'
    | 'why'
    | 'due'
    | 'topic'
    | 'predecessor'
    | 'reviewMonths'
    | 'note'
  >
>;

/** Confirms a proposed promise, corrected or not; a confirmed one is corrected by a further revision. */
export async function confirmCommitment(
  engagement: Engagement,
  id: string,
  correction: Correction,
  recording: Recording,
): Promise<CommitmentEntry> {
  const entry = plain(await entryOfKind(engagement, 'commitment', id));
  if (entry.standing === 'rejected')
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${id} was rejected (${entry.note ?? 'no reason given'})`,
    });
  if (correction.predecessor != null) await entryOfKind(engagement, 'commitment', correction.predecessor.id);
  const worded =
    correction.text === undefined || correction.text === entry.text
      ? {}
      : await wordsIn(engagement, entry, correction.text);
  const confirmed: CommitmentEntry = { ...entry, ...correction, ...worded, standing: 'confirmed' };
  await engagement.record([confirmed], recording);
  return confirmed;
}

/** Rejects a proposed promise: the machine misread. It stays, with the reason. */
export async function rejectCommitment(
  engagement: Engagement,
  id: string,
  why: string,
  recording: Recording,
): Promise<CommitmentEntry> {
  const entry = plain(await entryOfKind(engagement, 'commitment', id));
  const rejected: CommitmentEntry = { ...entry, standing: 'rejected', note: why };
  await engagement.record([rejected], recording);
  return rejected;
}

/** Splits a promise into several, each in words of the document. The one that was split stays, rejected. */
export async function splitCommitment(
  engagement: Engagement,
  id: string,
  texts: readonly string[],
  recording: Recording,
): Promise<readonly CommitmentEntry[]> {
  if (texts.length < 2)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'parts',
      value: String(texts.length),
      expected: 'two parts or more',
    });
  const entry = plain(await entryOfKind(engagement, 'commitment', id));
  if (entry.standing === 'rejected')
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: `${id} was rejected (${entry.note ?? 'no reason given'})`,
    });
  const parts: CommitmentEntry[] = [];
  for (const text of texts)
    parts.push({
      ...entry,
      ...(await wordsIn(engagement, entry, text)),
      id: newId('commitment'),
      standing: 'confirmed',
      note: `split from ${id}`,
    });
  const split: CommitmentEntry = {
    ...entry,
    standing: 'rejected',
    note: `split into ${parts.map((part) => part.id).join(', ')}`,
  };
  await engagement.record([split, ...parts], recording);
  return parts;
}

/** Merges promises of one document into one, in words of the document that hold them all. They stay, rejected. */
export async function mergeCommitments(
  engagement: Engagement,
  ids: readonly string[],
  recording: Recording,
): Promise<CommitmentEntry> {
  const entries: CommitmentEntry[] = [];
  for (const id of ids) entries.push(plain(await entryOfKind(engagement, 'commitment', id)));
  const [first, ...rest] = entries;
  if (first === undefined || rest.length === 0)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'promises',
      value: String(ids.length),
      expected: 'two or more',
    });
  if (rest.some(({ document }) => document !== first.document))
    throw engagementError('ENT_ENGAGEMENT_STATE', {
      why: 'promises of different documents are not one; say that the later renews the earlier (--renews)',
    });
  const text = await spanning(engagement, entries);
  const merged: CommitmentEntry = {
    ...first,
    ...text,
    id: newId('commitment'),
    obligors: [...new Set(entries.flatMap(({ obligors }) => obligors))],
    measurable: entries.some(({ measurable }) => measurable),
    due: entries.find(({ due }) => due !== null)?.due ?? null,
    groups: [
      ...new Map(entries.flatMap(({ groups }) => groups).map((group) => [group.entity, group])).values(),
    ],
    standing: 'confirmed',
    note: `merged from ${ids.join(', ')}`,
  };
  await engagement.record(
    [
      ...entries.map(
        (entry): CommitmentEntry => ({ ...entry, standing: 'rejected', note: `merged into ${merged.id}` }),
      ),
      merged,
    ],
    recording,
  );
  return merged;
}

/** Words of a promise's document, with their place; of a document whose text is not held, words of ours. */
async function wordsIn(
  engagement: Engagement,
  entry: CommitmentEntry,
  text: string,
): Promise<Pick<CommitmentEntry, 'text' | 'verbatim' | 'span'>> {
  const whole = await textOf(engagement, entry);
  if (whole === null) return { text, verbatim: false, span: null };
  const near = entry.span === null ? 0 : Math.max(0, entry.span.start - text.length);
  const at = whole.text.indexOf(text, near) >= 0 ? whole.text.indexOf(text, near) : whole.text.indexOf(text);
  if (at < 0)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'text',
      value: text.slice(0, 60),
      expected: 'in the document; a promise is given in its words',
    });
  return { text, verbatim: true, span: { start: at, end: at + text.length, sha256: whole.sha256 } };
}

async function spanning(engagement: Engagement, entries: readonly CommitmentEntry[]) {
  const [first] = entries;
  const whole = first === undefined ? null : await textOf(engagement, first);
  const spans = entries.map(({ span }) => span);
  if (whole === null || spans.some((span) => span === null))
    return { text: entries.map(({ text }) => text).join('; '), verbatim: false, span: null };
  const start = Math.min(...spans.map((span) => span?.start ?? 0));
  const end = Math.max(...spans.map((span) => span?.end ?? 0));
  return { text: whole.text.slice(start, end), verbatim: true, span: { start, end, sha256: whole.sha256 } };
}

async function textOf(engagement: Engagement, { document }: CommitmentEntry) {
  const held = document === null ? null : await engagement.entry(document, null);
  if (held?.kind !== 'document') return null;
  const { text, sha256 } = held as Recorded<DocumentEntry>;
  return text === null || sha256 === null ? null : { text, sha256 };
}

/** An entry without what the store adds, to be recorded again with a change. */
function plain<T extends object>(entry: T): Omit<T, 'stamp' | 'revision' | 'withdrawn' | 'known'> {
  const { stamp: _, revision: _r, withdrawn: _w, known: _k, ...rest } = entry as T & Record<string, unknown>;
  return rest as Omit<T, 'stamp' | 'revision' | 'withdrawn' | 'known'>;
}

/** Throws `ENT_ENGAGEMENT_VALUE` for what is not a date of the record. */
export function checkDate(field: string, value: string): void {
  if (tryParseDate(value) === null)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field,
      value,
      expected: 'a date: YYYY, YYYY-MM or YYYY-MM-DD',
    });
}

function oneOf(field: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw engagementError('ENT_ENGAGEMENT_VALUE', { field, value, expected: `one of ${allowed.join(', ')}` });
}
