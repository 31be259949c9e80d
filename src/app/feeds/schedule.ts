import type { Feed } from '../../store/index.ts';

/** Unless told otherwise a feed is read every half hour. */
export const EVERY_SECONDS = 30 * 60;
/** A feed is read no more often than this, whatever is asked. */
export const LEAST_SECONDS = 5 * 60;
/** A publisher's own wish to wait is followed up to a day. */
const MOST_ASKED = 24 * 60 * 60;
/** After failures it is asked at least once a day. */
const LONGEST_BACK_OFF = 24 * 60 * 60;
/** An item is tried so often in all. */
export const MOST_TRIES = 6;
const FIRST_RETRY = 15 * 60;

/** When a feed is due after a reading that did not fail: by its own interval, and no sooner than its publisher asks. */
export function dueAfter(feed: Pick<Feed, 'everySeconds'>, askedSeconds: number | null, at: Date): string {
  return later(at, Math.max(feed.everySeconds, Math.min(askedSeconds ?? 0, MOST_ASKED)));
}

/** When a feed is due after it failed so many times in a row (this one included): twice as long each time, a day at most. */
export function dueAfterFailure(feed: Pick<Feed, 'everySeconds'>, failures: number, at: Date): string {
  const seconds = feed.everySeconds * 2 ** Math.min(failures, 20);
  return later(at, Math.max(feed.everySeconds, Math.min(seconds, LONGEST_BACK_OFF)));
}

/** When an item is tried again after so many failed tries; `null` when it is given up. */
export function retryAfterTries(tries: number, at: Date): string | null {
  return tries >= MOST_TRIES ? null : later(at, FIRST_RETRY * 4 ** Math.max(0, tries - 1));
}

function later(at: Date, seconds: number): string {
  return new Date(at.getTime() + seconds * 1000).toISOString();
}
