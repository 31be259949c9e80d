import type { Schema } from '../kernel/index.ts';
import { isChineseName, type Syllables } from './chinese.ts';
import { type RawPart, splitName } from './split-name.ts';
import { partWeight, type Weights } from './weights.ts';
import { analyseWord, type Word, WordBook } from './word.ts';

/** A part of a name with its word worked out. */
export interface NamePart extends RawPart {
  readonly word: Word;
}

/** Neighbouring parts written as one word. */
export interface Join {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly form: string;
  /** What its key begins with, empty where that is not sure, and its length but for a letter where words meet. */
  readonly first: string;
  readonly length: number;
  /** Its syllables, where all its words can be Chinese. */
  readonly syllables: Syllables | undefined;
  /** Worked out when it is asked for: most are never compared. */
  readonly word: Word;
}

/** A name ready to be compared. */
export interface ParsedName {
  /** As given. */
  readonly text: string;
  readonly schema: Schema | undefined;
  /** In the order `First LAST`, however printed. */
  readonly parts: readonly NamePart[];
  /** Two and three neighbours written as one: `good will` and `goodwill` are one name. */
  readonly joins: readonly Join[];
  /** Words in printed order, folded. Empty when the text has neither letters nor digits. */
  readonly folded: string;
  /** It was printed `LAST, First`. */
  readonly inverted: boolean;
  /** It is a Chinese person's name by its syllables, where one other letter is another name. */
  readonly isChinese: boolean;
  /** It was longer than the caps of `rules.ts`, and the rest was not read. */
  readonly cut: boolean;
  /** What each part weighs by these weights, which must not change: worked out once. */
  weightsBy(weights: Weights): readonly number[];
}

const MAX_JOIN = 24;

/**
 * Parses a name as one of its schema; with no schema, or `LegalEntity`, titles of persons and legal forms of
 * organisations are both recognised. Never throws. `book` may be shared to work each word out once.
 */
export function parseName(text: string, schema?: Schema, book: WordBook = new WordBook()): ParsedName {
  return new Parsed(text, schema, book);
}

class Parsed implements ParsedName {
  readonly text: string;
  readonly schema: Schema | undefined;
  readonly parts: readonly NamePart[];
  readonly joins: readonly Join[];
  readonly folded: string;
  readonly inverted: boolean;
  readonly isChinese: boolean;
  readonly cut: boolean;
  #weighedBy: Weights | undefined;
  #weights: readonly number[] = [];

  constructor(text: string, schema: Schema | undefined, book: WordBook) {
    const { parts, words, inverted, cut } = splitName(text, schema);
    this.text = text;
    this.schema = schema;
    this.parts = parts.map(({ text, form, kind }) => ({ text, form, kind, word: book.word(form) }));
    this.joins = joinsOf(this.parts);
    this.folded = words.map((word) => word.form).join(' ');
    this.inverted = inverted;
    this.isChinese = schema === 'Person' && isChinese(this.parts);
    this.cut = cut;
  }

  weightsBy(weights: Weights): readonly number[] {
    if (this.#weighedBy !== weights) {
      this.#weights = this.parts.map((part) => partWeight(part, weights));
      this.#weighedBy = weights;
    }
    return this.#weights;
  }
}

function isChinese(parts: readonly NamePart[]): boolean {
  const words = parts.filter(({ kind }) => kind !== 'title');
  if (!words.every(({ kind, word }) => kind === 'word' && word.syllables !== undefined)) return false;
  return isChineseName(words.map(({ word }) => word));
}

class LazyJoin implements Join {
  readonly from: number;
  readonly to: number;
  readonly form: string;
  readonly first: string;
  readonly length: number;
  readonly syllables: Syllables | undefined;
  #word: Word | undefined;

  constructor(
    from: number,
    to: number,
    form: string,
    first: string,
    length: number,
    syllables: Syllables | undefined,
  ) {
    this.from = from;
    this.to = to;
    this.form = form;
    this.first = first;
    this.length = length;
    this.syllables = syllables;
  }

  get word(): Word {
    // Not from the book of words: few joins come again, and they would push the words out of it.
    this.#word ??= analyseWord(this.form);
    return this.#word;
  }
}

const MOST_JOINED = 3;
const SURE_FIRST = 3;

function joinsOf(parts: readonly NamePart[]): readonly Join[] {
  const joins: Join[] = [];
  for (let from = 0; from + 1 < parts.length; from++) {
    const part = parts[from];
    if (part === undefined || !joinable(part)) continue;
    let { form } = part;
    let { length } = part.word.key;
    let { syllables } = part.word;
    // A letter that a short word begins with may change before the next word's: `s` and `h` make one.
    const first = length < SURE_FIRST ? '' : part.word.key.charAt(0);
    for (let to = from + 2; to <= parts.length && to <= from + MOST_JOINED; to++) {
      const next = parts[to - 1];
      if (next === undefined || !joinable(next)) break;
      form += next.form;
      length += next.word.key.length;
      syllables = together(syllables, next.word.syllables);
      if (form.length > MAX_JOIN) break;
      if (form.length > 4) joins.push(new LazyJoin(from, to, form, first, length, syllables));
    }
  }
  return joins;
}

function together(a: Syllables | undefined, b: Syllables | undefined): Syllables | undefined {
  if (a === undefined || b === undefined) return undefined;
  return { wade: a.wade + b.wade, each: [...a.each, ...b.each], isWade: a.isWade || b.isWade };
}

function joinable({ kind }: NamePart): boolean {
  return kind !== 'number' && kind !== 'acronym' && kind !== 'title';
}
