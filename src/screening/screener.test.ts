import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListInfo, NameKind, RecordPart, Schema, Statement, Strength } from '../kernel/index.ts';
import { Store } from '../store/index.ts';
import type { ScreenOptions, ScreenQuery } from './query.ts';
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

const name = (value: string, kind: NameKind = 'primary', strength: Strength = 'unstated'): Statement => ({
  property: 'name',
  value,
  place: 'NAME',
  kind,
  strength,
});
const said = (property: Statement['property'], value: string): Statement => ({
  property,
  value,
  place: property,
});
const entry = (key: string, schema: Schema, ...statements: Statement[]): RecordPart => ({
  key,
  part: 'main',
  schema,
  statements,
});

const FRONT = entry(
  'E1',
  'Organization',
  name('Azure River Front'),
  name('ARF', 'acronym', 'weak'),
  name('The Anchor', 'alias', 'weak'),
  said('listedOn', '2019-07-02'),
);
const COLUMN = entry('E2', 'Organization', name('Red Valley Column'), said('listedOn', '2015-01-01'));
const PERSON = entry(
  'P1',
  'Person',
  name('ZARDAN, Omer Talib'),
  said('birthDate', '1965'),
  said('nationality', 'Pakistan'),
);

describe('a screening', () => {
  let store: Store;
  beforeEach(async () => {
    store = await Store.open(':memory:');
  });
  afterEach(() => store.close());

  const load = (observed: string, ...records: RecordPart[]) =>
    store.load(
      {
        list: LIST,
        observed,
        parts: ['main'],
        records: [records],
        trailer: () => ({ published: null, files: new Map() }),
      },
      { now: '2026-11-24T00:00:00.000Z', shrinkShare: 1 },
    );
  const screen = async (
    query: ScreenQuery,
    options: ScreenOptions & { asOf?: string; knownAt?: string; lists?: string[] } = {},
  ) => {
    const { asOf = null, knownAt = null, lists = null, ...rest } = options;
    return (await Screener.over(store, { clocks: { asOf, knownAt }, lists })).screen(query, rest);
  };

  it('finds a name exactly at 1, and across spelling below 1', async () => {
    await load('2024-01-01', FRONT, COLUMN);
    const exact = await screen({ name: 'azure river front' });
    expect(exact.results).toMatchObject([{ caption: 'Azure River Front', score: 1, match: true }]);
    const near = (await screen({ name: 'Azur Rivers Front' })).results[0];
    expect(near).toMatchObject({ caption: 'Azure River Front', match: true });
    expect(near?.score).toBeLessThan(1);
  });

  it('lets a weak name confirm and not alert alone, unless it is asked to', async () => {
    await load('2024-01-01', FRONT, COLUMN);
    expect((await screen({ name: 'The Anchor' })).results).toEqual([]);
    expect((await screen({ name: 'The Anchor' }, { weak: true })).results).toMatchObject([
      { caption: 'Azure River Front', match: true, matchedName: { text: 'The Anchor', strength: 'weak' } },
    ]);
  });

  it('names a weak alias beside the better name that found the entity', async () => {
    const both = entry(
      'E3',
      'Organization',
      name('Golden Anchor Brigade'),
      name('Golden Anchor', 'alias', 'weak'),
    );
    await load('2024-01-01', both);
    const [first] = (await screen({ name: 'Golden Anchor' })).results;
    expect(first).toMatchObject({
      matchedName: { text: 'Golden Anchor Brigade', strength: 'unstated' },
      otherNames: [{ text: 'Golden Anchor', strength: 'weak' }],
    });
    expect(first?.score).toBeLessThan(1);
  });

  it('answers as of a day: an entry that was not listed then is shown and is no match', async () => {
    await load('2024-01-01', FRONT, COLUMN);
    expect((await screen({ name: 'Azure River Front' }, { asOf: '2018-01-01' })).results).toMatchObject([
      { match: false, listings: [{ status: 'not-yet' }], matchedName: { borne: 'not-yet' } },
    ]);
    expect((await screen({ name: 'Azure River Front' }, { asOf: '2019-07-02' })).results[0]?.match).toBe(
      true,
    );
  });

  it('answers as known on a day: what was observed later does not show', async () => {
    await load('2018-12-31', COLUMN);
    await load('2024-01-01', FRONT, COLUMN);
    const then = await screen({ name: 'Azure River Front' }, { knownAt: '2020-01-01' });
    expect(then.results).toEqual([]);
    expect(then.searched.lists).toEqual([{ id: 'xx-list', observed: '2018-12-31', records: 1 }]);
  });

  it('says of an alias that joined later that the entry did not bear it on the day asked about', async () => {
    await load('2019-08-01', COLUMN);
    await load(
      '2025-12-24',
      entry(
        'E2',
        'Organization',
        name('Red Valley Column'),
        name('Scarlet Guard', 'alias'),
        said('listedOn', '2015-01-01'),
      ),
    );
    expect((await screen({ name: 'Scarlet Guard' }, { asOf: '2019-01-01' })).results).toMatchObject([
      { match: false, matchedName: { borne: 'not-yet' }, listings: [{ status: 'listed' }] },
    ]);
    expect((await screen({ name: 'Scarlet Guard' })).results).toMatchObject([{ match: true }]);
  });

  it('does not find an entry that has left its list, unless a day is asked about on which it was there', async () => {
    await load('2020-01-01', FRONT, COLUMN);
    await load('2022-01-01', COLUMN);
    expect((await screen({ name: 'Azure River Front' })).results).toEqual([]);
    expect((await screen({ name: 'Azure River Front' }, { asOf: '2020-06-01' })).results).toMatchObject([
      { match: true, listings: [{ status: 'unclear' }] },
    ]);
  });

  it('takes what is left out for neutral, and a plain contradiction off the score', async () => {
    await load('2024-01-01', PERSON);
    const score = async (more: Partial<ScreenQuery>) =>
      (await screen({ name: 'Omer Talib Zardan', ...more }, { threshold: 0.3 })).results[0]?.score ?? 0;
    const plain = await score({});
    expect(plain).toBeGreaterThan(0.9);
    expect(await score({ birthDate: '1965-08-12', country: 'PK' })).toBe(plain);
    expect(await score({ birthDate: '1968' })).toBeCloseTo(plain - 0.25, 2);
    expect(await score({ birthDate: '1990' })).toBeCloseTo(plain - 0.35, 2);
    expect(await score({ country: 'Brazil' })).toBeCloseTo(plain - 0.1, 2);
  });

  describe('asked with an identifier that an entry bears', () => {
    const BEARER = entry(
      'P2',
      'Person',
      name('TALUQDAR, Osric'),
      name('Grey Heron', 'alias', 'weak'),
      said('gender', 'male'),
      said('birthDate', '1971'),
      said('identifier', 'AB 123-4567'),
      said('identifier', '12345'),
    );
    const SHIP = entry('V1', 'Vessel', name('Blue Wagtail'), said('identifier', '9187629'));

    it('finds the entry whatever the name, and says so first', async () => {
      await load('2024-01-01', BEARER, COLUMN);
      const [first] = (await screen({ name: 'Wholly Another', identifiers: ['ab1234567'] })).results;
      expect(first).toMatchObject({ caption: 'TALUQDAR, Osric', match: true });
      expect(first?.score).toBeGreaterThanOrEqual(0.95);
      expect(first?.explanation.sentence).toMatch(/^The identifier AB 123-4567 is the same\. /);
      expect(first?.explanation.features).toMatchObject([{ feature: 'identifier' }]);
    });

    it('lets it decide against a birth date that contradicts', async () => {
      await load('2024-01-01', BEARER);
      const query = { name: 'Osric Taluqdar', birthDate: '1990', identifiers: ['AB1234567'] };
      expect((await screen(query)).results).toMatchObject([{ match: true }]);
      expect((await screen({ ...query, identifiers: ['XY7654321'] })).results[0]?.match).not.toBe(true);
    });

    it('takes a short number for a help to the name and no more', async () => {
      await load('2024-01-01', BEARER);
      expect((await screen({ name: 'Wholly Another', identifiers: ['12345'] })).results).toEqual([]);
    });

    it('knows the number of a ship with and without its letters', async () => {
      await load('2024-01-01', SHIP, COLUMN);
      for (const number of ['IMO 9187629', 'imo9187629', '9187629', '٩١٨٧٦٢٩']) {
        expect((await screen({ name: 'Renamed', identifiers: [number] })).results).toMatchObject([
          { caption: 'Blue Wagtail', match: true },
        ]);
      }
    });

    it('finds it among the lists and on the days asked about only', async () => {
      await load('2020-01-01', COLUMN);
      await load('2022-01-01', BEARER, COLUMN);
      await load('2024-01-01', COLUMN);
      const found = async (clocks: { asOf?: string; knownAt?: string }) =>
        (await screen({ name: 'Wholly Another', identifiers: ['AB1234567'] }, clocks)).results.length;
      expect(await found({})).toBe(0);
      expect(await found({ asOf: '2022-06-01' })).toBe(1);
      expect(await found({ knownAt: '2022-06-01' })).toBe(1);
      expect(await found({ knownAt: '2020-06-01' })).toBe(0);
    });
  });

  it('counts a gender against only where the list states the other', async () => {
    const woman = entry('P3', 'Person', name('Ilse Marrow'), said('gender', 'female'));
    await load('2024-01-01', PERSON, woman);
    const score = async (query: ScreenQuery) => (await screen(query, { threshold: 0.3 })).results[0]?.score;
    expect(await score({ name: 'Ilse Marrow', gender: 'F' })).toBe(1);
    expect(await score({ name: 'Ilse Marrow', gender: 'male' })).toBeCloseTo(0.75, 2);
    expect(await score({ name: 'Ilse Marrow', gender: 'unknown' })).toBe(1);
    expect(await score({ name: 'ZARDAN, Omer Talib', gender: 'female' })).toBe(1);
  });

  it('searches the lists that are asked for and no other', async () => {
    await load('2024-01-01', FRONT);
    await store.load(
      {
        list: { ...LIST, id: 'yy-list' },
        observed: '2024-02-01',
        parts: ['main'],
        records: [[COLUMN]],
        trailer: () => ({ published: null, files: new Map() }),
      },
      { now: '2026-11-24T00:00:00.000Z' },
    );
    const answer = await screen({ name: 'Azure River Front' }, { lists: ['yy-list'] });
    expect(answer).toMatchObject({ results: [], searched: { lists: [{ id: 'yy-list' }], names: 1 } });
  });

  it('never answers "nothing found" when nothing was there to be searched', async () => {
    await expect(screen({ name: 'Anyone' })).rejects.toMatchObject({ code: 'ENT_SCREEN_NOTHING_HELD' });
    await load('2024-01-01', FRONT);
    await expect(screen({ name: 'Anyone' }, { knownAt: '2001-01-01' })).rejects.toMatchObject({
      code: 'ENT_SCREEN_NOTHING_HELD',
    });
    await expect(screen({ name: 'Anyone' }, { lists: ['zz-list'] })).rejects.toMatchObject({
      code: 'ENT_SCREEN_LIST_UNKNOWN',
    });
  });
});
