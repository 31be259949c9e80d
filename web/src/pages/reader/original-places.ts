import type { Stretch } from './original-lines.ts';

/** A word and where it stands. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Where stretches of an extract stand in the text that it was taken from. */
export interface Places {
  /** The stretch of the original with the words of this stretch of the extract; `null` where they are not found. */
  readonly of: (start: number, end: number) => { readonly start: number; readonly end: number } | null;
  /** Whether any word of the extract was taken from this stretch of the original. */
  readonly isTaken: (start: number, end: number) => boolean;
}

/** So many words may be between two that are the same in both, counted on both sides together. */
const SKIP = 6;

/**
 * Finds the words of an extract in its original, in their order: rows of three words make out where it goes on, and
 * from there it is followed word by word. From the end to the beginning, since what a page says twice (its title,
 * its summary) it says first above and then in the report. Time grows with the lengths, whatever the texts say.
 */
export function placesOf(original: string, stretches: readonly Stretch[], extract: string): Places {
  const theirs = stretches.flatMap((stretch) => (stretch.markup ? [] : wordsOf(original, stretch)));
  const ours = wordsOf(extract, { start: 0, end: extract.length });
  const backwards = aligned([...theirs].reverse(), [...ours].reverse());
  const at = backwards.map((place) => (place < 0 ? -1 : theirs.length - 1 - place)).reverse();
  const taken = new Set(at.filter((place) => place >= 0));
  return {
    of: (start, end) => {
      const found: number[] = [];
      for (let n = firstFrom(ours, start); n < ours.length && (ours[n]?.start ?? end) < end; n += 1) {
        const place = at[n] ?? -1;
        if (place >= 0) found.push(place);
      }
      const [first, last] = [theirs[found[0] ?? -1], theirs[found.at(-1) ?? -1]];
      if (first === undefined || last === undefined || last.end <= first.start) return null;
      return last.end - first.start > 3 * (end - start) + 2000 ? null : { start: first.start, end: last.end };
    },
    isTaken: (start, end) => {
      for (let n = firstFrom(theirs, start); n < theirs.length && (theirs[n]?.start ?? end) < end; n += 1)
        if (taken.has(n)) return true;
      return false;
    },
  };
}

/** For each word of `ours` the number of the same word in `theirs`, or -1. */
function aligned(theirs: readonly Word[], ours: readonly Word[]): readonly number[] {
  const rows = new Map<string, number[]>();
  for (let n = 0; n < theirs.length; n += 1) {
    const key = rowAt(theirs, n);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [n]);
    else if (known.length < 50) known.push(n);
  }
  const at = new Array<number>(ours.length).fill(-1);
  let last = -1;
  for (let n = 0; n < ours.length; n += 1) {
    const near = nextAfter(theirs, last, ours, n);
    const known = near === null ? rows.get(rowAt(ours, n)) : undefined;
    const place = near ?? known?.find((one) => one > last) ?? known?.[0];
    if (place === undefined) continue;
    at[n] = place;
    last = place;
  }
  return at;
}

/** The word right after the last one, or a little further on where two in a row are the same. */
function nextAfter(theirs: readonly Word[], last: number, ours: readonly Word[], n: number): number | null {
  const key = ours[n]?.key;
  if (last < 0 || key === undefined) return null;
  if (theirs[last + 1]?.key === key) return last + 1;
  for (let skip = 2; skip <= SKIP; skip += 1) {
    const next = ours[n + 1];
    if (theirs[last + skip]?.key === key && (next === undefined || theirs[last + skip + 1]?.key === next.key))
      return last + skip;
  }
  return null;
}

/** Three words in a row, fewer at the end: they make out a place. */
function rowAt(words: readonly Word[], from: number): string {
  return `${words[from]?.key} ${words[from + 1]?.key} ${words[from + 2]?.key}`;
}

function wordsOf(text: string, { start, end }: Pick<Stretch, 'start' | 'end'>): readonly Word[] {
  // A reference such as &nbsp; is no word.
  return [...text.slice(start, end).matchAll(/&#?\w{1,8};|[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => !word.startsWith('&'))
    .map(({ 0: word, index }) => ({
      start: start + index,
      end: start + index + word.length,
      key: word.normalize('NFKC').toLowerCase(),
    }));
}

/** The first word that ends after a place. */
function firstFrom(words: readonly Word[], place: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
