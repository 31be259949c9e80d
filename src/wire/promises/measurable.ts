import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { type Calendar, dateUse, whenOf } from '../events/when.ts';
import type { Chunk } from '../grammar/chunks.ts';
import type { When } from '../reading.ts';

/** Things that a promise can name and a reader can later look for. */
const INSTRUMENTS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  'working group',
  'task force',
  'memorandum of understanding',
  'mou',
  'agreement',
  'treaty',
  'convention',
  'protocol',
  'action plan',
  'roadmap',
  'road map',
  'hotline',
  'secretariat',
  'joint centre',
  'joint center',
  'joint patrol',
  'joint exercise',
  'next round',
  'next session',
  'next meeting',
  'resolution',
  'legislation',
].map((name) => ({ name, pattern: new RegExp(`[^\\p{L}]${name}s?[^\\p{L}]`, 'u') }));

/** What a promise's dates are read against. */
export interface PromiseCalendar extends Calendar {
  /** The last day that the text has told as gone, for a text whose day of writing is unknown. */
  readonly told: string | null;
}

/** Whether anyone could later say that a promise was kept, and why or why not. */
export interface Measure {
  readonly measurable: boolean;
  readonly why: string;
  readonly due: When | null;
}

/** Weighs the chunks `[from, to)` of a sentence as a promise (SPEC.md, C6). `promise` is their text. */
export function measureOf(
  sentence: ReadSentence,
  from: number,
  to: number,
  promise: string,
  calendar: PromiseCalendar,
): Measure {
  const dates = datesIn(sentence, from, to, calendar);
  const due = dates.find(({ done }) => !done)?.when ?? null;
  const doneFrom = doneBefore(sentence, from, to);
  const figure = figureIn(sentence, from, doneFrom?.from ?? to);
  const low = ` ${promise.toLowerCase()} `;
  const instrument = INSTRUMENTS.find(({ pattern }) => pattern.test(low));
  const found = [
    due === null ? null : `date: ${due.basis.quote}`,
    figure === null ? null : `figure: ${figure}`,
    instrument === undefined ? null : `named instrument: ${instrument.name}`,
  ].filter((reason) => reason !== null);
  if (found.length > 0) return { measurable: true, why: found.join('; '), due };
  return {
    measurable: false,
    why: `no date, no figure, no named instrument${record(dates, doneFrom)}`,
    due: null,
  };
}

/** A date in a promise; `done` when it says since or on when something was done, and not by when it will be. */
interface PromiseDate {
  readonly when: When;
  readonly done: boolean;
}

/** The dates in the promise, in order, told apart by which way they look. */
function datesIn(
  sentence: ReadSentence,
  from: number,
  to: number,
  calendar: PromiseCalendar,
): readonly PromiseDate[] {
  const out: PromiseDate[] = [];
  for (let at = from; at < to; at += 1) {
    const chunk = sentence.chunks[at];
    if (chunk?.is !== 'date') continue;
    const use = dateUse(chunk, 'own');
    // "Since 2023" dates what has been done, so it is read as a plain date here.
    const plain = { ...use, date: { ...use.date, bound: 'at' as const } };
    const when = whenOf(calendar, [plain], 'future', sentence);
    const date = when?.value == null ? null : tryParseDate(when.value);
    if (when === null || date === null) continue;
    const end = dateBounds(date).to;
    const now = calendar.reference ?? calendar.told;
    const past = end !== null && now !== null && end <= now;
    out.push({ when, done: past || use.date.bound === 'since' || sinceBefore(sentence, at) !== null });
  }
  return out;
}

/** The chunk of the "since" or "following" in whose phrase a place stands: "since the last round in March". */
function sinceBefore(sentence: ReadSentence, at: number): number | null {
  for (let left = at - 1; left >= 0; left -= 1) {
    const chunk = sentence.chunks[left];
    if (chunk?.is === 'prep' || chunk?.is === 'sub') {
      if (LOOKING_BACK.has(chunk.word)) return left;
      if (chunk.is === 'sub') return null;
    } else if (chunk?.is !== 'noun' && chunk?.is !== 'date') return null;
  }
  return null;
}

const LOOKING_BACK = new Set(['since', 'following', 'after']);

/** What was done already: the chunks from its first noun to the word that looks back. */
interface Done {
  readonly from: number;
  readonly figure: string | null;
}

/** "The training of 300 police since the last round": a figure counted since then is a record, no target. */
function doneBefore(sentence: ReadSentence, from: number, to: number): Done | null {
  for (let at = from; at < to; at += 1) {
    const chunk = sentence.chunks[at];
    const looksBack =
      (chunk?.is === 'prep' && chunk.word === 'since') ||
      (chunk?.is === 'date' && chunk.date.bound === 'since');
    if (!looksBack) continue;
    let first = at;
    while (first > from && ['noun', 'prep', 'conj'].includes(sentence.chunks[first - 1]?.is ?? ''))
      first -= 1;
    return { from: first, figure: countIn(sentence, first, at) };
  }
  return null;
}

/** What of a promise is a record of the past, for whoever reads why it cannot be measured. */
function record(dates: readonly PromiseDate[], done: Done | null): string {
  const parts = [
    ...(done?.figure == null ? [] : [`${done.figure} is what was done already`]),
    ...dates.filter((date) => date.done).map(({ when }) => `${when.basis.quote} is past`),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

function figureIn(sentence: ReadSentence, from: number, to: number): string | null {
  let end = from;
  // What is "included" illustrates, and is often past.
  while (end < to && !illustrates(sentence.chunks[end])) end += 1;
  return countIn(sentence, from, end);
}

function illustrates(chunk: Chunk | undefined): boolean {
  return chunk?.is === 'prep' && (chunk.word === 'including' || chunk.word === 'such as');
}

function countIn(sentence: ReadSentence, from: number, to: number): string | null {
  for (let at = from; at < to; at += 1) {
    const chunk = sentence.chunks[at];
    if (chunk?.is !== 'noun') continue;
    const unit = chunk.units.find(({ tag, number }) => tag === 'num' && number);
    // The number of a section, an order or a resolution counts nothing.
    if (unit !== undefined && unit !== chunk.head) return unit.text;
  }
  return null;
}
