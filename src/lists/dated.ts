import type { Statement } from '../kernel/index.ts';
import { dayFirstDate } from './day-first-date.ts';
import { listsError } from './errors.ts';
import { printedDate } from './printed-date.ts';
import { type Details, statement } from './statements.ts';
import type { At } from './tidy.ts';

/** Reads a date with its day first in figures, or in one of the shapes of {@link printedDate}; else `null`. */
export function anyDate(printed: string): string | null {
  return dayFirstDate(printed) ?? printedDate(printed);
}

/** How a date is read, and what is printed beside it. */
export interface DateOptions {
  /** Reads the printed text; {@link anyDate} unless another is given. */
  readonly read?: (printed: string) => string | null;
  readonly detail?: Details;
}

/** A statement of a date, or, where it cannot be read, its text as a note, which is reported. */
export function dateStatement(
  property: Statement['property'],
  printed: string,
  place: string,
  at: At,
  { read = anyDate, detail = {} }: DateOptions = {},
): Statement {
  const value = read(printed);
  if (value !== null) return statement(property, value, place, { original: printed, detail });
  at.log.note('date-unread', at.place, `cannot read the date "${printed.slice(0, 80)}"`);
  return statement('note', printed, place, { detail: { ...detail, about: property } });
}

/** A day that a designation rests on: one that cannot be read is a fault of the file, `ENT_LIST_VALUE`. */
export function dayStatement(
  property: Statement['property'],
  field: string,
  printed: string,
  at: At,
  place = field,
): Statement {
  const value = anyDate(printed);
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw listsError('ENT_LIST_VALUE', { field, value: printed, expected: 'a day' }, { place: at.place });
  }
  return statement(property, value, place, { original: printed });
}
