import { describe, expect, it } from 'vitest';
import type { EntityView, Episode, Listing } from '../store/index.ts';
import { listingChanges, listingDifferences } from './listing-differences.ts';

function listing(country: string, list: string, from: string, to: string | null = null): Listing {
  const basis = from.includes('/') ? 'inferred' : 'stated';
  const episode: Episode = {
    from: { date: from, basis },
    to: to === null ? null : { date: to, basis: 'stated' },
  };
  return {
    list,
    authority: { id: list, name: `Office of ${country}`, country },
    reference: null,
    record: `${list}:1`,
    basis: 'list',
    observed: '2026-01-01',
    printedName: `LANTERN (${country})`,
    status: to === null ? 'listed' : 'delisted',
    effective: episode,
    episodes: [episode],
    programmes: [],
    legalBasis: [],
    sources: [],
  };
}

const group = (entity: string, ...listings: Listing[]): EntityView => ({ entity, records: [], listings });

describe('where two states’ lists differ', () => {
  it('says who lists what, who was first, and leaves out what neither lists', () => {
    const rows = listingDifferences(
      [
        group(
          'both',
          listing('AA', 'aa', '2010-05-01'),
          listing('BB', 'bb', '2012'),
          listing('BB', 'bb2', '2011-06'),
        ),
        group('one', listing('BB', 'bb', '2015-01-01'), listing('AA', 'aa', '2001', '2009-01-01')),
        group('un', listing('UN', 'un-sc', '2001-10-06')),
        group('else', listing('CC', 'cc', '2001-10-06')),
      ],
      ['AA', 'BB'],
      null,
    );
    expect(rows.map(({ entity, listedBy, first }) => [entity, listedBy, first])).toEqual([
      ['one', 'BB', null],
      ['un', 'UN', null],
      ['both', 'both', 'AA'],
    ]);
    expect(rows[2]?.sides.BB).toMatchObject({ since: '2011-06', names: ['LANTERN (BB)'] });
    expect(rows[0]?.sides.AA).toMatchObject({ listed: 'not-listed', since: null, lines: [] });
  });

  it('does not say who was first where the dates do not tell', () => {
    const first = (a: string, b: string) =>
      listingDifferences([group('x', listing('AA', 'aa', a), listing('BB', 'bb', b))], ['AA', 'BB'], null)[0]
        ?.first;
    expect([
      first('2010', '2010-05'),
      first('../2012-01-01', '2015'),
      first('2010-05-01', '2010-05-01'),
    ]).toEqual([null, null, null]);
    expect([first('2010', '2011'), first('2012-03', '2012-02')]).toEqual(['AA', 'BB']);
  });

  it('tells what changed after one day and up to another, and not what lies on neither side for sure', () => {
    const changes = listingChanges(
      [
        group('came', listing('AA', 'aa', '2024-06-01')),
        group('went', listing('AA', 'aa', '2001-01-01', '2024-07-01')),
        group('before', listing('AA', 'aa', '2024-05-10')),
        group('vague', listing('AA', 'aa', '2024-03-01/2024-06-01')),
        group('other', listing('CC', 'cc', '2024-06-01')),
      ],
      ['AA', 'BB'],
      '2024-05-10',
      '2024-12-31',
    );
    expect(changes.map(({ entity, what, date }) => [entity, what, date])).toEqual([
      ['came', 'listed', '2024-06-01'],
      ['went', 'no-longer-listed', '2024-07-01'],
    ]);
  });
});
