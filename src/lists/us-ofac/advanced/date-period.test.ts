import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../xml.ts';
import { dateOf, printedPeriod } from './date-period.ts';

type Day = readonly [year: number, month: number, day: number];

const element = (name: string, children: readonly XmlElement[], text = ''): XmlElement => ({
  name,
  text,
  children,
  line: 1,
});
const point = (name: string, [year, month, day]: Day): XmlElement =>
  element(name, [
    element('Year', [], String(year)),
    element('Month', [], String(month)),
    element('Day', [], String(day)),
  ]);
const period = (from: Day, to: Day, approximate = 'false') =>
  element('DatePeriod', [
    {
      ...element('Start', [point('From', from), point('To', from)]),
      attributes: { Approximate: approximate },
    },
    element('End', [point('From', to), point('To', to)]),
  ]);

describe('a period of the advanced XML', () => {
  it.each<[Day, Day, string]>([
    [[1965, 8, 12], [1965, 8, 12], '12 Aug 1965'],
    [[1965, 8, 1], [1965, 8, 31], 'Aug 1965'],
    [[1964, 2, 1], [1964, 2, 29], 'Feb 1964'],
    [[1965, 1, 1], [1965, 12, 31], '1965'],
    [[1965, 1, 1], [1967, 12, 31], '1965 to 1967'],
    [[1965, 3, 1], [1966, 4, 30], 'Mar 1965 to Apr 1966'],
    [[1965, 3, 2], [1966, 4, 3], '02 Mar 1965 to 03 Apr 1966'],
    [[1965, 1, 1], [1965, 1, 1], '01 Jan 1965'],
  ])('%j to %j is printed as the CSV set prints it', (from, to, printed) => {
    expect(printedPeriod(period(from, to))).toBe(printed);
    expect(printedPeriod(period(from, to, 'true'))).toBe(`circa ${printed}`);
  });

  it('without a beginning is none', () => {
    expect(printedPeriod(element('DatePeriod', []))).toBeNull();
  });
});

describe('a date of the advanced XML', () => {
  it('is a day, or as much of one as there is; one that no calendar has is none', () => {
    expect(dateOf(point('Date', [2019, 7, 2]))).toBe('2019-07-02');
    expect(dateOf(element('Date', [element('Year', [], '2019')]))).toBe('2019');
    expect(dateOf(point('Date', [2019, 2, 30]))).toBeNull();
    expect(dateOf(undefined)).toBeNull();
  });
});
