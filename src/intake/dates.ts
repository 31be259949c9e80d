import { tryParseDate, wordTable } from '../kernel/index.ts';
import { findDates, type Token, tokenize } from '../text/index.ts';
import { field } from './canonical.ts';
import type { ReceivedDate } from './received.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** ISO 8601 without separators, as NITF and NewsML print it. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** RFC 5322, 3.3, with what feeds make of it: no weekday, years of two figures, no seconds, names of zones. */
const MAIL =
  /^(?:[A-Za-z]{2,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})[\s-](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[+-]\d{2}:\d{2}|[A-Za-z]{1,5})?)?(?:\s*\([^()]{0,40}\))?$/;

/**
 * Zones by name: those of RFC 5322 and the few of the region that mean one thing. `IST` is three zones and not here:
 * of a time in it the day is kept.
 */
const ZONES = wordTable<string>({
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  PKT: '+05:00',
  AFT: '+04:30',
  NPT: '+05:45',
});
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = 80;

/**
 * A printed date as EDTF: an instant where it states time and zone, the day where it does not, `null` when it cannot
 * be read. The day is the one that is printed, in the zone of whoever printed it.
 */
export function readDate(raw: string): string | null {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (text.length > LONGEST) return null;
  return fromParts(ISO.exec(text) ?? BASIC.exec(text)) ?? fromMail(MAIL.exec(text)) ?? fromWords(text);
}

function fromParts(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return instantOrDay(`${year}-${month}-${day}`, { hour, minute, second, zone: zoneOf(zone) });
}

function fromMail(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [, day = '', name = '', year = '', hour, minute, second, zone] = match;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  // RFC 5322, 4.3: years of two figures from 50 on are of the last century.
  const full = year.length === 4 ? year : Number(year) >= 50 ? `19${year}` : `20${year}`;
  return instantOrDay(`${full}-${two(month)}-${two(day)}`, { hour, minute, second, zone: zoneOf(zone) });
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | null;
}

function instantOrDay(day: string, { hour, minute, second, zone }: Clock): string | null {
  const instant =
    hour === undefined || minute === undefined || zone === null
      ? null
      : `${day}T${two(hour)}:${minute}:${second ?? '00'}${zone}`;
  if (instant !== null && tryParseDate(instant) !== null) return instant;
  return tryParseDate(day) === null ? null : day;
}

function zoneOf(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  const offset = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  if (offset !== null) return `${offset[1]}:${offset[2] ?? '00'}`;
  return ZONES[zone.toUpperCase()] ?? null;
}

function two(value: string | number): string {
  return String(value).padStart(2, '0');
}

/** "August 13, 2025 12:48 PM GMT": the day by the rules of dates in prose, a time and zone behind it. */
function fromWords(text: string): string | null {
  const tokens = tokenize(text);
  const found = findDates(tokens).find(({ form }) => isDay(form));
  if (found === undefined || found.form.kind !== 'fixed') return null;
  return timeIn(text, tokens, found.form.value);
}

function isDay(form: { readonly kind: string; readonly value?: string }): boolean {
  return form.kind === 'fixed' && form.value !== undefined && tryParseDate(form.value)?.precision === 'day';
}

const CLOCK = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*\(?([A-Z]{1,5}|[+-]\d{2}:?\d{2})?/i;

function timeIn(text: string, _tokens: readonly Token[], day: string): string | null {
  const match = CLOCK.exec(text);
  if (match === null) return day;
  const [, printed = '', minute, second, half, zone] = match;
  let hour = Number(printed);
  if (half !== undefined && /^p/i.test(half) && hour < 12) hour += 12;
  if (half !== undefined && /^a/i.test(half) && hour === 12) hour = 0;
  return instantOrDay(day, { hour: String(hour), minute, second, zone: zoneOf(zone) });
}

/** A date found, as a row; `null` when the value is empty. What cannot be read is kept in its own words. */
export function dateFound(kind: ReceivedDate['kind'], raw: unknown, where: string): ReceivedDate | null {
  const words = field(raw, LONGEST);
  return words === null ? null : { kind, value: readDate(words) ?? words, where };
}

/** The dates of a line that holds a stamp ("Last Updated: Aug 13 2025 | 12:48 PM IST"), with what its labels say. */
export function stampsIn(line: string, where: string): readonly ReceivedDate[] {
  const tokens = tokenize(line);
  const days = findDates(tokens).filter(({ form }) => isDay(form));
  return days.flatMap((date, index) => {
    const start = tokens[date.first]?.start ?? 0;
    const next = days[index + 1];
    const end = next === undefined ? line.length : (tokens[next.first]?.start ?? line.length);
    const before = line.slice(index === 0 ? 0 : (tokens[days[index - 1]?.last ?? 0]?.start ?? 0), start);
    const kind = /\b(?:updated|modified|revised)\b/i.test(before) ? 'updated' : 'published';
    const found = date.form.kind === 'fixed' ? timeIn(line.slice(start, end), tokens, date.form.value) : null;
    return found === null ? [] : [{ kind, value: found, where }];
  });
}

/** `/2025/08/13/` or `2025-08-13` in an address: the day on which the page was made. */
export function dateInUrl(url: string): ReceivedDate | null {
  const match = /[/-](20\d{2}|19\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/.-]|$)/.exec(url.replace(/[?#].*$/, ''));
  if (match === null) return null;
  const value = `${match[1]}-${two(match[2] ?? '')}-${two(match[3] ?? '')}`;
  return tryParseDate(value) === null ? null : { kind: 'published', value, where: 'address' };
}

/** Dates in order, each once by kind, value and place. */
export function datesOnce(dates: readonly (ReceivedDate | null)[], most: number): readonly ReceivedDate[] {
  const seen = new Map<string, ReceivedDate>();
  for (const date of dates) {
    if (date !== null) seen.set(`${date.kind} ${date.value} ${date.where}`, date);
  }
  return [...seen.values()].slice(0, most);
}
