import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clocks, ListInfo } from '../kernel/index.ts';
import { Store } from '../store/index.ts';
import { initStore, STARTER_RECORD } from './init-store.ts';
import { type MatrixQuestion, matrixOf } from './matrix.ts';

const NOW: Clocks = { asOf: null, knownAt: null };
const today = () => new Date('2026-11-24T12:00:00Z');

const LIST: ListInfo = {
  id: 'xx-list',
  title: 'An invented list',
  authority: { id: 'xx-office', name: 'An invented office', country: 'XX' },
  effect: 'for tests',
  url: 'https://example.org/',
  licence: 'none',
  parts: ['main'],
  staleAfterDays: 30,
};

/** A snapshot of the invented list: entries of one main name, and other names. */
function load(store: Store, observed: string, entries: Readonly<Record<string, readonly string[]>>) {
  const records = Object.entries(entries).map(([key, names]) => ({
    key,
    part: 'main',
    schema: 'Organization' as const,
    statements: names.map((value, place) => ({
      property: 'name' as const,
      value,
      place: 'NAME',
      kind: place === 0 ? ('primary' as const) : ('alias' as const),
    })),
  }));
  const trailer = () => ({ published: null, files: new Map() });
  return store.load(
    { list: LIST, observed, parts: ['main'], records: [records], trailer },
    { now: '2026-11-24T00:00:00.000Z' },
  );
}

describe('the matrix of a store that stays open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-matrix-'));
  const path = join(folder, 'record.db');
  let store: Store;

  beforeAll(async () => {
    store = await Store.open(path);
    await initStore(store, STARTER_RECORD, today);
    await load(store, '2026-09-01', {
      A1: ['Lantern Column', 'Majeed Brigade', 'Balochistan Liberation Army'],
      A2: ['The Resistance Front'],
    });
  });

  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function ask(of: Store, question: Partial<MatrixQuestion> = {}): Promise<string> {
    const lists = await of.lists();
    const asked = { ids: null, lists: null, authorities: null, clocks: NOW, ...question };
    return JSON.stringify(await matrixOf({ store: of, lists }, asked));
  }

  /** The same, of a store that has nothing in memory yet. */
  async function askAnew(question: Partial<MatrixQuestion> = {}): Promise<string> {
    const anew = await Store.open(path, { mustExist: true });
    try {
      return await ask(anew, question);
    } finally {
      await anew.close();
    }
  }

  it('answers from memory what a store opened anew answers, whatever was asked before', async () => {
    const groups = (await store.profiles(NOW)).map(({ entity }) => entity);
    const questions: readonly Partial<MatrixQuestion>[] = [
      { ids: groups.slice(0, 30) },
      { ids: [...groups.slice(10, 60)].reverse() },
      {},
      { ids: ['Majeed Brigade', 'xx-list:A1'] },
      { ids: ['the resistance front', groups[3] ?? ''], clocks: { asOf: '2019-07-02', knownAt: null } },
      { clocks: { asOf: '2019-07-02', knownAt: null } },
      { ids: groups.slice(0, 30), clocks: { asOf: null, knownAt: '2026-09-01' } },
    ];
    const anew: string[] = [];
    for (const question of questions) anew.push(await askAnew(question));
    for (const [at, question] of [...questions.entries(), ...questions.entries()])
      expect(await ask(store, question)).toBe(anew[at]);
  });

  it('shows each asker what that one may see, whoever asked before', async () => {
    const all = await ask(store);
    const [first] = await store.profiles(NOW);
    const without = await ask(store, { may: ({ entity }) => entity !== first?.entity });
    expect(all).toContain(`"entity":"${first?.entity}"`);
    expect(without).not.toContain(`"entity":"${first?.entity}"`);
    expect(await ask(store)).toBe(all);
  });

  it('shows a snapshot that was loaded since', async () => {
    const question = { ids: ['Lantern Column', 'Balochistan Liberation Army'] };
    const before = await ask(store, question);
    await load(store, '2026-11-01', { A2: ['The Resistance Front'], A3: ['Balochistan Liberation Army'] });
    const after = await ask(store, question);
    expect(after).not.toBe(before);
    expect(after).toContain('"reference":"A3"');
    expect(after).toBe(await askAnew(question));
  });

  /** What each list says of one row, in words. */
  async function said(id: string, asOf: string | null = null): Promise<Readonly<Record<string, string>>> {
    const question = { ids: [id], lists: null, authorities: null, clocks: { asOf, knownAt: null } };
    const { rows } = await matrixOf({ store, lists: await store.lists() }, question);
    const cells = rows[0]?.cells ?? [];
    return Object.fromEntries(
      cells.map(({ list, status, since, programmes, of }) => [
        list,
        [status, of?.caption, since, ...programmes].filter((word) => word != null).join(' '),
      ]),
    );
  }

  it('shows how unevenly the Balochistan Liberation Army is listed', async () => {
    expect(await said('record:balochistan-liberation-army')).toMatchObject({
      'pk-nacta': 'listed 2006-04-07',
      'uk-home-office': 'listed 2006-07',
      'us-state-sdgt': 'listed 2019-07-02',
      'us-state-fto': 'listed 2025-08-11',
      'au-dfat': 'listed 2026-05-08',
    });
    expect(await said('record:balochistan-liberation-army', '2019-07-02')).toMatchObject({
      'us-state-sdgt': 'listed 2019-07-02',
      'us-state-fto': 'not-yet 2025-08-11',
    });
  });

  it('shows that The Resistance Front is an alias of Lashkar-e-Tayyiba on some lists and on no other', async () => {
    const cells = await said('The Resistance Front');
    expect(cells).toMatchObject({
      'in-mha': 'alias Lashkar-e-Tayyiba 2023-01-05',
      'us-state-fto': 'alias Lashkar-e-Tayyiba 2025-07-02',
      'us-state-sdgt': 'alias Lashkar-e-Tayyiba 2025-07-02',
    });
    const aliases = Object.values(cells).filter((cell) => cell.startsWith('alias'));
    expect(aliases).toHaveLength(3);
  });

  it('shows the Taliban as SDGT and on no FTO list', async () => {
    const cells = await said('record:taliban');
    expect(cells['us-ofac-sdn']).toBe('listed 2002-07-02 SDGT');
    expect(Object.keys(cells)).not.toContain('us-state-fto');
    const asked = { ids: ['record:taliban'], lists: ['us-state-fto'], authorities: null, clocks: NOW };
    const { rows } = await matrixOf({ store, lists: await store.lists() }, asked);
    expect(rows[0]?.cells.map(({ status }) => status)).toEqual(['not-loaded']);
  });

  it('says what is wrong with a list, an authority or a name that there is not', async () => {
    const wrong = (question: Partial<MatrixQuestion>) =>
      ask(store, question).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await wrong({ lists: ['zz'] })).toMatch(/a list "zz" \("entente lists" shows/);
    expect(await wrong({ authorities: ['zz'] })).toMatch(/an authority "zz" \(of lists: .*us-state/);
    expect(await wrong({ ids: ['Nobody At All'] })).toMatch(/an entry by the name "Nobody At All"/);
  });

  it('says of an entity the same whoever else is asked about', async () => {
    const groups = (await store.profiles(NOW)).map(({ entity }) => entity);
    const lists = await store.lists();
    const all = await matrixOf(
      { store, lists },
      { ids: groups, lists: null, authorities: null, clocks: NOW },
    );
    const aliases = all.rows.filter(({ cells }) => cells.some(({ status }) => status === 'alias'));
    expect(aliases.length).toBeGreaterThan(0);
    for (const { entity, cells } of aliases) {
      const question = { ids: [entity ?? ''], lists: all.lists.map(({ id }) => id), authorities: null };
      const alone = await matrixOf({ store, lists }, { ...question, clocks: NOW });
      expect(alone.rows[0]?.cells).toEqual(cells);
    }
  });

  it('says again of a key that names nothing that it names nothing', async () => {
    for (let time = 0; time < 2; time += 1) {
      await expect(ask(store, { ids: ['xx-list:none'] })).rejects.toMatchObject({ code: 'ENT_NOT_FOUND' });
    }
  });
});
