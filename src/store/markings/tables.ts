import type { Generated } from 'kysely';

/** Markings, as kysely sees them. */
export interface MarkingTables {
  marking: MarkingTable;
}

export interface MarkingTable {
  id: Generated<number>;
  kind: string;
  object: string;
  /** In writing, as the policy reads it. */
  marking: string;
  set_by: string;
  set_at: string;
  set_why: string;
  removed_by: string | null;
  removed_at: string | null;
  removed_why: string | null;
}
