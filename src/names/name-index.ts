import type { NameKind, Schema, Strength } from '../kernel/index.ts';
import { acronymsOf } from './acronym.ts';
import { Gathering } from './gathering.ts';
import { NearWords } from './near-words.ts';
import { type ParsedName, parseName } from './parse-name.ts';
import { printedForms } from './printed-forms.ts';
import { type RawPart, splitName } from './split-name.ts';
import { COMMON_WORDS } from './tables/common-words.ts';
import { countedAs, LEAST_WEIGHT, type Weights } from './weights.ts';
import { WordBook } from './word.ts';

/** A name to be found, with what the caller wants to know it by. */
export interface NameEntry {
  /** The caller's own number of the name. Need not be dense, nor unique. */
  readonly id: number;
  readonly text: string;
  readonly schema: Schema;
  readonly kind: NameKind;
  readonly strength: Strength;
}

/** Fewer names than this say too little about how rare a word is. */
const ENOUGH_NAMES = 1000;
const PARSED_KEPT = 8192;

/**
 * An index of names: immutable, built once from a list of entries, searched by {@link searchNames}.
 *
 * Building reads the names and files them under their words; what only inexact search needs (spelling keys,
 * the file of near words, the file of acronyms) is made when it is first asked for, so that a process that
 * starts, answers and ends pays for nothing else. A word is filed once a name, and a name stands by itself:
 * that its entity has a hundred other names neither helps nor harms it.
 */
export class NameIndex implements Weights {
  readonly entries: readonly NameEntry[];
  /** The names that the entries print, and the entry of each; an entry may print several in one text. */
  readonly #texts: string[] = [];
  readonly #entryOf: number[] = [];
  readonly #acronyms = new Map<string, number[]>();
  readonly #ids = new Map<string, number>();
  readonly #forms: string[] = [];
  /** Names of a word: `#names[#starts[id] .. #starts[id + 1]]`. */
  readonly #starts: Uint32Array;
  readonly #names: Uint32Array;
  /** How many names have a word or one of its spellings, by the form they are counted under. */
  #counts: Map<string, number> | undefined;
  #weights: Float64Array | undefined;
  #near: NearWords | undefined;
  #gathering: Gathering | undefined;
  #sizes: Float32Array | undefined;
  readonly #book = new WordBook();
  readonly #parsed = new Map<number, ParsedName>();

  constructor(entries: readonly NameEntry[]) {
    this.entries = entries;
    const words: number[] = [];
    const ends: number[] = [];
    for (const [index, entry] of entries.entries()) {
      for (const text of printedForms(entry.text)) {
        const first = words.length;
        const { parts } = splitName(text, entry.schema);
        if (entry.schema !== 'Person') this.#fileAcronyms(parts);
        for (const part of parts) {
          if (!isFiled(part)) continue;
          const id = this.#intern(part.form);
          if (words.indexOf(id, first) === -1) words.push(id);
        }
        this.#texts.push(text);
        this.#entryOf.push(index);
        ends.push(words.length);
      }
    }
    [this.#starts, this.#names] = fileByWord(words, ends, this.#forms.length);
  }

  /** How many names it holds. */
  get size(): number {
    return this.entries.length;
  }

  /** How many different words its names have. */
  get words(): number {
    return this.#forms.length;
  }

  /** @internal The entry that prints a name. */
  entryOf(name: number): number {
    return this.#entryOf[name] ?? -1;
  }

  /** Files the name that is being read under the acronyms that its words make. */
  #fileAcronyms(parts: readonly RawPart[]): void {
    for (const letters of acronymsOf(parts)) {
      const names = this.#acronyms.get(letters);
      if (names === undefined) this.#acronyms.set(letters, [this.#texts.length]);
      else names.push(this.#texts.length);
    }
  }

  #intern(form: string): number {
    let id = this.#ids.get(form);
    if (id === undefined) {
      id = this.#forms.length;
      this.#forms.push(form);
      this.#ids.set(form, id);
    }
    return id;
  }

  /** How much a word tells: the logarithm of its rarity among these names, and never more than the table says. */
  weightOf(form: string): number {
    const common = COMMON_WORDS.get(countedAs(form)) ?? 1;
    if (this.entries.length < ENOUGH_NAMES) return common;
    const count = this.#countOf(countedAs(form));
    const rarity = 1 - Math.log(Math.max(1, count / 2)) / Math.log(this.entries.length / 4);
    return Math.max(LEAST_WEIGHT, Math.min(common, rarity));
  }

  /** @internal The weight of a word of the index. */
  weightAt(word: number): number {
    this.#weights ??= Float64Array.from(this.#forms, (form) => this.weightOf(form));
    return this.#weights[word] ?? 1;
  }

  #countOf(form: string): number {
    if (this.#counts === undefined) {
      this.#counts = new Map();
      for (const [id, word] of this.#forms.entries()) {
        const counted = countedAs(word);
        const own = (this.#starts[id + 1] ?? 0) - (this.#starts[id] ?? 0);
        this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + own);
      }
    }
    return this.#counts.get(form) ?? 0;
  }

  /** @internal Numbers of the names that have a word. */
  namesOf(word: number): Uint32Array {
    return this.#names.subarray(this.#starts[word] ?? 0, this.#starts[word + 1] ?? 0);
  }

  /** @internal The number of a word, when some name has it. */
  idOf(form: string): number | undefined {
    return this.#ids.get(form);
  }

  /** @internal The file of like words. */
  get near(): NearWords {
    this.#near ??= new NearWords(this.#forms);
    return this.#near;
  }

  /** @internal The place where a search gathers; empty between searches. */
  get gathering(): Gathering {
    this.#gathering ??= new Gathering(this.#texts.length);
    return this.#gathering;
  }

  /** @internal The words that have been worked out. */
  get book(): WordBook {
    return this.#book;
  }

  /** @internal Numbers of the names of bodies whose words begin with these letters. */
  spelledBy(acronym: string): readonly number[] {
    return this.#acronyms.get(acronym) ?? [];
  }

  /** @internal The weight of all words of a name. */
  sizeOf(name: number): number {
    if (this.#sizes === undefined) {
      this.#sizes = new Float32Array(this.#texts.length);
      for (let word = 0; word < this.#forms.length; word++) {
        const weight = this.weightAt(word);
        for (const each of this.namesOf(word)) this.#sizes[each] = (this.#sizes[each] ?? 0) + weight;
      }
    }
    return this.#sizes[name] ?? 0;
  }

  /** @internal A name of the index, parsed as a name of a schema (its own, or the query's where it has none). */
  parsed(name: number, schema: Schema): ParsedName {
    let parsed = this.#parsed.get(name);
    if (parsed === undefined || parsed.schema !== schema) {
      parsed = parseName(this.#texts[name] ?? '', schema, this.#book);
      if (this.#parsed.size >= PARSED_KEPT) this.#parsed.clear();
      this.#parsed.set(name, parsed);
    }
    return parsed;
  }
}

/**
 * Turns the words of each name (`words`, up to `ends[name]`) into the names of each word, by counting: where
 * each word's names begin, and the names.
 */
function fileByWord(
  words: readonly number[],
  ends: readonly number[],
  size: number,
): [starts: Uint32Array, names: Uint32Array] {
  const starts = new Uint32Array(size + 1);
  for (const id of words) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const names = new Uint32Array(words.length);
  let at = 0;
  for (const [name, end] of ends.entries()) {
    for (; at < end; at++) {
      const id = words[at] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      names[place] = name;
    }
  }
  return [starts, names];
}

/** Particles, titles and legal forms find nothing that words would not. */
function isFiled(part: RawPart): boolean {
  return part.kind === 'word' || part.kind === 'number' || part.kind === 'acronym';
}
