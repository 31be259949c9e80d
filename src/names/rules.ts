/**
 * The version of everything that decides a score: tables, costs, weights, formula. An answer names it, so that
 * the same question can be asked again years later and give the same bytes. It changes with every change that
 * changes a score.
 */
export const RULES_VERSION = '2026-11-24.5';

/** From this score on a name is held to be a hit, unless the caller sets another threshold. */
export const DEFAULT_THRESHOLD = 0.7;

/** A name is cut after so many UTF-16 units. Names come from outside, and a longer one is no name. */
export const MAX_NAME_LENGTH = 384;

/** A name is cut after so many words. */
export const MAX_NAME_WORDS = 64;

/** A word is cut after so many UTF-16 units. */
export const MAX_WORD_LENGTH = 40;
