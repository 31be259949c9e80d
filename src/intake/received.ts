/** What a publisher says that a version is to the one before it. */
export type VersionSignal = 'new' | 'update' | 'correction' | 'kill';

/** The formats that are read. */
export const FORMATS = [
  'text',
  'html',
  'pdf',
  'eml',
  'rss',
  'rdf',
  'atom',
  'json-feed',
  'newsml-g2',
  'ninjs',
  'nitf',
] as const;

/** See {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** A date that a document gives of itself, and where it stood: dates that disagree are all kept. */
export interface ReceivedDate {
  readonly kind: 'published' | 'updated' | 'created' | 'received';
  /** EDTF as far as it could be read, else the words as they stood (at most 80 characters). */
  readonly value: string;
  /** `pubDate`, `meta article:published_time`, `json-ld NewsArticle.datePublished`, `header Date`, `page text` … */
  readonly where: string;
}

/** Where a document came from, as it says itself. */
export interface ReceivedOrigin {
  /** Its canonical address where it names one, else the address that it was brought from. */
  readonly url: string | null;
  /** The feed's id here; a reader of bytes knows none. */
  readonly feed: string | null;
  /** The publisher's own id: RSS `guid`, Atom `id`, NewsML-G2 `guid`, ninjs `uri`, NITF `doc-id`, `Message-ID`. */
  readonly guid: string | null;
}

/**
 * How much of the story this is: all of it; a summary, as feeds give it beside an address; or a headline alone.
 */
export type Extent = 'whole' | 'summary' | 'headline';

/** One report as it was received, whatever it came as. Ready to be kept and read. */
export interface Received {
  /**
   * The words to read, line ends `\n`, paragraphs apart by a blank line, the headline first where the format has
   * one. Trailers ("auto-generated from a syndicated feed") are its last paragraphs: they are evidence of its origin.
   */
  readonly text: string;
  readonly format: Format;
  readonly extent: Extent;
  readonly origin: ReceivedOrigin;
  readonly headline: string | null;
  /** Who printed it. */
  readonly publisher: string | null;
  /** The news agency that wrote it, where the format's own fields name one. */
  readonly agency: string | null;
  /** Persons, or the desk, that a byline names; no agency, no publisher. */
  readonly author: string | null;
  /** The dateline, where the format has a field for it. */
  readonly dateline: string | null;
  /** BCP 47: as stated, else by the words. */
  readonly language: string | null;
  /** Every date found, the most trusted first: structured data, metadata, the visible stamp, the address. */
  readonly dates: readonly ReceivedDate[];
  readonly signal: VersionSignal;
  /** The publisher's own number of the version. */
  readonly version: string | null;
  /** The `guid` or URL of the document that it updates, corrects or kills, where it names another than its own. */
  readonly about: string | null;
  /** Sentences under the report that say where it came from; each stands in `text` too. */
  readonly trailers: readonly string[];
  /** What a reader should know of it, in words: what was taken out, cut off or not read, what disagreed. */
  readonly notes: readonly string[];
}

/** What is known of bytes before they are looked at. */
export interface ReceiveHints {
  /** As the host stated it, without parameters. */
  readonly mediaType?: string | null;
  /** As the host stated it. */
  readonly charset?: string | null;
  /** A file's name; refusals name it. */
  readonly name?: string | null;
  /** Where the bytes came from; relative addresses in them are resolved against it. */
  readonly url?: string | null;
}

/** A feed that a page points to. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
  readonly mediaType: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string | null;
  /** The page that it is the feed of. */
  readonly home: string | null;
  readonly language: string | null;
  readonly updated: ReceivedDate | null;
  /** How long the publisher asks to wait before the next reading, in seconds (`ttl`, `sy:updatePeriod`). */
  readonly waitSeconds: number | null;
}

/** An item that could not be read, beside others that could. */
export interface Unread {
  /** `item 3`, or a line. */
  readonly place: string;
  readonly why: string;
}

/** All that a file, page or feed held. */
export interface Delivery {
  readonly format: Format;
  /** In the order in which they stood. */
  readonly items: readonly Received[];
  readonly unread: readonly Unread[];
  /** Set when it is a feed. */
  readonly feed: FeedHead | null;
  /** Feeds that a page points to (`link rel=alternate`). */
  readonly feeds: readonly FoundFeed[];
}
