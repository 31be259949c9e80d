import type { Generated } from 'kysely';

/** Exceptions, as kysely sees them. */
export interface ExceptionTables {
  exception: ExceptionTable;
  exception_act: ExceptionActTable;
}

export interface ExceptionTable {
  id: Generated<number>;
  /** Digest of the question, normalised: the same for the same question. */
  subject_key: string;
  /** JSON: the question, normalised. */
  subject: string;
  /** The watched name that it is about; `null` for a question by itself. */
  watch_id: number | null;
  entity_id: string;
  caption: string;
  reason: string;
  why: string;
  /** The day on which it ends: `YYYY-MM-DD`. */
  until_day: string;
  content_hash: string;
  /** JSON: the entity's facts at that moment. */
  content: string;
  /** JSON: the match at that moment. */
  evidence: string;
  proposed_by: string;
  proposed_at: string;
}

export interface ExceptionActTable {
  id: Generated<number>;
  exception_id: number;
  act: 'approve' | 'reject' | 'withdraw';
  by_whom: string;
  at: string;
  why: string;
}
