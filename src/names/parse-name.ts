import type { Schema } from '../kernel/index.ts';
import { type RawPart, splitName } from './split-name.ts';
import { type Word, WordBook } from './word.ts';

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
  /** It was longer than the caps of `rules.ts`, and the rest was not read. */
  readonly cut: boolean;
}

const MAX_JOIN = 24;

/**
 * Parses a name as one of its schema; with no schema, or `LegalEntity`, titles of persons and legal forms of
 * organisations are both recognised. Never throws. `book` may be shared to work each word out once.
 */
export function parseName(text: string, schema?: Schema, book: WordBook = new WordBook()): ParsedName {
  const { parts, words, inverted, cut } = splitName(text, schema);
  const folded = words.map((word) => word.form).join(' ');
  const analysed = parts.map((part): NamePart => ({ ...part, word: book.word(part.form) }));
  return { text, schema, parts: analysed, joins: joinsOf(analysed, book), folded, inverted, cut };
}

class LazyJoin implements Join {
  readonly from: number;
  readonly to: number;
  readonly form: string;
  readonly #book: WordBook;
  #word: Word | undefined;

  constructor(from: number, to: number, form: string, book: WordBook) {
    this.from = from;
    this.to = to;
    this.form = form;
    this.#book = book;
  }

  get word(): Word {
    this.#word ??= this.#book.word(this.form);
    return this.#word;
  }
}

function joinsOf(parts: readonly NamePart[], book: WordBook): readonly Join[] {
  const joins: Join[] = [];
  for (let from = 0; from + 1 < parts.length; from++) {
    let form = parts[from]?.form ?? '';
    for (let to = from + 2; to <= Math.min(parts.length, from + 3); to++) {
      const next = parts[to - 1];
      if (next === undefined || !joinable(parts[from]) || !joinable(next)) break;
      form += next.form;
      if (form.length > MAX_JOIN) break;
      if (form.length > 4) joins.push(new LazyJoin(from, to, form, book));
    }
  }
  return joins;
}

function joinable(part: NamePart | undefined): boolean {
  return part !== undefined && part.kind !== 'number' && part.kind !== 'acronym' && part.kind !== 'title';
}
