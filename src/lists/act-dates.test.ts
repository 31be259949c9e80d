import { describe, expect, it } from 'vitest';
import { actDates } from './act-dates.ts';

const read = (text: string) => actDates(text).map(({ act, date }) => `${act} ${date}`);

describe('a text of days', () => {
  it.each([
    ['5 November 2014', ['listed 2014-11-05']],
    [
      '5 November 2014, Re-listed: 4 November 2017, Re-listed: 2 November 2020',
      ['listed 2014-11-05', 'renewed 2017-11-04', 'renewed 2020-11-02'],
    ],
    [
      'Listed 9 November 2003 Re-listed 5 June 2005, 7 October 2005',
      ['listed 2003-11-09', 'renewed 2005-06-05', 'renewed 2005-10-07'],
    ],
    [
      'Designated on 10 February 2010 (PDF). Expired on 14 December 2024',
      ['listed 2010-02-10', 'ended 2024-12-14'],
    ],
    ['1st March 2010; renewed 02/03/2013', ['listed 2010-03-01', 'renewed 2013-03-02']],
    ['November 2002', ['listed 2002-11']],
    ['31 February 2010', []],
    ['soon', []],
  ])('"%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
