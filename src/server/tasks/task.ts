import { loadFiles } from '../../app/index.ts';
import {
  type BatchColumns,
  type BatchInput,
  type BatchOutput,
  type BatchProgress,
  type BatchReport,
  runWatch,
  type ScreenOptions,
  type ScreenScope,
  screenBatch,
  type WatchReport,
} from '../../screening/index.ts';
import { type Decision, type Judgement, Store } from '../../store/index.ts';

/** Work that would hold up the thread that answers: it writes the store, or takes longer than a request may. */
export type Task =
  | {
      readonly kind: 'screen';
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
  | { readonly kind: 'judge'; readonly judgement: Judgement }
  | { readonly kind: 'watch'; readonly watchList: string; readonly threshold: number }
  | { readonly kind: 'verify' };

/** What each kind of task gives. */
export interface Outcomes {
  readonly screen: Pick<BatchReport, 'kept' | 'rows' | 'counts' | 'seconds'>;
  readonly load: Awaited<ReturnType<typeof loadFiles>>;
  readonly decide: null;
  readonly judge: Awaited<ReturnType<Store['judgeSame']>>;
  readonly watch: WatchReport;
  readonly verify: Awaited<ReturnType<Store['verify']>>;
}

/** Does one task on the store at a path, with a connection of its own. */
export async function perform<T extends Task>(
  location: string,
  task: T,
  onProgress: (progress: BatchProgress) => void,
  signal: AbortSignal,
): Promise<Outcomes[T['kind']]> {
  const store = await Store.open(location, { mustExist: true });
  try {
    return (await on(store, task, onProgress, signal)) as Outcomes[T['kind']];
  } finally {
    await store.close();
  }
}

function on(
  store: Store,
  task: Task,
  onProgress: (progress: BatchProgress) => void,
  signal: AbortSignal,
): Promise<Outcomes[Task['kind']]> {
  const now = () => new Date();
  switch (task.kind) {
    case 'screen': {
      const { kind: _, threads, ...job } = task;
      return screenBatch(store, { ...job, workers: threads, onProgress, signal });
    }
    case 'load':
      return loadFiles(store, task.list, task.files, {
        observed: task.observed,
        now,
        ...(task.force === null ? {} : { force: task.force }),
      });
    case 'decide':
      return store.decide(task.list, task.observed, task.verdict, task.decision).then(() => null);
    case 'judge':
      return store.judgeSame([task.judgement], now().toISOString());
    case 'watch':
      return runWatch(store, { list: task.watchList, threshold: task.threshold, now });
    case 'verify':
      return store.verify();
  }
}
