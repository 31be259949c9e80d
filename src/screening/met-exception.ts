import type { ExceptionReason, ExceptionState } from '../kernel/index.ts';

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
