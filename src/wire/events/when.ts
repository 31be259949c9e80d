import { formatDate, type PartialDate, tryParseDate } from '../../kernel/index.ts';
import { type Leaning, resolveDate, shiftDate } from '../../text/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { chunkBounds, type DateChunk, type VerbChunk } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { EventStatus, When } from '../reading.ts';
import { spanAt } from '../span.ts';
import type { DateUse, RelativeTime } from './draft.ts';

/** What dates are read against. */
export interface Calendar {
  readonly text: string;
  /** `YYYY-MM-DD`, or `null` when the text gives no day of writing. */
  readonly reference: string | null;
}

/** A date chunk as it may be used; `near` says how close it stands to the event. */
export function dateUse(chunk: DateChunk, near: DateUse['near']): DateUse {
  return { date: chunk.date, start: chunk.unit.start, end: chunk.unit.end, near };
}

/**
 * The first of the dates that can be written down (SPEC.md, D1 to D8), nearest first. "Since 2019" bounds and
 * does not date. A vague time ("in recent months") is kept with no value when there is nothing better.
 */
export function whenOf(
  calendar: Calendar,
  uses: readonly DateUse[],
  leaning: Leaning,
  sentence: ReadSentence,
): When | null {
  let vague: When | null = null;
  for (const [at, use] of uses.entries()) {
    const { form, bound } = use.date;
    // "On Monday, June 8": the day of the month says which Monday.
    const next = uses[at + 1];
    if (form.kind === 'weekday' && next !== undefined && isDay(next) && next.start - use.end <= 2) continue;
    if (form.kind === 'offset' || bound === 'since' || (bound === 'until' && leaning === 'past')) continue;
    const basis = spanAt(calendar.text, use.start, use.end);
    const date = dateMeant(calendar, use, leaning, sentence);
    if (date === null) {
      vague ??= { value: null, precision: null, basis, how: 'counted' };
      continue;
    }
    const how = use.near === 'frame' ? 'inherited' : form.kind === 'fixed' ? 'stated' : 'counted';
    return { value: formatDate(date), precision: date.precision, basis, how };
  }
  return vague;
}

function isDay({ date }: DateUse): boolean {
  return date.form.kind === 'month-day' || (date.form.kind === 'fixed' && date.form.value.length === 10);
}

/** Dates that a day of writing alone turns into days. */
const COUNTED_FORMS = new Set([
  'day',
  'weekday',
  'ago',
  'period',
  'month',
  'month-day',
  'day-of-month',
  'weekend',
]);

/**
 * The time of a telling that its date does not give (SPEC.md, E5): words counted from an unknown day of writing,
 * or a verb of now with no date ("is designating").
 */
export function relativeTime(
  calendar: Calendar,
  uses: readonly DateUse[],
  when: When | null,
  clause: Clause | null,
): RelativeTime | null {
  if (when !== null && when.value !== null) return null;
  const counted = uses.find(({ date }) => date.bound === 'at' && COUNTED_FORMS.has(date.form.kind));
  if (counted !== undefined && calendar.reference === null) {
    return { words: calendar.text.slice(counted.start, counted.end).toLowerCase(), written: null };
  }
  const now = counted === undefined && clause !== null && isPresentProgressive(clause.verb);
  return now ? { words: 'today', written: calendar.reference } : null;
}

function isPresentProgressive({ form, passive, perfect, modal, units }: VerbChunk): boolean {
  if (form !== 'finite' || passive || perfect || modal !== null) return false;
  const last = units.at(-1)?.low ?? '';
  return last.endsWith('ing') && units.some(({ low }) => low === 'is' || low === 'are' || low === 'am');
}

function dateMeant(
  calendar: Calendar,
  use: DateUse,
  leaning: Leaning,
  sentence: ReadSentence,
): PartialDate | null {
  const { form } = use.date;
  if (form.kind === 'fixed') return resolveDate(form, calendar.reference ?? '2000-01-01');
  if (form.kind === 'month' || form.kind === 'month-day') {
    const year = yearIn(sentence);
    if (year !== null) {
      const month = `${year}-${String(form.month).padStart(2, '0')}`;
      const text = form.kind === 'month' ? month : `${month}-${String(form.day).padStart(2, '0')}`;
      const date = tryParseDate(text);
      if (date !== null) return date;
    }
  }
  return calendar.reference === null ? null : resolveDate(form, calendar.reference, leaning);
}

/** The year that a sentence is set in: "In 2025, …". */
function yearIn(sentence: ReadSentence): string | null {
  const [first] = sentence.chunks;
  if (first?.is !== 'date' || first.date.bound !== 'at' || first.date.form.kind !== 'fixed') return null;
  return /^\d{4}$/.test(first.date.form.value) ? first.date.form.value : null;
}

/**
 * The date at the head of a sentence, or of the clause, when it is a year or a month that all of it is set in:
 * "In 2025, …", "this year the group took credit for".
 */
export function frameDate(sentence: ReadSentence, clause: Clause | null): DateUse | null {
  const [head, second] = sentence.chunks;
  const led = head?.is === 'date' && second?.is === 'comma' ? wideDate(head) : null;
  if (led !== null) return led;
  const [subject] = clause?.subjects ?? [];
  const at = subject === undefined ? -1 : sentence.chunks.indexOf(subject);
  const before = sentence.chunks[sentence.chunks[at - 1]?.is === 'comma' ? at - 2 : at - 1];
  return before?.is === 'date' ? wideDate(before) : null;
}

function wideDate(first: DateChunk): DateUse | null {
  if (first.date.bound !== 'at') return null;
  const { form } = first.date;
  const wide =
    form.kind === 'period' || form.kind === 'month' || (form.kind === 'fixed' && form.value.length <= 7);
  return wide ? dateUse(first, 'frame') : null;
}

/** The dates of a telling, and after them the one that its whole sentence is set in. */
export function withFrame(
  uses: readonly DateUse[],
  sentence: ReadSentence,
  clause: Clause | null,
): readonly DateUse[] {
  const frame = frameDate(sentence, clause);
  return frame === null ? uses : [...uses, frame];
}

/** Which way a date of an event of this status leans: what is planned or threatened is yet to come. */
export function leaningOf(status: EventStatus): Leaning {
  return status === 'planned' || status === 'threatened' ? 'future' : 'past';
}

/** `when` moved by a counted distance: "a day after the US designated" seen from either side. */
export function shiftedWhen(
  calendar: Calendar,
  base: When,
  offset: DateChunk,
  sentence: ReadSentence,
  direction: 1 | -1,
): When | null {
  const { form } = offset.date;
  if (form.kind !== 'offset' || form.count === null || base.value === null) return null;
  const date = tryParseDate(base.value);
  if (date === null) return null;
  const sign = form.side === 'after' ? 1 : -1;
  const exact = shiftDate(date, direction * sign * form.count, form.unit);
  // "Hours after": the same day, or about.
  const moved = form.count === 0 && exact?.precision === 'day' ? { ...exact, circa: true } : exact;
  if (moved === null) return null;
  const { start, end } = chunkBounds(sentence.units, offset);
  return {
    value: formatDate(moved),
    precision: moved.precision,
    basis: spanAt(calendar.text, start, end),
    how: 'anchored',
  };
}

/** The date that stands last before a chunk of the sentence, resolved: what "a day after" counts from. */
export function dateBefore(calendar: Calendar, sentence: ReadSentence, at: number): When | null {
  for (let left = at - 1; left >= 0; left -= 1) {
    const chunk = sentence.chunks[left];
    if (chunk?.is !== 'date' || chunk.date.form.kind === 'offset') continue;
    return whenOf(calendar, [dateUse(chunk, 'clause')], 'past', sentence);
  }
  return null;
}

/**
 * The dates of a clause, those after its verb first. A second verb that shares its subject with the first, and
 * has no date of its own, shares the date: "travelled last week and signed".
 */
export function clauseDates(clause: Clause, sentence: ReadSentence): readonly DateUse[] {
  const after = clause.dates.filter((date) => date.first > clause.verb.first);
  const before = clause.dates.filter((date) => date.first < clause.verb.first);
  const own = [...after, ...before].map((date) => dateUse(date, 'clause'));
  if (own.length > 0 || clause.governor?.how !== 'conj') return own;
  const fellow = sentence.clauses[clause.governor.clause];
  if (fellow === undefined || fellow.index >= clause.index || fellow.verb.perfect !== clause.verb.perfect)
    return own;
  return clauseDates(fellow, sentence);
}
