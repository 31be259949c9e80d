import type { TimePoint } from '../../kernel/index.ts';
import type { DocumentId } from './document-id.ts';

/** What somebody says of an item: it is so; it is so but otherwise in part; it is not so; here is one more. */
export const REVIEW_VERDICTS = ['accept', 'correct', 'reject', 'add'] as const;

/** See {@link REVIEW_VERDICTS}. */
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A decision to be recorded. */
export interface NewDecision {
  readonly document: DocumentId;
  /** The item's stable key. */
  readonly item: string;
  readonly kind: string;
  readonly verdict: ReviewVerdict;
  /** The item as it was read when it was decided on. */
  readonly as: Readonly<Record<string, unknown>>;
  /** For `correct`: the fields that are otherwise. */
  readonly correction: Readonly<Record<string, unknown>> | null;
  readonly rules: string;
  /** `model:NAME` for a model, which may only propose. */
  readonly by: string;
  readonly at: TimePoint;
  readonly why: string;
  /** It stands only when another person has approved it. */
  readonly needsSecond: boolean;
}

/** A decision on record. Nothing in it changes but that it is approved once, or withdrawn once. */
export interface ReviewDecision extends NewDecision {
  readonly id: number;
  readonly approved: { readonly by: string; readonly at: TimePoint; readonly why: string } | null;
  readonly withdrawn: { readonly by: string; readonly at: TimePoint; readonly why: string } | null;
}

/** Who does something about a decision, when and why. */
export interface ReviewAct {
  readonly by: string;
  readonly at: TimePoint;
  readonly why: string;
}

/** An item that waits for somebody. */
export interface WaitingItem {
  readonly document: DocumentId;
  readonly key: string;
  readonly kind: string;
  /** `open`: nobody decided. `proposed`: waits for a second person. `lost`: decided on, and no longer read so. */
  readonly waits: 'open' | 'proposed' | 'lost';
}
