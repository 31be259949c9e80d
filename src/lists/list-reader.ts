import type { ListInfo, Place, RecordPart } from '../kernel/index.ts';
import type { Limits } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/** Reads one official list. */
export interface ListReader {
  readonly info: ListInfo;
  /**
   * Looks at the beginning of each file: which part it is, and what it says of itself. Throws `ENT_LIST_…`
   * when the files are not of this list or do not make one snapshot. Reads no records yet.
   */
  readonly open: (files: readonly SourceFile[], limits?: Partial<Limits>) => Promise<OpenSnapshot>;
}

/** One version of a list, recognised and ready to be read. */
export interface OpenSnapshot {
  /** The list's id. */
  readonly list: string;
  /** The parts that these files hold, in the list's order. The snapshot says nothing about the others. */
  readonly parts: readonly string[];
  /** The publisher's own date of this version as EDTF, where the files state one. */
  readonly published: string | null;
  /**
   * The records in batches of no fixed size, each (key, part) once, in file order. Reads the files anew at
   * each call, and memory does not grow with them beyond their keys, unless the list's form asks for it (README):
   * a page or a PDF is read once, by `open`, and held.
   * Throws `ENT_LIST_…` at the first fault:
   * what was yielded before it must then be thrown away.
   */
  readonly records: () => AsyncGenerator<readonly RecordPart[], void, undefined>;
  /**
   * The publisher's date, and for each part the file it came from with the SHA-256 of its inflated bytes, in
   * hex. Throws `ENT_LIST_UNREAD` before the records have been read to their end.
   */
  readonly trailer: () => SnapshotTrailer;
  /** What the last reading met that a person should know; complete when the records have all been read. */
  readonly notes: () => readonly Note[];
}

/** What is known of a snapshot when it has been read to its end. */
export interface SnapshotTrailer {
  readonly published: string | null;
  readonly files: ReadonlyMap<string, { readonly name: string; readonly sha256: string }>;
}

/**
 * What a reader may report without refusing a file:
 *
 * - `bidi-removed`, `control-removed` characters taken out of a value: bidirectional controls (UAX #9), or
 *   other control characters
 * - `encoding-mended` a C1 control character read as the Windows-1252 character that it stands for
 * - `date-unread` a date that no known shape fits; the text is kept as a note
 * - `no-end-mark` an OFAC file without its last byte 0x1A, or a list as plain text, so that nothing shows that it is
 *   whole
 * - `end-cut` an OFAC file that ends inside its last null mark
 * - `orphan-row` a row about an entry that the primary part does not have, files of two days mostly; in the
 *   advanced XML a party that no entry lists, and an entry of no party
 * - `remarks-cut` remarks cut at their 1,000th character whose rest is not there
 * - `row-skipped` a row that repeats the header, or an item that is no listing: a delisting without a day, a
 *   document about something else
 * - `rows-merged` two rows of the same entry, read as one
 * - `more` so many further notes are not kept
 */
export type NoteKind =
  | 'bidi-removed'
  | 'control-removed'
  | 'encoding-mended'
  | 'date-unread'
  | 'no-end-mark'
  | 'end-cut'
  | 'orphan-row'
  | 'remarks-cut'
  | 'row-skipped'
  | 'rows-merged'
  | 'more';

/** One thing that a reader met and a person should know. */
export interface Note {
  readonly kind: NoteKind;
  readonly place: Place;
  /** In words. */
  readonly text: string;
}
