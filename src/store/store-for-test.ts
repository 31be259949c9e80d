import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ListInfo, NameKind, RecordPart, Statement, Strength } from '../kernel/index.ts';
import type { LoadOptions, LoadReport } from './snapshot-input.ts';
import { Store } from './store.ts';

/** A database that every store test runs on. */
export interface DialectForTest {
  readonly name: string;
  /** Opens a fresh, empty store; `again` opens the same one once more, as another process would. */
  fresh(): Promise<{ store: Store; again: () => Promise<Store>; drop: () => Promise<void> }>;
}

const SQLITE: DialectForTest = {
  name: 'sqlite',
  fresh: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
    const path = join(folder, 'record.db');
    const store = await Store.open(path);
    return {
      store,
      again: () => Store.open(path, { mustExist: true }),
      drop: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

/** The address of the tests' PostgreSQL server, where there is one (`test/support/postgres-server.ts`). */
export const POSTGRES = process.env.ENTENTE_TEST_POSTGRES;

/** The address of a new database in that server, and how to be rid of it. */
export async function freshDatabase(
  server: string,
): Promise<{ location: string; drop: () => Promise<void> }> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await ask(`create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  const url = new URL(server);
  url.pathname = name;
  return { location: url.href, drop: () => ask(`drop database ${name} with (force)`) };
}

function postgresAt(server: string): DialectForTest {
  return {
    name: 'postgres',
    fresh: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
      const { location, drop } = await freshDatabase(server);
      const auditKey = join(folder, 'audit-key');
      writeFileSync(
        auditKey,
        generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
        { mode: 0o600 },
      );
      const store = await Store.open(location, { auditKey });
      return {
        store,
        again: () => Store.open(location, { mustExist: true, auditKey }),
        drop: async () => {
          await store.close();
          await drop();
          rmSync(folder, { recursive: true });
        },
      };
    },
  };
}

/** The databases that are here to test on: SQLite, and PostgreSQL where a server is. */
export const DIALECTS: readonly DialectForTest[] = [
  SQLITE,
  ...(POSTGRES === undefined ? [] : [postgresAt(POSTGRES)]),
];

/** A list with one part, or with the parts given. */
export function list(id = 'xx-list', parts: readonly [string, ...string[]] = ['main']): ListInfo {
  return {
    id,
    title: `The ${id}`,
    authority: { id: `${id}-office`, name: `Office of ${id}`, country: 'XX' },
    effect: 'for tests',
    url: 'https://example.org/',
    licence: 'none',
    parts,
    staleAfterDays: 30,
  };
}

/** An entry of a list: `entry('E1', name('Blue Front'), programme('CT'))`. */
export function entry(key: string, ...statements: Statement[]): RecordPart {
  return { key, part: 'main', schema: 'Organization', statements };
}

/** The same entry's statements in another part. */
export function inPart(part: string, key: string, ...statements: Statement[]): RecordPart {
  return { key, part, statements };
}

export function name(value: string, kind: NameKind = 'primary', strength: Strength = 'unstated'): Statement {
  return { property: 'name', value, place: 'NAME', kind, strength };
}

export function programme(value: string): Statement {
  return { property: 'programme', value, place: 'PROGRAMME' };
}

export function listedOn(value: string): Statement {
  return { property: 'listedOn', value, place: 'LISTED_ON' };
}

/** Loads a snapshot made of these records, all parts of the list unless said otherwise. */
export function load(
  store: Store,
  observed: string,
  records: readonly RecordPart[],
  options: Partial<LoadOptions> & { list?: ListInfo; parts?: readonly string[] } = {},
): Promise<LoadReport> {
  const info = options.list ?? list();
  return store.load(
    {
      list: info,
      observed,
      parts: options.parts ?? info.parts,
      records: [records],
      trailer: () => ({ published: null, files: new Map() }),
    },
    { now: '2026-11-24T00:00:00.000Z', ...options },
  );
}
