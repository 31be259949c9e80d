import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besideOf, ledgerOf, postgresLocation, shownLocation } from '../location.ts';
import { Store } from '../store.ts';
import { entry, freshDatabase, load, name, POSTGRES } from '../store-for-test.ts';

const FORCED = { by: 'tester', note: 'a smaller list on purpose' };

describe('the address of a store in PostgreSQL', () => {
  const location = 'postgres://desk:s3cret@db.example.org/record?sslmode=require&schema=desk_a';

  it('names a schema beside what PostgreSQL’s own clients take', () => {
    expect(postgresLocation(location)).toEqual({
      connection: 'postgres://desk:s3cret@db.example.org/record?sslmode=require',
      schema: 'desk_a',
    });
    expect(postgresLocation('postgresql://localhost/record').schema).toBe('entente');
  });

  it('is shown without its password', () => {
    expect(shownLocation(location)).not.toContain('s3cret');
    expect(shownLocation('postgres://localhost/record?password=s3cret')).not.toContain('s3cret');
    expect(shownLocation('postgres://s3cret@[')).not.toContain('s3cret');
    expect(shownLocation('folder/record.db')).toBe('folder/record.db');
  });

  it('gives the ledger a schema of its own, and files beside it a name without user or password', () => {
    expect(postgresLocation(ledgerOf(location)).schema).toBe('desk_a_ledger');
    expect(besideOf(location)).toBe('db.example.org-5432-record-desk_a');
    expect(besideOf('folder/record.db')).toBe('folder/record.db');
  });

  it('refuses a schema that could end its quotes, and repeats nothing of a bad address', async () => {
    expect(() => postgresLocation('postgres://localhost/a?schema=a"%3Bdrop')).toThrow(TypeError);
    expect(() => postgresLocation('postgres://localhost/a?schema=pg_catalog')).toThrow(TypeError);
    await expect(Store.open('postgres://desk:s3cret@[')).rejects.toSatisfy(
      (error: Error & { code: string }) =>
        error.code === 'ENT_STORE_OPEN' && !error.message.includes('s3cret'),
    );
  });
});

describe.runIf(POSTGRES !== undefined)('a store in PostgreSQL', () => {
  const server = POSTGRES ?? '';
  let folder: string;
  let database: { location: string; drop: () => Promise<void> };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-pg-'));
    database = await freshDatabase(server);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('is missing until it is made', async () => {
    await expect(Store.open(database.location, { mustExist: true })).rejects.toMatchObject({
      code: 'ENT_STORE_MISSING',
    });
    await (await Store.open(database.location)).close();
    await (await Store.open(database.location, { mustExist: true })).close();
  });

  it('says why a database cannot hold it, and how to make one that can', async () => {
    const other = new URL(server);
    other.pathname = 'other_collation';
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query("create database other_collation template template0 locale 'C.UTF-8'");
    try {
      await expect(Store.open(other.href)).rejects.toMatchObject({
        code: 'ENT_STORE_OPEN',
        message: expect.stringContaining('createdb --template=template0 --encoding=UTF8 --locale=C'),
      });
      other.pathname = 'not_there';
      await expect(Store.open(other.href)).rejects.toMatchObject({
        code: 'ENT_STORE_OPEN',
        message: expect.stringContaining('not_there'),
      });
      await expect(Store.open('postgres://127.0.0.1:9/record')).rejects.toMatchObject({
        code: 'ENT_STORE_OPEN',
      });
    } finally {
      await client.query('drop database other_collation');
      await client.end();
    }
  });

  it('copies itself into a file that answers the same', async () => {
    const store = await Store.open(database.location);
    const path = join(folder, 'copy.db');
    try {
      await load(store, '2026-01-01T00:00:00Z', [entry('E1', name('Blue Front')), entry('E2', name('جبهة'))]);
      await load(store, '2026-02-01T00:00:00Z', [entry('E1', name('Blue Front')), entry('E3', name('Ädel'))]);
      await store.copyTo(path);
      const copy = await Store.open(path, { mustExist: true });
      try {
        expect((await copy.verify()).faults).toEqual([]);
        expect(await copy.stamp()).toBe(await store.stamp());
        const clocks = { asOf: null, knownAt: null };
        expect(await copy.names(clocks)).toEqual(await store.names(clocks));
        expect((await copy.names(clocks)).length).toBe(2);
      } finally {
        await copy.close();
      }
    } finally {
      await store.close();
    }
  });

  it('answers as it stood when it was opened frozen, whatever others write', async () => {
    const writer = await Store.open(database.location);
    const frozen = await Store.open(database.location, { mustExist: true, frozen: true });
    try {
      const before = await frozen.stamp();
      await load(writer, '2026-03-01T00:00:00Z', [entry('E1', name('Blue Front'))], { force: FORCED });
      expect(await writer.stamp()).not.toBe(before);
      expect(await frozen.stamp()).toBe(before);
      expect((await frozen.names({ asOf: null, knownAt: null })).length).toBe(2);
    } finally {
      await frozen.close();
      await writer.close();
    }
  });

  it('lets writers go one after another, and keeps nothing of one that fails', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => Store.open(database.location)));
    try {
      const days = ['2026-04-01', '2026-04-02', '2026-04-03'];
      const loads = days.map((day, index) =>
        load(stores[index] as Store, `${day}T00:00:00Z`, [entry('E1', name(`Name of ${day}`))], {
          force: FORCED,
        }),
      );
      await Promise.all(loads);
      const [list] = await (stores[0] as Store).lists();
      expect(list?.snapshots.map(({ observed }) => observed.slice(0, 10))).toEqual(
        expect.arrayContaining(days),
      );
      const stamp = await (stores[0] as Store).stamp();
      const nul = entry('E9', name('with a \u0000 in it'));
      await expect(
        load(stores[1] as Store, '2026-05-01T00:00:00Z', [nul], { force: FORCED }),
      ).rejects.toMatchObject({
        code: 'ENT_STORE_FAILED',
      });
      expect(await (stores[0] as Store).stamp()).toBe(stamp);
      expect((await (stores[2] as Store).verify()).faults).toEqual([]);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  });
});
