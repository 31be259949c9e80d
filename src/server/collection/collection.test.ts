import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FtmEntity } from '../../exchange/index.ts';
import { CollectionBuilder } from './build-collection.ts';
import { Collection } from './collection.ts';
import { matchesPattern } from './evaluate.ts';
import { exampleOf } from './example.ts';
import { match } from './match.ts';
import { parseQuery } from './query-text.ts';
import { ANYTHING } from './scope.ts';
import { search } from './search.ts';

const entity = (
  id: string,
  properties: Record<string, string[]>,
  more: Partial<FtmEntity> = {},
): FtmEntity => ({
  id,
  caption: properties.name?.[0] ?? id,
  schema: 'Organization',
  properties,
  datasets: ['xx'],
  referents: [],
  target: true,
  first_seen: null,
  last_seen: null,
  last_change: null,
  ...more,
});

function collection(...entities: readonly FtmEntity[]): Collection {
  const builder = new CollectionBuilder();
  for (const one of entities) builder.add(one);
  return Collection.of(builder.finish());
}

const find = (from: Collection, text: string, simple = false) =>
  search(
    from,
    {
      text,
      schema: 'Thing',
      syntax: { simple, fuzzy: false },
      narrowing: ANYTHING,
      facets: [],
      sort: [],
      limit: 500,
      offset: 0,
    },
    new Map(),
  ).rows.map((row) => from.entity(row).id);

describe('a collection', () => {
  it('gives back each entity as it was filed, by its id and by its referents', () => {
    const filed = entity('a', { name: ['Ä "quoted" name'] }, { referents: ['old-a'] });
    const own = collection(entity('b', { name: ['Other'] }), filed);
    expect(own.entity(own.rowOf('a') ?? -1)).toEqual(filed);
    expect(own.rowOfReferent('old-a')).toBe(1);
    expect([own.rowOf('old-a'), own.rowOf(''), own.rowOf('nobody')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('finds every entity by each word of its name, whatever the marks and case', () => {
    const word = fc.stringMatching(/^[a-zåéüß]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        (names) => {
          const own = collection(...names.map((words, at) => entity(`e${at}`, { name: [words.join(' ')] })));
          names.forEach((words, at) => {
            for (const one of words) expect(find(own, one.toUpperCase(), true)).toContain(`e${at}`);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers or refuses any text of a query, and never anything else', () => {
    const own = collection(entity('a', { name: ['Azure River'] }));
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            'azure',
            'AND',
            'OR',
            'NOT',
            '(',
            ')',
            '"',
            '-',
            '+',
            '*',
            '~2',
            'name:',
            '[1 TO 2]',
            '\\',
            '^3',
            ':',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (query, simple) => {
        try {
          find(own, query, simple);
        } catch (error) {
          expect({ simple, error }).toMatchObject({ simple: false, error: { code: 'ENT_SEARCH_SYNTAX' } });
        }
      }),
    );
  });

  it('reads what joins words as Lucene does: or binds loosest, not tightest', () => {
    const read = (text: string) => parseQuery(text, { simple: false, fuzzy: false });
    expect(read('a b OR c')).toMatchObject({
      kind: 'or',
      parts: [{ kind: 'and' }, { kind: 'word', text: 'c' }],
    });
    expect(read('NOT a b')).toMatchObject({ kind: 'and', parts: [{ kind: 'not' }, { text: 'b' }] });
    expect(read('name:(a b)')).toMatchObject({ kind: 'and', parts: [{ field: 'name' }, { field: 'name' }] });
    expect(read('')).toEqual({ kind: 'all' });
  });

  it('compares patterns in bounded time', () => {
    expect(['abc', 'abbbc', 'ac'].map((word) => matchesPattern(word, 'a*b?'))).toEqual([true, true, false]);
    const from = performance.now();
    expect(matchesPattern('a'.repeat(120), `${'a*'.repeat(60)}b`)).toBe(false);
    expect(performance.now() - from).toBeLessThan(200);
  });

  it('matches an entity by each of its names, best first, and by a weak one never alone', () => {
    const own = collection(
      entity('strong', { name: ['Azure River Front'], weakAlias: ['Bluebell'] }),
      entity('like', { name: ['Azure Rover Front'] }),
    );
    const ids = (name: string) => {
      const example = exampleOf({ schema: 'Organization', properties: { name: [name] } });
      if ('why' in example) throw new TypeError(example.why);
      return match(own, example, { narrowing: ANYTHING, limit: 5, threshold: 0.7, cutoff: 0.7 }).results.map(
        ({ row }) => own.entity(row).id,
      );
    };
    expect(ids('Azure River Front')[0]).toBe('strong');
    expect(ids('Bluebell')).toEqual([]);
  });
});
