import type { Feed, ItemOutcome, Store } from '../../store/index.ts';

/** Whether what is held of a feed is what its host has. */
export type FeedState = 'never read' | 'up to date' | 'due' | 'failing';

/** A feed with how it stands. */
export interface FeedRow extends Feed {
  readonly state: FeedState;
  readonly items: Readonly<Record<ItemOutcome, number>>;
}

const NONE: Readonly<Record<ItemOutcome, number>> = { kept: 0, summary: 0, failed: 0, waiting: 0 };

/** The feeds that are read, each with its state. One whose last attempt failed is never up to date. */
export async function feedRows(store: Store, now: Date): Promise<readonly FeedRow[]> {
  const [feeds, counts] = await Promise.all([store.feeds.list(), store.feeds.counts()]);
  return feeds.map((feed) => ({ ...feed, state: stateOf(feed, now), items: counts.get(feed.id) ?? NONE }));
}

function stateOf(feed: Feed, now: Date): FeedState {
  if (feed.failures > 0) return 'failing';
  if (feed.answeredAt === null) return 'never read';
  return feed.dueAt <= now.toISOString() ? 'due' : 'up to date';
}
