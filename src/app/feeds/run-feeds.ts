import type { Fetcher } from '../../fetch/index.ts';
import { type Feed, feedError, type Store } from '../../store/index.ts';
import { type FeedReport, type RunOptions, runFeed } from './run-feed.ts';

/** So many feeds are read side by side; the fetcher keeps the pace for each host. */
const SIDE_BY_SIDE = 3;
/** How often a watcher looks whether a feed was added or is due. */
const LOOK_SECONDS = 30;

/** How feeds are run, and who is told. */
export interface RunFeedsOptions extends RunOptions {
  readonly onReport?: (report: FeedReport) => void;
}

/** The feeds of these ids, or all that are read. Throws `ENT_FEED_UNKNOWN`. */
export async function feedsNamed(store: Store, ids: readonly string[]): Promise<readonly Feed[]> {
  const all = await store.feeds.list();
  return ids.length === 0
    ? all
    : ids.map((id) => {
        const found = all.find((feed) => feed.id === id);
        if (found === undefined)
          throw feedError('ENT_FEED_UNKNOWN', { id, known: all.map((feed) => feed.id) });
        return found;
      });
}

/** Runs feeds, each for itself: one that fails leaves the others alone. Reports come in the order of the feeds. */
export async function runFeeds(
  store: Store,
  fetcher: Fetcher,
  feeds: readonly Feed[],
  options: RunFeedsOptions,
): Promise<readonly FeedReport[]> {
  const reports = new Map<string, FeedReport>();
  const queue = [...feeds];
  const worker = async () => {
    for (let feed = queue.shift(); feed !== undefined; feed = queue.shift()) {
      const report = await runFeed(store, fetcher, feed, options);
      reports.set(feed.id, report);
      options.onReport?.(report);
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, feeds.length) }, worker));
  return feeds.flatMap(({ id }) => reports.get(id) ?? []);
}

/**
 * Keeps reading feeds as they become due, until the signal; feeds that are added or removed meanwhile count. Ends
 * quietly when the signal comes.
 */
export async function watchFeeds(
  store: Store,
  fetcher: Fetcher,
  options: RunFeedsOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const { signal, now } = options;
  try {
    while (!signal.aborted) {
      const at = now().toISOString();
      const due = (await store.feeds.list()).filter(({ dueAt }) => dueAt <= at);
      if (due.length > 0) await runFeeds(store, fetcher, due, options);
      else await pause(LOOK_SECONDS * 1000, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Waits, or until the signal comes. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
