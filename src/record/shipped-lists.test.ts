import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LISTS } from '../lists/index.ts';
import { checkRecord } from './check.ts';
import { citations } from './citations.ts';
import type { Finding } from './finding.ts';
import type { Edition } from './group.ts';
import { viewOf } from './list-view.ts';
import { citedParts, type Loaded, published, publishedSnapshots } from './published-for-test.ts';
import { readRecord } from './read.ts';

if (!published)
  console.info('no published lists beside the repository: the record is not compared with them');

/** Lists that can be read and that the record does not cite. */
const NOT_CITED = [
  'us-csl', // compiled from other lists, which the record cites themselves
  'us-ofac-consolidated', // of no group that the record holds
  'uk-home-office', // no published copy is held beside the repository
  'us-state-fto', // no published copy is held beside the repository
  'us-state-tel', // no published copy is held beside the repository
  'us-federal-register', // no published copy is held beside the repository
  'au-listed', // no published copy is held beside the repository
  'nz-police', // no published copy is held beside the repository
  'ca-listed', // no published copy is held beside the repository
  'ca-sema', // no published copy is held beside the repository
  'eu-cp931', // no published copy is held beside the repository
  'ch-seco', // no published copy is held beside the repository
  'jp-mof', // no published copy is held beside the repository
  'il-nbctf-individuals', // no published copy is held beside the repository
  'il-nbctf', // no published copy is held beside the repository
  'pk-nacta', // no published copy is held beside the repository
];

describe.runIf(published)('the starter record against every list that is held beside it', () => {
  let edition: Edition;
  let loaded: readonly Loaded[];
  let findings: readonly Finding[];

  beforeAll(async () => {
    edition = await readRecord(resolve(import.meta.dirname, '../../record'));
    loaded = await citedParts(edition, publishedSnapshots());
    findings = checkRecord(edition, viewOf(loaded));
  });

  it('leaves out no list that can be read', () => {
    const compared = new Set(loaded.map(({ list }) => list));
    expect([...compared, ...NOT_CITED].sort()).toEqual(LISTS.map(({ info }) => info.id).sort());
  });

  it('compares something: every cited entry of those lists is held by a snapshot', () => {
    const compared = new Set(loaded.map(({ list }) => list));
    const held = new Set(loaded.flatMap(({ list, parts }) => parts.map(({ key }) => `${list}:${key}`)));
    const wanted = citations(edition)
      .filter(({ list }) => compared.has(list))
      .map(({ list, reference }) => `${list}:${reference}`);
    expect(wanted.length).toBeGreaterThan(400);
    expect(wanted.filter((key) => !held.has(key))).toEqual([]);
  });

  it('differs from them in nothing that the files do not explain: no name, date, programme or entry', () => {
    const unexplained = findings.filter(({ explained }) => explained === undefined);
    expect(unexplained.map(({ place, message }) => `${place.file}:${place.line} ${message}`)).toEqual([]);
  });

  it('explains no more than it must', () => {
    const codes = findings.filter(({ code }) => code !== 'shared-name').map(({ code }) => code);
    // Those that the record leaves to the European list, which translates its names, are the most of them.
    expect(new Set(codes)).toEqual(new Set(['name-not-taken', 'amended-differs', 'printed-name']));
    expect(codes.filter((code) => code !== 'name-not-taken').length).toBeLessThan(25);
    const own = findings.filter(
      ({ code, message }) => code === 'name-not-taken' && !/ eu-fsf:/.test(` ${message}`),
    );
    expect(own.length).toBeLessThan(20);
  });

  it('prints the names of India’s schedule as its page does', () => {
    const rows = new Set(
      loaded
        .filter(({ list }) => list === 'in-mha')
        .flatMap(({ parts }) => parts.flatMap(({ statements }) => statements))
        .filter(({ property }) => property === 'name')
        .map(({ original, value }) => (original ?? value).replace(/\s+/g, ' ')),
    );
    const printed = edition.groups
      .flatMap(({ designations }) => designations)
      .filter(({ list, sources }) => list === 'in-mha' && sources.includes('in-mha-2023'))
      .flatMap(({ printedName }) => printedName ?? []);
    expect(printed.length).toBeGreaterThan(30);
    expect(printed.filter((name) => !rows.has(name))).toEqual([]);
  });
});
