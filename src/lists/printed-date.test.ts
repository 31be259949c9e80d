import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../kernel/index.ts';
import { americanDate, monthFirstDate, printedDate } from './printed-date.ts';

describe('a printed date', () => {
  it.each([
    ['12 Aug 1965', '1965-08-12'],
    ['1 September 2019', '2019-09-01'],
    ['Sept. 2019', '2019-09'],
    ['Nov. 1973 ', '1973-11'],
    ['1965', '1965'],
    ['1965-08-12', '1965-08-12'],
    ['2015-03-27-04:00', '2015-03-27'],
    ['circa 1965', '1965~'],
    ['circa 01 Jan 1961', '1961-01-01~'],
    ['1965 to 1967', '1965/1967'],
    ['1945 - 1950', '1945/1950'],
    ['circa 1979-1982', '1979~/1982~'],
    ['01 Dec 1952 to 31 Dec 1952', '1952-12-01/1952-12-31'],
  ])('%s is %s', (text, edtf) => {
    expect(printedDate(text)).toBe(edtf);
  });

  it.each([
    '30 Feb 1965',
    '1967 to 1965',
    '35-45 years old',
    '24/06/1402 (Hijri Calendar)',
    'Between Aug. and Sep. 1977',
    'Invalid date',
    'null',
    '',
    ' to ',
    '12 Foo 1965',
    '1 to 2 to 3',
    '1'.repeat(1_000_000),
  ])('%.40s is none', (text) => {
    expect(printedDate(text)).toBeNull();
  });

  it('is EDTF whenever it is read, whatever the text', () => {
    const piece = fc.constantFrom('12', '1965', 'Aug', 'circa', 'to', '-', ' ', '.', '1967', '~', '/');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' ')),
        (text) => {
          const edtf = printedDate(text);
          if (edtf !== null) expect(() => parseDate(edtf)).not.toThrow();
        },
      ),
    );
  });

  it('of a file has the month first', () => {
    expect(americanDate('08/11/2025')).toBe('2025-08-11');
    expect([americanDate('13/11/2025'), americanDate('8/11/2025'), americanDate('')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['July 18, 2025', '2025-07-18'],
    ['Sept. 2, 2001', '2001-09-02'],
    ['10/8/1997', '1997-10-08'],
    ['July 2025', '2025-07'],
    ['February 30, 2001', null],
    ['13/1/2001', null],
    ['18 July 2025', null],
    ['soon', null],
  ])('of a page of the United States, %s, has the month first', (text, edtf) => {
    expect(monthFirstDate(text)).toBe(edtf);
  });
});
