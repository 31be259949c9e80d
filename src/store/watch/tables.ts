import type { Generated } from 'kysely';

/** The tables of the watch lists. */
export interface WatchTables {
  watch_name: WatchNameTable;
  watch_run: WatchRunTable;
  watch_hit: WatchHitTable;
  watch_change: WatchChangeTable;
}

export interface WatchNameTable {
  id: Generated<number>;
  /** Which watch list it is on. */
  list: string;
  /** The user's own number of it. */
  reference: string | null;
  name: string;
  /** JSON: the whole question, as screening takes it. */
  query: string;
  added_at: string;
  added_by: string;
  removed_at: string | null;
  removed_by: string | null;
}

export interface WatchRunTable {
  id: Generated<number>;
  list: string;
  run_at: string;
  /** In thousandths. */
  threshold: number;
  rules: string;
  /** JSON: by list, the newest snapshot that was searched. */
  snapshots: string;
  names: number;
}

export interface WatchHitTable {
  watch_id: number;
  entity_id: string;
  caption: string;
  /** In thousandths. */
  score: number;
  matched: string;
  /** Source key of the entry that bears the matched name. */
  record: string;
  first_run: number;
}

export interface WatchChangeTable {
  id: Generated<number>;
  run_id: number;
  watch_id: number;
  kind: 'new' | 'gone' | 'score';
  entity_id: string;
  caption: string;
  before: number | null;
  after: number | null;
  matched: string;
  /** JSON. */
  reason: string;
}
