import type { ExceptionReason } from '../store/index.ts';

/**
 * How an exception stands: it holds; its day has come; the entity changed since; or the question says something else
 * than the one that it was decided for. Only an active one excepts.
 */
export type ExceptionState = 'active' | 'expired' | 'entity-changed' | 'question-changed';

/** An exception that bears on a hit. */
export interface MetException {
  readonly id: number;
  readonly state: ExceptionState;
  readonly reason: ExceptionReason;
  readonly why: string;
  /** The day on which it ends: it holds before that day. */
  readonly until: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
}
