import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingDates } from './listing-dates.ts';

const read = (text: string) => {
  const { listed, amended } = listingDates(text);
  return [listed?.day ?? null, ...amended.map(({ day }) => day)];
};

describe('prose about a listing', () => {
  it.each([
    ['Listed on 8 May 2026 pursuant to the Harbour Instrument 2026.', ['2026-05-08']],
    [
      'Listed by the 1267 Committee on 6 Aug. 2010 ( amended on 13 Dec. 2011, 24 Nov. 2020 )',
      ['2010-08-06', '2011-12-13', '2020-11-24'],
    ],
    ['Listed by the UN 1267 and 1989 Committee on: 15 September 2011.', ['2011-09-15']],
    ['First listed on 16/07/2009 (amended on 26/07/2022)', ['2009-07-16', '2022-07-26']],
    ['29 Jul. 2011 ( amended on 24 Nov. 2020 )', ['2011-07-29', '2020-11-24']],
    ['2013-03-07', ['2013-03-07']],
    ['16 Jul.2020', ['2020-07-16']],
    ['UN Reference Number: QDi.150 Listed by the UN 1267 Committee on 4 June. 2008', ['2008-06-04']],
    ['Listed on: 15 Oct. 2018 and amended on 11 October 2019', ['2018-10-15', '2019-10-11']],
    ['Listed on 26 February 2011. Updated 26 September 2014.', ['2011-02-26', '2014-09-26']],
    [
      'Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Relisted on 12 January 2024',
      ['2012-03-02'],
    ],
    [
      'The Minister listed this individual on 16 August 2018 and subsequently on 12 October 2020',
      ['2018-08-16'],
    ],
    ['Listed on 29 July 2005 (amended 6 Dec 2019) Acquitted on 15 Jul. 2006', ['2005-07-29', '2019-12-06']],
    ['Listed on 26 February 2011 pursuant to paragraph 15; on 17 March 2011 to paragraph 17', ['2011-02-26']],
  ])('tells when in "%s"', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  it.each([
    ['no day', 'Listed by the 1518 Committee'],
    ['the year of an instrument', 'Autonomous Sanctions (Designated Persons) Instrument 2022'],
    ['a day of something else', 'Listed pursuant to a gazette of 21 December 2001'],
    ['a month', 'Listed on May 2026'],
    ['two days', 'Listed on 17 March 2011. Listed on: 26 Feb. 2011'],
    ['an earlier listing', 'Listed on 4 December 2019. (Note: this was a re-listing of an earlier one.)'],
    ['an earlier list', 'Designated on 2 March 2012. Formerly listed on the RBA list as 2010RUR0093.'],
    ['a later listing', 'Instrument of first listing: List 2001. Last listed on: 13/09/2025'],
    ['a relisting', 'Re-listed on 16/09/2022'],
    ['a day that does not exist', 'Listed on 31 February 2011'],
  ])('does not tell of %s', (_, text) => {
    expect(listingDates(text).listed).toBeNull();
  });

  it('of any kind is read in a time that grows with its length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('listed', 'on', ' ', '1', '12 ', 'May', '2011', '/', '.', '(')),
        (words) => {
          const { listed } = listingDates(words.join(''));
          expect(listed === null || /^\d{4}-\d{2}-\d{2}$/.test(listed.day)).toBe(true);
        },
      ),
    );
    const started = performance.now();
    listingDates('1'.repeat(1_000_000));
    listingDates('listed on '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
