import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntError } from '../../kernel/index.ts';
import { besideOf } from '../../store/index.ts';
import { serverError } from '../errors.ts';
import { runTask } from '../tasks/run-task.ts';
import { type JobKind, type JobOf, type TaskOf, workOf } from './work.ts';

/** A job as its file keeps it: enough to take it up again when the server was stopped. */
interface Kept {
  readonly job: JobOf<JobKind>;
  /** The account that started it. */
  readonly owner: string;
  readonly task: TaskOf<JobKind>;
}

/** Who asks for a job, and of which kind it is. */
export interface JobAsker<K extends JobKind> {
  readonly kind: K;
  readonly id: string;
}

interface Running {
  readonly id: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

const ID = /^job-[0-9a-z]{12}$/;
/** Finished jobs beyond this many are removed, the oldest first. */
const MOST_KEPT = 200;

/**
 * Work that outlives its request: kept in files in a folder beside the store, one of a kind done at a time, and taken
 * up again after a stop or a kill without a row lost or written twice. A screening is its owner's alone; of updates and
 * readings of feeds whoever may start one sees all.
 */
export class Jobs {
  readonly #folder: string;
  readonly #location: string;
  readonly #now: () => Date;
  readonly #onWritten: () => Promise<void>;
  readonly #kept = new Map<string, Kept>();
  readonly #events = new EventEmitter();
  readonly #running = new Map<JobKind, Running>();
  #closed = false;

  /** `onWritten` is called when a job has written the record. */
  constructor(location: string, now: () => Date, onWritten: () => Promise<void> = async () => undefined) {
    this.#folder = `${besideOf(location)}.jobs`;
    this.#location = location;
    this.#now = now;
    this.#onWritten = onWritten;
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

  /** Starts a job, or lets it wait until the one of its kind before it is done. */
  start<K extends JobKind>(
    id: string,
    kind: K,
    task: Omit<TaskOf<K>, 'kind'>,
    by: { readonly id: string; readonly name: string },
  ): JobOf<K> {
    const job = {
      id,
      kind,
      state: 'waiting',
      by: by.name,
      created: this.#now().toISOString(),
      finished: null,
      why: null,
      ...workOf(kind).nothing,
    };
    this.#kept.set(id, { job, owner: by.id, task: { kind, ...task } } as unknown as Kept);
    this.#write(id);
    this.#trim();
    this.#next();
    return this.get(id, { kind, id: by.id });
  }

  /** A job that the asker may see. Throws `ENT_JOB_UNKNOWN`. */
  get<K extends JobKind>(id: string, asker: JobAsker<K>): JobOf<K> {
    return this.#seen(id, asker).job as unknown as JobOf<K>;
  }

  /** The jobs of a kind that the asker may see, newest first. */
  list<K extends JobKind>(asker: JobAsker<K>): readonly JobOf<K>[] {
    return [...this.#kept.values()]
      .filter((kept) => seenBy(kept, asker))
      .map(({ job }) => job as unknown as JobOf<K>)
      .sort((a, b) => (a.created < b.created ? 1 : -1));
  }

  /** Where the results of a screening are. Throws `ENT_JOB_UNKNOWN`, `ENT_JOB_UNFINISHED`. */
  result(id: string, owner: string): { readonly path: string; readonly format: 'jsonl' | 'csv' } {
    const { job, task } = this.#seen(id, { kind: 'screen', id: owner });
    if (task.kind !== 'screen') throw serverError('ENT_JOB_UNKNOWN', { job: id });
    if (job.state !== 'done') throw serverError('ENT_JOB_UNFINISHED', { job: id, state: job.state });
    return { path: task.output, format: task.outputFormat };
  }

  /** Calls back at each change of a job until the function that this gives is called. */
  follow(id: string, listener: (job: JobOf<JobKind>) => void): () => void {
    this.#events.on(id, listener);
    return () => this.#events.off(id, listener);
  }

  /** Stops a job, or removes a finished one with its files. */
  async cancel<K extends JobKind>(id: string, asker: JobAsker<K>): Promise<JobOf<K>> {
    const { job } = this.#seen(id, asker);
    const running = this.#running.get(asker.kind);
    if (running?.id === id) {
      this.#change(id, { state: 'cancelled', finished: this.#now().toISOString() });
      running.stop.abort();
      await running.done;
      return this.get(id, asker);
    }
    if (job.state === 'waiting')
      this.#change(id, { state: 'cancelled', finished: this.#now().toISOString() });
    const last = this.get(id, asker);
    if (job.state !== 'waiting') {
      this.#kept.delete(id);
      rmSync(join(this.#folder, id), { recursive: true, force: true });
    }
    return last;
  }

  /** Stops the running jobs at their next rest; they are taken up at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    const running = [...this.#running.values()];
    for (const { stop } of running) stop.abort();
    await Promise.all(running.map(({ done }) => done));
  }

  #seen(id: string, asker: JobAsker<JobKind>): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined || !seenBy(kept, asker)) throw serverError('ENT_JOB_UNKNOWN', { job: id });
    return kept;
  }

  #next(): void {
    if (this.#closed) return;
    const waiting = [...this.#kept.values()]
      .filter(({ job }) => job.state === 'waiting')
      .sort((a, b) => (a.job.created < b.job.created ? -1 : 1));
    for (const { job, task } of waiting) {
      const { id, kind } = job;
      if (this.#running.has(kind)) continue;
      const stop = new AbortController();
      this.#change(id, { state: 'running' });
      const done = this.#run(id, kind, task as never, stop).finally(() => {
        this.#running.delete(kind);
        this.#next();
      });
      this.#running.set(kind, { id, stop, done });
    }
  }

  async #run<K extends JobKind>(id: string, kind: K, task: TaskOf<K>, stop: AbortController): Promise<void> {
    const work = workOf(kind);
    const job = () => this.#kept.get(id)?.job as unknown as JobOf<K>;
    // What was begun before a stop is done from its beginning, or where its own files say.
    this.#change(id, work.nothing as Partial<JobOf<JobKind>>, { write: false });
    try {
      const outcome = await runTask<K>(this.#location, task as never, {
        signal: stop.signal,
        onProgress: (progress) =>
          this.#change(id, work.during(job(), progress) as Partial<JobOf<JobKind>>, { write: false }),
      });
      if (!stop.signal.aborted) {
        const change = work.after(job(), task, outcome) as Partial<JobOf<JobKind>>;
        if (work.writes) await this.#onWritten();
        this.#change(id, { ...change, state: 'done', finished: this.#now().toISOString() });
        return;
      }
    } catch (error) {
      if (!stop.signal.aborted) {
        // What went wrong in a file is the caller's to know; a fault of ours is told without its text.
        const why =
          error instanceof EntError ? work.withoutPaths(error.message, task) : 'a fault in the server';
        this.#change(id, { state: 'failed', finished: this.#now().toISOString(), why });
        return;
      }
    }
    if (work.writes) await this.#onWritten().catch(() => undefined);
    if (job()?.state === 'cancelled') this.#write(id);
    else this.#change(id, { state: 'waiting' });
  }

  #change(id: string, change: Partial<JobOf<JobKind>>, { write = true } = {}): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    const job = { ...kept.job, ...change } as JobOf<JobKind>;
    this.#kept.set(id, { ...kept, job } as Kept);
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

function seenBy({ job, owner }: Kept, { kind, id }: JobAsker<JobKind>): boolean {
  return job.kind === kind && (workOf(kind).shared || owner === id);
}
