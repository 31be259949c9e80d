import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, tryParseDate } from '../kernel/index.ts';
import { findDates } from './prose-dates.ts';
import { resolveDate, shiftDate } from './resolve-date.ts';
import { tokenize } from './tokens.ts';

/** Wednesday. */
const WRITTEN = '2025-08-13';

function read(
  text: string,
  reference = WRITTEN,
  leaning: 'past' | 'future' = 'past',
): readonly (string | null)[] {
  return findDates(tokenize(text)).map(({ form }) => {
    const date = resolveDate(form, reference, leaning);
    return date === null ? null : formatDate(date);
  });
}

describe('dates that need no other', () => {
  test.each([
    ['on 10 May 2024', '2024-05-10'],
    ['on May 10, 2024', '2024-05-10'],
    ['on the 5th of June 2023', '2023-06-05'],
    ['September 9-10, 2020', '2020-09-09/2020-09-10'],
    ['9-10 September 2020', '2020-09-09/2020-09-10'],
    ['in March 2023', '2023-03'],
    ['in 2019', '2019'],
    ['since 2006', '2006'],
    ['the 2008 attacks', '2008'],
    ['2025-08-11', '2025-08-11'],
    ['on 13/08/2025', '2025-08-13'],
    ['on Dec. 26, 2001', '2001-12-26'],
    ['in the 1980s', '1980/1989'],
    ['by mid-2019', '2019'],
  ])('%s', (text, value) => expect(read(text)).toEqual([value]));
});

describe('dates that count from the day of writing (D2 to D5)', () => {
  test.each([
    ['on Tuesday', '2025-08-12'],
    ['on Wednesday', '2025-08-13'],
    ['late on Thursday', '2025-08-07'],
    ['last Wednesday', '2025-08-06'],
    ['on Monday night', '2025-08-11'],
    ['today', '2025-08-13'],
    ['yesterday', '2025-08-12'],
    ['the day before yesterday', '2025-08-11'],
    ['last night', '2025-08-12'],
    ['two days ago', '2025-08-11'],
    ['three weeks ago', '2025-07-21/2025-07-27'],
    ['a fortnight ago', '2025-07-28/2025-08-03'],
    ['the 12th of last month', '2025-07-12'],
    ['the 5th of this month', '2025-08-05'],
    ['over the weekend', '2025-08-09/2025-08-10'],
    ['last weekend', '2025-08-09/2025-08-10'],
    ['next weekend', '2025-08-16/2025-08-17'],
    ['two months ago', '2025-06'],
    ['five years ago', '2020'],
    ['earlier this month', '2025-08'],
    ['last month', '2025-07'],
    ['this year', '2025'],
    ['last year', '2024'],
    ['last week', '2025-08-04/2025-08-10'],
    ['in March', '2025-03'],
    ['in December', '2024-12'],
    ['on August 11', '2025-08-11'],
    ['on January 31', '2025-01-31'],
    ['on September 2', '2024-09-02'],
    ['last March', '2025-03'],
  ])('%s', (text, value) => expect(read(text)).toEqual([value]));

  test.each([
    ['on Friday', '2025-08-15'],
    ['next Tuesday', '2025-08-19'],
    ['in March', '2026-03'],
    ['on September 2', '2025-09-02'],
    ['next month', '2025-09'],
    ['within six months', '2026-02'],
  ])('of something planned, %s', (text, value) => expect(read(text, WRITTEN, 'future')).toEqual([value]));
});

describe('what is no date', () => {
  test.each([
    'under Section 2019 of the code',
    'UNSC Resolution 2593 (2021)',
    'the Terrorism Act 2000',
    'the group may march on',
    'more than 2000 people',
    'on 03/04/2025',
    'he sat in the sun',
  ])('%s', (text) => expect(read(text).filter((value) => value !== null)).toEqual([]));
});

test('a day that does not exist is not read, its month and year are', () => {
  expect(read('on 31 February 2024')).toEqual(['2024-02']);
});

describe('dates that count from something else, or from nothing', () => {
  test('"a day after" is an offset with its side and its count', () => {
    const [date] = findDates(tokenize('a day after the US designated'));
    expect(date?.form).toEqual({ kind: 'offset', count: 1, unit: 'day', side: 'after' });
  });
  test('an offset moves a day exactly and by months only to the month', () => {
    const day = tryParseDate('2025-08-12');
    if (day === null) throw new Error('no day');
    const text = (count: number, unit: 'day' | 'month' | 'year') => {
      const moved = shiftDate(day, count, unit);
      return moved === null ? null : formatDate(moved);
    };
    expect([text(-1, 'day'), text(2, 'month'), text(-1, 'year')]).toEqual(['2025-08-11', '2025-10', '2024']);
  });
  test('a time that cannot be written down is found, and has no value', () => {
    expect(read('in recent months')).toEqual([null]);
    expect(read('hours later')).toEqual([null]);
  });
  test('"since" and "by" bound', () => {
    const bounds = findDates(tokenize('since 2019, by December 2026, on Tuesday')).map(({ bound }) => bound);
    expect(bounds).toEqual(['since', 'until', 'at']);
  });
});

test('whatever the words, dates are found in order, none overlapping, and their values are dates', () => {
  const word = fc.constantFrom(
    'on',
    'Tuesday',
    'May',
    '5',
    '2024',
    ',',
    'a',
    'day',
    'after',
    'last',
    'year',
    '-',
    'the',
    'two',
    'weeks',
    'ago',
    'March',
    '31',
    'within',
    'hours',
    'earlier',
    'this',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      let at = 0;
      for (const { first, last, form } of findDates(tokenize(words.join(' ')))) {
        expect(first).toBeGreaterThanOrEqual(at);
        expect(last).toBeGreaterThan(first);
        at = last;
        for (const leaning of ['past', 'future'] as const) {
          const date = resolveDate(form, WRITTEN, leaning);
          if (date !== null) expect(tryParseDate(formatDate(date))).toEqual(date);
        }
      }
    }),
  );
});

test('with no year, the past is never later than the day of writing and the future never earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
      const past = resolveDate({ kind: 'month-day', month, day }, WRITTEN, 'past');
      const future = resolveDate({ kind: 'month-day', month, day }, WRITTEN, 'future');
      expect(past !== null && formatDate(past) <= WRITTEN).toBe(true);
      expect(future !== null && formatDate(future) >= WRITTEN).toBe(true);
    }),
  );
});

describe('a weekend', () => {
  test('on one of its days, it is this one, and the last is the one before', () => {
    expect(read('this weekend', '2025-08-10')).toEqual(['2025-08-09/2025-08-10']);
    expect(read('last weekend', '2025-08-10')).toEqual(['2025-08-02/2025-08-03']);
  });

  test('of what is planned, it is the next', () => {
    expect(read('the weekend', WRITTEN, 'future')).toEqual(['2025-08-16/2025-08-17']);
  });

  test('the 31st of a month without one is no date', () => {
    expect(read('the 31st of last month', '2025-07-02')).toEqual([null]);
  });
});
