import { analyseWord, type Word } from './word.ts';
import { type Likeness, wordLikeness } from './word-similarity.ts';

/** A word of the dictionary that is like the one asked for. */
export interface NearWord extends Likeness {
  /** Its number in the dictionary. */
  readonly id: number;
}

const KEY = 0x811c9dc5;
const SKELETON = 0x2f0b4c47;
const GROUP = 0x5bd1e995;
/** Keys shorter than this are not looked up with a letter missing: too many words would meet. */
const SHORTEST_LOSS = 3;
/** Nobody reads further than this, and a hostile word could be like thousands. */
const MOST = 160;
/** The answers for so many words are kept, since the words of names come again and again. */
const ANSWERS_KEPT = 4096;

/**
 * Finds the words of a dictionary that are like a given one, without going through the dictionary.
 *
 * Each word is filed under its features: its spelling key, its key with each single letter left out, its
 * consonant skeletons, and its group of equivalents, each hashed to a number. Two words meet when they share
 * a feature, and are then compared in full, so a clash of hashes costs a comparison and no mistake. Words that
 * differ by one letter added, lost, changed or moved share a key less a letter (Mor and Fraenkel 1982); words
 * that differ in any number of vowels share a skeleton, in whatever script.
 *
 * The file is two typed arrays, features sorted into buckets by their low bits.
 */
export class NearWords {
  readonly #words: readonly Word[];
  readonly #mask: number;
  readonly #starts: Uint32Array;
  readonly #features: Uint32Array;
  readonly #ids: Uint32Array;
  readonly #answers = new Map<string, readonly NearWord[]>();

  constructor(forms: readonly string[]) {
    this.#words = forms.map(analyseWord);
    const features = this.#words.map(featuresOf);
    const total = features.reduce((sum, list) => sum + list.length, 0);
    const bits = Math.max(4, Math.ceil(Math.log2(total + 1)));
    this.#mask = (1 << bits) - 1;
    this.#starts = new Uint32Array(this.#mask + 2);
    for (const list of features) {
      for (const feature of list)
        this.#starts[(feature & this.#mask) + 1] = this.#start((feature & this.#mask) + 1) + 1;
    }
    for (let bucket = 0; bucket <= this.#mask; bucket++) {
      this.#starts[bucket + 1] = this.#start(bucket + 1) + this.#start(bucket);
    }
    const next = this.#starts.slice();
    this.#features = new Uint32Array(total);
    this.#ids = new Uint32Array(total);
    for (const [id, list] of features.entries()) {
      for (const feature of list) {
        const place = next[feature & this.#mask] ?? 0;
        next[feature & this.#mask] = place + 1;
        this.#features[place] = feature;
        this.#ids[place] = id;
      }
    }
  }

  #start(bucket: number): number {
    return this.#starts[bucket] ?? 0;
  }

  /** The word with a number. */
  word(id: number): Word | undefined {
    return this.#words[id];
  }

  /** The words like this one, itself among them when it is there, the likest first; of equals the oldest. */
  near(word: Word): readonly NearWord[] {
    let found = this.#answers.get(word.form);
    if (found === undefined) {
      found = this.#find(word);
      if (this.#answers.size >= ANSWERS_KEPT) this.#answers.clear();
      this.#answers.set(word.form, found);
    }
    return found;
  }

  #find(word: Word): readonly NearWord[] {
    const seen = new Set<number>();
    const found: NearWord[] = [];
    for (const feature of featuresOf(word)) {
      const bucket = feature & this.#mask;
      for (let place = this.#start(bucket); place < this.#start(bucket + 1); place++) {
        const id = this.#ids[place] ?? 0;
        if (this.#features[place] !== feature || seen.has(id)) continue;
        seen.add(id);
        const other = this.#words[id];
        if (other === undefined) continue;
        const likeness = wordLikeness(word, other);
        if (likeness.similarity > 0) found.push({ id, ...likeness });
      }
    }
    found.sort((a, b) => b.similarity - a.similarity || a.id - b.id);
    return found.length > MOST ? found.slice(0, MOST) : found;
  }
}

/** FNV-1a over the letters, passing one over. */
function hash(seed: number, text: string, skip: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) {
    if (index !== skip) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

/** The features of a word, as numbers. */
function featuresOf(word: Word): readonly number[] {
  const { key } = word;
  const features = [hash(KEY, key, -1)];
  if (key.length >= SHORTEST_LOSS) {
    for (let index = 0; index < key.length; index++) features.push(hash(KEY, key, index));
  }
  for (const bones of word.skeletons) if (bones !== '') features.push(hash(SKELETON, bones, -1));
  if (word.equivalent !== undefined) features.push(hash(GROUP, word.equivalent.group, -1));
  return features;
}
