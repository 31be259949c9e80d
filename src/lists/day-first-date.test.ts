import { describe, expect, it } from 'vitest';
import { dayFirstDate } from './day-first-date.ts';

describe('a date with its day first', () => {
  it.each([
    ['22/08/2026', '2026-08-22'],
    ['9.6.2010', '2010-06-09'],
    ['09-06-2010', '2010-06-09'],
    ['08/2026', '2026-08'],
    ['dd/08/1945', '1945-08'],
    ['dd/mm/1945', '1945'],
    ['00/00/1945', '1945'],
    ['05/mm/1945', '1945'],
    ['mm/1945', '1945'],
  ])('%s is %s', (printed, edtf) => {
    expect(dayFirstDate(printed)).toBe(edtf);
  });

  it.each(['31/02/2001', '08/22/2026', '22/08.2026', '2026-08-22', '22/08/26', 'dd/mm/yyyy', '', '1945'])(
    '%s is none',
    (printed) => {
      expect(dayFirstDate(printed)).toBeNull();
    },
  );
});
