import { describe, expect, it } from 'vitest';
import { anyDate, dateStatement, dayStatement } from './dated.ts';
import { refusal } from './reading-for-test.ts';
import { ReadingLog } from './reading-log.ts';

const at = () => ({ log: new ReadingLog(), place: { file: 'f', line: 3 } });

describe('a date of an entry', () => {
  it('is read in figures with the day first, or in words', () => {
    expect(['9.6.2010', '9 June 2010', 'dd/mm/1945', 'soon'].map(anyDate)).toEqual([
      '2010-06-09',
      '2010-06-09',
      '1945',
      null,
    ]);
  });

  it('keeps its text, and is a note with a report where it cannot be read', () => {
    const where = at();
    expect(dateStatement('birthDate', '9.6.1950', 'DOB', where)).toEqual({
      property: 'birthDate',
      value: '1950-06-09',
      original: '9.6.1950',
      place: 'DOB',
    });
    expect(dateStatement('birthDate', 'in spring', 'DOB', where, { detail: { remark: 'said' } })).toEqual({
      property: 'note',
      value: 'in spring',
      place: 'DOB',
      detail: { remark: 'said', about: 'birthDate' },
    });
    expect(where.log.notes().map(({ kind, place }) => [kind, place.line])).toEqual([['date-unread', 3]]);
  });

  it('that a designation rests on must be a day', async () => {
    expect(dayStatement('listedOn', 'Listed', '22/08/2026', at())).toMatchObject({ value: '2026-08-22' });
    for (const printed of ['08/2026', '2026', '31/02/2026', 'soon']) {
      const error = await refusal(
        Promise.resolve().then(() => dayStatement('listedOn', 'Listed', printed, at())),
      );
      expect(error.message).toBe(`f:3: Listed is "${printed}"; expected a day`);
    }
  });
});
