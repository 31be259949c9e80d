import type { Generated } from 'kysely';

/** Decisions about many items at once, as kysely sees them. */
export interface BulkTables {
  bulk_decision: BulkDecisionTable;
  bulk_item: BulkItemTable;
  bulk_answer: BulkAnswerTable;
  bulk_end: BulkEndTable;
}

export interface BulkDecisionTable {
  id: Generated<number>;
  kind: string;
  verdict: string;
  why: string;
  /** From which the sample is drawn. */
  seed: string;
  proposed_by: string;
  proposed_at: string;
}

export interface BulkItemTable {
  bulk_id: number;
  place: number;
  item: string;
  /** 0 or 1. */
  sampled: number;
}

export interface BulkAnswerTable {
  bulk_id: number;
  item: string;
  verdict: string;
  by_whom: string;
  at: string;
  why: string;
}

export interface BulkEndTable {
  bulk_id: number;
  outcome: 'applied' | 'refused';
  by_whom: string;
  at: string;
  /** Items that took the verdict; others had been decided on meanwhile. */
  done: number;
}
