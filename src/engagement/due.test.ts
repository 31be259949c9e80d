import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days-of.ts';
import { addMonths, dueState, dueWindow, reviewDay } from './due.ts';

describe('due dates', () => {
  it.each([
    [{ kind: 'date', date: '2025-06' }, '2025-03-01', 'ahead'],
    [{ kind: 'date', date: '2025-06' }, '2025-04-15', 'soon'],
    [{ kind: 'date', date: '2025-06' }, '2025-06-30', 'due-now'],
    [{ kind: 'date', date: '2025-06' }, '2025-07-01', 'overdue'],
    [{ kind: 'window', from: '2025-01-10', to: '2025-03-10' }, '2025-02-01', 'due-now'],
    [{ kind: 'window', from: '2025-01-10', to: '2025-03-10' }, '2025-03-11', 'overdue'],
    [null, '2025-03-11', 'none'],
  ] as const)('P2: %j on %s is %s', (due, on, state) => {
    expect(dueState(due, on)).toBe(state);
  });

  it('P2: of what recurs, the next one counts', () => {
    const due = { kind: 'recurring', from: '2024-01-31', everyMonths: 3 } as const;
    expect(dueWindow(due, '2024-02-01')).toEqual({ from: '2024-04-30', to: '2024-04-30' });
    expect(dueWindow(due, '2026-11-24')).toEqual({ from: '2027-01-31', to: '2027-01-31' });
  });

  it('adds months to the last day of a shorter month, and never skips one', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 500 }), (from, months) => {
        const to = addMonths(from, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
        expect(addDays(to, 0)).toBe(to);
      }),
    );
  });

  it('P3: a review falls so many months after the last day of which anything is known', () => {
    const own = { reviewMonths: 2 };
    const none = { reviewMonths: null };
    expect(reviewDay('2025-03', own, 12)).toBe('2025-05-31');
    expect(reviewDay('2025-03-10', none, 12)).toBe('2026-03-10');
    expect(reviewDay('2025-03-10', none, null)).toBe('2025-12-10');
  });
});
