import type { Fetcher, Progress } from '../fetch/index.ts';
import { EntError } from '../kernel/index.ts';
import type { LoadOptions, LoadReport, Reason, SnapshotView, Store } from '../store/index.ts';
import { type Brought, fetchAndKeep } from './fetch-and-keep.ts';
import { fromArchive } from './fetch-document.ts';
import { joinSame } from './join-same.ts';
import { type ListAddress, mediaTypesOf } from './list-addresses.ts';
import { loadSources } from './load-files.ts';

/** How lists are updated. */
export interface UpdateOptions {
  readonly now: () => Date;
  /** Tokens of publishers, by the name of the setting. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Loads although a list shrank or would be held; who says so is recorded. */
  readonly force?: LoadOptions['force'];
  readonly onProgress?: (list: string, step: UpdateStep) => void;
  /** Told what came of each list, in turn. */
  readonly onUpdate?: (update: ListUpdate) => void;
  /** Stops before the next list; what is loaded stays. */
  readonly signal?: AbortSignal;
}

/** What is being done for a list. */
export type UpdateStep =
  | ({ readonly step: 'receiving' } & Progress)
  | { readonly step: 'waiting'; readonly reason: string; readonly seconds: number }
  | { readonly step: 'loading'; readonly records: number };

/**
 * What came of updating a list:
 *
 * - `loaded` a new snapshot is on the record
 * - `unchanged` the publisher has the files of the newest snapshot
 * - `held` the newest snapshot waits in quarantine; `rejected` a person refused it: neither shows in answers
 * - `failed` nothing was loaded, and the record is as it was
 * - `by-hand` a program cannot fetch it; `hint` says how a person does
 */
export interface ListUpdate {
  readonly list: string;
  readonly outcome: 'loaded' | 'unchanged' | 'held' | 'rejected' | 'failed' | 'by-hand';
  /** When the newest snapshot was observed: now, or when it was loaded; `null` when none was. */
  readonly observed: string | null;
  readonly published: string | null;
  /** Why it is held. */
  readonly reason: string | null;
  readonly parts: LoadReport['parts'];
  readonly notes: readonly string[];
  readonly files: readonly Pick<Brought, 'url' | 'at' | 'sha256' | 'outcome' | 'since'>[];
  readonly error: Reason | null;
  /** What the person can do about it. */
  readonly hint: string | null;
}

/** Lists that are downloaded at once; they are loaded one after the other, as the store has one writer. */
const AT_ONCE = 3;

/**
 * Brings lists up to date: fetches what changed, keeps the bytes, and loads it as observed at that moment. Each list
 * stands for itself: one that fails leaves its record as it was and the others go on. What was fetched before and is
 * not on the record, because it was refused then or the record is another, is loaded from the archive. Failures of
 * the store itself concern all lists and are thrown, as is the reason of the caller's signal. When a list was loaded,
 * the same-as rules judge afresh at the end.
 */
export async function updateLists(
  store: Store,
  fetcher: Fetcher,
  lists: readonly ListAddress[],
  options: UpdateOptions,
): Promise<readonly ListUpdate[]> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  const downloads = inTurns(lists, AT_ONCE, (list) => download(store, fetcher, list, options, signal));
  try {
    const updates: ListUpdate[] = [];
    for (const [index, list] of lists.entries()) {
      const got = await downloads[index];
      options.signal?.throwIfAborted();
      if (got === undefined) continue;
      const done =
        'error' in got ? failed(list, [], got.error) : await settle(store, list, got.files, options);
      updates.push(done);
      options.onUpdate?.(done);
    }
    if (updates.some(({ outcome }) => outcome === 'loaded')) await joinSame(store, options.now);
    return updates;
  } finally {
    stop.abort();
    for (const got of await Promise.allSettled(downloads))
      if (got.status === 'fulfilled' && 'files' in got.value)
        await Promise.all(got.value.files.map(({ file }) => file?.remove()));
  }
}

type Download = { readonly files: readonly Brought[] } | { readonly error: EntError };

async function download(
  store: Store,
  fetcher: Fetcher,
  address: ListAddress,
  { now, env, onProgress }: UpdateOptions,
  signal: AbortSignal,
): Promise<Download> {
  const { list, token } = address;
  const files: Brought[] = [];
  try {
    for (const { url, format } of address.files) {
      const filled = token === undefined ? url : url.replace('{token}', env[token.setting] || token.standard);
      const accept = mediaTypesOf(format);
      const wanted = {
        source: list,
        url: filled,
        ...(accept === null ? {} : { accept }),
        signal,
        onProgress: (progress: Progress) => onProgress?.(list, { step: 'receiving', ...progress }),
        onRetry: (retry: { reason: string; seconds: number }) =>
          onProgress?.(list, { step: 'waiting', ...retry }),
      };
      files.push(await fetchAndKeep(store, fetcher, wanted, now));
    }
    return { files };
  } catch (error) {
    await Promise.all(files.map(({ file }) => file?.remove()));
    if (error instanceof EntError && error.status !== 'store') return { error };
    throw error;
  }
}

/** Loads what a list's files hold, unless its newest snapshot is made of them. */
async function settle(
  store: Store,
  address: ListAddress,
  files: readonly Brought[],
  options: UpdateOptions,
): Promise<ListUpdate> {
  const { list } = address;
  if (files.length === 0) return { ...nothing(list), outcome: 'by-hand', hint: address.byHand ?? null };
  const newest = (await store.lists()).find((state) => state.id === list)?.snapshots.at(-1);
  if (
    newest !== undefined &&
    madeOf(newest, files) &&
    (options.force === undefined || newest.state === 'accepted')
  )
    return standing(list, newest, files);
  try {
    return await load(store, list, files, options);
  } catch (error) {
    if (!(error instanceof EntError) || error.status === 'store') throw error;
    for (const { fetch } of files) await store.files.refuse(fetch, reasonOf(error));
    return failed(address, files, error);
  }
}

async function load(
  store: Store,
  list: string,
  files: readonly Brought[],
  { now, force, onProgress }: UpdateOptions,
): Promise<ListUpdate> {
  const held = await Promise.all(
    files.map(async ({ url, file, sha256 }) => ({
      name: nameOf(url),
      file: file ?? (await fromArchive(store, sha256)),
    })),
  );
  try {
    const observed = files.reduce((latest, { at }) => (at > latest ? at : latest), '');
    const sources = held.map(({ name, file }) => ({ name, open: () => file.open() }));
    const report = await loadSources(store, list, sources, {
      observed,
      now,
      onProgress: (records) => onProgress?.(list, { step: 'loading', records }),
      ...(force === undefined ? {} : { force }),
    });
    const { outcome, published, reason, parts, notes } = report;
    return { ...nothing(list), outcome, observed, published, reason, parts, notes, files: files.map(shown) };
  } finally {
    await Promise.all(held.map(({ file }) => file.remove()));
  }
}

/** Whether a snapshot was made of these very files: `snapshot_part` has the digest of each. */
function madeOf(snapshot: SnapshotView, files: readonly Brought[]): boolean {
  return files.every(({ sha256 }) => snapshot.parts.some((part) => part.sha256 === sha256));
}

/** The newest snapshot as it stands already. */
function standing(list: string, snapshot: SnapshotView, files: readonly Brought[]): ListUpdate {
  const { observed, published, state, reason } = snapshot;
  const outcome = state === 'accepted' ? 'unchanged' : state;
  return { ...nothing(list), outcome, observed, published, reason, files: files.map(shown) };
}

function failed(address: ListAddress, files: readonly Brought[], error: EntError): ListUpdate {
  const { list, access = null } = address;
  return {
    ...nothing(list),
    outcome: 'failed',
    files: files.map(shown),
    error: reasonOf(error),
    hint: ANSWERED.has(error.code) ? access : null,
  };
}

/** Failures that are an answer of the publisher's, not of the way there. */
const ANSWERED: ReadonlySet<string> = new Set(['ENT_FETCH_STATUS', 'ENT_FETCH_LATER', 'ENT_FETCH_TYPE']);

function nothing(list: string): ListUpdate {
  return {
    list,
    outcome: 'failed',
    observed: null,
    published: null,
    reason: null,
    parts: [],
    notes: [],
    files: [],
    error: null,
    hint: null,
  };
}

function shown({ url, at, sha256, outcome, since }: Brought) {
  return { url, at, sha256, outcome, since };
}

function reasonOf({ code, message }: EntError): Reason {
  return { code, reason: message };
}

/** An address as the name of a file: host and path, whose last segment may tell a reader which part of a list it is. */
function nameOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}

/** Begins a work for each item in their order, each when the one `most` places before it has come to its end. */
function inTurns<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): readonly Promise<R>[] {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const go = () => work(item);
    const before = begun[begun.length - most];
    const promise = before === undefined ? go() : before.then(go, go);
    // Each is looked at in its turn, which may come long after it failed.
    promise.catch(() => undefined);
    begun.push(promise);
  }
  return begun;
}
