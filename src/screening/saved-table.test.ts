import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListInfo } from '../kernel/index.ts';
import { Store } from '../store/index.ts';
import { Screener } from './screener.ts';

const LIST: ListInfo = {
  id: 'xx-list',
  title: 'The list of Erewhon',
  authority: { id: 'xx', name: 'Erewhon', country: 'XX' },
  effect: 'for tests',
  url: 'https://example.org/',
  licence: 'none',
  parts: ['main'],
  staleAfterDays: 30,
};

describe('the names of a store', () => {
  let folder: string;
  let path: string;
  const saved = () => `${path}.names`;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-names-'));
    path = join(folder, 'record.db');
  });
  /** A store that was written just now is not settled; this one was written long ago. */
  function age(): void {
    for (const file of [path, `${path}-wal`]) {
      if (existsSync(file)) utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'));
    }
  }
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });

  async function load(observed: string, ...names: string[]): Promise<void> {
    const store = await Store.open(path);
    await store.load(
      {
        list: LIST,
        observed,
        parts: ['main'],
        records: [
          names.map((value, at) => ({
            key: `E${at}`,
            part: 'main',
            schema: 'Organization' as const,
            statements: [
              {
                property: 'name' as const,
                value,
                place: 'NAME',
                kind: 'primary' as const,
                strength: 'unstated' as const,
              },
            ],
          })),
        ],
        trailer: () => ({ published: null, files: new Map() }),
      },
      { now: '2026-11-24T00:00:00.000Z', shrinkShare: 1 },
    );
    await store.close();
    age();
  }

  /** Asks as a process that has just begun: a screener of its own over an open store. */
  async function ask(store: Store, name: string): Promise<readonly string[]> {
    const screener = await Screener.over(store, { clocks: { asOf: null, knownAt: null }, lists: null });
    return (await screener.screen({ name })).results.map(({ caption }) => caption);
  }

  async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
    const store = await Store.open(path);
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  test('are kept beside it, and answer the next question alike', async () => {
    await load('2024-01-01', 'Azure River Front', 'Red Valley Column');
    await withStore(async (store) => {
      expect(await ask(store, 'Azur River Front')).toEqual(['Azure River Front']);
      const { mtimeMs } = statSync(saved());
      expect(await ask(store, 'Azur River Front')).toEqual(['Azure River Front']);
      expect(statSync(saved()).mtimeMs).toBe(mtimeMs);
    });
  });

  test('are read anew when the store has changed', async () => {
    await load('2024-01-01', 'Azure River Front');
    await withStore(async (store) => {
      expect(await ask(store, 'Golden Anchor')).toEqual([]);
      await load('2024-02-01', 'Azure River Front', 'Golden Anchor');
      expect(await ask(store, 'Golden Anchor')).toEqual(['Golden Anchor']);
      await load('2024-03-01', 'Azure River Front');
      expect(await ask(store, 'Golden Anchor')).toEqual([]);
    });
  });

  test('are read anew when what is kept is damaged, cut off or something else', async () => {
    await load('2024-01-01', 'Azure River Front');
    await withStore(async (store) => {
      await ask(store, 'Azure River Front');
      const whole = readFileSync(saved());
      for (const at of [0, 5, 20, 90, 300, whole.length >> 1, whole.length - 8]) {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        for (const bytes of [damaged, whole.subarray(0, at), Buffer.from('something else')]) {
          writeFileSync(saved(), bytes);
          expect(await ask(store, 'Azure River Front')).toEqual(['Azure River Front']);
          expect(readFileSync(saved()).equals(whole)).toBe(true);
        }
      }
    });
  });

  test('are not kept for a store in memory', async () => {
    const store = await Store.open(':memory:');
    await expect(
      Screener.over(store, { clocks: { asOf: null, knownAt: null }, lists: null }),
    ).rejects.toMatchObject({ code: 'ENT_SCREEN_NOTHING_HELD' });
    await store.close();
    expect(existsSync(':memory:.names')).toBe(false);
  });
});
