import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JobJson } from '../../contract/index.ts';
import { EntError } from '../../kernel/index.ts';
import { serverError } from '../errors.ts';
import { runTask } from '../tasks/run-task.ts';
import type { Task } from '../tasks/task.ts';

type ScreenTask = Extract<Task, { kind: 'screen' }>;

/** A job as its file keeps it: enough to take it up again when the server was stopped. */
interface Kept {
  readonly job: JobJson;
  /** The account that started it. */
  readonly owner: string;
  readonly task: ScreenTask;
}

const ID = /^job-[0-9a-z]{12}$/;
const NO_PROGRESS = Object.freeze({ rows: 0, rowsPerSecond: 0, share: 0, secondsLeft: null });
/** Finished jobs beyond this many are removed, the oldest first. */
const MOST_KEPT = 200;

/**
 * Work that outlives its request: kept in files in a folder beside the store, one done at a time, and taken up again
 * after a stop or a kill without a row lost or written twice.
 */
export class Jobs {
  readonly #folder: string;
  readonly #location: string;
  readonly #now: () => Date;
  readonly #kept = new Map<string, Kept>();
  readonly #events = new EventEmitter();
  #running: { readonly id: string; readonly stop: AbortController; readonly done: Promise<void> } | null =
    null;
  #closed = false;

  constructor(location: string, now: () => Date) {
    this.#folder = `${location}.jobs`;
    this.#location = location;
    this.#now = now;
    this.#events.setMaxListeners(0);
    for (const id of existsSync(this.#folder) ? readdirSync(this.#folder).sort() : []) {
      const kept = ID.test(id) ? this.#read(id) : null;
      if (kept !== null) this.#kept.set(id, kept);
    }
    for (const [id, { job }] of this.#kept)
      if (job.state === 'running') this.#change(id, { state: 'waiting' });
    this.#next();
  }

  /** The folder for the files of a job about to be started. */
  prepare(): { readonly id: string; readonly folder: string } {
    let id = '';
    for (const byte of randomBytes(12)) id += (byte % 36).toString(36);
    const folder = join(this.#folder, `job-${id}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { id: `job-${id}`, folder };
  }

  /** Removes what was prepared and will not be started. */
  discard(id: string): void {
    if (ID.test(id)) rmSync(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Starts a job, or lets it wait until the one before it is done. */
  start(id: string, task: ScreenTask, by: { readonly id: string; readonly name: string }): JobJson {
    const job: JobJson = {
      id,
      kind: 'screen',
      state: 'waiting',
      by: by.name,
      created: this.#now().toISOString(),
      finished: null,
      progress: NO_PROGRESS,
      counts: null,
      why: null,
      result: null,
    };
    this.#kept.set(id, { job, owner: by.id, task });
    this.#write(id);
    this.#trim();
    this.#next();
    return this.get(id, by.id);
  }

  /** A job of an account's own. Throws `ENT_JOB_UNKNOWN`. */
  get(id: string, owner: string): JobJson {
    return this.#own(id, owner).job;
  }

  /** An account's jobs, newest first. */
  list(owner: string): readonly JobJson[] {
    return [...this.#kept.values()]
      .filter((kept) => kept.owner === owner)
      .map(({ job }) => job)
      .sort((a, b) => (a.created < b.created ? 1 : -1));
  }

  /** Where the results of a job are. Throws `ENT_JOB_UNKNOWN`, `ENT_JOB_UNFINISHED`. */
  result(id: string, owner: string): { readonly path: string; readonly format: 'jsonl' | 'csv' } {
    const { job, task } = this.#own(id, owner);
    if (job.state !== 'done') throw serverError('ENT_JOB_UNFINISHED', { job: id, state: job.state });
    return { path: task.output, format: task.outputFormat };
  }

  /** Calls back at each change of a job until the function that this gives is called. */
  follow(id: string, listener: (job: JobJson) => void): () => void {
    this.#events.on(id, listener);
    return () => this.#events.off(id, listener);
  }

  /** Stops a job, or removes a finished one with its files. */
  async cancel(id: string, owner: string): Promise<JobJson> {
    const { job } = this.#own(id, owner);
    if (this.#running?.id === id) {
      this.#change(id, { state: 'cancelled', finished: this.#now().toISOString() });
      this.#running.stop.abort();
      await this.#running.done;
      return this.get(id, owner);
    }
    if (job.state === 'waiting')
      this.#change(id, { state: 'cancelled', finished: this.#now().toISOString() });
    const last = this.get(id, owner);
    if (job.state !== 'waiting') {
      this.#kept.delete(id);
      rmSync(join(this.#folder, id), { recursive: true, force: true });
    }
    return last;
  }

  /** Stops the running job at its next rest; it is taken up at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.stop.abort();
    await this.#running?.done;
  }

  #own(id: string, owner: string): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.owner !== owner) throw serverError('ENT_JOB_UNKNOWN', { job: id });
    return kept;
  }

  #next(): void {
    if (this.#running !== null || this.#closed) return;
    const waiting = [...this.#kept.values()]
      .filter(({ job }) => job.state === 'waiting')
      .sort((a, b) => (a.job.created < b.job.created ? -1 : 1))[0];
    if (waiting === undefined) return;
    const stop = new AbortController();
    const { id } = waiting.job;
    this.#change(id, { state: 'running' });
    const done = this.#run(id, waiting.task, stop).finally(() => {
      this.#running = null;
      this.#next();
    });
    this.#running = { id, stop, done };
  }

  async #run(id: string, task: ScreenTask, stop: AbortController): Promise<void> {
    try {
      const { rows, kept, counts } = await runTask(this.#location, task, {
        signal: stop.signal,
        onProgress: (progress) => this.#change(id, { progress }, { write: false }),
      });
      if (this.#kept.get(id)?.job.state === 'cancelled') return;
      if (stop.signal.aborted) {
        this.#change(id, { state: 'waiting' });
        return;
      }
      this.#change(id, {
        state: 'done',
        finished: this.#now().toISOString(),
        counts,
        progress: {
          ...(this.#kept.get(id)?.job.progress ?? NO_PROGRESS),
          rows: rows + kept,
          share: 1,
          secondsLeft: 0,
        },
        result: {
          format: task.outputFormat,
          bytes: statSync(task.output).size,
          path: `/api/v1/jobs/${id}/result`,
        },
      });
    } catch (error) {
      // What went wrong in a file is the caller's to know; a fault of ours is told without its text.
      const why = error instanceof EntError ? withoutPaths(error.message, task) : 'a fault in the server';
      this.#change(id, { state: 'failed', finished: this.#now().toISOString(), why });
    }
  }

  #change(id: string, change: Partial<JobJson>, { write = true } = {}): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    const job = { ...kept.job, ...change };
    this.#kept.set(id, { ...kept, job });
    if (write) this.#write(id);
    this.#events.emit(id, job);
  }

  #write(id: string): void {
    const path = join(this.#folder, id, 'job.json');
    writeFileSync(`${path}.new`, JSON.stringify(this.#kept.get(id)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  /** A folder whose file was never finished is of an upload that broke off. */
  #read(id: string): Kept | null {
    const path = join(this.#folder, id, 'job.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Kept;
    rmSync(join(this.#folder, id), { recursive: true, force: true });
    return null;
  }

  #trim(): void {
    const finished = [...this.#kept.values()]
      .filter(({ job }) => job.finished !== null)
      .sort((a, b) => (a.job.created < b.job.created ? 1 : -1));
    for (const { job } of finished.slice(MOST_KEPT)) {
      this.#kept.delete(job.id);
      rmSync(join(this.#folder, job.id), { recursive: true, force: true });
    }
  }
}

function withoutPaths(message: string, { input, output }: ScreenTask): string {
  return message.replaceAll(input, 'the input').replaceAll(output, 'the results');
}
