import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALWAYS,
  complement,
  contains,
  formatInterval,
  type Interval,
  intersect,
  interval,
  overlaps,
  subtract,
  union,
} from './interval.ts';

const DAYS = Array.from({ length: 12 }, (_, index) => `2020-01-${String(index + 1).padStart(2, '0')}`);
const bound = fc.option(fc.constantFrom(...DAYS), { nil: null });
const anInterval: fc.Arbitrary<Interval> = fc
  .tuple(bound, bound)
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([from, to]) => ({ from, to }));
const spans = fc.array(anInterval, { maxLength: 6 });
/** Points before, on, between and after all bounds. */
const point = fc.constantFrom(
  '2019-12-31',
  ...DAYS,
  ...DAYS.map((day) => `${day}T12:00:00.000Z`),
  '2020-02-01',
);
const within = (list: readonly Interval[], at: string) => list.some((span) => contains(span, at));

/** Whether a list of intervals is in the shortest form: sorted, none touching the next. */
function shortest(list: readonly Interval[]): boolean {
  return list.every((span, index) => {
    const next = list[index + 1];
    return next === undefined || (span.to !== null && next.from !== null && span.to < next.from);
  });
}

describe('interval algebra', () => {
  it('holds its beginning and not its end', () => {
    const span = interval('2020-01-02', '2020-01-05');
    expect([
      contains(span, '2020-01-02'),
      contains(span, '2020-01-04T23:59:59.999Z'),
      contains(span, '2020-01-05'),
    ]).toEqual([true, true, false]);
  });

  it('refuses an empty or backward interval', () => {
    expect(() => interval('2020-01-02', '2020-01-02')).toThrowError(
      expect.objectContaining({ code: 'ENT_INTERVAL_ORDER' }),
    );
  });

  it('intersects to the points that both hold', () => {
    fc.assert(
      fc.property(anInterval, anInterval, point, (a, b, at) => {
        const both = intersect(a, b);
        expect(both !== null && contains(both, at)).toBe(contains(a, at) && contains(b, at));
        expect(overlaps(a, b)).toBe(both !== null);
      }),
    );
  });

  it('unites to the points that any holds, in the shortest form', () => {
    fc.assert(
      fc.property(spans, point, (list, at) => {
        expect(within(union(list), at)).toBe(within(list, at));
        expect(shortest(union(list))).toBe(true);
        expect(union(union(list))).toEqual(union(list));
      }),
    );
  });

  it('complements to the points that none holds, and back again', () => {
    fc.assert(
      fc.property(spans, point, (list, at) => {
        expect(within(complement(list), at)).toBe(!within(list, at));
        expect(shortest(complement(list))).toBe(true);
        expect(complement(complement(list))).toEqual(union(list));
      }),
    );
  });

  it('subtracts to the points of the one that the other lacks', () => {
    fc.assert(
      fc.property(spans, spans, point, (list, less, at) => {
        expect(within(subtract(list, less), at)).toBe(within(list, at) && !within(less, at));
      }),
    );
  });

  it('knows the whole line and nothing', () => {
    expect(complement([])).toEqual([ALWAYS]);
    expect(complement([ALWAYS])).toEqual([]);
    expect(formatInterval(ALWAYS)).toBe('../..');
  });
});
