import type { Generated } from 'kysely';
import type { ReviewVerdict } from './decision.ts';
import type { CopyLink, DocumentState, Received, VersionSignal } from './document.ts';

/** The tables of kept documents. */
export interface DocumentTables {
  document_text: DocumentTextTable;
  document: DocumentTable;
  document_step: DocumentStepTable;
  document_reading: DocumentReadingTable;
  document_item: DocumentItemTable;
  document_decision: DocumentDecisionTable;
  document_copy: DocumentCopyTable;
}

/** A text, once, however many documents have it. */
export interface DocumentTextTable {
  sha256: string;
  /** Gzipped UTF-8. */
  body: Uint8Array;
  /** What copies are found by; `null` until it was made. */
  sketch: Uint8Array | null;
}

export interface DocumentTable {
  seq: Generated<number>;
  id: string;
  sha256: string;
  file_sha256: string | null;
  format: string;
  extent: Received['extent'];
  url: string | null;
  /** The URL without what does not tell pages apart. */
  url_key: string | null;
  feed: string | null;
  guid: string | null;
  headline: string | null;
  publisher: string | null;
  agency: string | null;
  author: string | null;
  language: string | null;
  day: string;
  /** JSON. */
  dates: string;
  signal: VersionSignal;
  version: string | null;
  /** JSON. */
  notes: string;
  first_known: string;
  kept_at: string;
  kept_by: string;
  state: DocumentState;
  successor: string | null;
  copy_of: string;
}

/** What became of a document, a row a step. The newest stands in `document` too, to be asked by. */
export interface DocumentStepTable {
  id: Generated<number>;
  document_id: string;
  state: DocumentState;
  successor: string | null;
  at: string;
  by_whom: string;
  why: string;
}

export interface DocumentReadingTable {
  id: Generated<number>;
  document_id: string;
  rules: string;
  record: string;
  read_at: string;
  /** Gzipped JSON. */
  body: Uint8Array;
}

/** The items of the newest reading: made from it, and made again with the next. */
export interface DocumentItemTable {
  document_id: string;
  item: string;
  kind: string;
  span_start: number;
  span_end: number;
  type: string | null;
  day_from: string | null;
  day_to: string | null;
  country: string | null;
  /** JSON. */
  telling: string | null;
}

export interface DocumentDecisionTable {
  id: Generated<number>;
  document_id: string;
  item: string;
  kind: string;
  verdict: ReviewVerdict;
  /** JSON: the item as it was read. */
  as_read: string;
  /** JSON, or null. */
  correction: string | null;
  rules: string;
  by_whom: string;
  at: string;
  why: string;
  /** 0 or 1. */
  needs_second: number;
  approved_by: string | null;
  approved_at: string | null;
  approved_why: string | null;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

export interface DocumentCopyTable {
  document_id: string;
  of_id: string;
  kind: CopyLink['kind'];
  /** In thousandths. */
  share: number;
  share_of: number;
  rules: string;
  found_at: string;
}
