import type { Fetcher } from '../../fetch/index.ts';
import { type Delivery, receiveAll } from '../../intake/index.ts';
import { EntError } from '../../kernel/index.ts';
import { feedError, type Store } from '../../store/index.ts';
import { fetchAndKeep } from '../fetch-and-keep.ts';
import { fromArchive } from '../fetch-document.ts';

/** Caps for a feed's own file. A feed is a page of headlines, and the next run comes soon. */
const FEED_CAPS = {
  bytes: 8 * 1024 * 1024,
  wholeMs: 60_000,
  firstByteMs: 30_000,
  idleMs: 20_000,
  attempts: 2,
  longestPauseMs: 10_000,
};

/** What the address of a feed has. */
export interface FeedAnswer {
  readonly changed: boolean;
  readonly sha256: string;
  readonly delivery: Delivery;
}

/**
 * Fetches what an address has, keeps it, and reads it as a feed or a message of items. `source` is whose fetch it is.
 * Throws `ENT_FETCH_…`; and `ENT_INTAKE_…`, `ENT_FEED_NONE` for what is no feed, which is then on record as refused.
 */
export async function readFeedAt(
  store: Store,
  fetcher: Fetcher,
  wanted: {
    readonly url: string;
    readonly source: string;
    readonly pageToo?: boolean;
    readonly signal?: AbortSignal;
    readonly timeoutMs?: number;
  },
  now: () => Date,
): Promise<FeedAnswer> {
  const { url, source, signal } = wanted;
  const http = url.startsWith('http:');
  const caps = { ...FEED_CAPS, wholeMs: wanted.timeoutMs ?? FEED_CAPS.wholeMs };
  const asked = { url, source, http, caps, ...(signal === undefined ? {} : { signal }) };
  const brought = await fetchAndKeep(store, fetcher, asked, now);
  const file = brought.file ?? (await fromArchive(store, brought.sha256));
  try {
    const delivery = await receiveAll(await file.bytes(), {
      mediaType: brought.mediaType,
      charset: brought.charset,
      url,
    });
    const several = delivery.format === 'newsml-g2' || delivery.format === 'ninjs';
    if (delivery.feed === null && !several && !(wanted.pageToo === true && delivery.format === 'html'))
      throw feedError('ENT_FEED_NONE', { url: brought.url, format: delivery.format });
    return { changed: brought.outcome === 'fetched', sha256: brought.sha256, delivery };
  } catch (error) {
    if (error instanceof EntError)
      await store.files.refuse(brought.fetch, { code: error.code, reason: error.message });
    throw error;
  } finally {
    await file.remove();
  }
}
