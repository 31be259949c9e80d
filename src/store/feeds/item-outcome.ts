/**
 * What became of an item: its whole text is `kept`; only the feed's `summary` is kept, because the page could not be
 * fetched or is not wanted; it `failed` and nothing is kept; it was not read yet (`waiting`).
 */
export const ITEM_OUTCOMES = ['kept', 'summary', 'failed', 'waiting'] as const;

/** See {@link ITEM_OUTCOMES}. */
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];
