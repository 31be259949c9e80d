import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * Node's own `node:sqlite` interface in the shape that kysely's SQLite dialect wants. The package brings that
 * interface to Node 20 with its binaries inside the npm package (see docs/decisions/0003).
 */
export class SqliteDriver implements SqliteDatabase {
  readonly #db: DatabaseSyncInstance;
  readonly #prepared = new Map<string, SqliteStatement>();

  constructor(location: string, options: { readOnly: boolean }) {
    this.#db = new DatabaseSync(location, { readOnly: options.readOnly });
  }

  /** Runs statements that take no parameters and give no rows. */
  exec(text: string): void {
    this.#db.exec(text);
  }

  prepare(text: string): SqliteStatement {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = adapt(this.#db.prepare(text));
    if (this.#prepared.size >= MOST_PREPARED) this.#prepared.clear();
    this.#prepared.set(text, statement);
    return statement;
  }

  /** Runs one statement once for each row of parameters. */
  runMany(text: string, rows: readonly Parameters[]): void {
    const statement = this.#db.prepare(text);
    for (const row of rows) statement.run(...(row as Bound));
  }

  /** The rows of one statement as arrays. */
  arrays(text: string, parameters: Parameters): readonly (readonly unknown[])[] {
    const statement = this.#db.prepare(text);
    statement.setReturnArrays(true);
    return statement.all(...(parameters as Bound)) as readonly (readonly unknown[])[];
  }

  /**
   * Closes the database. What stands in the write-ahead log goes into the database first: the package frees a
   * statement only when it is collected, and until then SQLite keeps the log of a closed connection.
   */
  close(): void {
    this.#prepared.clear();
    if (this.#db.isTransaction) this.#db.exec('rollback');
    // Where another still reads the log it stays; waiting for that would hold up whoever closes.
    this.#db.exec('pragma busy_timeout = 0');
    this.#db.exec('pragma wal_checkpoint(truncate)');
    this.#db.close();
  }
}

const MOST_PREPARED = 200;

type Parameters = ReadonlyArray<unknown>;
type Bound = Parameters & Array<null | number | bigint | string | Uint8Array>;

function adapt(statement: StatementSyncInstance): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: Parameters) => statement.all(...(parameters as Bound)),
    run: (parameters: Parameters) => {
      const { changes, lastInsertRowid } = statement.run(...(parameters as Bound));
      return { changes, lastInsertRowid };
    },
    iterate: (parameters: Parameters) =>
      statement.iterate(...(parameters as Bound)) as IterableIterator<unknown>,
  };
}
