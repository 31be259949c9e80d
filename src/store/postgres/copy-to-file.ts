import { sql } from 'kysely';
import type pg from 'pg';
import type { Dialect, Row } from '../dialect.ts';
import { migrate, stepsNamed } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import { openSqlite } from '../sqlite/dialect.ts';
import type { Connections } from './connections.ts';

/** Rows that are carried together. */
const BATCH = 5_000;

/**
 * Copies a store, or a ledger, as it stands at one moment, into a file at a path where nothing is yet: an SQLite store
 * of the same version. Others go on writing.
 */
export async function copyToFile(connections: Connections, path: string): Promise<void> {
  await connections.single(async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const copy = openSqlite(path, { mustExist: false });
    try {
      const { rows } = await client.query<{ name: string }>('select name from kysely_migration');
      await migrate(copy, stepsNamed(rows.map((row) => row.name)));
      // An entity may name one that comes after it; the copied store held the rule.
      await sql`pragma foreign_keys = off`.execute(copy.db);
      for (const table of await tablesOf(client)) await copyTable(client, copy, table);
    } finally {
      await copy.close();
      await client.query('rollback');
    }
  });
}

interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

async function tablesOf(client: pg.PoolClient): Promise<readonly TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select class.relname::text as name, array_agg(attname::text order by attnum) as columns
     from pg_class as class join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely%'
     group by class.oid, class.relname order by class.oid`,
  );
  return rows;
}

async function copyTable(client: pg.PoolClient, copy: Dialect, { name, columns }: TableShape): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(`declare copied no scroll cursor for select ${list} from "${name}"`);
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${BATCH} from copied`, rowMode: 'array' });
    if (rows.length === 0) break;
    await copy.write((db) => copy.insertMany(db, name as keyof Tables, columns, rows as unknown as Row[]));
  }
  await client.query('close copied');
}
