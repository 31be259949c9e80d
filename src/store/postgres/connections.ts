import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Db } from '../dialect.ts';
import type { PostgresLocation } from '../location.ts';
import type { Tables } from '../schema.ts';

/** Connections that one process keeps to a store at most. */
const MOST = 4;

/** How long to wait for a connection, in milliseconds. */
const CONNECT_MS = 10_000;

/** Counts and sums come as numbers: none of ours reaches 2^53. Everything else that is stored is text, bytes or int4. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    NUMBERS.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

/**
 * The connections to a schema. A query goes over the connection of the transaction that its caller is in, over the one
 * that shows a frozen store, or over any.
 */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #writing = new AsyncLocalStorage<pg.PoolClient>();
  #frozen: pg.PoolClient | null = null;
  #ended: Promise<void> | null = null;
  /** The query builder for reads. */
  readonly db: Db;

  constructor({ connection, schema }: PostgresLocation) {
    this.#pool = new pg.Pool({
      connectionString: connection,
      max: MOST,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'entente',
      types,
    });
    // Queries of a connection are answered in turn, so none is before this one.
    this.#pool.on('connect', (client) => {
      client.query(`set search_path to "${schema}"`).catch(() => client.end());
    });
    this.#pool.on('error', () => {
      // A connection that broke while nobody used it is replaced at the next question.
    });
    this.db = over(() => this.#connect());
  }

  /** Runs `work` over one connection of its own, which `arrays` uses too while it lasts. */
  async single<T>(work: (client: pg.PoolClient, db: Db) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      return await this.#writing.run(client, () =>
        work(
          client,
          over(async () => lent(client)),
        ),
      );
    } catch (error) {
      // A connection that failed in other ways than by the server's answer is not used again.
      if (error instanceof Error && !(error instanceof pg.DatabaseError)) broken = error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** The rows of a query as arrays. */
  async arrays(text: string, values: readonly unknown[]): Promise<readonly (readonly unknown[])[]> {
    const on = this.#writing.getStore() ?? this.#frozen ?? this.#pool;
    const { rows } = await on.query({ text, values: [...values], rowMode: 'array' });
    return rows as readonly (readonly unknown[])[];
  }

  /** From now on every read shows the store as it stands now. */
  async freeze(): Promise<void> {
    const client = await this.#pool.connect();
    await client.query('begin isolation level repeatable read read only');
    await client.query('select 1 from list limit 1');
    this.#frozen = client;
  }

  /** Closes them all; again, it does nothing. */
  async end(): Promise<void> {
    this.#frozen?.release(true);
    this.#frozen = null;
    this.#ended ??= this.#pool.end();
    await this.#ended;
  }

  async #connect(): Promise<PostgresPoolClient> {
    return this.#frozen === null ? this.#pool.connect() : lent(this.#frozen);
  }
}

/** Leaves a connection open for its owner. */
async function keep(): Promise<void> {
  // Whoever made it ends it.
}

/** A query builder over the connections that `connect` gives. */
function over(connect: () => Promise<PostgresPoolClient>): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect, end: keep } }) });
}

/** A connection that its user does not give back. */
function lent(client: pg.PoolClient): PostgresPoolClient {
  return { query: client.query.bind(client) as PostgresPoolClient['query'], release: keep };
}
