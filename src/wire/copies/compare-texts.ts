import { type Span, spanAt } from '../span.ts';
import type { CopyWords } from './copy-words.ts';
import { GRAM, gramAt, trigramsOf } from './sketch.ts';

/** Words that stand in both texts, one after the other. */
export interface SharedPassage {
  readonly here: Span;
  readonly there: Span;
  readonly words: number;
  /** Whether both texts give it as a quotation. */
  readonly quoted: boolean;
}

/** What one text is to another. */
export interface TextComparison {
  /**
   * `exact` the same words throughout; `near` one story, cut or edited; `shared-text` two texts that pass on the same
   * words of a third; `none` no more than any two texts on one matter.
   */
  readonly kind: 'exact' | 'near' | 'shared-text' | 'none';
  /** How much of the first is in the second, and of the second in the first, by word trigrams: 0 to 1. */
  readonly shares: readonly [number, number];
  /** The longest passages that both have, by their place in the first. */
  readonly passages: readonly SharedPassage[];
}

/** One of two texts holds so much of the other's own words when they are one story. */
export const NEAR = 0.55;
/** And so many of its names: reports that follow one pattern differ in these; figures change from version to version. */
export const SAME_NAMES = 0.75;
/** Fewer trigrams than this are no evidence. */
const LEAST_GRAMS = 12;
/** Words in a row that two writers do not come upon by themselves: fewer in a quotation. */
const PASSAGE = 12;
const QUOTED_PASSAGE = 7;
const MOST_PASSAGES = 20;
/** Words of either text that are laid side by side; the shares are of all. */
const ALIGNED = 20_000;

/** Compares two texts. Time grows with their length. */
export function compareTexts(a: CopyWords, b: CopyWords): TextComparison {
  const shares = sharesOf(trigramsOf(a), trigramsOf(b));
  const passages = passagesOf(a, b);
  if (sameWords(a.hashes, b.hashes)) return { kind: 'exact', shares: [1, 1], passages };
  if (isNear(a, b, shares)) return { kind: 'near', shares, passages };
  return { kind: passages.length > 0 ? 'shared-text' : 'none', shares, passages };
}

function isNear(a: CopyWords, b: CopyWords, shares: readonly [number, number]): boolean {
  // What both quote is a third one's: the writers' own words decide, where there are enough of them.
  const [own, other] = [trigramsOf(a, a.quoted), trigramsOf(b, b.quoted)];
  const written = Math.min(own.size, other.size) < LEAST_GRAMS ? shares : sharesOf(own, other);
  if (Math.min(a.hashes.length, b.hashes.length) < LEAST_GRAMS + GRAM - 1) return false;
  return Math.max(...written) >= NEAR && Math.max(namesHeld(a, b), namesHeld(b, a)) >= SAME_NAMES;
}

/** The share of a text's names that another has. */
function namesHeld(small: CopyWords, large: CopyWords): number {
  const there = new Set(large.hashes);
  const names = new Set(small.hashes.filter((_, at) => small.named[at] === 1));
  if (names.size === 0) return 1;
  let held = 0;
  for (const name of names) if (there.has(name)) held += 1;
  return held / names.size;
}

function sharesOf(a: ReadonlySet<number>, b: ReadonlySet<number>): readonly [number, number] {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const gram of small) if (large.has(gram)) both += 1;
  const part = (size: number) => (size === 0 ? 0 : both / size);
  return [part(a.size), part(b.size)];
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.length > 0 && a.every((hash, at) => hash === b[at]);
}

/** A word row that stands at so many places is a turn of phrase. */
const MOST_PLACES = 8;

/** Passages of both texts, longest match first at each place (greedy tiling after Wise, 1993). */
function passagesOf(a: CopyWords, b: CopyWords): readonly SharedPassage[] {
  const places = new Map<number, number[]>();
  const there = Math.min(b.hashes.length, ALIGNED) - GRAM;
  for (let at = 0; at <= there; at++) {
    const gram = gramAt(b.hashes, at);
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  const found: SharedPassage[] = [];
  const here = Math.min(a.hashes.length, ALIGNED) - GRAM;
  for (let at = 0; at <= here; ) {
    let [longest, where] = [0, 0];
    for (const place of places.get(gramAt(a.hashes, at)) ?? []) {
      let length = 0;
      while (at + length < a.hashes.length && a.hashes[at + length] === b.hashes[place + length]) length += 1;
      if (length > longest) [longest, where] = [length, place];
    }
    const quoted = isQuoted(a, at, longest) && isQuoted(b, where, longest);
    if (longest >= (quoted ? QUOTED_PASSAGE : PASSAGE)) {
      found.push({
        here: spanOf(a, at, longest),
        there: spanOf(b, where, longest),
        words: longest,
        quoted,
      });
    }
    at += Math.max(1, longest - GRAM + 1);
  }
  return found
    .sort((x, y) => y.words - x.words)
    .slice(0, MOST_PASSAGES)
    .sort((x, y) => x.here.start - y.here.start);
}

/** Whether more than half of a passage's words stand in quotation marks. */
function isQuoted({ quoted }: CopyWords, at: number, words: number): boolean {
  let inside = 0;
  for (let word = at; word < at + words; word++) inside += quoted[word] ?? 0;
  return inside * 2 > words;
}

function spanOf({ text, starts, ends }: CopyWords, at: number, words: number): Span {
  return spanAt(text, starts[at] ?? 0, ends[at + words - 1] ?? 0);
}
