import {
  NAME_KINDS,
  type NameKind,
  SCHEMAS,
  type Schema,
  STRENGTHS,
  type Strength,
} from '../kernel/index.ts';
import { acronymsOf } from './acronym.ts';
import { Gathering, type PassOver } from './gathering.ts';
import { TextList, Texts, Uint32List } from './growing.ts';
import { fileByHash, HashFile, hashOf } from './hash-file.ts';
import { KeptByNumber } from './kept.ts';
import { fileNearWords, NearWords } from './near-words.ts';
import type { Column, Columns } from './packing.ts';
import { type ParsedName, parseName } from './parse-name.ts';
import { printedForms } from './printed-forms.ts';
import { type RawPart, splitName } from './split-name.ts';
import { countedAs, countedTogether, rarity } from './weights.ts';
import { analyseWord, type Word, type WordBook } from './word.ts';

/** A name to be found, with what the caller wants to know it by. */
export interface NameEntry {
  /** The caller's own number of the name. Need not be dense, nor unique. */
  readonly id: number;
  readonly text: string;
  readonly schema: Schema;
  readonly kind: NameKind;
  readonly strength: Strength;
}

const WORD = 0x1b873593;
const ACRONYM = 0x68e31da4;
/** Names that were candidates, parsed: 1.1 kilobyte each. */
const PARSED_KEPT = 49_152;

/**
 * Files names under their words, in columns. A word is filed once a name, and a name stands by itself: that
 * its entity has a hundred other names neither helps nor harms it.
 *
 *     entries   ids, tags (schema, kind, strength), firsts: the first of the names that an entry prints
 *     names     textOf, entryOf
 *     texts     each once: lists print one name many times
 *     words     form, hash file, names of each word
 *     near      words under their features        acronyms   names under the letters that they begin with
 */
export function buildColumns(entries: Iterable<NameEntry>): Columns {
  const ids: number[] = [];
  const tags = new Uint32List();
  const firsts = new Uint32List();
  const texts = new TextList();
  const textNumbers = new Map<string, number>();
  const textOf = new Uint32List();
  const entryOf = new Uint32List();
  const acronymHashes = new Uint32List();
  const acronymNames = new Uint32List();
  const numbers = new Map<string, number>();
  const words = new Uint32List();
  const ends = new Uint32List();
  for (const entry of entries) {
    firsts.push(entryOf.length);
    for (const text of printedForms(entry.text)) {
      const first = words.length;
      const { parts } = splitName(text, entry.schema);
      if (entry.schema !== 'Person') {
        for (const letters of acronymsOf(parts)) {
          acronymHashes.push(hashOf(ACRONYM, letters));
          acronymNames.push(entryOf.length);
        }
      }
      for (const part of parts) {
        if (!isFiled(part)) continue;
        let word = numbers.get(part.form);
        if (word === undefined) {
          word = numbers.size;
          numbers.set(part.form, word);
        }
        if (!words.hasFrom(word, first)) words.push(word);
      }
      let number = textNumbers.get(text);
      if (number === undefined) {
        number = textNumbers.size;
        textNumbers.set(text, number);
        texts.push(text);
      }
      textOf.push(number);
      entryOf.push(ids.length);
      ends.push(words.length);
    }
    ids.push(entry.id);
    tags.push(
      SCHEMAS.indexOf(entry.schema) |
        (NAME_KINDS.indexOf(entry.kind) << 4) |
        (STRENGTHS.indexOf(entry.strength) << 8),
    );
  }
  const forms = new TextList();
  const wordHashes = new Uint32Array(numbers.size);
  for (const [form, word] of numbers) {
    forms.push(form);
    wordHashes[word] = hashOf(WORD, form);
  }
  const [namesAt, names] = fileByWord(words.view(), ends.view(), numbers.size);
  const counts = new Map<string, number>();
  for (const [form, word] of numbers) {
    const own = (namesAt[word + 1] ?? 0) - (namesAt[word] ?? 0);
    counts.set(countedAs(form), (counts.get(countedAs(form)) ?? 0) + own);
  }
  const weights = Float32Array.from(numbers.keys(), (word) =>
    rarity(word, counts.get(countedAs(word)) ?? 0, ids.length),
  );
  const { starts: textsAt, bytes: text } = texts.arrays();
  const { starts: formsAt, bytes: form } = forms.arrays();
  return {
    ids: Float64Array.from(ids),
    tags: Uint16Array.from(tags.view()),
    firsts: firsts.view(),
    textsAt,
    text,
    textOf: textOf.view(),
    entryOf: entryOf.view(),
    formsAt,
    form,
    namesAt,
    names,
    weights,
    sizes: sizesOf(weights, namesAt, names, entryOf.length),
    ...hashColumns('words', fileByHash(wordHashes, Uint32Array.from(wordHashes.keys()))),
    ...hashColumns('near', fileNearWords(numbers.keys())),
    ...hashColumns('acronyms', fileByHash(acronymHashes.view(), acronymNames.view())),
  };
}

function hashColumns(name: string, arrays: object): Columns {
  return Object.fromEntries(Object.entries(arrays).map(([key, column]) => [`${name}.${key}`, column]));
}

/**
 * Turns the words of each name (`words`, up to `ends[name]`) into the names of each word, by counting: where
 * each word's names begin, and the names.
 */
function fileByWord(
  words: Uint32Array,
  ends: Uint32Array,
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

/** What the words of an index weigh, and all words of each of its names together. */
export interface NameWeights {
  readonly weights: Float32Array;
  readonly sizes: Float32Array;
}

function sizesOf(
  weights: Float32Array,
  namesAt: Uint32Array,
  names: Uint32Array,
  size: number,
): Float32Array {
  const sizes = new Float32Array(size);
  for (let word = 0; word < weights.length; word++) {
    const weight = weights[word] ?? 0;
    const end = namesAt[word + 1] ?? 0;
    for (let at = namesAt[word] ?? 0; at < end; at++) {
      const name = names[at] ?? 0;
      sizes[name] = (sizes[name] ?? 0) + weight;
    }
  }
  return sizes;
}

/** Particles, titles and legal forms find nothing that words would not. */
function isFiled(part: RawPart): boolean {
  return part.kind === 'word' || part.kind === 'number' || part.kind === 'acronym';
}

/** The words that the names of an entry are filed under, a word once a name, as they are counted. */
export function* filedWords(entry: NameEntry): Generator<string> {
  for (const text of printedForms(entry.text)) {
    yield* new Set(splitName(text, entry.schema).parts.flatMap((part) => (isFiled(part) ? [part.form] : [])));
  }
}

/** Names filed once and never changed, read from columns that may lie in shared memory. */
export class Segment {
  readonly near: NearWords;
  readonly #ids: Float64Array;
  readonly #tags: Uint16Array;
  readonly #firsts: Uint32Array;
  readonly #texts: Texts;
  readonly #textOf: Uint32Array;
  readonly #entryOf: Uint32Array;
  readonly #forms: Texts;
  readonly #namesAt: Uint32Array;
  readonly #names: Uint32Array;
  readonly #words: HashFile;
  readonly #acronyms: HashFile;
  readonly #filed: NameWeights;
  readonly #book: WordBook;
  /** Words that a query came near; most are never worked out. */
  readonly #analysed: (Word | undefined)[] = [];
  readonly #parsed: KeptByNumber<ParsedName>;
  #gathering: Gathering | undefined;

  constructor(columns: Columns, book: WordBook) {
    const u32 = (name: string) => expected(columns[name], Uint32Array, name);
    const u8 = (name: string) => expected(columns[name], Uint8Array, name);
    const hashed = (name: string) => ({
      starts: u32(`${name}.starts`),
      hashes: u32(`${name}.hashes`),
      ids: u32(`${name}.ids`),
    });
    this.#ids = expected(columns.ids, Float64Array, 'ids');
    this.#tags = expected(columns.tags, Uint16Array, 'tags');
    this.#firsts = u32('firsts');
    this.#texts = new Texts(u32('textsAt'), u8('text'));
    this.#parsed = new KeptByNumber(PARSED_KEPT, this.#texts.length);
    this.#textOf = u32('textOf');
    this.#entryOf = u32('entryOf');
    this.#forms = new Texts(u32('formsAt'), u8('form'));
    this.#namesAt = u32('namesAt');
    this.#names = u32('names');
    this.#words = new HashFile(hashed('words'));
    this.#acronyms = new HashFile(hashed('acronyms'));
    this.#filed = {
      weights: expected(columns.weights, Float32Array, 'weights'),
      sizes: expected(columns.sizes, Float32Array, 'sizes'),
    };
    this.#book = book;
    this.near = new NearWords(hashed('near'), this.words, (word) => this.#wordAt(word));
  }

  /** How many entries, names and words it holds. */
  get entries(): number {
    return this.#ids.length;
  }

  get names(): number {
    return this.#entryOf.length;
  }

  get words(): number {
    return this.#forms.length;
  }

  /** The entry that prints a name. */
  entryOf(name: number): number {
    return this.#entryOf[name] ?? -1;
  }

  idOf(entry: number): number {
    return this.#ids[entry] ?? Number.NaN;
  }

  schemaOf(entry: number): Schema {
    return SCHEMAS[(this.#tags[entry] ?? 0) & 15] ?? 'LegalEntity';
  }

  /** An entry as it was given. */
  entry(number: number): NameEntry {
    const tag = this.#tags[number] ?? 0;
    return {
      id: this.idOf(number),
      text: this.#texts.at(this.#textOf[this.#firsts[number] ?? 0] ?? 0),
      schema: this.schemaOf(number),
      kind: NAME_KINDS[(tag >> 4) & 15] ?? 'alias',
      strength: STRENGTHS[tag >> 8] ?? 'unstated',
    };
  }

  #wordAt(word: number): Word {
    let known = this.#analysed[word];
    if (known === undefined) {
      known = analyseWord(this.formOf(word));
      this.#analysed[word] = known;
    }
    return known;
  }

  /** The number of a word, when some name has it. */
  wordOf(form: string): number | undefined {
    for (const word of this.#words.of(hashOf(WORD, form))) if (this.#forms.at(word) === form) return word;
    return undefined;
  }

  formOf(word: number): string {
    return this.#forms.at(word);
  }

  /** Numbers of the names that have a word. */
  namesOf(word: number): Uint32Array {
    return this.#names.subarray(this.#namesAt[word] ?? 0, this.#namesAt[word + 1] ?? 0);
  }

  /** Notes in the gathering place all names that have a word; see {@link Gathering.noteAll}. */
  noteNamesOf(word: number, weight: number, worth: number, over: PassOver): void {
    const from = this.#namesAt[word] ?? 0;
    this.gathering.noteAll(this.#names, from, this.#namesAt[word + 1] ?? 0, weight, worth, over);
  }

  /** Marks in the gathering place all names that have a word; see {@link Gathering.mark}. */
  markNamesOf(word: number): void {
    const end = this.#namesAt[word + 1] ?? 0;
    for (let at = this.#namesAt[word] ?? 0; at < end; at++) this.gathering.mark(this.#names[at] ?? 0);
  }

  /** How many names have a word. */
  countOf(word: number): number {
    return (this.#namesAt[word + 1] ?? 0) - (this.#namesAt[word] ?? 0);
  }

  /** Numbers of the names of bodies whose words begin with these letters (and of few that clash with them). */
  spelledBy(acronym: string): Iterable<number> {
    return this.#acronyms.of(hashOf(ACRONYM, acronym));
  }

  /** How many of its names have a word or one that is counted with it. */
  countedWith(form: string): number {
    let count = 0;
    for (const member of countedTogether(form)) {
      const word = this.wordOf(member);
      if (word !== undefined) count += this.countOf(word);
    }
    return count;
  }

  /** The weight of each word and of all words of each name, as filed. */
  get filed(): NameWeights {
    return this.#filed;
  }

  /** The weights of each word and name by another measure than the one at filing. */
  weighed(weightOf: (form: string) => number): NameWeights {
    const weights = new Float32Array(this.words);
    for (let word = 0; word < this.words; word++) weights[word] = weightOf(this.formOf(word));
    return { weights, sizes: sizesOf(weights, this.#namesAt, this.#names, this.names) };
  }

  /** The place where a search gathers; empty between searches. */
  get gathering(): Gathering {
    this.#gathering ??= new Gathering(this.names);
    return this.#gathering;
  }

  /** A name, parsed as a name of a schema (its own, or the query's where it has none): one object a text. */
  parsed(name: number, schema: Schema): ParsedName {
    const text = this.#textOf[name] ?? 0;
    let parsed = this.#parsed.get(text);
    if (parsed === undefined || parsed.schema !== schema) {
      parsed = parseName(this.#texts.at(text), schema, this.#book);
      this.#parsed.keep(text, parsed);
    }
    return parsed;
  }
}

function expected<T extends Column>(
  column: Column | undefined,
  kind: new (length: number) => T,
  name: string,
): T {
  if (column instanceof kind) return column;
  throw new TypeError(`the index has no column ${name}`);
}
