import { createHash } from 'node:crypto';
import type { Fetcher } from '../../fetch/index.ts';
import { type Received as Item, receive, siteOf, withoutLabel } from '../../intake/index.ts';
import { EntError } from '../../kernel/index.ts';
import type { Feed, FeedItem, Reason, Received, Store } from '../../store/index.ts';
import { keepDocument } from '../documents/keep-document.ts';
import { fetchDocument } from '../fetch-document.ts';
import { retryAfterTries } from './schedule.ts';

/** What reading an item came to. `skipped`: it was known, and the feed says of it what it said before. */
export interface ItemStep {
  readonly guid: string;
  readonly headline: string | null;
  readonly outcome: 'new' | 'known' | 'replaces' | 'withdraws' | 'failed' | 'skipped';
  readonly extent: Item['extent'];
  readonly document: string | null;
  /** What it replaced or withdrew. */
  readonly earlier: string | null;
  /** Why its page, or it itself, could not be read; with an outcome other than `failed` a summary was kept. */
  readonly error: Reason | null;
}

/** What is needed to read an item. */
export interface ItemSetting {
  readonly feed: Feed;
  readonly fetcher: Fetcher;
  readonly by: string;
  readonly now: () => Date;
  /** The feed's own bytes. */
  readonly file: string;
  readonly signal?: AbortSignal;
}

/** What the feed calls an item, whether it gives it an id or not. */
export function guidOf({ origin, text }: Item): string {
  return origin.guid ?? origin.url ?? `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** A digest of what the feed says of an item. */
export function digestOf(item: Item): string {
  const { text, headline, dates, signal, version, origin } = item;
  return createHash('sha256')
    .update(JSON.stringify([text, headline, dates, signal, version, origin.url]))
    .digest('hex');
}

/** Whether an item has to be read: it is new, the feed changed it, or its time to be tried again has come. */
export function isWanted(item: Item, known: FeedItem | undefined, now: Date): boolean {
  if (known === undefined || known.digest !== digestOf(item) || known.outcome === 'waiting') return true;
  return known.retryAt !== null && known.retryAt <= now.toISOString();
}

/** Whether reading an item whole takes its page. */
export function needsPage({ extent, origin, signal }: Item, feed: Feed): boolean {
  return feed.pages && extent !== 'whole' && origin.url !== null && signal !== 'kill';
}

/** Reads an item, keeps it as a document with its reading, and puts on record what became of it. */
export async function keepItem(
  store: Store,
  item: Item,
  known: FeedItem | undefined,
  setting: ItemSetting,
): Promise<ItemStep> {
  const { feed, now } = setting;
  const guid = guidOf(item);
  const paged = needsPage(item, feed)
    ? await pageOf(store, item, setting)
    : { page: null, file: null, error: null };
  const { received, file } = {
    received: together(item, paged.page, paged.error),
    file: paged.file ?? setting.file,
  };
  const fit = await own(store, { ...received, origin: { ...received.origin, feed: feed.id, guid } }, feed);
  const extent = fit.extent;
  const held =
    extent === 'whole' || fit.origin.url === null ? null : await store.feeds.wholeAt(fit.origin.url);
  let step: ItemStep;
  const about = { guid, headline: item.headline, extent };
  if (held !== null) {
    // The whole of that page is kept already; a summary must not take its place.
    step = { ...about, outcome: 'known', document: held, earlier: null, error: paged.error };
  } else {
    try {
      const kept = await keepDocument(store, fit, { by: setting.by, now, file });
      step = {
        ...about,
        outcome: kept.outcome,
        document: kept.id,
        earlier: kept.earlier,
        error: paged.error,
      };
    } catch (error) {
      if (!(error instanceof EntError) || error.status === 'store') throw error;
      step = {
        ...about,
        outcome: 'failed',
        document: known?.document ?? null,
        earlier: null,
        error: reasonOf(error),
      };
    }
  }
  const at = now();
  const tries = step.error === null ? 0 : (known?.tries ?? 0) + 1;
  await store.feeds.recordItem(feed.id, {
    guid,
    digest: digestOf(item),
    url: item.origin.url,
    headline: item.headline,
    firstSeen: known?.firstSeen ?? at.toISOString(),
    seenAt: at.toISOString(),
    outcome: step.outcome === 'failed' ? 'failed' : extent === 'whole' || held !== null ? 'kept' : 'summary',
    document: step.document,
    tries,
    retryAt: step.error === null ? null : retryAfterTries(tries, at),
    error: step.error,
  });
  return step;
}

interface Paged {
  readonly page: Item | null;
  readonly file: string | null;
  readonly error: Reason | null;
}

/** Documents are pages, texts or PDFs. */
const ACCEPT = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf'];

async function pageOf(store: Store, item: Item, setting: ItemSetting): Promise<Paged> {
  const { feed, fetcher, now, signal } = setting;
  const url = item.origin.url ?? '';
  try {
    const fetched = await fetchDocument(store, fetcher, url, {
      now,
      source: feed.id,
      accept: ACCEPT,
      http: feed.url.startsWith('http:'),
      ...(signal === undefined ? {} : { signal }),
    });
    const page = await receive(fetched.bytes, {
      mediaType: fetched.mediaType,
      charset: fetched.charset,
      url,
    });
    return { page, file: fetched.sha256, error: null };
  } catch (error) {
    if (!(error instanceof EntError) || error.status === 'store') throw error;
    return { page: null, file: null, error: reasonOf(error) };
  }
}

/** An item and its page as one document: the words of the page, what both say of it. */
function together(item: Item, page: Item | null, error: Reason | null): Item {
  if (page === null) {
    if (item.extent === 'whole') return item;
    const why = error === null ? 'its page was not asked for' : `its page could not be read: ${error.reason}`;
    return { ...item, notes: [...item.notes, `the feed's ${item.extent} alone; ${why}`] };
  }
  // A notice ("please sign in") has less than the summary.
  if (page.text.length < item.text.length)
    return { ...item, notes: [...item.notes, `the feed's ${item.extent} alone; its page has less`] };
  return {
    ...page,
    origin: { ...item.origin, url: page.origin.url ?? item.origin.url },
    headline: page.headline ?? item.headline,
    publisher: page.publisher ?? item.publisher,
    agency: page.agency ?? item.agency,
    author: page.author ?? item.author,
    dates: [...page.dates, ...item.dates.map((date) => ({ ...date, where: `feed ${date.where}` }))],
    signal: strongest(item, page),
    about: item.about ?? page.about,
    version: item.version ?? page.version,
    notes: [...page.notes, ...item.notes],
  };
}

const RANK = ['new', 'update', 'correction', 'kill'] as const;

function strongest(a: Item, b: Item): Item['signal'] {
  return RANK.indexOf(a.signal) >= RANK.indexOf(b.signal) ? a.signal : b.signal;
}

/**
 * An item held to what is its feed's own: a feed corrects and withdraws what it brought itself, or what stands on its
 * own site, and nothing of others. A notice that names no document is about the item whose headline it bears.
 */
async function own(store: Store, item: Item, feed: Feed): Promise<Received> {
  const { origin, signal, about } = item;
  const guid = origin.guid ?? '';
  const notes = [...item.notes];
  let meant: string | null = null;
  if (about !== null) {
    const named = await store.feeds.itemNamed(feed.id, { id: about }, guid);
    meant = named?.document ?? (/^https?:/i.test(about) && isOwn(about, feed) ? about : null);
    if (meant === null) notes.push(`it names ${about.slice(0, 200)}, which this feed did not bring`);
  } else if ((signal === 'kill' || signal === 'correction') && item.headline !== null) {
    const headline = withoutLabel(item.headline);
    const named =
      headline === item.headline ? null : await store.feeds.itemNamed(feed.id, { headline }, guid);
    meant = named?.document ?? null;
  }
  const foreign = origin.url !== null && signal !== 'new' && !isOwn(origin.url, feed);
  if (foreign) notes.push(`its address is of another site: ${origin.url}`);
  return { ...item, origin: foreign ? { ...origin, url: null } : origin, about: meant, notes };
}

function isOwn(url: string, feed: Feed): boolean {
  const site = siteOf(url);
  return [feed.url, feed.home].some((one) => {
    if (one === null) return false;
    const mine = siteOf(one);
    return site === mine || site.endsWith(`.${mine}`) || mine.endsWith(`.${site}`);
  });
}

/** Code and words of an error. */
export function reasonOf(error: EntError): Reason {
  return { code: error.code, reason: error.message };
}
