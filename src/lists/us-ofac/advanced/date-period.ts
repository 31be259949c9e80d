import { formatDate, tryParseDate } from '../../../kernel/index.ts';
import { childOf, type XmlElement } from '../../xml.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Point {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The EDTF text of an element with a `Year`, a `Month` and a `Day`; `null` when they are no date. */
export function dateOf(element: XmlElement | undefined): string | null {
  const point = element === undefined ? null : pointOf(element);
  if (point === null) return null;
  const parts = [String(point.year).padStart(4, '0'), point.month, point.day].filter((part) => part !== 0);
  const date = tryParseDate(parts.map((part) => String(part).padStart(2, '0')).join('-'));
  return date === null ? null : formatDate(date);
}

/**
 * A period as the CSV set prints it, so that one reader serves both: `12 Aug 1965`, `Aug 1965` for a whole
 * month, `1965` for a whole year, `circa` before what is approximate, `1965 to 1967` for what begins and ends
 * apart. `null` for a period without a beginning.
 */
export function printedPeriod(period: XmlElement): string | null {
  const [start, end] = [childOf(period, 'Start'), childOf(period, 'End')];
  if (start === undefined) return null;
  const from = pointOf(childOf(start, 'From') ?? start);
  if (from === null) return null;
  const to = lastOf(end) ?? lastOf(start) ?? from;
  const circa = start.attributes?.Approximate === 'true' ? 'circa ' : '';
  const whole = wholeSpan(from, to);
  if (whole !== null) return `${circa}${whole}`;
  return same(from, to) ? `${circa}${printed(from)}` : `${circa}${printed(from)} to ${printed(to)}`;
}

function lastOf(boundary: XmlElement | undefined): Point | null {
  if (boundary === undefined) return null;
  const point = childOf(boundary, 'To') ?? childOf(boundary, 'From');
  return point === undefined ? null : pointOf(point);
}

function pointOf(element: XmlElement): Point | null {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => {
    const text = childOf(element, name)?.text.trim() ?? '';
    return /^\d{1,4}$/.test(text) ? Number(text) : 0;
  });
  if (year === undefined || year === 0) return null;
  return { year, month: month ?? 0, day: month === 0 ? 0 : (day ?? 0) };
}

/** A year or month from its first day to its last, or years from the first day of one to the last of another. */
function wholeSpan(from: Point, to: Point): string | null {
  const firstOfYear = from.month <= 1 && from.day <= 1;
  const lastOfYear = (to.month === 12 && to.day === 31) || to.month === 0;
  if (firstOfYear && lastOfYear && !same(from, to)) {
    return from.year === to.year ? String(from.year) : `${from.year} to ${to.year}`;
  }
  const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  const months = from.day === 1 && to.day === lastDay && from.month > 0 && to.month > 0;
  if (!months) return null;
  const [first, last] = [from, to].map((point) => printed({ ...point, day: 0 }));
  return first === last ? `${first}` : `${first} to ${last}`;
}

function same(one: Point, other: Point): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

function printed({ year, month, day }: Point): string {
  const name = MONTHS[month - 1];
  if (name === undefined) return String(year);
  return day === 0 ? `${name} ${year}` : `${String(day).padStart(2, '0')} ${name} ${year}`;
}
