import type { Generated } from 'kysely';

/** Markings, as kysely sees them. */
export interface MarkingTables {
  marking: MarkingTable;
  marking_proposal: MarkingProposalTable;
  marking_release: MarkingReleaseTable;
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

export interface MarkingProposalTable {
  id: string;
  act: string;
  kind: string;
  object: string;
  /** For `set`: the marking in writing. */
  marking: string | null;
  /** For `remove`: the marking that is to be taken off. */
  target: number | null;
  /** For `release`: the organisation. */
  given_to: string | null;
  by_id: string;
  by_name: string;
  at: string;
  why: string;
  verdict: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decided_why: string | null;
}

export interface MarkingReleaseTable {
  id: string;
  kind: string;
  object: string;
  given_to: string;
  /** JSON array: what bore on the object when it was released, in writing. */
  markings: string;
  by_name: string;
  at: string;
  why: string;
  /** Who else agreed. */
  word: string | null;
  recalled_by: string | null;
  recalled_at: string | null;
  recalled_why: string | null;
}
