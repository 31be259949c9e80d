import type { ExceptionReason } from '../../kernel/index.ts';
import type { EntityContent } from './entity-content.ts';

/** What persons did about an exception, whatever has happened to the entity since. */
export const EXCEPTION_STAGES = ['proposed', 'approved', 'rejected', 'withdrawn', 'superseded'] as const;

/** One of {@link EXCEPTION_STAGES}; a later approved one about the same two has superseded an earlier one. */
export type ExceptionStage = (typeof EXCEPTION_STAGES)[number];

/** Whom an exception is about: a question, normalised, and the watched name that asks it where one does. */
export interface ExceptionSubject {
  /** Digest of the question: the same for the same question. */
  readonly key: string;
  /** The question; the store does not look into it. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly watch: number | null;
}

/** Who did something about an exception, when and why. */
export interface ExceptionAct {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly why: string;
}

/** An exception to be recorded. */
export interface NewException {
  readonly subject: ExceptionSubject;
  readonly entity: string;
  readonly caption: string;
  readonly reason: ExceptionReason;
  /** The day on which it ends, `YYYY-MM-DD`: it holds before that day. */
  readonly until: string;
  /** The entity as it stood. */
  readonly content: EntityContent;
  /** The match as it stood; the store does not look into it. */
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly proposed: ExceptionAct;
}

/** An exception: somebody decided that a question and a listed entity are not the same. */
export interface Exception extends NewException {
  readonly id: number;
  readonly stage: ExceptionStage;
  readonly approved: ExceptionAct | null;
  readonly rejected: ExceptionAct | null;
  readonly withdrawn: ExceptionAct | null;
}
