import { z } from 'zod';
import { BINDING_FORCES, SPEECH_ACTS } from '../kernel/index.ts';
import { assessmentResult, planTotals, rollUp } from './roll-up.ts';
import { edtf, flag, moment } from './scalars.ts';

/** A document that a person can open, and the copy that was read. */
export const cited = z.object({
  publisher: z.string(),
  title: z.string(),
  date: edtf.optional(),
  url: z.string().optional(),
  via: z.string().optional(),
});

const texts = z.array(z.string()).readonly();
const sources = z.array(cited).readonly();
const entityRef = z.object({ entity: z.string(), caption: z.string() });

const stamp = z.object({ known: z.string(), recordedAt: z.string(), recordedBy: z.string() });

/** What every entry of a dialogue has: its id, when it was known, by whom recorded, and whether it was taken back. */
const recorded = {
  id: z.string(),
  series: z.string().nullable(),
  known: z.string().optional(),
  stamp,
  revision: z.number().int(),
  withdrawn: stamp.extend({ why: z.string() }).nullable(),
};

/** A run of meetings between the same parties. */
export const seriesEntry = z.object({
  ...recorded,
  kind: z.literal('series'),
  title: z.string(),
  parties: texts,
  reviewMonths: z.number().nullable(),
  sources,
});

const delegate = z.object({
  party: z.string(),
  role: z.enum(['head', 'member']),
  name: z.string().nullable(),
  office: z.string(),
  body: z.string().nullable(),
  acting: z.boolean(),
});
const place = z.object({ text: z.string().nullable(), country: z.string().nullable() }).nullable();

/** One round. */
export const meetingEntry = z.object({
  ...recorded,
  kind: z.literal('meeting'),
  title: z.string(),
  date: edtf,
  place,
  status: z.enum(['held', 'planned']),
  delegates: z.array(delegate).readonly(),
  sources,
});

/** A text about a meeting; `text` is `null` where only facts of it are held. */
export const documentEntry = z.object({
  ...recorded,
  kind: z.literal('document'),
  meeting: z.string().nullable(),
  form: z.enum(['joint-statement', 'communique', 'press-release', 'public-statement', 'report']),
  title: z.string(),
  issuers: texts,
  date: edtf,
  language: z.string(),
  standing: z.enum(['primary', 'secondary']),
  version: z.number(),
  translationOf: z.string().nullable(),
  sha256: z.string().nullable(),
  text: z.string().nullable(),
  warnings: texts,
  names: z.object({ groups: z.array(entityRef).readonly(), said: texts }),
  sources,
});

/** By when: a date, a window, or every so many months. */
export const due = z.union([
  z.object({ kind: z.literal('date'), date: edtf }),
  z.object({ kind: z.literal('window'), from: edtf, to: edtf }),
  z.object({ kind: z.literal('recurring'), from: edtf, everyMonths: z.number() }),
]);

/** What saying something does; the first four promise. */
export const speechAct = z.enum(SPEECH_ACTS);
/** How far a promise binds. */
export const binding = z.enum(BINDING_FORCES);
const standing = z.enum(['proposed', 'confirmed', 'rejected']);

/** One thing promised or said. `proposed` is read by a machine and confirmed by nobody. */
export const commitmentEntry = z.object({
  ...recorded,
  kind: z.literal('commitment'),
  meeting: z.string().nullable(),
  document: z.string().nullable(),
  text: z.string(),
  verbatim: z.boolean(),
  span: z.object({ start: z.number(), end: z.number(), sha256: z.string() }).nullable(),
  obligors: texts,
  beneficiaries: texts,
  act: speechAct,
  binding,
  measurable: z.boolean(),
  why: z.string(),
  due: due.nullable(),
  topic: z.string(),
  groups: z.array(entityRef).readonly(),
  items: z.number().nullable(),
  predecessor: z
    .object({ id: z.string(), how: z.enum(['renews', 'narrows', 'widens', 'splits', 'merges']) })
    .nullable(),
  reviewMonths: z.number().nullable(),
  standing,
  note: z.string().nullable(),
  sources,
});

/** Something done about a promise, or a change of where it stands. */
export const happeningEntry = z.object({
  ...recorded,
  kind: z.literal('happening'),
  form: z.enum(['action', 'status']),
  commitment: z.string().nullable(),
  by: z.string().nullable(),
  status: z.string().nullable(),
  text: z.string(),
  date: edtf,
  sources,
});
/** So many of so many. */
export const tally = z.object({ done: z.number(), of: z.number() }).nullable();
/** What a party says of its own progress; it stands beside the assessments and is none. */
export const selfReportEntry = z.object({
  ...recorded,
  kind: z.literal('self-report'),
  commitments: texts,
  party: z.string(),
  count: tally,
  text: z.string(),
  date: edtf,
  sources,
});

/** What an assessor found of one party's promise. */
export const assessmentEntry = z.object({
  ...recorded,
  kind: z.literal('assessment'),
  commitment: z.string(),
  of: z.string(),
  assessor: z.object({ name: z.string(), party: z.string().nullable() }),
  guideline: z.object({ id: z.string(), version: z.string() }),
  result: assessmentResult,
  score: z.union([z.literal(-1), z.literal(0), z.literal(1)]).nullable(),
  count: tally,
  confidence: z.enum(['low', 'moderate', 'high']),
  reasons: z.array(z.object({ text: z.string(), evidence: texts })).readonly(),
  date: edtf,
  replyUntil: z.string().nullable(),
  supersedes: z.string().nullable(),
  sources,
});
/** The assessed party's answer. */
export const replyEntry = z.object({
  ...recorded,
  kind: z.literal('reply'),
  assessment: z.string(),
  by: z.string(),
  text: z.string(),
  date: edtf,
  sources,
});

/** A piece of evidence: source and information are graded apart (Admiralty), and copies of one story have one origin. */
export const evidenceEntry = z.object({
  ...recorded,
  kind: z.literal('evidence'),
  series: z.string(),
  commitment: z.string(),
  stance: z.enum(['supports', 'contradicts', 'context']),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.enum(['1', '2', '3', '4', '5', '6']),
  text: z.string(),
  date: edtf,
  source: cited,
  archiveSha256: z.string().nullable(),
  retrieved: z.string().nullable(),
  collector: z.string(),
  origin: z.string(),
  standing,
});

const weight = z.object({ pieces: z.number(), origins: z.number() });

/** How much evidence points each way, and from how many origins. */
export const evidenceTally = z.object({ supports: weight, contradicts: weight, context: weight });

const agreement = z.object({
  party: z.string(),
  assessors: z.number(),
  state: z.enum(['not-assessed', 'one-assessor', 'agree', 'disagree']),
});

/** Where a promise stands to its due date. */
export const dueView = z.object({
  state: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** A promise and what became of it. */
export const commitmentView = z.object({
  commitment: commitmentEntry,
  made: z.string().nullable(),
  promise: z.boolean(),
  open: z.boolean(),
  due: dueView,
  evidence: evidenceTally,
  assessments: z
    .array(
      z.object({
        assessment: assessmentEntry,
        current: z.boolean(),
        supersededBy: z.string().nullable(),
        replies: z.array(z.object({ reply: replyEntry, late: z.boolean() })).readonly(),
        replyWindow: z.enum(['none', 'open', 'closed']),
        restsOnWithdrawn: texts,
      }),
    )
    .readonly(),
  agreement: z.array(agreement).readonly(),
  selfReports: z.array(selfReportEntry).readonly(),
  happenings: z.array(happeningEntry).readonly(),
  successors: texts,
  lastKnown: z.string().nullable(),
  reviewBy: z.string().nullable(),
  stale: z.boolean(),
});

/** How assessments of a series are made, written before them. */
export const guidelineEntry = z.object({
  ...recorded,
  kind: z.literal('guideline'),
  version: z.string(),
  title: z.string(),
  text: z.string(),
  date: edtf,
  sources,
});
/** A state, an organ or an office, with the names that it bore and when. */
export const bodyEntry = z.object({
  ...recorded,
  kind: z.literal('body'),
  form: z.enum(['state', 'organ', 'office']),
  within: z.string().nullable(),
  country: z.string().nullable(),
  names: z
    .array(z.object({ text: z.string(), from: z.string().optional(), to: z.string().optional() }))
    .readonly(),
  sources,
});

/** An office, with who sat at the table for it and when. */
const officeHistory = z.object({
  party: z.string(),
  body: z.string().nullable(),
  office: z.string(),
  holders: z
    .array(
      z.object({
        name: z.string().nullable(),
        office: z.string(),
        acting: z.boolean(),
        meeting: z.string(),
        date: edtf,
      }),
    )
    .readonly(),
});

/** Dialogue series with all that the record holds of them, as of and as known at a moment. */
export const dossierAnswer = z.object({
  asOf: z.string(),
  knownAt: z.string().nullable(),
  series: z.array(seriesEntry).readonly(),
  meetings: z.array(meetingEntry).readonly(),
  documents: z.array(documentEntry).readonly(),
  commitments: z.array(commitmentView).readonly(),
  happenings: z.array(happeningEntry).readonly(),
  selfReports: z.array(selfReportEntry).readonly(),
  guidelines: z.array(guidelineEntry).readonly(),
  bodies: z.array(bodyEntry).readonly(),
  rollUp: z.array(rollUp).readonly(),
  plans: z.array(planTotals).readonly(),
  offices: z.array(officeHistory).readonly(),
});

/** An entry as it was just recorded: the rest is the store's to add. */
export function asRecorded<S extends z.ZodRawShape>(entry: z.ZodObject<S>) {
  return entry.omit({ stamp: true, revision: true, withdrawn: true } as never) as unknown as z.ZodObject<
    Omit<S, 'stamp' | 'revision' | 'withdrawn'>
  >;
}

/** The dialogues, with how many rounds and open promises. */
export const dialoguesAnswer = z.object({
  dialogues: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        parties: texts,
        rounds: z.number().int(),
        lastRound: z.string().nullable(),
        promises: z.number().int(),
        open: z.number().int(),
        stale: z.number().int(),
      }),
    )
    .readonly(),
});

/** A statement or report from which a meeting and its promises are proposed. */
export const proposeRequest = z.strictObject({
  text: z.string().min(1).max(1_000_000),
  title: z.string().max(500).default('a pasted text'),
  publisher: z.string().max(300).optional(),
  url: z.string().max(2000).optional(),
  published: moment.optional(),
  series: z.string().max(100).optional(),
  parties: z.array(z.string().max(20)).max(20).optional(),
  standing: z.enum(['primary', 'secondary']).optional(),
  record: flag
    .default(false)
    .meta({ description: 'Whether to record what is proposed, or to show it only.' }),
});

/** What a text proposes; the shape of `entente dialogue add --json`. */
export const proposalAnswer = z.looseObject({ recorded: z.boolean() });
