import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isEntityId, statementKey } from '../kernel/index.ts';
import { LISTS } from '../lists/index.ts';
import { checkRecord } from './check.ts';
import { citations } from './citations.ts';
import { fails } from './finding.ts';
import type { Edition, Group } from './group.ts';
import { viewOf } from './list-view.ts';
import { recordParts } from './parts.ts';
import { readRecord } from './read.ts';

const FOLDER = resolve(import.meta.dirname, '../../record');

let edition: Edition;
beforeAll(async () => {
  edition = await readRecord(FOLDER);
});

const group = (slug: string): Group => {
  const found = edition.groups.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`no group ${slug}`);
  return found;
};

const listed = (slug: string, list: string, more: Partial<Group['designations'][number]> = {}) =>
  group(slug)
    .designations.filter((entry) => entry.list === list)
    .filter((entry) => Object.entries(more).every(([key, value]) => entry[key as 'programme'] === value))
    .flatMap((entry) => entry.listed.map(({ date }) => date));

describe('the starter record', () => {
  it('holds the groups that reports on the region name', () => {
    expect(edition.groups.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'al-qaida',
        'balochistan-liberation-army',
        'haqqani-network',
        'isil-khorasan',
        'jaish-e-mohammed',
        'lashkar-e-tayyiba',
        'taliban',
        'tehrik-e-taliban-pakistan',
      ]),
    );
  });

  it('holds a hundred groups and more, by the names, scripts, lists and authorities that the world uses', () => {
    const names = edition.groups.flatMap((group) => group.names);
    const designations = edition.groups.flatMap((group) => group.designations);
    const authorities = new Map(edition.lists.map((list) => [list.id, list.authority.id]));
    expect(edition.groups.length).toBeGreaterThanOrEqual(100);
    expect(names.length).toBeGreaterThanOrEqual(1200);
    expect(names.filter(({ script }) => script !== 'Latn').length).toBeGreaterThanOrEqual(200);
    expect(designations.length).toBeGreaterThanOrEqual(600);
    expect(new Set(designations.map(({ list }) => authorities.get(list))).size).toBeGreaterThanOrEqual(14);
  });

  it('sources every date of every designation', () => {
    const known = new Set(edition.sources.map(({ id }) => id));
    const dates = edition.groups
      .flatMap((group) => group.designations)
      .flatMap(({ key, listed, amended, delisted, relisted }) =>
        [...listed, ...amended, ...delisted, ...relisted].map((fact) => ({ key, ...fact })),
      );
    expect(dates.length).toBeGreaterThan(600);
    const unsourced = dates.filter(
      ({ sources }) => sources.length === 0 || !sources.every((id) => known.has(id)),
    );
    expect(unsourced).toEqual([]);
  });

  it('pins an id of its own for each', () => {
    const ids = edition.groups.map(({ id }) => id);
    expect(ids.every(isEntityId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has for every source a publisher, a title and an address that a person can open', () => {
    for (const { id, publisher, title, url, via } of edition.sources) {
      expect(
        [publisher, title, url ?? via].every((field) => field !== undefined && field !== ''),
        id,
      ).toBe(true);
    }
  });

  it('has nothing in it that the check fails', () => {
    expect(checkRecord(edition, viewOf([])).filter(fails)).toEqual([]);
  });

  it('makes no statement twice and cites a source in each', () => {
    const ids = new Set(edition.sources.map(({ id }) => id));
    for (const { key, statements } of recordParts(edition)) {
      expect(new Set(statements.map(statementKey)).size, key).toBe(statements.length);
      expect(
        statements.every(({ source }) => source !== undefined && ids.has(source)),
        key,
      ).toBe(true);
    }
  });

  it('cites no list entry for two groups', () => {
    const entries = citations(edition).map(({ list, reference }) => `${list}:${reference}`);
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries).toContain('us-ofac-sdn:26953');
  });

  it('knows every list that can be read, and calls it and its authority what its reader calls them', () => {
    for (const { info } of LISTS) {
      const { id, title, authority } = info;
      expect(
        edition.lists.find((list) => list.id === id),
        id,
      ).toMatchObject({ title, authority });
    }
  });

  it('tells editors where its schema is', () => {
    for (const name of readdirSync(join(FOLDER, 'groups'))) {
      const [first] = readFileSync(join(FOLDER, 'groups', name), 'utf8').split('\n');
      expect(first, name).toBe('# yaml-language-server: $schema=../schema.json');
    }
  });

  it('knows who had listed the BLA when a report says that it was blacklisted in 2019', () => {
    const bla = 'balochistan-liberation-army';
    expect(listed(bla, 'us-ofac-sdn', { programme: 'SDGT' })).toEqual(['2019-07-02']);
    expect(listed(bla, 'us-state-fto')).toEqual(['2025-08-11']);
    expect(listed(bla, 'uk-home-office')).toContain('2006-07');
    expect(listed(bla, 'pk-nacta')).toEqual(['2006-04-07', '2006-04-09', '2024-07-18', '2024-07-19']);
    expect(listed(bla, 'au-dfat')).toEqual(['2026-05-08']);
  });

  it('holds the TTP and the Afghan Taliban apart', () => {
    const words = (slug: string) => group(slug).names.map(({ text }) => text);
    expect(words('tehrik-e-taliban-pakistan')).toContain('Pakistani Taliban');
    expect(words('taliban')).toContain('Afghan Taliban');
    expect(words('tehrik-e-taliban-pakistan')).not.toContain('Taliban');
    expect(listed('tehrik-e-taliban-pakistan', 'un-sc')).toEqual(['2011-07-29']);
  });

  it('marks a state’s word for a group as that state’s', () => {
    const labels = edition.groups.flatMap(({ names }) => names.filter(({ kind }) => kind === 'label'));
    expect(labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Fitna al-Khawarij', 'فتنہ الخوارج', 'Fitna al-Hindustan', 'فتنہ الہندوستان']),
    );
    expect(labels.filter(({ usedBy }) => usedBy.length === 0)).toEqual([]);
    expect(new Set(labels.flatMap(({ usedBy }) => usedBy))).toContain('PK');
  });
});
