import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Store } from '../store/index.ts';
import { openRows, type RawRow } from './batch-input.ts';
import { BatchFile } from './batch-output.ts';
import { type OutputRow, type RowStatus, screenRow } from './batch-row.ts';
import {
  type BatchColumns,
  type BatchInput,
  type BatchOutput,
  type BatchSettings,
  columnsOf,
  settingsOf,
} from './batch-settings.ts';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './batch-worker.ts';
import { screeningError } from './errors.ts';
import { type ExceptionMoment, exceptingBy, exceptionMoment } from './excepted.ts';
import type { ScreenOptions, ScreenScope } from './query.ts';
import { Screener } from './screener.ts';

/** A batch: rows in a file, results in another. */
export interface BatchJob {
  readonly input: string;
  readonly output: string;
  /** Left out, by the ends of the files' names: `.csv`, `.tsv`, else JSON lines. */
  readonly inputFormat?: BatchInput;
  readonly outputFormat?: BatchOutput;
  /** Left out, the usual headings are looked for. */
  readonly columns?: Partial<BatchColumns>;
  readonly scope: ScreenScope;
  readonly options?: ScreenOptions;
  /** Worker threads. Default one a core; 0 does the work in this thread. */
  readonly workers?: number;
  /**
   * The moment at which the batch was asked for, ISO 8601 in UTC: exceptions that had been decided by then mark its
   * hits. Left out, none does.
   */
  readonly decidedBy?: string;
  /** Called a few times a second, and at the end. */
  readonly onProgress?: (progress: BatchProgress) => void;
  /** Stops the batch between two chunks; what is written stays and can be taken up again. */
  readonly signal?: AbortSignal;
}

/** How far a batch is. */
export interface BatchProgress {
  /** Rows written by this run. */
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Share of the input that has been read, 0 to 1. */
  readonly share: number;
  /** Estimated; `null` before there is anything to estimate from. */
  readonly secondsLeft: number | null;
}

/** What a batch did. */
export interface BatchReport {
  /** Rows that an earlier, unfinished run had written. */
  readonly kept: number;
  readonly rows: number;
  readonly counts: Readonly<Record<RowStatus, number>>;
  readonly seconds: number;
  readonly settings: BatchSettings;
}

const CHUNK = 200;
/** Chunks given out to a worker and not yet written: enough that none waits, and a bound on memory. */
const AHEAD = 3;
const PROGRESS_MS = 250;

/**
 * Screens every row of a file and writes a line for each, in their order, bad rows with their reason. A run that
 * was killed is taken up where its output ends when it is started again with the same settings; no row is lost
 * or written twice. Memory does not grow with the file.
 *
 * @throws ENT_BATCH_INPUT, ENT_BATCH_COLUMNS, ENT_BATCH_OUTPUT, ENT_SCREEN_NOTHING_HELD, ENT_SCREEN_LIST_UNKNOWN
 */
export async function screenBatch(store: Store, job: BatchJob): Promise<BatchReport> {
  const { scope, options = {}, onProgress, signal } = job;
  const format = job.inputFormat ?? formatOf(job.input);
  const outputFormat = job.outputFormat ?? (/\.csv$/i.test(job.output) ? 'csv' : 'jsonl');
  const { headings, rows, bytesRead } = await openRows(job.input, format);
  const columns = columnsOf(headings, job.columns ?? {});
  if (columns === null) {
    throw screeningError('ENT_BATCH_COLUMNS', {
      path: job.input,
      wanted: job.columns?.name ?? null,
      headings,
    });
  }
  const screener = await Screener.over(store, scope);
  const bytes = statSync(job.input).size;
  const settings = settingsOf(scope, options, screener.searched, columns, { format, bytes });
  const file = new BatchFile(job.output, outputFormat, settings);
  const started = performance.now();
  const counts: Record<RowStatus, number> = { match: 0, excepted: 0, possible: 0, clear: 0, bad: 0 };
  let written = 0;
  let told = started;
  const progress = (now: number) => {
    const seconds = (now - started) / 1000;
    const share = bytes === 0 ? 1 : Math.min(1, bytesRead() / bytes);
    onProgress?.({
      rows: written,
      rowsPerSecond: seconds === 0 ? 0 : Math.round(written / seconds),
      share,
      secondsLeft: written === 0 || share === 0 ? null : Math.round((seconds / share) * (1 - share)),
    });
  };
  const write = (done: readonly OutputRow[]) => {
    file.write(done.map((row) => row.line));
    for (const { status } of done) counts[status] += 1;
    written += done.length;
    const now = performance.now();
    if (now - told > PROGRESS_MS) {
      told = now;
      progress(now);
    }
  };
  const excepted = exceptedBy(job);
  const crew = crewOf(store, screener, { scope, settings, output: outputFormat, excepted }, job.workers);
  try {
    await inOrder(chunks(rows, file.lastRow, signal), crew, write);
  } finally {
    await crew.end();
    file.close();
  }
  progress(performance.now());
  const seconds = Math.round(performance.now() - started) / 1000;
  return { kept: file.lastRow, rows: written, counts, seconds, settings };
}

/** Which exceptions count: those decided when the batch was asked for, or by the moment that its question names. */
function exceptedBy({ decidedBy, scope }: BatchJob): ExceptionMoment | null {
  if (decidedBy === undefined) return null;
  const moment = exceptionMoment(new Date(decidedBy), scope.clocks.knownAt);
  return { ...moment, decidedBy: moment.decidedBy ?? decidedBy };
}

function formatOf(path: string): BatchInput {
  if (/\.csv$/i.test(path)) return 'csv';
  return /\.tsv$/i.test(path) ? 'tsv' : 'jsonl';
}

async function* chunks(
  rows: AsyncIterable<RawRow>,
  after: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly RawRow[]> {
  let chunk: RawRow[] = [];
  for await (const row of rows) {
    if (row.row <= after) continue;
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    if (signal?.aborted === true) return;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0 && signal?.aborted !== true) yield chunk;
}

/** Who screens chunks: threads, or this one. */
interface Crew {
  /** How many chunks it takes at a time. */
  readonly hands: number;
  readonly screen: (rows: readonly RawRow[]) => Promise<readonly OutputRow[]>;
  readonly end: () => Promise<void>;
}

/** Gives chunks out as hands come free and writes them in their order. */
async function inOrder(
  source: AsyncIterable<readonly RawRow[]>,
  crew: Crew,
  write: (rows: readonly OutputRow[]) => void,
): Promise<void> {
  const under: Promise<readonly OutputRow[]>[] = [];
  for await (const chunk of source) {
    const work = crew.screen(chunk);
    // A failure is met where the chunk is written; until then it must not end the process.
    work.catch(() => undefined);
    under.push(work);
    if (under.length >= crew.hands) write((await under.shift()) ?? []);
  }
  for (const work of under) write(await work);
}

function crewOf(
  store: Store,
  screener: Screener,
  start: Pick<WorkerStart, 'scope' | 'settings' | 'output' | 'excepted'>,
  workers = availableParallelism(),
): Crew {
  // A store in memory is this thread's alone.
  if (workers === 0 || store.location === ':memory:') {
    const excepting = exceptingBy(store, start.excepted);
    return {
      hands: 1,
      end: async () => undefined,
      screen: async (rows) => {
        const done: OutputRow[] = [];
        for (const row of rows)
          done.push(await screenRow(screener, row, start.settings, start.output, excepting));
        return done;
      },
    };
  }
  const data: WorkerStart = { ...start, location: store.location, names: screener.names };
  const threads = Array.from({ length: workers }, () => new Thread(data));
  let turn = 0;
  return {
    hands: workers * AHEAD,
    screen: (rows) => {
      const thread = threads.reduce((least, each) => (each.waiting < least.waiting ? each : least));
      return thread.screen({ order: turn++, rows });
    },
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** One worker thread and what it was given. */
class Thread {
  readonly #worker: Worker;
  #failure: unknown;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (rows: readonly OutputRow[]) => void; readonly reject: (error: unknown) => void }
  >();

  constructor(data: WorkerStart) {
    const name = import.meta.url.endsWith('.ts') ? './batch-worker.ts' : './batch-worker.js';
    this.#worker = new Worker(new URL(name, import.meta.url), { workerData: data });
    this.#worker.on('message', ({ order, rows }: WorkerAnswer) => {
      this.#waiting.get(order)?.resolve(rows);
      this.#waiting.delete(order);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('a screening thread ended before its work was done')));
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  screen(task: WorkerTask): Promise<readonly OutputRow[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.set(task.order, { resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
