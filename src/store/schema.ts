import type { Generated } from 'kysely';
import type { AccountTables } from './accounts/tables.ts';
import type { AuditTables } from './audit/tables.ts';
import type { BulkTables } from './bulk-decisions/tables.ts';
import type { DocumentTables } from './documents/tables.ts';
import type { EngagementEntryTable, EngagementEvidenceTable } from './engagement/tables.ts';
import type { ExceptionTables } from './exceptions/tables.ts';
import type { FeedTables } from './feeds/tables.ts';
import type { FileTables } from './files/tables.ts';
import type { MarkingTables } from './markings/tables.ts';
import type { WatchTables } from './watch/tables.ts';

/**
 * The tables, as kysely sees them. What each holds and the rules between them stand in `SPEC.md`; the
 * migrations make them. Times are time points as text, JSON is text, so that SQLite and PostgreSQL agree.
 */
export interface Tables
  extends AccountTables,
    AuditTables,
    BulkTables,
    DocumentTables,
    ExceptionTables,
    FeedTables,
    FileTables,
    MarkingTables,
    WatchTables {
  list: ListTable;
  snapshot: SnapshotTable;
  snapshot_part: SnapshotPartTable;
  held_part: HeldPartTable;
  entity: EntityTable;
  source_record: SourceRecordTable;
  record_run: RecordRunTable;
  statement: StatementTable;
  source: SourceTable;
  same_as: SameAsTable;
  engagement_entry: EngagementEntryTable;
  engagement_evidence: EngagementEvidenceTable;
}

export interface ListTable {
  id: string;
  title: string;
  authority_id: string;
  authority_name: string;
  authority_country: string;
  effect: string;
  url: string;
  licence: string;
  /** JSON array; the first is the part whose silence means absence. */
  parts: string;
  stale_after_days: number;
}

export type SnapshotState = 'accepted' | 'held' | 'rejected';

export interface SnapshotTable {
  id: Generated<number>;
  list_id: string;
  observed: string;
  published: string | null;
  state: SnapshotState;
  /** Why it is held, in words; null when it is not. */
  reason: string | null;
  loaded_at: string;
  /** Who decided against the rule (`--force`, accept, reject), when and why; null when the rule decided. */
  decided_by: string | null;
  decided_at: string | null;
  decision_note: string | null;
}

export interface SnapshotPartTable {
  snapshot_id: number;
  part: string;
  sha256: string;
  file: string;
  records: number;
}

export interface HeldPartTable {
  snapshot_id: number;
  part: string;
  /** Gzipped JSON lines, a RecordPart a line, in key order. */
  body: Uint8Array;
}

export interface EntityTable {
  id: string;
  /** 0 for an id pinned in a record file, 1 for one drawn here. The lowest (rank, seq) of a merged set leads. */
  rank: number;
  seq: number;
  /** The entity it resolves to; itself unless merged. */
  canonical: string;
}

export interface SourceRecordTable {
  id: number;
  list_id: string;
  reference: string;
  entity_id: string;
}

export interface RecordRunTable {
  record_id: number;
  part: string;
  schema: string | null;
  hash: string;
  seen_from: string;
  seen_to: string | null;
}

export interface StatementTable {
  id: Generated<number>;
  record_id: number;
  part: string;
  property: string;
  value: string;
  original: string | null;
  place: string;
  language: string | null;
  script: string | null;
  kind: string | null;
  strength: string | null;
  /** JSON object with sorted keys. */
  detail: string | null;
  valid_from: string | null;
  valid_to: string | null;
  source_id: string | null;
  seen_from: string;
  seen_to: string | null;
}

export interface SourceTable {
  list_id: string;
  id: string;
  publisher: string;
  title: string;
  date: string | null;
  url: string | null;
}

export interface SameAsTable {
  id: Generated<number>;
  left_record: number;
  right_record: number;
  verdict: 'same' | 'different' | 'unsure';
  /** Who or which rule judged: `rule:citation`, a person's name. */
  judged_by: string;
  judged_at: string;
  /** JSON: what it rests on. */
  evidence: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}
