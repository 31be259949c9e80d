import type { Fetcher } from '../../fetch/index.ts';
import { hostOf } from '../../intake/index.ts';
import { type Feed, feedError, type Store } from '../../store/index.ts';
import { readFeedAt } from './read-feed.ts';
import { EVERY_SECONDS, LEAST_SECONDS } from './schedule.ts';

/** How a feed is to be read. */
export interface AddOptions {
  /** Default: from its host. */
  readonly id?: string;
  /** Whether pages of items are fetched where the feed has no full text. Default: yes. */
  readonly pages?: boolean;
  readonly everySeconds?: number;
  readonly by: string;
  readonly now: () => Date;
}

/** A feed that was added, and what it has. */
export interface AddedFeed {
  readonly feed: Feed;
  readonly format: string;
  readonly items: number;
  /** Of those, how many come with their full text. */
  readonly whole: number;
  /** Other feeds that the page named. */
  readonly others: readonly string[];
}

/**
 * Adds a feed by its address, or by that of a page that names it (`link rel=alternate`): the first that it names.
 * It is fetched once, to see that it is one; its items are read by the first run. Throws `ENT_FETCH_…`,
 * `ENT_INTAKE_…`, `ENT_FEED_…`; then nothing was added.
 */
export async function addFeed(
  store: Store,
  fetcher: Fetcher,
  url: string,
  options: AddOptions,
): Promise<AddedFeed> {
  const known = await store.feeds.list({ removed: true });
  const standing = known.find((feed) => feed.url === url && feed.removed === null);
  if (standing !== undefined) throw feedError('ENT_FEED_KNOWN', { id: standing.id, url });
  let at = url;
  let answer = await readFeedAt(store, fetcher, { url, source: 'feed', pageToo: true }, options.now);
  const [first, ...others] = answer.delivery.feeds;
  if (answer.delivery.feed === null && answer.delivery.format === 'html') {
    if (first === undefined) throw feedError('ENT_FEED_NONE', { url, format: 'a page' });
    at = first.url;
    answer = await readFeedAt(store, fetcher, { url: at, source: 'feed' }, options.now);
  }
  const { delivery } = answer;
  const feed = await store.feeds.add(
    {
      id: options.id ?? freeId(at, new Set(known.map(({ id }) => id))),
      url: at,
      title: delivery.feed?.title ?? null,
      home: delivery.feed?.home ?? null,
      pages: options.pages ?? true,
      everySeconds: Math.max(LEAST_SECONDS, options.everySeconds ?? EVERY_SECONDS),
    },
    { by: options.by, at: options.now().toISOString() },
  );
  return {
    feed,
    format: delivery.format,
    items: delivery.items.length,
    whole: delivery.items.filter(({ extent }) => extent === 'whole').length,
    others: others.map((one) => one.url),
  };
}

/** `harbour.example`, and `harbour.example-2` when that is taken. */
function freeId(url: string, taken: ReadonlySet<string>): string {
  const host = (hostOf(url) ?? 'feed')
    .replace(/[^a-z0-9.-]+/gi, '-')
    .toLowerCase()
    .slice(0, 70);
  for (let number = 1; ; number++) {
    const id = number === 1 ? host : `${host}-${number}`;
    if (!taken.has(id)) return id;
  }
}
