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

  get ready(): boolean {
    return this.#edition !== null;
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

  /** Begins to look for what other processes write. */
  watch(): void {
    if (this.#options.everyMs === 0 || this.#closed) return;
    this.#timer = setTimeout(async () => {
      try {
        await this.refresh();
      } catch (error) {
        this.#options.onFailure?.(error);
      }
      this.watch();
    }, this.#options.everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#refreshing?.catch(() => undefined);
    await this.#edition?.replace();
    await this.store.close();
  }

  async #look(): Promise<void> {
    const { location } = this.store;
    for (let attempt = 0; attempt < TRIES && !this.#closed; attempt += 1) {
      const stamp = await editionStamp(this.store);
      if (stamp === this.#edition?.stamp) return;
      const from = performance.now();
      const saved = readEdition(location, stamp);
      const built =
        saved === undefined ? await buildEdition({ location, knownAt: null }) : { stamp, blocks: saved };
      const edition = await Edition.open(location, built, this.#options.now());
      if (edition === null) continue;
      const before = this.#edition;
      this.#edition = edition;
      this.#options.onEdition?.(edition, performance.now() - from);
      await before?.replace();
      return;
    }
  }
}
