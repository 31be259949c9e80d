import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { type Calendar, dateUse, whenOf } from '../events/when.ts';
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
  calendar: Calendar,
): Measure {
  const due = dueIn(sentence, from, to, calendar);
  const figure = figureIn(sentence, from, to);
  const low = ` ${promise.toLowerCase()} `;
  const instrument = INSTRUMENTS.find(({ pattern }) => pattern.test(low));
  const found = [
    due === null ? null : `date: ${due.basis.quote}`,
    figure === null ? null : `figure: ${figure}`,
    instrument === undefined ? null : `named instrument: ${instrument.name}`,
  ].filter((reason) => reason !== null);
  if (found.length > 0) return { measurable: true, why: found.join('; '), due };
  return { measurable: false, why: 'no date, no figure, no named instrument', due: null };
}

/** A date in the promise that is not past: what it is due by. */
function dueIn(sentence: ReadSentence, from: number, to: number, calendar: Calendar): When | null {
  for (let at = from; at < to; at += 1) {
    const chunk = sentence.chunks[at];
    if (chunk?.is !== 'date') continue;
    const when = whenOf(calendar, [{ ...dateUse(chunk, 'own') }], 'future', sentence);
    const date = when?.value == null ? null : tryParseDate(when.value);
    const end = date === null ? null : dateBounds(date).to;
    if (end !== null && (calendar.reference === null || end > calendar.reference)) return when;
  }
  return null;
}

function figureIn(sentence: ReadSentence, from: number, to: number): string | null {
  for (let at = from; at < to; at += 1) {
    const chunk = sentence.chunks[at];
    // What is "included" illustrates, and is often past.
    if (chunk?.is === 'prep' && (chunk.word === 'including' || chunk.word === 'such as')) return null;
    if (chunk?.is !== 'noun') continue;
    const unit = chunk.units.find(({ tag, number }) => tag === 'num' && number);
    // The number of a section, an order or a resolution counts nothing.
    if (unit !== undefined && unit !== chunk.head) return unit.text;
  }
  return null;
}
