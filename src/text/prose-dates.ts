import { MONTHS, NUMBER_WORDS, UNITS, WEEKDAYS } from './calendar-words.ts';
import { adjoins, type Token } from './tokens.ts';

/** A unit of a length of time. */
export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** What a date in prose says, before anyone knows the day it was written. */
export type DateForm =
  /** A date that needs no other: EDTF in `value` (`2019`, `March 2023`, `September 9-10, 2020`). */
  | { readonly kind: 'fixed'; readonly value: string }
  /** A day of a month with no year, `to` the last day where it is a range. */
  | { readonly kind: 'month-day'; readonly month: number; readonly day: number; readonly to?: number }
  /** A month with no year; `lean` -1 for "last March", 1 for "next March". */
  | { readonly kind: 'month'; readonly month: number; readonly lean: -1 | 0 | 1 }
  /** A weekday, 0 Sunday … 6; `lean` as above. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly lean: -1 | 0 | 1 }
  /** A day counted from the day of writing: 0 today, -1 yesterday. */
  | { readonly kind: 'day'; readonly offset: number }
  /** A length of time from the day of writing: "three weeks ago" is -3 weeks, "within six months" is 6. */
  | { readonly kind: 'ago'; readonly count: number; readonly unit: TimeUnit }
  /** A whole week, month or year: 0 this one, -1 the last, 1 the next. */
  | { readonly kind: 'period'; readonly unit: 'week' | 'month' | 'year'; readonly offset: -1 | 0 | 1 }
  /** A day of this month, the last or the next: "the 12th of last month". */
  | { readonly kind: 'day-of-month'; readonly day: number; readonly offset: -1 | 0 | 1 }
  /** Saturday and Sunday: `this` or `the` (0), the last (-1) or the next (1). */
  | { readonly kind: 'weekend'; readonly offset: -1 | 0 | 1 }
  /** "a day after": needs the thing that it counts from. `count` null for "days after", 0 for "hours after". */
  | {
      readonly kind: 'offset';
      readonly count: number | null;
      readonly unit: TimeUnit;
      readonly side: 'after' | 'before';
    }
  /** "in recent months", "recently": a time, but none that can be written down. */
  | { readonly kind: 'vague'; readonly side: 'past' | 'present' | 'future' };

/** A date expression: tokens `[first, last)` of the tokens given, and what they say. */
export interface DateExpression {
  readonly first: number;
  readonly last: number;
  readonly form: DateForm;
  /** How the expression bounds the time of what it dates: at it, or from it, or up to it. */
  readonly bound: 'at' | 'since' | 'until';
}

/**
 * Finds the dates in the tokens `[from, to)`, left to right, none overlapping. English only.
 *
 * A bare four-digit number is a year only after a word that makes it one (`in 2019`, `since 2019`, `the 2008
 * attacks`), and never after `Section`, `Resolution`, `Act` or `No`. A day that does not exist is not read; the
 * month and year beside it are. Numeric dates are read only where day and month cannot be confused. Linear.
 */
export function findDates(tokens: readonly Token[], from = 0, to = tokens.length): readonly DateExpression[] {
  const out: DateExpression[] = [];
  const reader = new Reader(tokens, from, to);
  let at = from;
  while (at < to) {
    const token = tokens[at];
    const found = token !== undefined && mayBegin(token) ? reader.read(at) : null;
    if (found === null) {
      at += 1;
      continue;
    }
    out.push({ first: at, last: found.last, form: found.form, bound: reader.boundBefore(at) });
    at = found.last;
  }
  return out;
}

/** Words that can begin an expression; most words cannot, and cost one look-up. */
const BEGINNERS = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...NUMBER_WORDS.keys(),
  ...UNITS.keys(),
  ...(
    'today tonight overnight yesterday tomorrow this last past previous current next coming earlier later early late the ' +
    'day within recent recently lately previously formerly soon shortly hour hours minute minutes moments moment'
  ).split(' '),
]);

function mayBegin(token: Token): boolean {
  if (token.kind === 'mark') return false;
  const code = token.text.charCodeAt(0);
  return (code >= 48 && code <= 57) || BEGINNERS.has(token.text.toLowerCase());
}

interface Found {
  readonly last: number;
  readonly form: DateForm;
}

const YEAR_BEFORE = new Set(
  'in since of by during until till from early late mid around before after for through the and , ( to between'.split(
    ' ',
  ),
);
const NOT_A_YEAR_AFTER = new Set(
  'section sections resolution resolutions no nos act acts ordinance order law rule rules regulations code constitution bill article chapter'.split(
    ' ',
  ),
);
const VAGUE_PAST = new Set(['recently', 'lately', 'previously', 'formerly']);
const VAGUE_FUTURE = new Set(['soon', 'shortly']);
const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['overnight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const SHORT_UNITS = new Set(['hour', 'hours', 'minute', 'minutes', 'moment', 'moments']);
const FROM_NOW = new Set(['later', 'earlier', 'ago']);
const SIDES = new Set(['after', 'before']);
const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night']);
const LEANS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
]);

/** Reads one expression at a place. A class because every rule shares the tokens and their bounds. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #from: number;
  readonly #to: number;

  constructor(tokens: readonly Token[], from: number, to: number) {
    this.#tokens = tokens;
    this.#from = from;
    this.#to = to;
  }

  read(at: number): Found | null {
    const word = this.#low(at);
    if (word === '') return null;
    return (
      this.#isoDate(at) ??
      this.#monthFirst(at) ??
      this.#dayFirst(at) ??
      this.#relativeDay(at, word) ??
      this.#leaning(at, word) ??
      this.#counted(at) ??
      this.#weekday(at, 0) ??
      this.#vague(at, word) ??
      this.#year(at)
    );
  }

  boundBefore(at: number): DateExpression['bound'] {
    const word = this.#low(at) === 'within' ? 'by' : this.#low(at - 1);
    if (word === 'since') return 'since';
    return word === 'until' || word === 'till' || word === 'by' ? 'until' : 'at';
  }

  #token(at: number): Token | undefined {
    return at >= this.#from && at < this.#to ? this.#tokens[at] : undefined;
  }

  #low(at: number): string {
    return this.#token(at)?.text.toLowerCase() ?? '';
  }

  #number(at: number): number | null {
    const token = this.#token(at);
    if (token === undefined) return null;
    if (token.kind === 'number') return /^\d{1,4}$/.test(token.text) ? Number(token.text) : null;
    return null;
  }

  /** A day of the month, `9` or `9th`. */
  #dayOfMonth(at: number): number | null {
    const token = this.#token(at);
    if (token === undefined || token.kind === 'mark') return null;
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(token.text);
    const day = match === null ? 0 : Number(match[1]);
    return day >= 1 && day <= 31 ? day : null;
  }

  #yearNumber(at: number): number | null {
    const token = this.#token(at);
    if (token?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.text)) return null;
    return Number(token.text);
  }

  #month(at: number): number | null {
    const token = this.#token(at);
    // "may", "march", "mar" are words as well: a month is capitalised.
    if (token === undefined || token.text[0] === token.text[0]?.toLowerCase()) return null;
    return MONTHS.get(this.#low(at)) ?? null;
  }

  /** The place after an abbreviation's dot, if one stands at `at`; a full name's dot ends its sentence. */
  #dot(at: number): number {
    const short = (this.#token(at - 1)?.text.length ?? 0) <= 4 && this.#low(at - 1) !== 'may';
    return short && this.#low(at) === '.' && adjoins(this.#token(at - 1), this.#token(at)) ? at + 1 : at;
  }

  /** The end of a day range `-10` after a day at `at - 1`, with its last day. */
  #rangeDay(at: number): { day: number; last: number } | null {
    const mark = this.#low(at);
    if (mark !== '-' && mark !== '–' && mark !== 'to' && mark !== 'and') return null;
    const day = this.#dayOfMonth(at + 1);
    return day === null ? null : { day, last: at + 2 };
  }

  #isoDate(at: number): Found | null {
    const year = this.#yearNumber(at);
    const [a, b] = [this.#low(at + 1), this.#low(at + 3)];
    if (year !== null && a === '-' && b === '-') {
      const [month, day] = [this.#number(at + 2), this.#number(at + 4)];
      const value = month !== null && day !== null ? dayValue(year, month, day) : null;
      return value === null ? null : { last: at + 5, form: { kind: 'fixed', value } };
    }
    if (a !== b || (a !== '/' && a !== '-' && a !== '.')) return null;
    return this.#numericDate(at);
  }

  /** `13/08/2025` or `08/13/2025`, only where one of the two cannot be a month. */
  #numericDate(at: number): Found | null {
    const [x, y, year] = [this.#number(at), this.#number(at + 2), this.#yearNumber(at + 4)];
    if (x === null || y === null || year === null || x > 12 === y > 12) return null;
    const value = x > 12 ? dayValue(year, y, x) : dayValue(year, x, y);
    return value === null ? null : { last: at + 5, form: { kind: 'fixed', value } };
  }

  /** `March 2023`, `August 11`, `September 9-10, 2020`. */
  #monthFirst(at: number): Found | null {
    const month = this.#month(at);
    if (month === null) return null;
    const after = this.#dot(at + 1);
    const year = this.#yearNumber(after) ?? (this.#low(after) === ',' ? this.#yearNumber(after + 1) : null);
    if (year !== null) {
      const last = this.#low(after) === ',' ? after + 2 : after + 1;
      return { last, form: { kind: 'fixed', value: monthValue(year, month) } };
    }
    const day = this.#dayOfMonth(after);
    if (day === null) return this.#bareMonth(at, month, after);
    const range = this.#rangeDay(after + 1);
    const end = range?.last ?? after + 1;
    const comma = this.#low(end) === ',' ? end + 1 : end;
    return this.#withYear(month, day, range?.day, end, comma);
  }

  /** `10 May 2024`, `9-10 September`, `the 5th of June`. */
  #dayFirst(at: number): Found | null {
    const day = this.#dayOfMonth(at);
    if (day === null) return null;
    const range = this.#rangeDay(at + 1);
    let next = range?.last ?? at + 1;
    if (this.#low(next) === 'of') next += 1;
    const lean = LEANS.get(this.#low(next));
    if (lean !== undefined && range === null && this.#low(next + 1) === 'month')
      return { last: next + 2, form: { kind: 'day-of-month', day, offset: lean } };
    const month = this.#month(next);
    if (month === null) return null;
    const end = this.#dot(next + 1);
    const comma = this.#low(end) === ',' ? end + 1 : end;
    return this.#withYear(month, day, range?.day, end, comma);
  }

  #withYear(month: number, day: number, to: number | undefined, end: number, comma: number): Found | null {
    const year = this.#yearNumber(comma);
    if (year === null) {
      if (dayValue(2024, month, day) === null) return null;
      return { last: end, form: { kind: 'month-day', month, day, ...(to === undefined ? {} : { to }) } };
    }
    const first = dayValue(year, month, day);
    if (first === null) return null;
    const last = to === undefined || to <= day ? null : dayValue(year, month, to);
    const value = last === null ? first : `${first}/${last}`;
    return { last: comma + 1, form: { kind: 'fixed', value } };
  }

  #bareMonth(at: number, month: number, after: number): Found | null {
    // "May" and "March" alone are months only where a month can stand.
    const before = this.#low(at - 1);
    const placed =
      YEAR_BEFORE.has(before) || LEANS.has(before) || ['mid', 'early', 'late', '-'].includes(before);
    return placed ? { last: after, form: { kind: 'month', month, lean: 0 } } : null;
  }

  #relativeDay(at: number, word: string): Found | null {
    const offset = DAY_WORDS.get(word);
    if (offset !== undefined) {
      const last = DAY_PARTS.has(this.#low(at + 1)) ? at + 2 : at + 1;
      return { last, form: { kind: 'day', offset } };
    }
    if (word === 'this' && DAY_PARTS.has(this.#low(at + 1))) {
      return { last: at + 2, form: { kind: 'day', offset: 0 } };
    }
    if (word === 'last' && this.#low(at + 1) === 'night') {
      return { last: at + 2, form: { kind: 'day', offset: -1 } };
    }
    const lean = word === 'the' ? 0 : LEANS.get(word);
    if (lean !== undefined && this.#low(at + 1) === 'weekend') {
      return { last: at + 2, form: { kind: 'weekend', offset: lean } };
    }
    const day = word === 'the' ? at + 1 : at;
    if (this.#low(day) === 'day' && this.#low(day + 1) === 'before' && this.#low(day + 2) === 'yesterday') {
      return { last: day + 3, form: { kind: 'day', offset: -2 } };
    }
    return null;
  }

  /** `last Tuesday`, `next March`, `earlier this month`, `last year`. */
  #leaning(at: number, word: string): Found | null {
    const led = word === 'earlier' || word === 'later' || word === 'late' || word === 'early';
    const start = led ? at + 1 : at;
    const lean = LEANS.get(this.#low(start));
    if (lean === undefined) return null;
    const next = this.#low(start + 1);
    const unit = UNITS.get(next);
    if (unit !== undefined && unit !== 'day' && !next.endsWith('s')) {
      return { last: start + 2, form: { kind: 'period', unit, offset: lean } };
    }
    if (led) return null;
    if (unit !== undefined && next.endsWith('s')) {
      return { last: start + 2, form: { kind: 'vague', side: lean < 0 ? 'past' : 'future' } };
    }
    const weekday = this.#weekday(start + 1, lean);
    if (weekday !== null) return weekday;
    const month = this.#month(start + 1);
    return month === null ? null : { last: start + 2, form: { kind: 'month', month, lean } };
  }

  /** `three weeks ago`, `a day after`, `the next day`, `days before`, `two days earlier`. */
  #counted(at: number): Found | null {
    const word = this.#low(at);
    if (word === 'within') {
      const next = this.#low(at + 1);
      const length = NUMBER_WORDS.get(next) ?? this.#number(at + 1);
      const within = UNITS.get(this.#low(at + 2));
      return length === null || within === undefined
        ? null
        : { last: at + 3, form: { kind: 'ago', count: length, unit: within } };
    }
    // "hours later", "two hours before": too short to make a date.
    const hours = SHORT_UNITS.has(word) ? at : SHORT_UNITS.has(this.#low(at + 1)) ? at + 1 : null;
    if (hours !== null && FROM_NOW.has(this.#low(hours + 1)) && (hours === at || this.#isCount(at))) {
      return { last: hours + 2, form: { kind: 'vague', side: 'past' } };
    }
    if (hours !== null && SIDES.has(this.#low(hours + 1)) && (hours === at || this.#isCount(at))) {
      const side = this.#low(hours + 1) === 'after' ? 'after' : 'before';
      return { last: hours + 2, form: { kind: 'offset', count: 0, unit: 'day', side } };
    }
    const unitAlone = UNITS.get(word);
    if (unitAlone !== undefined && word.endsWith('s')) return this.#counting(at + 1, null, unitAlone);
    const isThe = word === 'the';
    const count = isThe ? 1 : (NUMBER_WORDS.get(word) ?? this.#number(at));
    const fortnight = /^fortnights?$/.test(this.#low(at + 1));
    const unit = fortnight ? 'week' : UNITS.get(this.#low(at + 1));
    if (count === null || unit === undefined) return null;
    if (isThe && unit !== 'day') return null;
    return this.#counting(at + 2, fortnight ? 2 * count : count, unit);
  }

  #isCount(at: number): boolean {
    return NUMBER_WORDS.has(this.#low(at)) || this.#number(at) !== null;
  }

  #counting(at: number, count: number | null, unit: TimeUnit): Found | null {
    const word = this.#low(at);
    if (word === 'ago' && count !== null) {
      return { last: at + 1, form: { kind: 'ago', count: -count, unit } };
    }
    if (word === 'ago') return { last: at + 1, form: { kind: 'vague', side: 'past' } };
    if (word === 'after' || word === 'before') {
      return { last: at + 1, form: { kind: 'offset', count, unit, side: word } };
    }
    if ((word === 'later' || word === 'earlier') && this.#low(at + 1) !== 'this') {
      const side = word === 'later' ? 'after' : 'before';
      return { last: at + 1, form: { kind: 'offset', count, unit, side } };
    }
    return null;
  }

  #weekday(at: number, lean: -1 | 0 | 1): Found | null {
    const token = this.#token(at);
    if (token === undefined || token.text[0] === token.text[0]?.toLowerCase()) return null;
    const weekday = WEEKDAYS.get(this.#low(at));
    // "Sun" and "Sat" are words; the short forms count only with their dot or beside a date.
    if (weekday === undefined || (token.text.length <= 5 && this.#low(at + 1) !== '.')) return null;
    const end = this.#dot(at + 1);
    const last = DAY_PARTS.has(this.#low(end)) ? end + 1 : end;
    return { last, form: { kind: 'weekday', weekday, lean } };
  }

  #vague(at: number, word: string): Found | null {
    if (VAGUE_PAST.has(word)) return { last: at + 1, form: { kind: 'vague', side: 'past' } };
    if (VAGUE_FUTURE.has(word)) return { last: at + 1, form: { kind: 'vague', side: 'future' } };
    const skip = word === 'the' ? 1 : 0;
    const adjective = this.#low(at + skip);
    const unit = this.#low(at + skip + 1);
    if (!UNITS.has(unit) || !unit.endsWith('s')) return null;
    if (adjective === 'recent') return { last: at + skip + 2, form: { kind: 'vague', side: 'past' } };
    if (adjective === 'coming') return { last: at + skip + 2, form: { kind: 'vague', side: 'future' } };
    return null;
  }

  #year(at: number): Found | null {
    const token = this.#token(at);
    const decade = token?.kind === 'word' ? /^((?:19|20)\d0)s$/.exec(token.text) : null;
    if (decade?.[1] !== undefined) {
      const from = Number(decade[1]);
      return { last: at + 1, form: { kind: 'fixed', value: `${from}/${from + 9}` } };
    }
    const year = this.#yearNumber(at);
    if (year === null) return null;
    const before = this.#low(at - 1);
    const joined = before === '-' && ['mid', 'early', 'late'].includes(this.#low(at - 2));
    if (!joined && !YEAR_BEFORE.has(before)) return null;
    // "(2021)" after a number is the year of a resolution, and after a law's name the law's.
    const owner = before === '(' || before === ',' ? this.#token(at - 2) : undefined;
    if (owner !== undefined && (owner.kind === 'number' || NOT_A_YEAR_AFTER.has(owner.text.toLowerCase()))) {
      return null;
    }
    return { last: at + 1, form: { kind: 'fixed', value: String(year) } };
  }
}

function monthValue(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The day as EDTF, or `null` when there is no such day. */
function dayValue(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${monthValue(year, month)}-${String(day).padStart(2, '0')}`;
}
