import type { TimePoint } from '../../kernel/index.ts';
import type { DocumentId } from './document-id.ts';

/** What a publisher says that a version is to the one before it. */
export const VERSION_SIGNALS = ['new', 'update', 'correction', 'kill'] as const;

/** See {@link VERSION_SIGNALS}. */
export type VersionSignal = (typeof VERSION_SIGNALS)[number];

/** What has become of a document. */
export const DOCUMENT_STATES = ['current', 'replaced', 'withdrawn'] as const;

/** See {@link DOCUMENT_STATES}. */
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** A date that a document gives of itself, and where it stood: dates that disagree are all kept. */
export interface DocumentDate {
  readonly kind: 'published' | 'updated' | 'created' | 'received';
  /** EDTF as far as it could be read, else the words as they stood. */
  readonly value: string;
  /** `pubDate`, `article:published_time`, `Date:` … */
  readonly where: string;
}

/** Where a document came from. */
export interface DocumentOrigin {
  readonly url: string | null;
  /** The feed's id here. */
  readonly feed: string | null;
  /** The publisher's own id of the item: RSS `guid`, Atom `id`, NewsML-G2 `guid`, ninjs `uri`, `Message-ID`. */
  readonly guid: string | null;
}

/** A report as it was received: what a reader of a format makes of one item. */
export interface Received {
  /** The words to read, line ends `\n`. Every span of its readings is a slice of it. */
  readonly text: string;
  /** `text`, `html`, `pdf`, `eml`, `rss`, `atom`, `json-feed`, `newsml-g2`, `ninjs`, `nitf` … */
  readonly format: string;
  /** How much of the story it is: all of it; a summary, as feeds give it beside an address; a headline alone. */
  readonly extent: 'whole' | 'summary' | 'headline';
  readonly origin: DocumentOrigin;
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly dates: readonly DocumentDate[];
  readonly signal: VersionSignal;
  /** The publisher's own number of the version. */
  readonly version: string | null;
  /** The `guid` or URL of the document that it updates, corrects or kills, where it names another than its own. */
  readonly about: string | null;
  /** What a reader should know of it: `auto-generated`, `cut-off`, what metadata disagreed … */
  readonly notes: readonly string[];
}

/** Who keeps a document, and when. */
export interface Keeping {
  readonly at: TimePoint;
  readonly by: string;
  /** When it was first seen, where that was earlier than it is kept. Default `at`. */
  readonly known?: TimePoint;
  /** SHA-256 of the bytes that it was read from; they must be in `store.files`. */
  readonly file?: string | null;
}

/**
 * What became of a document that was given to be kept: `new`; `known` already, word for word; it `replaces` an earlier
 * version; it `withdraws` one (a kill notice, which is kept itself).
 */
export interface Kept {
  readonly id: DocumentId;
  readonly outcome: 'new' | 'known' | 'replaces' | 'withdraws';
  /** The document that it replaces or withdraws. */
  readonly earlier: DocumentId | null;
}

/** A kept document, without its text. */
export interface KeptDocument extends Omit<Received, 'text' | 'about'> {
  readonly id: DocumentId;
  /** Of the text in UTF-8, hexadecimal. */
  readonly sha256: string;
  /** Of the bytes that it came as, in the archive of files. */
  readonly file: string | null;
  /** The day on which it says it was published; the day on which it was first seen, where it says nothing. */
  readonly day: string;
  readonly firstKnown: TimePoint;
  readonly keptAt: TimePoint;
  readonly keptBy: string;
  readonly state: DocumentState;
  /** What replaced or withdrew it. */
  readonly successor: DocumentId | null;
  /** Printings of one story have one origin: the id of the one that was known first. */
  readonly copyOf: DocumentId;
}

/** A step in a document's life. */
export interface DocumentStep {
  readonly state: DocumentState;
  readonly successor: DocumentId | null;
  readonly at: TimePoint;
  readonly by: string;
  readonly why: string;
}

/** A reading of a document by one version of the rules. */
export interface KeptReading {
  readonly id: number;
  readonly document: DocumentId;
  /** The version of the rules that read it. */
  readonly rules: string;
  /** The state of the record that it was read against. */
  readonly record: string;
  readonly at: TimePoint;
}

/** An item of the newest reading, as far as it is asked for. */
export interface ItemRow {
  /** Stable: the same words, read as the same thing, have the same key in every reading. */
  readonly key: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** What an event tells, to be compared with other documents' events; `null` for other items. */
  readonly telling: TellingRow | null;
}

/** What an event tells, with what it is found by. */
export interface TellingRow {
  readonly type: string;
  /** The first and last day that it may have been on, `YYYY-MM-DD`; `null` when nothing is known of it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly country: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A telling with the document that tells it. */
export interface KeptTelling extends TellingRow {
  readonly document: DocumentId;
  readonly key: string;
}

/** How one document is like an earlier one. */
export interface CopyLink {
  readonly document: DocumentId;
  readonly of: DocumentId;
  readonly kind: 'exact' | 'near' | 'shared-text';
  /** How much of the first is in the second, and of the second in the first: 0 to 1, to three digits. */
  readonly shares: readonly [number, number];
  readonly rules: string;
  readonly at: TimePoint;
}
