import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredAt, dateBounds, parseDate, timePointMs } from '../kernel/index.ts';
import { liesBetween, passed, statedBound } from './bound.ts';

const date = fc.constantFrom(
  ...['2019', '2019-07', '2019-07-02', '2019-07-02T10:00:00Z', '2019~', '2018-12-31/2021-07-15'],
  ...['../2019-07-02', '2019-07-02/..', '9999-12-31', '9999', '0001-01-01'],
);
const asked = fc.constantFrom(
  ...['2018-12-31', '2019-01-01', '2019-07-01', '2019-07-02', '2019-07-03', '2019-12-31', '2020-01-01'],
  ...['2019-07-02T09:59:59.999Z', '2019-07-02T10:00:00.000Z', '2021-07-15', '9999-12-31', '0001-01-01'],
);

describe('a bound', () => {
  it('is past when its last moment was reached, ahead before its first, and may be either between', () => {
    fc.assert(
      fc.property(date, asked, (text, asOf) => {
        const { from, to } = dateBounds(parseDate(text));
        const moment = timePointMs(answeredAt(asOf));
        const certain = to !== null && moment >= timePointMs(to) - 1;
        const ahead = from !== null && moment < timePointMs(from);
        expect(passed(statedBound(text), asOf)).toBe(certain ? 'yes' : ahead ? 'no' : 'maybe');
      }),
    );
  });

  it('lies between two snapshots when it can be true after the one and by the other', () => {
    expect(liesBetween('2019-07-02', '2018-12-31', '2021-07-15')).toBe(true);
    expect(liesBetween('2018-12', '2018-12-31', '2021-07-15')).toBe(true);
    expect(liesBetween('2018-12-30', '2018-12-31', '2021-07-15')).toBe(false);
    expect(liesBetween('2021-07-16', '2018-12-31', '2021-07-15')).toBe(false);
    expect(liesBetween('2021-07-15', null, '2021-07-15')).toBe(true);
  });
});
