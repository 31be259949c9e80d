import { chmodSync, existsSync } from 'node:fs';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { besideOf, isPostgres, ledgerOf, shownLocation } from './location.ts';
import { LEDGER_STEPS, migrate } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';

/**
 * What stands beside a store, in the file `<store>.ledger` or in a schema of its own: who may ask (accounts) and who
 * asked what (audit). It is apart because a load holds the record's only writer for seconds, and a question must be entered meanwhile.
 * Opened when it is first needed, and readable by its owner alone.
 */
export class Ledger {
  readonly location: string;
  /** The path to which the endings of files beside its store are added. */
  readonly beside: string;
  #opened: Promise<Dialect> | null = null;

  constructor(store: string) {
    this.location = ledgerOf(store);
    this.beside = besideOf(store);
  }

  /** Whether there is a ledger yet; one in PostgreSQL is made when it is first asked. */
  exists(): boolean {
    if (this.#opened !== null || isPostgres(this.location)) return true;
    return this.location !== ':memory:' && existsSync(this.location);
  }

  /** The ledger, made first where it is not there. Throws as opening the store does. */
  open(): Promise<Dialect> {
    this.#opened ??= openLedger(this.location).catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  /**
   * Runs `work` as the ledger's only writer. Throws `ENT_STORE_BUSY` and `ENT_STORE_FAILED` for the database's own
   * failures, and lets every other error through.
   */
  async write<T>(work: (db: Db) => Promise<T>, options?: { readonly durable?: boolean }): Promise<T> {
    const dialect = await this.open();
    try {
      return await dialect.write(work, options);
    } catch (cause) {
      const location = shownLocation(this.location);
      if (dialect.isBusy(cause)) throw storeError('ENT_STORE_BUSY', { location }, { cause });
      if (!dialect.isFailure(cause)) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw storeError('ENT_STORE_FAILED', { doing: 'writing the ledger', why }, { cause });
    }
  }

  /** Copies the ledger, as it stands at one moment, to a path where nothing is yet; whether there was one. */
  async copyTo(path: string): Promise<boolean> {
    if (!this.exists()) return false;
    await (await this.open()).copyTo(path);
    chmodSync(path, 0o600);
    return true;
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    if (opened !== null) await (await opened).close();
  }
}

async function openLedger(location: string): Promise<Dialect> {
  const dialect = await openDatabase(location, { mustExist: false });
  try {
    if (location !== ':memory:' && !isPostgres(location)) chmodSync(location, 0o600);
    await migrate(dialect, LEDGER_STEPS);
  } catch (error) {
    await dialect.close();
    throw error;
  }
  return dialect;
}
