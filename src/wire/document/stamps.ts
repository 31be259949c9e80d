import { tryParseDate } from '../../kernel/index.ts';
import { findDates, type Token } from '../../text/index.ts';
import { zoneOffset } from './zone-names.ts';

/** A time printed on a page: `at` is EDTF, an instant where time and zone are given, else a day. */
export interface Stamp {
  readonly label: 'first-published' | 'updated' | 'released' | 'page';
  readonly at: string;
  /** Tokens `[first, last)` of the line, its label among them. */
  readonly first: number;
  readonly last: number;
}

const LABELS: readonly (readonly [words: readonly string[], label: Stamp['label']])[] = [
  [['first', 'published'], 'first-published'],
  [['published', 'on'], 'first-published'],
  [['published', 'at'], 'first-published'],
  [['published'], 'first-published'],
  [['posted', 'on'], 'first-published'],
  [['posted'], 'first-published'],
  [['last', 'updated'], 'updated'],
  [['last', 'updated', 'on'], 'updated'],
  [['updated', 'on'], 'updated'],
  [['updated', 'at'], 'updated'],
  [['updated'], 'updated'],
  [['last', 'modified'], 'updated'],
  [['modified'], 'updated'],
  [['released', 'on'], 'released'],
  [['released'], 'released'],
  [['issued', 'on'], 'released'],
  [['date'], 'page'],
];
const BETWEEN = new Set(['|', ',', '-', '–', '—', 'at', ':', '·', '/', '(']);
/** Words of a stamp line that say nothing: reading times and the like. */
const FILLER = new Set([
  'min',
  'mins',
  'minute',
  'minutes',
  'read',
  'by',
  'on',
  'and',
  '|',
  '·',
  '-',
  ',',
  '/',
  ':',
  '.',
  ')',
  '(',
]);

/** The times printed on a line. `publisherCountry` decides between zones that share an abbreviation. */
export function stampsOf(tokens: readonly Token[], publisherCountry: string | null): readonly Stamp[] {
  const stamps: Stamp[] = [];
  for (const date of findDates(tokens)) {
    if (date.form.kind !== 'fixed' || tryParseDate(date.form.value)?.precision !== 'day') continue;
    const time = timeAfter(tokens, date.last, publisherCountry);
    const label = labelBefore(tokens, date.first);
    const instant =
      time.clock === null || time.zone === null ? null : `${date.form.value}T${time.clock}${time.zone}`;
    const at = instant !== null && tryParseDate(instant) !== null ? instant : date.form.value;
    stamps.push({ label: label?.label ?? 'page', at, first: label?.first ?? date.first, last: time.last });
  }
  return stamps;
}

/** Whether a line holds a stamp and nothing else but filler. */
export function isStampLine(tokens: readonly Token[], stamps: readonly Stamp[]): boolean {
  if (stamps.length === 0) return false;
  return tokens.every(
    (token, at) =>
      token.kind === 'number' ||
      FILLER.has(token.text.toLowerCase()) ||
      stamps.some((stamp) => at >= stamp.first && at < stamp.last),
  );
}

function labelBefore(
  tokens: readonly Token[],
  date: number,
): { label: Stamp['label']; first: number } | null {
  let end = date;
  while (end > 0 && BETWEEN.has(tokens[end - 1]?.text ?? '')) end -= 1;
  let best: { label: Stamp['label']; first: number } | null = null;
  let longest = 0;
  for (const [words, label] of LABELS) {
    const first = end - words.length;
    if (first < 0 || words.length <= longest) continue;
    if (!words.every((word, index) => tokens[first + index]?.text.toLowerCase() === word)) continue;
    best = { label, first };
    longest = words.length;
  }
  return best;
}

interface TimeFound {
  readonly clock: string | null;
  readonly zone: string | null;
  readonly last: number;
}

function timeAfter(tokens: readonly Token[], from: number, country: string | null): TimeFound {
  let at = from;
  while (BETWEEN.has(tokens[at]?.text.toLowerCase() ?? '')) at += 1;
  const none: TimeFound = { clock: null, zone: null, last: from };
  const [hour, colon, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (hour?.kind !== 'number' || colon?.text !== ':' || !/^\d\d/.test(minute?.text ?? '')) return none;
  let hours = Number(hour.text);
  const minutes = (minute?.text ?? '').slice(0, 2);
  // "12:48PM" is one word after the colon.
  let half = (minute?.text ?? '').slice(2).toLowerCase();
  at += 3;
  let seconds = '00';
  if (tokens[at]?.text === ':' && /^\d\d$/.test(tokens[at + 1]?.text ?? '')) {
    seconds = tokens[at + 1]?.text ?? '00';
    at += 2;
  }
  if (half === '' && /^[ap]\.?m\.?$/i.test(tokens[at]?.text ?? '')) {
    half = (tokens[at]?.text ?? '').toLowerCase().replaceAll('.', '');
    at += 1;
  }
  if (half === 'pm' && hours < 12) hours += 12;
  if (half === 'am' && hours === 12) hours = 0;
  const zone = zoneAt(tokens, at, country);
  const clock = `${String(hours).padStart(2, '0')}:${minutes}:${seconds}`;
  return { clock, zone: zone?.zone ?? null, last: zone?.last ?? at };
}

function zoneAt(
  tokens: readonly Token[],
  from: number,
  country: string | null,
): { zone: string; last: number } | null {
  const at = tokens[from]?.text === '(' ? from + 1 : from;
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'word') {
    const zone = zoneOffset(token.text.replaceAll('.', ''), country);
    const last = tokens[at + 1]?.text === ')' ? at + 2 : at + 1;
    return zone === null ? null : { zone, last };
  }
  const [sign, hours, colon, minutes] = [token, tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (sign.text !== '+' && sign.text !== '-') return null;
  if (/^\d{4}$/.test(hours?.text ?? '')) {
    return { zone: `${sign.text}${hours?.text.slice(0, 2)}:${hours?.text.slice(2)}`, last: at + 2 };
  }
  if (/^\d\d$/.test(hours?.text ?? '') && colon?.text === ':' && /^\d\d$/.test(minutes?.text ?? '')) {
    return { zone: `${sign.text}${hours?.text}:${minutes?.text}`, last: at + 4 };
  }
  return null;
}
