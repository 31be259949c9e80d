import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordPart } from '../kernel/index.ts';
import { contentOf, Store } from '../store/index.ts';
import { screenBatch } from './batch.ts';
import { ExceptionBook, exceptionMoment, isOpen } from './excepted.ts';
import type { ScreenQuery } from './query.ts';
import { questionKey } from './question-key.ts';
import { Screener } from './screener.ts';

const NOW = { asOf: null, knownAt: null } as const;
const LIST = {
  id: 'xx-list',
  title: 'Invented list',
  authority: { id: 'xx', name: 'Office', country: 'XX' },
  effect: 'for tests',
  url: 'https://example.org/',
  licence: 'none',
  parts: ['main'],
  staleAfterDays: 30,
} as const;

describe('exceptions in screening', () => {
  let folder: string;
  let store: Store;

  const load = (observed: string, ...aliases: readonly string[]) => {
    const record: RecordPart = {
      key: '1',
      part: 'main',
      schema: 'Person',
      statements: [
        {
          property: 'name',
          value: 'Tariq Mehmood Invented',
          place: 'N',
          kind: 'primary',
          strength: 'unstated',
        },
        ...aliases.map(
          (value) => ({ property: 'name', value, place: 'N', kind: 'alias', strength: 'strong' }) as const,
        ),
      ],
    };
    return store.load(
      {
        list: LIST,
        observed,
        parts: ['main'],
        records: [[record]],
        trailer: () => ({ published: null, files: new Map() }),
      },
      { now: '2026-11-24T00:00:00.000Z' },
    );
  };
  const except = async (query: ScreenQuery, until = '2027-01-01') => {
    const view = await store.entity('xx-list:1', NOW);
    if (view === null) throw new Error('not loaded');
    const asked = questionKey(query);
    const { id } = await store.exceptions.propose({
      subject: { key: asked.key, query: { ...asked.query }, watch: null },
      entity: view.entity,
      caption: 'Tariq',
      reason: 'birth',
      until,
      content: contentOf(view),
      evidence: {},
      proposed: { by: 'amina', at: '2026-11-01T10:00:00.000Z', why: 'born twenty years later' },
    });
    await store.exceptions.act(id, 'approve', {
      by: 'bilal',
      at: '2026-11-02T10:00:00.000Z',
      why: 'agreed',
    });
    return id;
  };
  const stateOf = async (query: ScreenQuery, day = '2026-11-24', knownAt: string | null = null) => {
    const screener = await Screener.over(store, { clocks: { asOf: null, knownAt }, lists: null });
    const answer = await new ExceptionBook(store).mark(
      await screener.screen(query),
      exceptionMoment(new Date(`${day}T12:00:00Z`), knownAt),
    );
    const [result] = answer.results;
    if (result === undefined) throw new Error('no hit');
    return { state: result.exception?.state ?? null, open: isOpen(result), match: result.match };
  };

  const ASKED: ScreenQuery = { name: 'Tariq Mehmood Invented', birthDate: '1994', country: 'PK' };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-excepted-'));
    store = await Store.open(join(folder, 'record.db'));
    await load('2026-01-01');
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('marks a hit that an active exception is about, shows it still, and does not count it as open', async () => {
    expect(await stateOf(ASKED)).toEqual({ state: null, open: true, match: true });
    await except(ASKED);
    expect(await stateOf(ASKED)).toEqual({ state: 'active', open: false, match: true });
    expect(await stateOf({ ...ASKED, name: 'TARIQ  Mehmood invented', country: 'Pakistan' })).toMatchObject({
      state: 'active',
    });
  });

  it('holds before its day and not on it', async () => {
    await except(ASKED, '2026-12-01');
    expect(await stateOf(ASKED, '2026-11-30')).toMatchObject({ state: 'active', open: false });
    expect(await stateOf(ASKED, '2026-12-01')).toMatchObject({ state: 'expired', open: true });
  });

  it('reopens at once when the entity changes', async () => {
    await except(ASKED);
    await load('2026-11-20', 'Tariq the Younger');
    expect(await stateOf(ASKED)).toEqual({ state: 'entity-changed', open: true, match: true });
  });

  it('bears on no question that says something else, and says so', async () => {
    await except(ASKED);
    expect(await stateOf({ ...ASKED, birthDate: '1993' })).toMatchObject({
      state: 'question-changed',
      open: true,
    });
    expect(await stateOf({ name: ASKED.name })).toMatchObject({ state: 'question-changed', open: true });
  });

  it('answers as known on a day: with what was decided and known by then', async () => {
    await except(ASKED);
    await load('2026-11-20', 'Tariq the Younger');
    expect(await stateOf(ASKED, '2026-11-24', '2026-11-10')).toMatchObject({ state: 'active' });
    expect(await stateOf(ASKED, '2026-11-24', '2026-11-01')).toMatchObject({ state: null, open: true });
  });

  it('takes up what is added while the book is held', async () => {
    const book = new ExceptionBook(store);
    const screener = await Screener.over(store, { clocks: NOW, lists: null });
    const moment = exceptionMoment(new Date('2026-11-24T12:00:00Z'), null);
    const state = async () =>
      (await book.mark(await screener.screen(ASKED), moment)).results[0]?.exception?.state ?? null;
    expect(await state()).toBe(null);
    const id = await except(ASKED);
    expect(await state()).toBe('active');
    await store.exceptions.act(id, 'withdraw', { by: 'amina', at: '2026-11-03T00:00:00.000Z', why: 'wrong' });
    expect(await state()).toBe(null);
  });

  it('sets the rows of a file apart that exceptions set aside', async () => {
    await except(ASKED);
    const input = join(folder, 'in.csv');
    writeFileSync(
      input,
      'name,dob,country\nTariq Mehmood Invented,1994,PK\nTariq Mehmood Invented,1960,PK\nNobody Known,,\n',
    );
    const job = (output: string, decidedBy?: string) =>
      screenBatch(store, {
        input,
        output: join(folder, output),
        scope: { clocks: NOW, lists: null },
        workers: 0,
        ...(decidedBy === undefined ? {} : { decidedBy }),
      });
    const { counts } = await job('out.jsonl', '2026-11-24T12:00:00.000Z');
    expect(counts).toMatchObject({ match: 1, excepted: 1, clear: 1 });
    const [, first, second] = readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      status: 'excepted',
      results: [{ match: true, exception: { state: 'active' } }],
    });
    expect(second).toMatchObject({
      status: 'match',
      results: [{ exception: { state: 'question-changed' } }],
    });
    // As before anybody had decided, and as nobody asks for them: the same bytes as ever.
    await job('before.csv', '2026-11-02T09:00:00.000Z');
    await job('plain.csv');
    expect(readFileSync(join(folder, 'before.csv'), 'utf8')).toBe(
      readFileSync(join(folder, 'plain.csv'), 'utf8'),
    );
    await job('out.csv', '2026-11-24T12:00:00.000Z');
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toMatch(
      /,excepted,.*not the same until 2027-01-01, approved by bilal: born twenty years later/,
    );
  });
});

describe('questionKey', () => {
  it('is the same for a question that is normalised already', () => {
    const query = fc.record(
      {
        name: fc.string({ unit: 'grapheme', maxLength: 30 }),
        aliases: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
        birthDate: fc.constantFrom('1994', '1994-03', '1994-03-02', '1994~', 'no date'),
        country: fc.constantFrom('PK', 'Pakistan', 'pk', 'Erewhon'),
        gender: fc.constantFrom('m', 'Male', 'other'),
        identifiers: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(query, (asked) => {
        const first = questionKey(asked);
        expect(questionKey(first.query)).toEqual(first);
      }),
    );
  });

  it('tells apart what is asked otherwise', () => {
    const base: ScreenQuery = { name: 'A Person' };
    const keys = [
      base,
      { ...base, birthDate: '1990' },
      { ...base, schema: 'Person' as const },
      { ...base, identifiers: ['AB1234567'] },
      { ...base, aliases: ['Another'] },
    ].map((query) => questionKey(query).key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
