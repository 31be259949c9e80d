import type { BindingForce, Source, SpeechAct } from '../../kernel/index.ts';

/** A document that a person can open, cited by an entry. `via` is the copy that was read. */
export type Cited = Omit<Source, 'id'> & { readonly via?: string };

/** An entity of the record by its id, with what it was called when the entry was made. */
export interface EntityRef {
  readonly entity: string;
  readonly caption: string;
}

/** What every entry has: its own id (kept through its revisions) and the series it belongs to. */
interface EntryBase {
  readonly id: string;
  /** The dialogue series; `null` for what stands above all of them (bodies). */
  readonly series: string | null;
  /** When the record could first know it: a time point. Left out, it is when it was recorded. */
  readonly known?: string;
}

/** A state, an organ or an office, with the names that it bore and when. */
export interface BodyEntry extends EntryBase {
  readonly kind: 'body';
  readonly form: 'state' | 'organ' | 'office';
  /** The body it belongs to: an office's organ, an organ's state. */
  readonly within: string | null;
  readonly country: string | null;
  readonly names: readonly { readonly text: string; readonly from?: string; readonly to?: string }[];
  readonly sources: readonly Cited[];
}

/** A run of meetings between the same parties. */
export interface SeriesEntry extends EntryBase {
  readonly kind: 'series';
  readonly title: string;
  /** Country codes, or the code of a body (`UN`, `FATF`). */
  readonly parties: readonly string[];
  /** How often an open promise should be looked at; `null` takes the rule's own. */
  readonly reviewMonths: number | null;
  readonly sources: readonly Cited[];
}

/** Somebody at a meeting, with the office that he held that day. */
export interface Delegate {
  readonly party: string;
  readonly role: 'head' | 'member';
  /** `null` where the source names the office only. */
  readonly name: string | null;
  readonly office: string;
  /** Id of the office, where the record has it as an entity. */
  readonly body: string | null;
  readonly acting: boolean;
}

/** One round. */
export interface MeetingEntry extends EntryBase {
  readonly kind: 'meeting';
  readonly title: string;
  /** EDTF. */
  readonly date: string;
  readonly place: { readonly text: string | null; readonly country: string | null } | null;
  readonly status: 'held' | 'planned';
  readonly delegates: readonly Delegate[];
  readonly sources: readonly Cited[];
}

/** What a document is. */
export type DocumentForm = 'joint-statement' | 'communique' | 'press-release' | 'public-statement' | 'report';

/** A text about a meeting. `text` is `null` where the record holds facts from it and not the words. */
export interface DocumentEntry extends EntryBase {
  readonly kind: 'document';
  readonly meeting: string | null;
  readonly form: DocumentForm;
  readonly title: string;
  readonly issuers: readonly string[];
  /** EDTF. */
  readonly date: string;
  readonly language: string;
  /** Whether it is the parties' own text, or another's about it. */
  readonly standing: 'primary' | 'secondary';
  readonly version: number;
  readonly translationOf: string | null;
  /** Of the text in UTF-8, hexadecimal. */
  readonly sha256: string | null;
  readonly text: string | null;
  /** What a reader should know of it: `cut-off`, `facts-only`, `selection`. */
  readonly warnings: readonly string[];
  /** What it names outside its promises and positions; of a document whose text is not held. */
  readonly names: {
    readonly groups: readonly EntityRef[];
    /** In the document's words or ours: read for fora, instruments, topics and figures as a text is. */
    readonly said: readonly string[];
  };
  readonly sources: readonly Cited[];
}

/** When a promise falls due. */
export type Due =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'window'; readonly from: string; readonly to: string }
  | { readonly kind: 'recurring'; readonly from: string; readonly everyMonths: number };

/** One thing promised or said, in a piece that can be followed up. */
export interface CommitmentEntry extends EntryBase {
  readonly kind: 'commitment';
  readonly meeting: string | null;
  readonly document: string | null;
  /** The words; the document's own when `verbatim`, else ours. */
  readonly text: string;
  readonly verbatim: boolean;
  /** Where the words stand in the text of that hash. */
  readonly span: { readonly start: number; readonly end: number; readonly sha256: string } | null;
  readonly obligors: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly act: SpeechAct;
  readonly binding: BindingForce;
  readonly measurable: boolean;
  readonly why: string;
  readonly due: Due | null;
  readonly topic: string;
  readonly groups: readonly EntityRef[];
  /** For a plan: how many items it has. */
  readonly items: number | null;
  readonly predecessor: {
    readonly id: string;
    readonly how: 'renews' | 'narrows' | 'widens' | 'splits' | 'merges';
  } | null;
  readonly reviewMonths: number | null;
  /** Machine-read is never shown as human-confirmed. */
  readonly standing: 'proposed' | 'confirmed' | 'rejected';
  readonly note: string | null;
  readonly sources: readonly Cited[];
}

/** Something done about a promise, or a change of where it stands. */
export interface HappeningEntry extends EntryBase {
  readonly kind: 'happening';
  readonly form: 'action' | 'status';
  /** `null`: about the series as a whole. */
  readonly commitment: string | null;
  readonly by: string | null;
  /** For a status: its word (`listed`, `deadline-extended`, `removed`). */
  readonly status: string | null;
  readonly text: string;
  /** EDTF. */
  readonly date: string;
  readonly sources: readonly Cited[];
}

/** What a party says of its own progress. It is no assessment and stands beside it. */
export interface SelfReportEntry extends EntryBase {
  readonly kind: 'self-report';
  readonly commitments: readonly string[];
  readonly party: string;
  readonly count: { readonly done: number; readonly of: number } | null;
  /** What it counts as done, in its words or ours. */
  readonly text: string;
  readonly date: string;
  readonly sources: readonly Cited[];
}

/** How an assessment will be made, written before it. A version is a revision of the entry. */
export interface GuidelineEntry extends EntryBase {
  readonly kind: 'guideline';
  readonly version: string;
  readonly title: string;
  readonly text: string;
  /** The day it was written. */
  readonly date: string;
  readonly sources: readonly Cited[];
}

/** The result of an assessment. `no-evidence` is not `not-started`. */
export type AssessmentResult =
  | 'no-evidence'
  | 'not-started'
  | 'limited'
  | 'substantial'
  | 'complete'
  | 'unverifiable'
  | 'not-yet-due';

/** What an assessor found of one party's promise. */
export interface AssessmentEntry extends EntryBase {
  readonly kind: 'assessment';
  readonly commitment: string;
  /** The party whose doing is assessed. */
  readonly of: string;
  readonly assessor: { readonly name: string; readonly party: string | null };
  readonly guideline: { readonly id: string; readonly version: string };
  readonly result: AssessmentResult;
  readonly score: -1 | 0 | 1 | null;
  /** Of a plan: how many of its items the assessor counts as done. */
  readonly count: { readonly done: number; readonly of: number } | null;
  readonly confidence: 'low' | 'moderate' | 'high';
  readonly reasons: readonly { readonly text: string; readonly evidence: readonly string[] }[];
  /** The day it speaks of and was given. */
  readonly date: string;
  readonly replyUntil: string | null;
  readonly supersedes: string | null;
  readonly sources: readonly Cited[];
}

/** The assessed party's answer. */
export interface ReplyEntry extends EntryBase {
  readonly kind: 'reply';
  readonly assessment: string;
  readonly by: string;
  readonly text: string;
  readonly date: string;
  readonly sources: readonly Cited[];
}

/** That an entry is taken back. The entry stays. */
export interface WithdrawalEntry extends EntryBase {
  readonly kind: 'withdrawal';
  readonly target: string;
  readonly why: string;
}

/** Reliability of the source and credibility of the information: the Admiralty grades, never one number. */
export interface Grades {
  /** A reliable … E unreliable, F cannot be judged. */
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /** 1 confirmed … 5 improbable, 6 cannot be judged. */
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6';
}

/** Which way evidence points. */
export type Stance = 'supports' | 'contradicts' | 'context';

/** Something that bears on a promise. */
export interface EvidenceEntry extends EntryBase, Grades {
  readonly kind: 'evidence';
  readonly series: string;
  readonly commitment: string;
  readonly stance: Stance;
  readonly text: string;
  /** When what it tells of was so, EDTF. */
  readonly date: string;
  readonly source: Cited;
  /** Of the archived copy, hexadecimal. */
  readonly archiveSha256: string | null;
  /** When the copy was taken. */
  readonly retrieved: string | null;
  readonly collector: string;
  /** Whose telling it is: copies of one agency story have one origin and count once. */
  readonly origin: string;
  readonly standing: 'proposed' | 'confirmed' | 'rejected';
}

/** Everything of an engagement but evidence, which there is much more of. */
export type EngagementEntry =
  | BodyEntry
  | SeriesEntry
  | MeetingEntry
  | DocumentEntry
  | CommitmentEntry
  | HappeningEntry
  | SelfReportEntry
  | GuidelineEntry
  | AssessmentEntry
  | ReplyEntry
  | WithdrawalEntry;

/** The kinds of {@link EngagementEntry}. */
export type EntryKind = EngagementEntry['kind'];

/** When an entry was known, and when and by whom it was recorded here. */
export interface Stamp {
  /** Known time: what `--known-at` asks by. */
  readonly known: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** An entry as the record holds it: its newest revision by the moment asked about. */
export type Recorded<T> = T & {
  readonly stamp: Stamp;
  /** How many revisions came before this one by then. */
  readonly revision: number;
  /** Where it was taken back by then. */
  readonly withdrawn: (Stamp & { readonly why: string }) | null;
};
