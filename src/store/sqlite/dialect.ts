import { existsSync } from 'node:fs';
import { type Compilable, Kysely, SqliteDialect, sql } from 'kysely';
import type { Db, Dialect } from '../dialect.ts';
import { storeError } from '../errors.ts';
import type { Tables } from '../schema.ts';
import { SqliteDriver } from './driver.ts';

/** How long a writer waits for another process's writer before it gives up, in milliseconds. */
const BUSY_WAIT_MS = 10_000;

/** Primary result code: another connection holds the lock (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;

/** Opens or makes an SQLite store at a path (`:memory:` for one that lasts as long as the process). */
export function openSqlite(location: string, options: { mustExist: boolean }): Dialect {
  if (options.mustExist && location !== ':memory:' && !existsSync(location)) {
    throw storeError('ENT_STORE_MISSING', { location });
  }
  const driver = openDriver(location);
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: driver }) });

  return {
    name: 'sqlite',
    location,
    db,
    write: (work, options) =>
      db.connection().execute(async (connection) => {
        driver.exec(`pragma synchronous = ${options?.durable === true ? 'full' : 'normal'}`);
        await sql`begin immediate`.execute(connection);
        try {
          const value = await work(connection);
          await sql`commit`.execute(connection);
          return value;
        } catch (error) {
          await sql`rollback`.execute(connection);
          throw error;
        }
      }),
    attempt: async (connection, work) => {
      await sql`savepoint attempt`.execute(connection);
      const { undo, value } = await work();
      if (undo) await sql`rollback to attempt`.execute(connection);
      await sql`release attempt`.execute(connection);
      return value;
    },
    insertMany: async (_connection, table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ');
      driver.runMany(`insert into "${table}" (${columns.join(', ')}) values (${marks})`, rows);
    },
    updateMany: async (_connection, table, key, columns, rows) => {
      const sets = columns.map((column) => `${column} = ?`).join(', ');
      const where = key.map((column) => `${column} = ?`).join(' and ');
      driver.runMany(`update "${table}" set ${sets} where ${where}`, rows);
    },
    deleteMany: async (_connection, table, key, rows) => {
      driver.runMany(
        `delete from "${table}" where ${key.map((column) => `${column} = ?`).join(' and ')}`,
        rows,
      );
    },
    arrays: async <T extends readonly unknown[]>(query: Compilable) => {
      const { sql: text, parameters } = query.compile();
      return driver.arrays(text, parameters) as readonly T[];
    },
    idList: (ids) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`,
    freeze: async () => {
      // A read transaction sees the log as it was at its first read (sqlite.org/isolation.html).
      await sql`begin`.execute(db);
      await sql`select count(*) from sqlite_schema`.execute(db);
    },
    copyTo: async (path) => {
      await sql`vacuum into ${path}`.execute(db);
    },
    isBusy: (error) => isSqliteError(error) && ((error.errcode ?? 0) & 0xff) === SQLITE_BUSY,
    isFailure: isSqliteError,
    integrityFaults: async () => {
      const rows = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
      const broken = await sql<{
        table: string;
        rowid: number;
        parent: string;
      }>`pragma foreign_key_check`.execute(db);
      return [
        ...rows.rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
        ...broken.rows.map(
          (row) => `${row.table} row ${row.rowid} points at a ${row.parent} that is not there`,
        ),
      ];
    },
    close: () => db.destroy(),
  };
}

function openDriver(location: string): SqliteDriver {
  try {
    const driver = new SqliteDriver(location, { readOnly: false });
    driver.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
    driver.exec('pragma journal_mode = wal');
    driver.exec('pragma synchronous = normal');
    driver.exec('pragma foreign_keys = on');
    driver.exec('pragma trusted_schema = off');
    driver.exec('pragma cache_size = -65536');
    driver.exec('pragma temp_store = memory');
    return driver;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw storeError('ENT_STORE_OPEN', { location, why }, { cause });
  }
}

/** The driver leaves `errcode` out where a statement that gives rows fails. */
function isSqliteError(error: unknown): error is Error & { errcode?: number } {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
