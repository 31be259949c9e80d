import { parentPort, workerData } from 'node:worker_threads';
import { Store } from '../store/index.ts';
import type { RawRow } from './batch-input.ts';
import { type OutputRow, screenRow } from './batch-row.ts';
import type { BatchOutput, BatchSettings } from './batch-settings.ts';
import { type ExceptionMoment, exceptingBy } from './excepted.ts';
import type { ScreenScope } from './query.ts';
import { Screener, type SharedNames } from './screener.ts';

/** What a worker thread is started with. The names are shared; the store is opened by each. */
export interface WorkerStart {
  readonly location: string;
  readonly scope: ScreenScope;
  readonly names: SharedNames;
  readonly settings: BatchSettings;
  readonly output: BatchOutput;
  readonly excepted: ExceptionMoment | null;
}

/** Rows to screen, and the order in which they were given out. */
export interface WorkerTask {
  readonly order: number;
  readonly rows: readonly RawRow[];
}

/** What a worker answers. */
export interface WorkerAnswer {
  readonly order: number;
  readonly rows: readonly OutputRow[];
}

if (parentPort !== null) {
  const port = parentPort;
  const { location, scope, names, settings, output, excepted } = workerData as WorkerStart;
  const store = await Store.open(location, { mustExist: true });
  const screener = await Screener.sharing(store, scope, names);
  const excepting = exceptingBy(store, excepted);
  port.on('message', async ({ order, rows }: WorkerTask) => {
    const done: OutputRow[] = [];
    for (const row of rows) done.push(await screenRow(screener, row, settings, output, excepting));
    port.postMessage({ order, rows: done } satisfies WorkerAnswer);
  });
  port.on('close', () => store.close());
}
