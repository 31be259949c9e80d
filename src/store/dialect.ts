import type { Compilable, Kysely, RawBuilder } from 'kysely';
import type { Tables } from './schema.ts';

/** The typed query builder over the record's tables. */
export type Db = Kysely<Tables>;

/** A row to insert: values in the order of the columns asked for. */
export type Row = readonly (string | number | null | Uint8Array)[];

/**
 * What differs between databases, and nothing else: how to open one, how to hold the single writer's
 * transaction, and how to insert many rows in one statement. Everything outside this seam is written once.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly location: string;
  /** The schema of the tables, in a database that has schemas. */
  readonly schema?: string;
  readonly db: Db;
  /**
   * Runs `work` as the only writer, in one transaction: all of it is kept, or nothing when it throws. What is kept
   * survives the end of the process; with `durable`, also the machine's power failing at once after.
   */
  write<T>(work: (db: Db) => Promise<T>, options?: { readonly durable?: boolean }): Promise<T>;
  /** Runs `work` inside the writer's transaction; its changes are undone when it answers `undo`. */
  attempt<T>(db: Db, work: () => Promise<{ undo: boolean; value: T }>): Promise<T>;
  /** Inserts many rows at once; values in the order of `columns`. Names of tables and columns are ours, never input. */
  insertMany(db: Db, table: keyof Tables, columns: readonly string[], rows: readonly Row[]): Promise<void>;
  /** Sets `columns` on many rows at once; each row holds the new values, then the key's values. */
  updateMany(
    db: Db,
    table: keyof Tables,
    key: readonly string[],
    columns: readonly string[],
    rows: readonly Row[],
  ): Promise<void>;
  /** Deletes many rows at once, each found by its key's values. */
  deleteMany(db: Db, table: keyof Tables, key: readonly string[], rows: readonly Row[]): Promise<void>;
  /**
   * The rows of a query as arrays, in the order of its columns, of which `T` is one. For the few reads of tens
   * of thousands of rows: making objects takes two thirds of their time.
   */
  arrays<T extends readonly unknown[]>(query: Compilable): Promise<readonly T[]>;
  /** A one-column table of the given integers, to join against: `where id in ${dialect.idList(ids)}`. */
  idList(ids: readonly number[]): RawBuilder<number>;
  /** From now on reads see the store as it stands now, whatever others write. Only for a store that is not written. */
  freeze(): Promise<void>;
  /** Copies the whole store, as it stands at one moment, to a path where nothing is yet; writers go on. */
  copyTo(path: string): Promise<void>;
  /** Whether an error means that another writer holds the store. */
  isBusy(error: unknown): boolean;
  /** Whether an error comes from the database at all. */
  isFailure(error: unknown): boolean;
  /** The database's own integrity check; an empty list when it is sound. */
  integrityFaults(): Promise<readonly string[]>;
  close(): Promise<void>;
}
