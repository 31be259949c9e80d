import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { called, entry, group, of } from './people-for-test.ts';
import type { Profile } from './profile.ts';
import { proposeSame, type Settled } from './propose.ts';

const NOTHING: Settled = { same: [], different: [] };
const un = (reference: string) => of('identifier', reference, { detail: { type: 'UN reference' } });

function verdicts(profiles: readonly Profile[], settled: Settled = NOTHING) {
  return proposeSame(profiles, settled)
    .map(({ left, right, verdict, by }) => `${[left, right].sort().join(' ')} ${verdict} ${by}`)
    .sort();
}

const IVO = [called('Ivo Sardan Tolvik'), of('birthDate', '1965-08-12'), of('nationality', 'Malta')];

describe('who is the same', () => {
  it('I1 joins what carries the same UN reference, on whatever lists', () => {
    const profiles = [
      group('un-sc:QDe.901', [called('LANTERN COLUMN')]),
      group('uk-sanctions:AQD0901', [called('Lantern Column'), un('QDe.901')]),
      group('au-dfat:901', [called('Lantern Column'), un('QDe.901')]),
    ];
    expect(verdicts(profiles)).toEqual([
      'au-dfat:901 un-sc:QDe.901 same rule:un-reference',
      'uk-sanctions:AQD0901 un-sc:QDe.901 same rule:un-reference',
    ]);
  });

  it('I1 joins a copy of an OFAC entry by its number, and no other list’s entry that happens to have it', () => {
    const copy = (list: string) => [called('Quay Lines'), of('list', list), of('reference', '90001')];
    const profiles = [
      group('us-ofac-sdn:90001', [called('QUAY LINES')]),
      group('us-csl:SDN:90001', copy('Specially Designated Nationals (SDN)')),
      group('us-csl:EL:90001', copy('Entity List (EL)')),
    ];
    expect(verdicts([profiles[0], profiles[1]].flatMap((p) => p ?? []))).toHaveLength(1);
    expect(verdicts([profiles[0], profiles[2]].flatMap((p) => p ?? []))).toEqual([]);
  });

  it('I1 asks where kind or names speak against a key, and where two entries of a list carry it', () => {
    const first = entry('un-sc:QDi.901', IVO);
    expect(verdicts([first, group('au-dfat:1', [called('Reed Company'), un('QDi.901')])])).toEqual([
      'au-dfat:1 un-sc:QDi.901 unsure rule:un-reference',
    ]);
    const twice = [
      entry('uk-sanctions:A', [called('Ivo Sardan Tolvik'), un('QDi.901')]),
      entry('uk-sanctions:B', [called('Maro Quillen'), un('QDi.901')]),
    ];
    expect(verdicts([first, ...twice])).toEqual([
      'uk-sanctions:A un-sc:QDi.901 same rule:un-reference',
      'uk-sanctions:B un-sc:QDi.901 unsure rule:un-reference',
    ]);
  });

  it('joins a name and a day of birth, spelt and ordered otherwise', () => {
    const profiles = [
      entry('us-ofac-sdn:1', [called('TOLVIK, Ivo Sardan'), of('birthDate', '1965-08-12')]),
      entry('eu-fsf:1', [called('Ivo Sardan Tollvik'), of('birthDate', '1965-08-12')]),
    ];
    expect(verdicts(profiles)).toEqual(['eu-fsf:1 us-ofac-sdn:1 same rule:names-and-facts']);
  });

  it('I2 never joins or asks on a name alone: "The Base" stays two things', () => {
    const qaida = group('un-sc:QDe.004', [
      called('Al-Qaida'),
      called('The Base', { kind: 'alias' }),
      of('country', 'AF'),
    ]);
    const base = group('eu-fsf:EU.1', [called('The Base'), of('country', 'US')]);
    expect(verdicts([qaida, base])).toEqual([]);
    const alone = [
      group('un-sc:1', [called('Lantern Column')]),
      group('eu-fsf:1', [called('Lantern Column')]),
    ];
    expect(verdicts(alone)).toEqual([]);
  });

  it('I2 asks a person about a word in common and a regime in common, and joins nothing', () => {
    const regime = (name: string) => of('programme', name);
    const qaida = group('us-ofac-sdn:6366', [
      called('AL QA’IDA'),
      called('THE BASE', { kind: 'alias' }),
      regime('SDGT'),
    ]);
    const base = group('eu-fsf:EU.1', [called('The Base'), regime('TERR')]);
    expect(verdicts([qaida, base]).filter((line) => line.includes(' same '))).toEqual([]);
  });

  it('I3 uses what joined entries say together: a birth that one list lacks another has', () => {
    const joined = [
      entry('un-sc:QDi.901', IVO),
      entry('uk-sanctions:A', [called('Ivo Sardan Tolvik'), un('QDi.901')]),
    ];
    const other = (birth: string) =>
      entry('us-ofac-sdn:7', [called('TOLVIK, Ivo Sardan'), of('birthDate', birth)]);
    const ofacLines = (birth: string) =>
      verdicts([...joined, other(birth)]).filter((line) => line.includes('ofac'));
    expect(ofacLines('1965-08-12')).toHaveLength(1);
    // The UK entry alone says nothing against it; the UN entry that it is does.
    expect(ofacLines('1981-03-02')).toEqual([]);
  });

  it('I4 I5 joins neither of two entries of one list that fit as well', () => {
    const profiles = [entry('un-sc:QDi.901', IVO), entry('eu-fsf:1', IVO), entry('eu-fsf:2', IVO)];
    expect(verdicts(profiles)).toEqual([
      'eu-fsf:1 un-sc:QDi.901 unsure rule:names-and-facts',
      'eu-fsf:2 un-sc:QDi.901 unsure rule:names-and-facts',
    ]);
  });

  it('I6 keeps apart what was born on another day or is of another kind', () => {
    const other = [called('Ivo Sardan Tolvik'), of('birthDate', '1990-01-30'), of('nationality', 'Malta')];
    expect(verdicts([entry('un-sc:1', IVO), entry('eu-fsf:1', other)])).toEqual([]);
    expect(verdicts([entry('un-sc:1', IVO), group('eu-fsf:1', IVO)])).toEqual([]);
  });

  it('I8 does not ask again what a person settled', () => {
    const profiles = [entry('un-sc:1', IVO), entry('eu-fsf:1', IVO)];
    const pair = [{ left: 'eu-fsf:1', right: 'un-sc:1' }];
    expect(verdicts(profiles, { same: [], different: pair })).toEqual([]);
    expect(verdicts(profiles, { same: pair, different: [] })).toEqual([]);
  });

  it('I9 judges the same in whatever order the records come', () => {
    const profiles = [
      entry('un-sc:1', IVO),
      entry('eu-fsf:1', IVO),
      entry('au-dfat:1', [called('Ivo Sardan Tolvik'), of('birthDate', '1965'), of('nationality', 'MT')]),
      entry('us-ofac-sdn:1', [called('TOLVIK, Ivo'), of('birthDate', '1965-08-12')]),
      group('uk-sanctions:1', [called('Lantern Column'), un('QDe.901')]),
      group('un-sc:QDe.901', [called('LANTERN COLUMN')]),
    ];
    const order = fc.shuffledSubarray(profiles, { minLength: profiles.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        expect(joinedSets(shuffled)).toEqual(joinedSets(profiles));
      }),
      { numRuns: 40 },
    );
  });
});

/** Which keys end up together. */
function joinedSets(profiles: readonly Profile[]): readonly string[] {
  const set = new Map(profiles.map(({ key }) => [key, new Set([key])]));
  for (const { left, right, verdict } of proposeSame(profiles, NOTHING)) {
    const [one, other] = [set.get(left), set.get(right)];
    if (verdict !== 'same' || one === undefined || other === undefined || one === other) continue;
    for (const key of other) set.set(key, one.add(key));
  }
  return [...new Set(set.values())].map((keys) => [...keys].sort().join(' ')).sort();
}
