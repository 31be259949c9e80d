import { type PartialDate, tryParseDate } from '../kernel/index.ts';
import type { DateForm, TimeUnit } from './prose-dates.ts';

/** Which way a date with no year, or a bare weekday, is read: news is about what happened. */
export type Leaning = 'past' | 'future';

/**
 * The date that an expression means to a text written on `reference` (`YYYY-MM-DD`), or `null` when it means
 * none: a vague time, or one that counts from something else ("a day after the vote"; see {@link shiftDate}).
 *
 * A weekday is the last such day on or before the reference, which is right in about nine of ten cases of
 * news in the past tense; with `future` the next such day after it. A month or a day with no year is the
 * nearest one that is not later than the reference, or not earlier with `future`. `last week` is the whole
 * week from Monday to Sunday, `the weekend` the one that began
 * last (with `future` the next), `last weekend` on one of its own days the one before.
 */
export function resolveDate(
  form: DateForm,
  reference: string,
  leaning: Leaning = 'past',
): PartialDate | null {
  switch (form.kind) {
    case 'fixed':
      return tryParseDate(form.value);
    case 'day':
      return tryParseDate(addDays(reference, form.offset));
    case 'weekday':
      return tryParseDate(weekday(form.weekday, form.lean, reference, leaning));
    case 'ago':
      return shiftDay(reference, form.count, form.unit);
    case 'period':
      return period(form.unit, form.offset, reference);
    case 'month':
      return month(form.month, form.lean, reference, leaning);
    case 'month-day':
      return monthDay(form, reference, leaning);
    case 'day-of-month':
      return tryParseDate(`${addMonths(reference.slice(0, 7), form.offset)}-${pad(form.day, 2)}`);
    case 'weekend':
      return tryParseDate(weekend(form.offset, reference, leaning));
    case 'offset':
    case 'vague':
      return null;
  }
}

/**
 * The date `count` units after `date` (before it when negative). Exact for days; for weeks, months and years
 * only as precise as the unit, since "two months after" names no day. `null` when `date` is no single day.
 */
export function shiftDate(date: PartialDate, count: number, unit: TimeUnit): PartialDate | null {
  if (date.precision === 'day') return shiftDay(date.text, count, unit);
  if (date.precision === 'year' && unit === 'year') {
    return tryParseDate(pad(Number(date.text) + count, 4));
  }
  return null;
}

function shiftDay(day: string, count: number, unit: TimeUnit): PartialDate | null {
  switch (unit) {
    case 'day':
      return tryParseDate(addDays(day, count));
    case 'week':
      return tryParseDate(week(addDays(day, count * 7)));
    case 'month':
      return tryParseDate(addMonths(day.slice(0, 7), count));
    case 'year':
      return tryParseDate(pad(Number(day.slice(0, 4)) + count, 4));
  }
}

function weekday(wanted: number, lean: -1 | 0 | 1, reference: string, leaning: Leaning): string {
  const today = new Date(`${reference}T00:00:00Z`).getUTCDay();
  const back = (today - wanted + 7) % 7;
  if (lean > 0 || (lean === 0 && leaning === 'future')) return addDays(reference, back === 0 ? 7 : 7 - back);
  // "last Tuesday" written on a Tuesday is a week ago; "on Tuesday" is today.
  return addDays(reference, lean < 0 && back === 0 ? -7 : -back);
}

/** From Saturday to Sunday: the weekend that began last, "last weekend" never the one that is. */
function weekend(offset: -1 | 0 | 1, reference: string, leaning: Leaning): string {
  const began = weekday(6, 0, reference, 'past');
  const now = addDays(began, 1) >= reference;
  const ahead = offset > 0 || (offset === 0 && leaning === 'future' && !now);
  const saturday = ahead
    ? weekday(6, 1, reference, 'future')
    : offset < 0 && now
      ? addDays(began, -7)
      : began;
  return `${saturday}/${addDays(saturday, 1)}`;
}

function period(unit: 'week' | 'month' | 'year', offset: number, reference: string): PartialDate | null {
  if (unit === 'week') return tryParseDate(week(addDays(reference, offset * 7)));
  if (unit === 'month') return tryParseDate(addMonths(reference.slice(0, 7), offset));
  return tryParseDate(pad(Number(reference.slice(0, 4)) + offset, 4));
}

function month(wanted: number, lean: -1 | 0 | 1, reference: string, leaning: Leaning): PartialDate | null {
  const [year, now] = [Number(reference.slice(0, 4)), Number(reference.slice(5, 7))];
  const future = lean > 0 || (lean === 0 && leaning === 'future');
  const strict = lean !== 0;
  const shift = future
    ? wanted < now || (strict && wanted === now)
      ? 1
      : 0
    : wanted > now || (strict && wanted === now)
      ? -1
      : 0;
  return tryParseDate(`${pad(year + shift, 4)}-${pad(wanted, 2)}`);
}

function monthDay(
  form: { readonly month: number; readonly day: number; readonly to?: number },
  reference: string,
  leaning: Leaning,
): PartialDate | null {
  const year = Number(reference.slice(0, 4));
  const [from, to] = leaning === 'past' ? [year, year - 8] : [year, year + 8];
  const step = leaning === 'past' ? -1 : 1;
  // Eight years, so that 29 February finds its leap year.
  for (let at = from; at !== to + step; at += step) {
    const text = `${pad(at, 4)}-${pad(form.month, 2)}-${pad(form.day, 2)}`;
    if (tryParseDate(text) === null || (leaning === 'past' ? text > reference : text < reference)) continue;
    const end = form.to === undefined ? null : `${text.slice(0, 8)}${pad(form.to, 2)}`;
    return (end === null ? null : tryParseDate(`${text}/${end}`)) ?? tryParseDate(text);
  }
  return null;
}

function week(day: string): string {
  const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return `${monday}/${addDays(monday, 6)}`;
}

function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function addMonths(text: string, count: number): string {
  const months = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
