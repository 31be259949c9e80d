import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Designation } from './group.ts';
import { stood } from './standing.ts';

const facts = (...dates: readonly string[]) => dates.map((date) => ({ date, sources: ['gazette'] }));
const designation = (more: Partial<Designation>): Designation => ({
  key: 'slate-circle/river-list',
  list: 'river-list',
  listed: [],
  amended: [],
  delisted: [],
  relisted: [],
  sources: ['gazette'],
  line: 1,
  ...more,
});

describe('whether a designation stood on a day', () => {
  const entry = designation({
    listed: facts('2011-05-10', '2011-05-12'),
    delisted: facts('2015'),
    relisted: facts('2018-02-01'),
  });
  it.each([
    ['2011-05-09', 'no', 'before any source says that it was listed'],
    ['2011-05-11', 'unknown', 'between the dates of two sources'],
    ['2011-05-13', 'yes', 'after both'],
    ['2015-06-01', 'unknown', 'in the year in which it ended'],
    ['2016-01-01', 'no', 'after that year'],
    ['2018-02-02', 'yes', 'after it was listed again'],
  ])('%s: %s, %s', (day, answer) => {
    expect(stood(entry, day)).toBe(answer);
  });

  it('is unknown where no date says when it began', () => {
    expect(stood(designation({}), '2020-01-01')).toBe('unknown');
    expect(stood(designation({ listed: facts('../2019-05-01') }), '2018-01-01')).toBe('unknown');
    expect(stood(designation({ listed: facts('../2019-05-01') }), '2020-01-01')).toBe('yes');
  });

  it('takes a relisting without an end before it for a renewal', () => {
    const renewed = designation({ listed: facts('2011'), relisted: facts('2014-03-01') });
    expect(stood(renewed, '2013-01-01')).toBe('yes');
    expect(stood(renewed, '2014-03-01')).toBe('yes');
  });

  it('never goes from yes to no without a date of an end', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const text = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(text, text, text, (listed, one, other) => {
        const [early = '', late = ''] = [one, other].sort();
        const entry = designation({ listed: facts(listed) });
        return stood(entry, early) !== 'yes' || stood(entry, late) === 'yes';
      }),
    );
  });
});
