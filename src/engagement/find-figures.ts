import { wordTable } from '../kernel/index.ts';
import { findDates, NUMBER_WORDS, tokenize } from '../text/index.ts';
import { stemOf, type Word } from './words.ts';

/** A figure that a text gives of something: people, money, items. */
export interface Figure {
  /** The number and the first word of what is counted. */
  readonly key: string;
  /** As the text has it, with what it counts. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Words before a number that make it a name or a place in a list and no count. */
const NAMING: ReadonlySet<string> = new Set(
  (
    'resolution resolutions unscr section sections article articles order act chapter paragraph paragraphs number no nos ' +
    'part annex page title protocol pillar goal phase round session class type level day mumbai'
  ).split(' '),
);

/** Words that end what is counted. */
const STOPS: ReadonlySet<string> = new Set(
  'since in on at by for from to through during before after until that which who with as of the a an was were is are has have'.split(
    ' ',
  ),
);

const SCALES = wordTable<number>({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 });

/**
 * The figures in the part `[from, to)` of a text, with what they count. Dates, numbers of laws and meetings, and
 * single digits are none.
 */
export function figuresIn(text: string, words: readonly Word[], from: number, to: number): readonly Figure[] {
  const tokens = tokenize(text, from, to);
  const dates = findDates(tokens).map(
    ({ first, last }) => [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0] as const,
  );
  const found: Figure[] = [];
  for (const [at, word] of words.entries()) {
    if (dates.some(([start, end]) => start <= word.start && word.start < end)) continue;
    const value = numberIn(word.low);
    if (value === null || NAMING.has(words[at - 1]?.low ?? '') || touches(text, word)) continue;
    let next = at + 1;
    let total = value;
    for (
      let scale = SCALES[words[next]?.low ?? ''];
      scale !== undefined;
      scale = SCALES[words[next]?.low ?? '']
    ) {
      total *= scale;
      next += 1;
    }
    const counted = countedFrom(text, words, next);
    const last = counted.at(-1) ?? words[next - 1] ?? word;
    if (total < SMALLEST || (counted.length === 0 && next === at + 1)) continue;
    const noun = counted.at(-1);
    found.push({
      key: `${total}:${noun === undefined ? '' : stemOf(noun.low)}`,
      label: text.slice(word.start, last.end).replace(/\s+/g, ' '),
      start: word.start,
      end: last.end,
    });
  }
  return found;
}

/** Below ten a number is mostly a way of speaking ("two sides"). */
const SMALLEST = 10;
const MOST_WORDS = 6;

function numberIn(low: string): number | null {
  if (/^\d[\d,]*$/.test(low)) return Number(low.replaceAll(',', ''));
  const word = NUMBER_WORDS.get(low);
  return word === undefined ? (SCALES[low] ?? null) : word;
}

/** "26/11", "3856-B", "1,267th": part of a longer sign. */
function touches(text: string, { start, end }: Word): boolean {
  const [before, after] = [text[start - 1] ?? ' ', text[end] ?? ' '];
  return /[/\-–.§(]/.test(before) || /[/\-–\p{L}]/u.test(after);
}

function countedFrom(text: string, words: readonly Word[], from: number): readonly Word[] {
  const out: Word[] = [];
  for (let at = from; at < from + MOST_WORDS; at += 1) {
    const [word, before] = [words[at], words[at - 1]];
    if (word === undefined || before === undefined || STOPS.has(word.low)) break;
    if (/[^\s-]/.test(text.slice(before.end, word.start))) break;
    out.push(word);
  }
  while (out.at(-1)?.low === 'and' || out.at(-1)?.low === 'or') out.pop();
  return out;
}
