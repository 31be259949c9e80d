import { kernelError } from './errors.ts';
import type { Interval } from './interval.ts';
import { dayAfter, type TimePoint, timePointMs, timePointOf } from './time-point.ts';

/**
 * A date as precise as its source: a year, a month, a day, an instant, any of the first three "circa", or a
 * range of these, open on a side or not.
 *
 * Written in a subset of the Extended Date/Time Format (ISO 8601-2:2019, EDTF level 0 and 1): `2015`,
 * `2015-03`, `2015-03-27`, `2015-03-27T10:00:00+05:30`, `1965~`, `1960/1965`, `1960/..`, `../1965-03`.
 */
export type PartialDate = SimpleDate | DateRange;

/** One year, month, day or instant. `text` is its EDTF form without the `~`. */
export interface SimpleDate {
  readonly precision: 'year' | 'month' | 'day' | 'instant';
  readonly text: string;
  readonly circa: boolean;
}

/** From one date to another, both included as far as their precision goes; `null` is open. */
export interface DateRange {
  readonly precision: 'range';
  readonly from: SimpleDate | null;
  readonly to: SimpleDate | null;
}

const SIMPLE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;
const ZONED_DAY = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST = 80;

/** Reads an EDTF text; throws `ENT_DATE_SYNTAX` naming what is wrong. */
export function parseDate(text: string): PartialDate {
  if (text.length > LONGEST) throw bad(text.slice(0, LONGEST), 'too long');
  const slash = text.indexOf('/');
  if (slash < 0) return parseSimple(text, text);
  const from = parseEnd(text.slice(0, slash), text);
  const to = parseEnd(text.slice(slash + 1), text);
  if (from === null && to === null) throw bad(text, 'a range needs one end');
  if (from !== null && to !== null) {
    const first = dateBounds(from).from;
    const last = dateBounds(to).to;
    if (first !== null && last !== null && first >= last) throw bad(text, 'the range ends before it begins');
  }
  return { precision: 'range', from, to };
}

/** Reads an EDTF text, or gives `null` where `parseDate` would throw. */
export function tryParseDate(text: string): PartialDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

/**
 * Reads an XML Schema `xs:date` as lists print it, with or without a zone (`2015-03-27-04:00`): the day as
 * printed, since a listing day is a calendar day of its publisher and not a moment.
 */
export function parseXsDate(text: string): PartialDate {
  const zoned = ZONED_DAY.exec(text);
  return parseDate(zoned?.[1] ?? text);
}

/** The EDTF text of a date; `parseDate` reads it back to an equal value. */
export function formatDate(date: PartialDate): string {
  if (date.precision !== 'range') return date.circa ? `${date.text}~` : date.text;
  return `${date.from === null ? '..' : formatDate(date.from)}/${date.to === null ? '..' : formatDate(date.to)}`;
}

/** The half-open interval of all points that the date may mean. An instant is one millisecond long. */
export function dateBounds(date: PartialDate): Interval {
  if (date.precision === 'range') {
    return {
      from: date.from === null ? null : dateBounds(date.from).from,
      to: date.to === null ? null : dateBounds(date.to).to,
    };
  }
  const { text } = date;
  switch (date.precision) {
    case 'instant': {
      const ms = Date.parse(text);
      return { from: timePointOf(ms), to: timePointOf(ms + 1) };
    }
    case 'day':
      return { from: text, to: dayAfter(text) };
    case 'month': {
      const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
      return {
        from: `${text}-01`,
        to: month === 12 ? `${pad4(year + 1)}-01-01` : `${pad4(year)}-${pad2(month + 1)}-01`,
      };
    }
    case 'year':
      return { from: `${text}-01-01`, to: `${pad4(Number(text) + 1)}-01-01` };
  }
}

/** The first point that the date may mean, or `null` when it is open there. */
export function earliest(date: PartialDate): TimePoint | null {
  return dateBounds(date).from;
}

/** Sorts by earliest point, then by latest; open starts come first. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [dateBounds(a), dateBounds(b)];
  return compareKey(x.from ?? '', y.from ?? '') || compareKey(x.to ?? '\uffff', y.to ?? '\uffff');
}

/** A day as a date value. `text` must be `YYYY-MM-DD`. */
export function day(text: string): SimpleDate {
  const date = parseDate(text);
  if (date.precision !== 'day') throw bad(text, 'not a day');
  return date;
}

/**
 * Reads what a person gives as "that day": a day, or an instant with its zone. Anything vaguer is refused,
 * because a question needs one moment. Returns the time point.
 */
export function parseMoment(text: string): TimePoint {
  const date = parseDate(text);
  if (date.precision === 'day' && !date.circa) return date.text;
  if (date.precision === 'instant') return timePointOf(timePointMs(date.text));
  throw bad(text, 'give one day, YYYY-MM-DD, or an instant with its zone');
}

function parseEnd(text: string, whole: string): SimpleDate | null {
  return text === '..' || text === '' ? null : parseSimple(text, whole);
}

function parseSimple(text: string, whole: string): SimpleDate {
  const simple = SIMPLE.exec(text);
  if (simple !== null) {
    const [, year = '', month, dayOfMonth, circa] = simple;
    if (year === '0000') throw bad(whole, 'there is no year 0000 here');
    if (month !== undefined && (month < '01' || month > '12')) throw bad(whole, `no month ${month}`);
    if (dayOfMonth !== undefined && !dayExists(Number(year), Number(month), Number(dayOfMonth))) {
      throw bad(whole, `no day ${dayOfMonth} in that month`);
    }
    const precision = dayOfMonth !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
    return { precision, text: text.replace('~', ''), circa: circa !== undefined };
  }
  const instant = INSTANT.exec(text);
  if (instant === null) throw bad(whole, 'expected YYYY, YYYY-MM, YYYY-MM-DD or an instant with its zone');
  const [, date = '', hour = '', minute = '', second = '00', , zone = 'Z'] = instant;
  parseSimple(date, whole);
  if (hour > '23' || minute > '59' || second > '59') throw bad(whole, 'no such time of day');
  if (zone !== 'Z' && (zone.slice(1, 3) > '14' || zone.slice(4) > '59')) throw bad(whole, 'no such zone');
  return { precision: 'instant', text, circa: false };
}

function dayExists(year: number, month: number, dayOfMonth: number): boolean {
  if (dayOfMonth < 1 || dayOfMonth > 31) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

function compareKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pad4(n: number): string {
  return String(n).padStart(4, '0');
}

function pad2(n: number): string {
  return String(n).padStart(2, '0');
}

function bad(value: string, why: string) {
  return kernelError('ENT_DATE_SYNTAX', { value, why });
}
