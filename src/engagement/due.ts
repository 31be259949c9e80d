import type { CommitmentEntry, Due } from '../store/index.ts';
import { addDays, daysOf } from './days-of.ts';

/**
 * How long an open promise may stand without evidence or assessment before it is stale, in months, where its series
 * says nothing. Nine as in the European Parliament's Legislative Train, which calls a file blocked after nine months
 * without progress.
 */
export const REVIEW_MONTHS = 9;

/** Where a due date stands on a day. */
export type DueState = 'none' | 'ahead' | 'soon' | 'due-now' | 'overdue';

/** How many days ahead a due date counts as soon. */
export const SOON_DAYS = 60;

/** The first and last day of what a promise is due by, on or around a day; `null` where it has no due date. */
export function dueWindow(
  due: Due | null,
  on: string,
): { readonly from: string; readonly to: string } | null {
  if (due === null) return null;
  if (due.kind === 'date') return windowOf(due.date, due.date);
  if (due.kind === 'window') return windowOf(due.from, due.to);
  const first = windowOf(due.from, due.from);
  if (first === null) return null;
  // Of what recurs, the first that is not past: what was missed before shows as a lack of evidence.
  let next = first;
  for (let step = 1; next.to < on && step < MOST_STEPS; step += 1)
    next = {
      from: addMonths(first.from, step * due.everyMonths),
      to: addMonths(first.to, step * due.everyMonths),
    };
  return next;
}

const MOST_STEPS = 1_200;

function windowOf(from: string, to: string): { readonly from: string; readonly to: string } | null {
  const [{ first }, { last }] = [daysOf(from), daysOf(to)];
  return first === null || last === null ? null : { from: first, to: last };
}

/** Where a promise's due date stands on a day. */
export function dueState(due: Due | null, on: string): DueState {
  const window = dueWindow(due, on);
  if (window === null) return 'none';
  if (on > window.to) return 'overdue';
  if (on >= window.from) return 'due-now';
  return addDays(on, SOON_DAYS) >= window.from ? 'soon' : 'ahead';
}

/** A day some months later; the last of its month where the month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${String(toYear).padStart(4, '0')}-${pad(toMonth)}-${pad(Math.min(date, last))}`;
}

/** The day on which an open promise should next be looked at, counted from the last time that anything was known. */
export function reviewDay(
  lastKnown: string,
  commitment: Pick<CommitmentEntry, 'reviewMonths'>,
  seriesMonths: number | null,
): string {
  return addMonths(
    daysOf(lastKnown).last ?? lastKnown.slice(0, 10),
    commitment.reviewMonths ?? seriesMonths ?? REVIEW_MONTHS,
  );
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
