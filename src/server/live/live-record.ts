import { Store } from '../../store/index.ts';
import { serverError } from '../errors.ts';
import { buildEdition, editionStamp } from './build-edition.ts';
import { Edition } from './edition.ts';
import { readEdition } from './saved-edition.ts';

/** How to keep a record live. */
export interface LiveOptions {
  readonly now: () => Date;
  /** How often to look whether another process has written the store, in milliseconds; 0: never. */
  readonly everyMs: number;
  /** The file of the key that signs the audit log, where it is not kept beside the store. */
  readonly auditKey?: string | null;
  /** Told of each edition that takes over. */
  readonly onEdition?: (edition: Edition, buildMs: number) => void;
  /** Told of a look that failed; answers go on from the edition before. */
  readonly onFailure?: (error: unknown) => void;
}

/** So often a store that is being written again and again is read again before the next look. */
const TRIES = 5;
/** Long enough that whoever waited for readiness is told of it first. */
const WARM_AFTER_MS = 250;

/**
 * A record that is served while it changes: answers come from one {@link Edition}, and the next one is built in
 * another thread and takes its place between two requests. None is dropped and none sees two states.
 */
export class LiveRecord {
  /** For what writes; what it writes shows after {@link refresh}. */
  readonly store: Store;
  readonly #options: LiveOptions;
  #edition: Edition | null = null;
  #refreshing: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #stop = new AbortController();

  private constructor(store: Store, options: LiveOptions) {
    this.store = store;
    this.#options = options;
  }

  /** Opens the store at a path. Nothing can be answered before the first {@link refresh} is done. */
  static async open(location: string, options: LiveOptions): Promise<LiveRecord> {
    const { auditKey = null } = options;
    const store = await Store.open(location, { mustExist: true, ...(auditKey === null ? {} : { auditKey }) });
    return new LiveRecord(store, options);
  }

  /** The edition to answer from. Throws `ENT_HTTP_NOT_READY` before there is one. */
  get edition(): Edition {
    if (this.#edition === null) throw serverError('ENT_HTTP_NOT_READY', { why: 'the index is being made' });
    return this.#edition;
  }

  /** Whether questions of the record are answered. */
  get ready(): boolean {
    return this.#edition !== null;
  }

  /** Whether its datasets are served too. */
  get complete(): boolean {
    return this.#edition?.complete === true;
  }

  /** Reads the store again if it has changed. Calls that come meanwhile wait for one more look. */
  async refresh(): Promise<void> {
    if (this.#refreshing !== null) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = (async () => {
      do {
        this.#again = false;
        await this.#look();
      } while (this.#again && !this.#closed);
    })().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /**
   * Makes questions answerable as soon as may be: with the edition that was saved, else with the names alone, the
   * datasets following when they are made.
   */
  async start(): Promise<void> {
    for (let attempt = 0; attempt < TRIES && !(await this.#take('names')); attempt += 1);
    if (this.#edition?.complete !== true) {
      this.refresh().catch((error) => {
        if (!this.#closed) this.#options.onFailure?.(error);
      });
    }
  }

  /** Begins to look for what other processes write. */
  watch(): void {
    if (this.#options.everyMs === 0 || this.#closed) return;
    this.#timer = setTimeout(async () => {
      try {
        await this.refresh();
      } catch (error) {
        if (!this.#closed) this.#options.onFailure?.(error);
      }
      this.watch();
    }, this.#options.everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#refreshing?.catch(() => undefined);
    await this.#edition?.replace();
    await this.store.close();
  }

  async #look(): Promise<void> {
    for (let attempt = 0; attempt < TRIES && !this.#closed; attempt += 1) {
      if (await this.#take('all')) return;
    }
  }

  /** Warms an edition up when what waited for it has been answered: readiness does not wait for it. */
  #warmLater(edition: Edition): void {
    const timer = setTimeout(() => {
      if (this.#closed || this.#edition !== edition) return;
      edition.warmUp().catch((error) => {
        if (!this.#closed) this.#options.onFailure?.(error);
      });
    }, WARM_AFTER_MS);
    timer.unref();
  }

  /** Takes the edition of the store as it stands; false when the store moved on meanwhile. */
  async #take(what: 'all' | 'names'): Promise<boolean> {
    const { location } = this.store;
    const stamp = await editionStamp(this.store);
    if (stamp === this.#edition?.stamp && (this.#edition.complete || what === 'names')) return true;
    const from = performance.now();
    const saved = readEdition(location, stamp);
    const complete = saved !== undefined || what === 'all';
    const building = { location, knownAt: null, namesAlone: what === 'names' };
    const built =
      saved === undefined ? await buildEdition(building, this.#stop.signal) : { stamp, blocks: saved };
    const edition = await Edition.open(location, { ...built, complete }, this.#options.now());
    if (edition === null) return false;
    const before = this.#edition;
    this.#edition = edition;
    this.#options.onEdition?.(edition, performance.now() - from);
    this.#warmLater(edition);
    await before?.replace();
    return true;
  }
}
