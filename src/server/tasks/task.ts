import { readFile } from 'node:fs/promises';
import {
  type AskedBy,
  changesHeld,
  type FeedReport,
  feedsNamed,
  fetcherOf,
  joinSame,
  type ListUpdate,
  listRows,
  loadFiles,
  readAddresses,
  receiveFile,
  receivePage,
  runFeeds,
  screenBatchEntered,
  toUpdate,
  type UpdateStep,
  updateLists,
} from '../../app/index.ts';
import {
  type BatchColumns,
  type BatchInput,
  type BatchOutput,
  type BatchProgress,
  type BatchReport,
  runWatch,
  type ScreenOptions,
  type ScreenScope,
  type WatchReport,
} from '../../screening/index.ts';
import { type Decision, type Judgement, Store } from '../../store/index.ts';
import { VERSION } from '../version.ts';

/** Work that would hold up the thread that answers: it writes the store, or takes longer than a request may. */
export type Task =
  | {
      readonly kind: 'screen';
      /** Who asked, for the audit log. */
      readonly by: AskedBy;
      readonly input: string;
      readonly output: string;
      readonly inputFormat: BatchInput;
      readonly outputFormat: BatchOutput;
      readonly columns: Partial<BatchColumns>;
      readonly scope: ScreenScope;
      readonly options: ScreenOptions;
      readonly threads: number;
    }
  | {
      readonly kind: 'load';
      readonly list: string;
      readonly files: readonly string[];
      readonly observed: string;
      readonly force: { readonly by: string; readonly note: string } | null;
    }
  | {
      readonly kind: 'decide';
      readonly list: string;
      readonly observed: string;
      readonly verdict: 'accept' | 'reject';
      readonly decision: Decision;
    }
  | {
      readonly kind: 'update';
      /** `null`: every list. */
      readonly lists: readonly string[] | null;
      readonly due: boolean;
      readonly force: { readonly by: string; readonly note: string } | null;
      /** A file of addresses that go before the publishers' own. */
      readonly addresses: string | null;
    }
  | {
      readonly kind: 'feeds';
      /** `null`: every feed. */
      readonly feeds: readonly string[] | null;
      readonly due: boolean;
      readonly mostPages: number;
      readonly by: string;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'judge'; readonly judgement: Judgement }
  | { readonly kind: 'watch'; readonly watchList: string; readonly threshold: number }
  | { readonly kind: 'held'; readonly list: string; readonly observed: string }
  | { readonly kind: 'receive'; readonly path: string; readonly name: string }
  | { readonly kind: 'fetch'; readonly url: string }
  | { readonly kind: 'verify' };

/** What each kind of task gives. */
export interface Outcomes {
  readonly screen: Pick<BatchReport, 'kept' | 'rows' | 'counts' | 'seconds'>;
  readonly load: Awaited<ReturnType<typeof loadFiles>>;
  readonly update: readonly ListUpdate[];
  readonly feeds: readonly FeedReport[];
  readonly same: Awaited<ReturnType<typeof joinSame>>;
  readonly decide: null;
  readonly judge: Awaited<ReturnType<Store['judgeSame']>>;
  readonly watch: WatchReport;
  readonly held: Awaited<ReturnType<typeof changesHeld>>;
  readonly receive: Awaited<ReturnType<typeof receiveFile>>;
  readonly fetch: Awaited<ReturnType<typeof receivePage>>;
  readonly verify: Awaited<ReturnType<Store['verify']>>;
}

/** What an update of lists tells while it goes on. */
export type UpdateProgress =
  | { readonly said: 'lists'; readonly of: number }
  | { readonly said: 'step'; readonly list: string; readonly step: UpdateStep }
  | { readonly said: 'list'; readonly update: ListUpdate };

/** What a reading of feeds tells while it goes on. */
export type FeedsProgress =
  | { readonly said: 'feeds'; readonly of: number }
  | { readonly said: 'item' }
  | { readonly said: 'feed'; readonly report: FeedReport };

/** What each kind of task tells while it goes on. */
export type Progresses = { readonly [K in Exclude<Task['kind'], 'screen' | 'update' | 'feeds'>]: never } & {
  readonly screen: BatchProgress;
  readonly update: UpdateProgress;
  readonly feeds: FeedsProgress;
};

/** Does one task on the store at a path, with a connection of its own. */
export async function perform<K extends Task['kind']>(
  location: string,
  task: Task & { readonly kind: K },
  onProgress: (progress: Progresses[K]) => void,
  signal: AbortSignal,
): Promise<Outcomes[K]> {
  // What is entered in the audit log is signed by the key that the server signs with.
  const { ENTENTE_AUDIT_KEY: auditKey } = process.env;
  const store = await Store.open(location, {
    mustExist: true,
    ...(auditKey === undefined ? {} : { auditKey }),
  });
  try {
    const tell = onProgress as (progress: Progresses[Task['kind']]) => void;
    return (await on(store, task, tell, signal)) as Outcomes[K];
  } finally {
    await store.close();
  }
}

function on(
  store: Store,
  task: Task,
  onProgress: (progress: Progresses[Task['kind']]) => void,
  signal: AbortSignal,
): Promise<Outcomes[Task['kind']]> {
  const now = () => new Date();
  switch (task.kind) {
    case 'screen': {
      const { kind: _, threads, by, ...job } = task;
      return screenBatchEntered(store, { ...job, workers: threads, onProgress, signal }, by, now);
    }
    case 'load':
      return loadFiles(store, task.list, task.files, {
        observed: task.observed,
        now,
        ...(task.force === null ? {} : { force: task.force }),
      });
    case 'update':
      return update(store, task, onProgress, signal);
    case 'feeds':
      return readFeeds(store, task, onProgress, signal);
    case 'same':
      return joinSame(store, now);
    case 'decide':
      return store.decide(task.list, task.observed, task.verdict, task.decision).then(() => null);
    case 'judge':
      return store.judgeSame([task.judgement], now().toISOString());
    case 'watch':
      return runWatch(store, { list: task.watchList, threshold: task.threshold, now });
    case 'held':
      return changesHeld(store, task.list, task.observed, null);
    case 'receive':
      return receiveFile(task.path, task.name);
    case 'fetch':
      return fetchPage(store, task.url);
    case 'verify':
      return store.verify();
  }
}

async function fetchPage(store: Store, url: string): Promise<Outcomes['fetch']> {
  const fetcher = fetcherOf(process.env, VERSION);
  try {
    return await receivePage(store, fetcher, url, () => new Date());
  } finally {
    await fetcher.close();
  }
}

type TaskOf<K extends Task['kind']> = Extract<Task, { readonly kind: K }>;

/** Bytes and records come by the thousand; whoever watches is told so often of each list. */
const TELL_EVERY_MS = 250;

async function update(
  store: Store,
  { lists, due, force, addresses }: TaskOf<'update'>,
  onProgress: (progress: UpdateProgress) => void,
  signal: AbortSignal,
): Promise<readonly ListUpdate[]> {
  const now = () => new Date();
  const own = addresses === null ? new Map() : readAddresses(await readFile(addresses, 'utf8'));
  const rows = due ? listRows(await store.lists(), now(), await store.files.latest()) : [];
  const fresh = new Set(rows.filter((row) => !row.due).map(({ id }) => id));
  const wanted = toUpdate(lists ?? [], own).filter(({ list }) => !fresh.has(list));
  onProgress({ said: 'lists', of: wanted.length });
  const told = new Map<string, { readonly step: UpdateStep['step']; readonly at: number }>();
  const fetcher = fetcherOf(process.env, VERSION);
  try {
    return await updateLists(store, fetcher, wanted, {
      now,
      env: process.env,
      signal,
      onProgress: (list, step) => {
        const before = told.get(list);
        const at = performance.now();
        if (before !== undefined && before.step === step.step && at - before.at < TELL_EVERY_MS) return;
        told.set(list, { step: step.step, at });
        onProgress({ said: 'step', list, step });
      },
      onUpdate: (done) => onProgress({ said: 'list', update: done }),
      ...(force === null ? {} : { force }),
    });
  } finally {
    await fetcher.close();
  }
}

async function readFeeds(
  store: Store,
  { feeds, due, mostPages, by }: TaskOf<'feeds'>,
  onProgress: (progress: FeedsProgress) => void,
  signal: AbortSignal,
): Promise<readonly FeedReport[]> {
  const now = () => new Date();
  const named = await feedsNamed(store, feeds ?? []);
  const at = now().toISOString();
  const wanted = due ? named.filter(({ dueAt }) => dueAt <= at) : named;
  onProgress({ said: 'feeds', of: wanted.length });
  const fetcher = fetcherOf(process.env, VERSION);
  try {
    return await runFeeds(store, fetcher, wanted, {
      by,
      now,
      mostPages,
      signal,
      onStep: () => onProgress({ said: 'item' }),
      onReport: (report) => onProgress({ said: 'feed', report }),
    });
  } finally {
    await fetcher.close();
  }
}
