import type { Generated } from 'kysely';

/** The tables of the archive of fetched files. */
export interface FileTables {
  file: FileTable;
  file_piece: FilePieceTable;
  fetch: FetchTable;
}

export interface FileTable {
  /** Of the content, inflated. */
  sha256: string;
  media_type: string | null;
  size: number;
  kept_at: string;
}

/** The content in pieces that fit in memory, each packed by itself in Brotli (RFC 7932). */
export interface FilePieceTable {
  sha256: string;
  /** From 0. */
  seq: number;
  body: Uint8Array;
}

export interface FetchTable {
  id: Generated<number>;
  /** Whom it was asked for: a list's id, a feed's id, `read`. */
  source: string;
  /** Without passwords and tokens. */
  url: string;
  fetched_at: string;
  /** HTTP status; null when there was no answer. */
  status: number | null;
  etag: string | null;
  last_modified: string | null;
  /** What the address had then: the file that was brought, or the one at hand that was unchanged. */
  sha256: string | null;
  /** Code and reason of the failure; null when it did not fail. */
  error_code: string | null;
  error: string | null;
  /** Code and reason why what was brought was not taken (a list's reader, the store); null when it was. */
  refused_code: string | null;
  refused: string | null;
}
