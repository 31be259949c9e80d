import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingLists } from './posting-lists.ts';

describe('posting lists', () => {
  it('give each term its rows in the order in which they were filed, terms in order', () => {
    const head = fc.constantFrom('n', 't', 'kname=', 'knames=', 'kna=', 'g=');
    const filed = fc.array(fc.tuple(head, fc.string({ maxLength: 2 }), fc.nat(30)), { maxLength: 200 });
    fc.assert(
      fc.property(filed, (pairs) => {
        const [lists, wanted] = [new PostingLists(), new Map<string, number[]>()];
        for (const [first, rest, row] of pairs.sort((a, b) => a[2] - b[2])) {
          lists.add(first, rest, row);
          const held = wanted.get(first + rest) ?? [];
          wanted.set(first + rest, held.at(-1) === row ? held : [...held, row]);
        }
        const { terms: sorted, starts, rows } = lists.sorted();
        const terms = [...sorted];
        expect(terms).toEqual([...wanted.keys()].sort());
        terms.forEach((term, place) => {
          expect([...rows.subarray(starts[place], starts[place + 1])]).toEqual(wanted.get(term));
        });
        expect(starts.at(-1)).toBe(rows.length);
      }),
    );
  });

  it('grow beyond the room that they begin with', () => {
    const lists = new PostingLists();
    for (let row = 0; row < 150_000; row += 1) lists.add('t', String(row % 70_000), row);
    const { terms: sorted, starts, rows } = lists.sorted();
    const terms = [...sorted];
    const place = terms.indexOf('t9999');
    expect(terms.length).toBe(70_000);
    expect([...rows.subarray(starts[place], starts[place + 1])]).toEqual([9999, 79_999, 149_999]);
  });
});
