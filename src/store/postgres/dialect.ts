import { type Compilable, sql } from 'kysely';
import pg from 'pg';
import type { Dialect, Row } from '../dialect.ts';
import { storeError } from '../errors.ts';
import { type PostgresLocation, postgresLocation, shownLocation } from '../location.ts';
import { Connections } from './connections.ts';
import { copyToFile } from './copy-to-file.ts';

/** How long a writer waits for another writer before it gives up, in milliseconds. */
const BUSY_WAIT_MS = 10_000;

/** The first key of our advisory locks; the second is the schema's object id. */
const WRITER = 4620;

/** SQLSTATE of a lock that was not had in time (PostgreSQL manual, appendix A). */
const LOCK_NOT_AVAILABLE = '55P03';

/** Rows that are sent together. */
const BATCH = 2_000;

/**
 * Opens or makes a store in a schema of a PostgreSQL database (14 or newer). The database's collation must be `C`, so
 * that texts have one order in every store. Every commit is durable: `durable` changes nothing.
 */
export async function openPostgres(
  location: string,
  options: { readonly mustExist: boolean },
): Promise<Dialect> {
  const shown = shownLocation(location);
  const refuse = (cause: unknown) =>
    storeError(
      'ENT_STORE_OPEN',
      { location: shown, why: (cause as Error).message || 'no connection' },
      { cause },
    );
  let connections: Connections;
  let at: PostgresLocation;
  try {
    at = postgresLocation(location);
    connections = new Connections(at);
  } catch (cause) {
    throw refuse(cause);
  }
  try {
    const missing = !(await ready(connections, at.schema, options.mustExist));
    if (missing) throw storeError('ENT_STORE_MISSING', { location: shown });
  } catch (cause) {
    await connections.end();
    throw isFailure(cause) ? refuse(cause) : cause;
  }
  return dialectOver(connections, location, at.schema);
}

/** Whether the schema is there, or was made; throws for a database that cannot hold a store. */
async function ready(connections: Connections, schema: string, mustExist: boolean): Promise<boolean> {
  return connections.single(async (client) => {
    const { rows } = await client.query<{
      there: boolean;
      collation: string;
      encoding: string;
      version: number;
    }>(
      `select to_regnamespace($1) is not null as there, current_setting('server_version_num')::int as version,
         pg_encoding_to_char(encoding) as encoding, datcollate as collation
       from pg_database where datname = current_database()`,
      [schema],
    );
    const found = rows[0];
    if (found === undefined) throw new pg.DatabaseError('the database does not describe itself', 0, 'error');
    if (found.version < 140_000) throw unfit(`PostgreSQL is ${found.version}; 14 or newer is needed`);
    if (found.encoding !== 'UTF8') throw unfit(`the database holds ${found.encoding}; UTF8 is needed`);
    if (found.collation !== 'C' && found.collation !== 'POSIX')
      throw unfit(
        `the database's collation is ${found.collation}; make one with: createdb --template=template0 --encoding=UTF8 --locale=C <name>`,
      );
    if (found.there) return true;
    if (mustExist) return false;
    await client.query(`create schema if not exists "${schema}"`);
    return true;
  });
}

/** A database that answers but cannot hold a store; told as one that cannot be opened. */
function unfit(why: string): Error {
  return new pg.DatabaseError(why, why.length, 'error');
}

function dialectOver(connections: Connections, location: string, schema: string): Dialect {
  const { db } = connections;
  return {
    name: 'postgres',
    location,
    schema,
    db,
    write: (work) =>
      connections.single(async (client, writer) => {
        await client.query('begin');
        try {
          await client.query(`set local lock_timeout = ${BUSY_WAIT_MS}`);
          await client.query('select pg_advisory_xact_lock($1, current_schema()::regnamespace::oid::int)', [
            WRITER,
          ]);
          const value = await work(writer);
          await client.query('commit');
          return value;
        } catch (error) {
          await client.query('rollback');
          throw error;
        }
      }),
    attempt: async (connection, work) => {
      await sql`savepoint attempt`.execute(connection);
      const { undo, value } = await work();
      if (undo) await sql`rollback to savepoint attempt`.execute(connection);
      await sql`release savepoint attempt`.execute(connection);
      return value;
    },
    insertMany: (connection, table, columns, rows) =>
      inBatches(rows, async (batch) => {
        const given = recordset(table, columns, batch);
        const into = sql.join(columns.map((column) => sql.ref(column)));
        await sql`insert into ${sql.table(table)} (${into}) select ${into} from ${given}`.execute(connection);
      }),
    updateMany: (connection, table, key, columns, rows) =>
      inBatches(rows, async (batch) => {
        const given = recordset(table, [...columns, ...key], batch);
        const sets = sql.join(
          columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`),
        );
        await sql`update ${sql.table(table)} as held set ${sets} from ${given} where ${same(key)}`.execute(
          connection,
        );
      }),
    deleteMany: (connection, table, key, rows) =>
      inBatches(rows, async (batch) => {
        const given = recordset(table, key, batch);
        await sql`delete from ${sql.table(table)} as held using ${given} where ${same(key)}`.execute(
          connection,
        );
      }),
    arrays: async <T extends readonly unknown[]>(query: Compilable) => {
      const { sql: text, parameters } = query.compile();
      return (await connections.arrays(text, parameters)) as readonly T[];
    },
    idList: <T extends number | string>(ids: readonly T[]) => {
      const type = sql.raw(typeof ids[0] === 'string' ? 'text[]' : 'int[]');
      return sql<T>`(select unnest(${[...ids]}::${type}))`;
    },
    freeze: () => connections.freeze(),
    copyTo: (path) => copyToFile(connections, path),
    isBusy: (error) => error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE,
    isFailure,
    integrityFaults: async () => {
      const { rows } = await sql<{ name: string }>`
        select indexrelid::regclass::text as name from pg_index
        where not indisvalid and indrelid in
          (select oid from pg_class where relnamespace = current_schema()::regnamespace)`.execute(db);
      return rows.map((row) => `index ${row.name} is not valid`);
    },
    close: () => connections.end(),
  };
}

async function inBatches(
  rows: readonly Row[],
  send: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await send(rows.slice(start, start + BATCH));
}

/** Rows as a table `given`, each column of the type that it has in the table they are for. */
function recordset(table: string, columns: readonly string[], rows: readonly Row[]) {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, asJson(row[index] ?? null)])),
  );
  return sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(objects)}::json) as given`;
}

/** Bytes are written as PostgreSQL reads them from text: `\x` and hexadecimal digits. */
function asJson(value: Row[number]): string | number | null {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}

function same(key: readonly string[]) {
  return sql.join(
    key.map((column) => sql`${sql.ref(`held.${column}`)} = ${sql.ref(`given.${column}`)}`),
    sql` and `,
  );
}

/** The server's own errors, and a connection that is not to be had or was lost. */
function isFailure(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return true;
  if (!(error instanceof Error)) return false;
  return (
    'syscall' in error || error instanceof AggregateError || /connection|timeout|SASL/i.test(error.message)
  );
}
