/** Why a hit is held not to be the one asked about. */
export const EXCEPTION_REASONS = ['identifier', 'birth', 'place', 'kind', 'names', 'other'] as const;

/** One of {@link EXCEPTION_REASONS}. */
export type ExceptionReason = (typeof EXCEPTION_REASONS)[number];

/**
 * How an approved exception stands: it holds; its day has come; the entity changed since; or the question says something
 * else than the one that it was decided for. Only an active one excepts.
 */
export const EXCEPTION_STATES = ['active', 'expired', 'entity-changed', 'question-changed'] as const;

/** One of {@link EXCEPTION_STATES}. */
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/** How any exception stands: what persons did about it, or its state; those that ask for a decision first. */
export const EXCEPTION_STANDINGS = [
  'proposed',
  'expired',
  'entity-changed',
  'question-changed',
  'active',
  'rejected',
  'withdrawn',
  'superseded',
] as const;

/** One of {@link EXCEPTION_STANDINGS}. */
export type ExceptionStanding = (typeof EXCEPTION_STANDINGS)[number];
