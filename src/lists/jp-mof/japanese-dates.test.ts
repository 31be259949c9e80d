import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { japaneseDates } from './japanese-dates.ts';

const read = (text: string) =>
  japaneseDates(text).dates.map(({ date, revised }) => (revised ? `${date} revised` : date));

describe('a date in Japanese', () => {
  it.each([
    ['2001年9月22日', ['2001-09-22']],
    ['平成13年9月22日', ['2001-09-22']],
    ['令和元年5月1日', ['2019-05-01']],
    ['昭和35年', ['1960']],
    ['H13.9.22', ['2001-09-22']],
    ['２００１．９．２２', ['2001-09-22']],
    ['2001-09-22', ['2001-09-22']],
    ['1960年頃', ['1960~']],
    ['1963年から1968年の間', ['1963/1968']],
    ['1945年-1950年', ['1945/1950']],
    ['1960年4月4日又は1961年', ['1960-04-04', '1961']],
    ['(a)1960年4月4日 (b)1961年5月', ['1960-04-04', '1961-05']],
    ['2001年9月22日（2012年10月5日改訂）', ['2001-09-22', '2012-10-05 revised']],
    ['10 July 1942', ['1942-07-10']],
    ['不明', []],
    ['2001年13月40日', []],
    ['13年9月', []],
  ])('"%s"', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  it('that cannot be read is told', () => {
    expect(japaneseDates('59年').unread).toBe(true);
    expect(japaneseDates('2001年9月22日').unread).toBe(false);
  });

  it('is a date or nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'年月日平成元H12.3から頃(a)、'), maxLength: 200 }),
        (text) => {
          for (const { date } of japaneseDates(text).dates) expect(date).toMatch(/^\d{4}/);
        },
      ),
    );
  });
});
