import type { Fetcher } from '../../fetch/index.ts';
import type { Received as Item, Unread } from '../../intake/index.ts';
import { EntError } from '../../kernel/index.ts';
import type { Feed, Reason, Store } from '../../store/index.ts';
import { digestOf, guidOf, type ItemStep, isWanted, keepItem, needsPage, reasonOf } from './keep-item.ts';
import { type FeedAnswer, readFeedAt } from './read-feed.ts';
import { dueAfter, dueAfterFailure } from './schedule.ts';

/** What a run of a feed came to. */
export interface FeedReport {
  readonly feed: string;
  /** `failed`: the feed itself could not be read. */
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  readonly error: Reason | null;
  /** Items that the feed has, and what became of those that were read now. */
  readonly items: number;
  readonly steps: readonly ItemStep[];
  /** Items left for the next run, because so many pages were fetched in this one. */
  readonly waiting: number;
  /** Items that could not be told apart as items. */
  readonly unread: readonly Unread[];
  readonly dueAt: string;
}

/** How feeds are run. */
export interface RunOptions {
  readonly by: string;
  readonly now: () => Date;
  /** Pages that are fetched for one feed in one run. */
  readonly mostPages: number;
  /** The most time for a feed's own file. Default a minute. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (feed: string, step: ItemStep) => void;
}

/**
 * Reads a feed once: what is new in it, what it changed, and what failed before and is due again. Nothing that fails
 * hides: the report and the store say what could not be read, and why. Throws what the store throws, and the reason
 * of the caller's signal.
 */
export async function runFeed(
  store: Store,
  fetcher: Fetcher,
  feed: Feed,
  options: RunOptions,
): Promise<FeedReport> {
  const { now, signal } = options;
  let answer: FeedAnswer;
  try {
    const wanted = {
      url: feed.url,
      source: feed.id,
      ...(signal === undefined ? {} : { signal }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    };
    answer = await readFeedAt(store, fetcher, wanted, now);
  } catch (error) {
    if (!(error instanceof EntError) || error.status === 'store') throw error;
    const at = now();
    const dueAt = dueAfterFailure(feed, feed.failures + 1, at);
    await store.feeds.recordRun(feed.id, {
      at: at.toISOString(),
      outcome: 'failed',
      error: reasonOf(error),
      dueAt,
    });
    return {
      feed: feed.id,
      outcome: 'failed',
      error: reasonOf(error),
      items: 0,
      steps: [],
      waiting: 0,
      unread: [],
      dueAt,
    };
  }
  const { delivery, changed } = answer;
  const { steps, waiting } = await readItems(store, fetcher, feed, answer, options);
  const at = now();
  const asked = delivery.feed?.waitSeconds ?? null;
  const dueAt = waiting > 0 ? at.toISOString() : dueAfter(feed, asked, at);
  const outcome = changed || feed.changedAt === null ? 'changed' : 'unchanged';
  await store.feeds.recordRun(feed.id, {
    at: at.toISOString(),
    outcome,
    error: null,
    dueAt,
    title: delivery.feed?.title ?? null,
    home: delivery.feed?.home ?? null,
    askedSeconds: asked,
  });
  const { items, unread } = delivery;
  return { feed: feed.id, outcome, error: null, items: items.length, steps, waiting, unread, dueAt };
}

async function readItems(
  store: Store,
  fetcher: Fetcher,
  feed: Feed,
  { delivery, sha256 }: FeedAnswer,
  options: RunOptions,
): Promise<{ readonly steps: readonly ItemStep[]; readonly waiting: number }> {
  const items = inTime(delivery.items);
  const known = await store.feeds.items(feed.id, items.map(guidOf));
  const steps: ItemStep[] = [];
  let [pages, waiting] = [0, 0];
  for (const item of items) {
    options.signal?.throwIfAborted();
    const before = known.get(guidOf(item));
    if (!isWanted(item, before, options.now())) continue;
    if (needsPage(item, feed) && pages >= options.mostPages) {
      waiting++;
      await wait(store, feed, item, options.now());
      continue;
    }
    if (needsPage(item, feed)) pages++;
    const { by, now, signal } = options;
    const setting = {
      feed,
      fetcher,
      by,
      now,
      file: sha256,
      pages: true,
      ...(signal === undefined ? {} : { signal }),
    };
    const step = await keepItem(store, item, before, setting);
    steps.push(step);
    options.onStep?.(feed.id, step);
  }
  return { steps, waiting };
}

/** Puts on record that an item was seen and is left for the next run. */
async function wait(store: Store, feed: Feed, item: Item, at: Date): Promise<void> {
  await store.feeds.recordItem(feed.id, {
    guid: guidOf(item),
    digest: digestOf(item),
    url: item.origin.url,
    headline: item.headline,
    firstSeen: at.toISOString(),
    seenAt: at.toISOString(),
    outcome: 'waiting',
    document: null,
    tries: 0,
    retryAt: null,
    error: null,
  });
}

/** Items with the oldest first, so that a correction is read after what it corrects. Feeds have the newest first. */
function inTime(items: readonly Item[]): readonly Item[] {
  const moment = ({ dates }: Item) => Date.parse(dates.find(({ value }) => value.includes('T'))?.value ?? '');
  return items
    .map((item, index) => ({ item, at: moment(item), index }))
    .sort((a, b) =>
      a.at === b.at || Number.isNaN(a.at) || Number.isNaN(b.at) ? b.index - a.index : a.at - b.at,
    )
    .map(({ item }) => item);
}
