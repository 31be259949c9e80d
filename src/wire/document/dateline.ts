import { tryParseDate } from '../../kernel/index.ts';
import { type DateExpression, findDates, resolveDate, type Token } from '../../text/index.ts';
import { isCapitalised, isUpper } from '../mentions/names.ts';
import { knownPlace } from '../world/world.ts';
import { agencyAt, agencyByLetters } from './agency-names.ts';

/** Where and when a report was filed, by its own first words. Tokens `[0, last)` of the line. */
export interface DatelineFound {
  readonly place: string;
  readonly country: string | null;
  readonly agency: string | null;
  /** The day, where the dateline prints one. */
  readonly date: DateExpression | null;
  readonly last: number;
}

const LONGEST = 30;
const LONGEST_PLACE = 4;

/**
 * Reads a dateline at the beginning of a line: `ISLAMABAD:`, `WASHINGTON -`, `KABUL, Aug 13 (AFP) -`,
 * `PESHAWAR, Pakistan (Reuters) —`, `New Delhi [India], April 24 (ANI):`, `Press Trust of India Islamabad`
 * alone on its line. `null` when the line begins otherwise: a place must be known, or be in capitals.
 */
export function datelineOf(tokens: readonly Token[], alone: boolean): DatelineFound | null {
  const line = tokens.slice(0, LONGEST);
  const lead = agencyAt(line, 0);
  let at = lead === null ? 0 : lead.last;
  if (line[at]?.text === '|' || line[at]?.text === ',') at += 1;
  const place = placeAt(line, at);
  if (place === null) return null;
  const rest = afterPlace(line, place.last);
  const agency = lead?.name ?? rest.agency;
  const separator = separatorAt(line, rest.last);
  const whole = rest.last >= tokens.length || (separator !== null && separator >= tokens.length);
  const bracketEnds = rest.agency !== null && line[rest.last - 1]?.text === ')';
  if (separator === null && !(whole && (alone || lead !== null || rest.date !== null)) && !bracketEnds)
    return null;
  if (place.country === null && !place.upper) return null;
  // "India: the next power" is no dateline; "New Delhi: India on Monday" is one.
  if (place.isState && agency === null && rest.date === null) return null;
  return {
    place: titled(place.text),
    country: place.country ?? rest.country,
    agency,
    date: rest.date,
    last: separator ?? rest.last,
  };
}

/** The day that a dateline's date means, read against `near` where it has no year. */
export function datelineDay(date: DateExpression, near: string | null): string | null {
  if (date.form.kind === 'fixed')
    return tryParseDate(date.form.value)?.precision === 'day' ? date.form.value : null;
  if (near === null) return null;
  const found = resolveDate(date.form, near);
  return found?.precision === 'day' ? found.text : null;
}

interface PlaceFound {
  readonly text: string;
  readonly country: string | null;
  readonly isState: boolean;
  readonly upper: boolean;
  readonly last: number;
}

function placeAt(line: readonly Token[], at: number): PlaceFound | null {
  let best: PlaceFound | null = null;
  const first = line[at];
  if (first === undefined) return null;
  for (let last = at + 1; last <= Math.min(line.length, at + LONGEST_PLACE); last += 1) {
    const token = line[last - 1];
    if (token === undefined || (token.kind !== 'word' && token.text !== '-') || !isCapitalised(token.text))
      break;
    // A hyphen inside a name touches both sides; one that ends the dateline does not.
    if (token.text === '-' && line[last - 2]?.end !== token.start) break;
    const words = line.slice(at, last).map(({ text }) => text);
    const text = words.join(' ').replaceAll(' - ', '-');
    const known = knownPlace(titled(text));
    const upper = words.every((word) => isUpper(word) && word.length > 1);
    if (known === null && !upper) continue;
    best = { text, country: known?.country ?? null, isState: known?.isState ?? false, upper, last };
  }
  return best;
}

/** "3 JAN 90": two digits after a day and month are a year; 70 to 99 are of the last century. */
function shortYear(line: readonly Token[], date: DateExpression): DateExpression | null {
  const digits = line[date.last]?.text ?? '';
  if (date.form.kind !== 'month-day' || date.form.to !== undefined || !/^\d\d$/.test(digits)) return null;
  const { month, day } = date.form;
  const two = (part: number) => String(part).padStart(2, '0');
  const value = `${Number(digits) < 70 ? '20' : '19'}${digits}-${two(month)}-${two(day)}`;
  if (tryParseDate(value) === null) return null;
  return { ...date, last: date.last + 1, form: { kind: 'fixed', value } };
}

interface RestFound {
  readonly agency: string | null;
  readonly country: string | null;
  readonly date: DateExpression | null;
  readonly last: number;
}

/** What may follow the place: a wider place, a date, an agency in brackets, in any order. */
function afterPlace(line: readonly Token[], from: number): RestFound {
  let at = from;
  let agency: string | null = null;
  let country: string | null = null;
  let date: DateExpression | null = null;
  const dates = findDates(line, from);
  for (;;) {
    const token = line[at];
    if (token === undefined) break;
    const here = dates.find(({ first }) => first === at);
    if (here !== undefined && date === null) {
      const short = shortYear(line, here);
      date = short ?? here;
      at = date.last;
      continue;
    }
    if (token.text === '(' || token.text === '[') {
      const close = line.findIndex(
        (other, index) => index > at && (other.text === ')' || other.text === ']'),
      );
      if (close < 0) break;
      const inside = line.slice(at + 1, close);
      const named = agencyAt(inside, 0)?.name ?? agencyByLetters(inside[0]?.text ?? '') ?? null;
      if (named !== null) agency ??= named;
      else country ??= knownPlace(inside.map(({ text }) => text).join(' '))?.country ?? null;
      // Somebody in brackets after the place is an agency, known or not: "(Khyber Mail)".
      if (named === null && country === null) agency ??= inside.map(({ text }) => text).join(' ');
      at = close + 1;
      continue;
    }
    if (token.text === ',' || token.text === '.') {
      const wider = placeAt(line, at + 1);
      if (wider !== null && wider.country !== null) {
        country ??= wider.country;
        at = wider.last;
        continue;
      }
      const next = line[at + 1];
      const goesOn =
        next !== undefined &&
        (next.text === '(' || next.text === '[' || dates.some(({ first }) => first === at + 1));
      if (!goesOn) break;
      at += 1;
      continue;
    }
    break;
  }
  return { agency: agency ?? null, country: country ?? null, date, last: at };
}

/** The place after the mark that ends a dateline, or `null`. */
function separatorAt(line: readonly Token[], at: number): number | null {
  const text = line[at]?.text ?? '';
  if (text === ':' || text === '—' || text === '–') return at + 1;
  if (text !== '-') return null;
  // A hyphen that joins words separates nothing.
  const spaced = line[at - 1] === undefined || (line[at - 1]?.end ?? 0) < (line[at]?.start ?? 0);
  if (!spaced) return null;
  return line[at + 1]?.text === '-' ? at + 2 : at + 1;
}

/** `ISLAMABAD` as `Islamabad`; other words as they are. */
function titled(text: string): string {
  return text
    .split(' ')
    .map((word) => (isUpper(word) && word.length > 2 ? word[0] + word.slice(1).toLowerCase() : word))
    .join(' ');
}
