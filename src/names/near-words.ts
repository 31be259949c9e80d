import { Uint32List } from './growing.ts';
import { fileByHash, HashFile, type HashFileArrays, hashOf } from './hash-file.ts';
import { Kept } from './kept.ts';
import { analyseWord, type Word } from './word.ts';
import { areFarApart, type Likeness, wordLikeness, worthOf } from './word-similarity.ts';

/** A word of the dictionary that is like the one asked for. */
export interface NearWord extends Likeness {
  /** Its number in the dictionary. */
  readonly id: number;
  /** What the likeness is worth. */
  readonly worth: number;
}

const KEY = 0x811c9dc5;
const SKELETON = 0x2f0b4c47;
const GROUP = 0x5bd1e995;
const SYLLABLES = 0x3c6ef372;
/** Keys shorter than this are not looked up with a letter missing: too many words would meet. */
const SHORTEST_LOSS = 3;
/** Nobody reads further than this, and a hostile word could be like thousands. */
const MOST = 160;
/** No word is compared with more words than this. */
const MOST_MET = 4096;
/** The answers for so many words are kept, since the words of names come again and again. */
const ANSWERS_KEPT = 16_384;

/** Files the words of a dictionary, in their order, under their features. */
export function fileNearWords(forms: Iterable<string>): HashFileArrays {
  const hashes = new Uint32List();
  const ids = new Uint32List();
  let id = 0;
  for (const form of forms) {
    for (const feature of featuresOf(analyseWord(form))) {
      hashes.push(feature);
      ids.push(id);
    }
    id += 1;
  }
  return fileByHash(hashes.view(), ids.view());
}

/**
 * Finds the words of a dictionary that are like a given one, without going through the dictionary.
 *
 * Each word is filed under its features: its spelling key, its key with each single letter left out, its
 * consonant skeletons, and its group of equivalents, each hashed to a number. Two words meet when they share
 * a feature, and are then compared in full, so a clash of hashes costs a comparison and no mistake. Words that
 * differ by one letter added, lost, changed or moved share a key less a letter (Mor and Fraenkel 1982); words
 * that differ in any number of vowels share a skeleton, in whatever script.
 */
export class NearWords {
  readonly #file: HashFile;
  readonly #wordOf: (id: number) => Word;
  readonly #near = new Kept<string, readonly NearWord[]>(ANSWERS_KEPT);
  /** The question for which each word of the dictionary was last met. */
  readonly #met: Float64Array;
  #asked = 0;
  readonly #nearest = new Kept<string, readonly NearWord[]>(ANSWERS_KEPT);

  /** `words` is how many words the dictionary has. */
  constructor(arrays: HashFileArrays, words: number, wordOf: (id: number) => Word) {
    this.#file = new HashFile(arrays);
    this.#met = new Float64Array(words);
    this.#wordOf = wordOf;
  }

  /** The words like this one, itself among them when it is there, the likest first; of equals the oldest. */
  near(word: Word): readonly NearWord[] {
    return this.#answer(this.#near, word, featuresOf);
  }

  /** Those of {@link near} that have the same key or skeleton, at a third of the work. */
  nearest(word: Word): readonly NearWord[] {
    return this.#answer(this.#nearest, word, mainFeaturesOf);
  }

  #answer(
    known: Kept<string, readonly NearWord[]>,
    word: Word,
    features: (word: Word) => number[],
  ): readonly NearWord[] {
    let found = known.get(word.form);
    if (found === undefined) {
      found = this.#find(word, features(word));
      known.keep(word.form, found);
    }
    return found;
  }

  #find(word: Word, features: readonly number[]): readonly NearWord[] {
    const met = this.#met;
    const found: NearWord[] = [];
    this.#asked += 1;
    const asked = this.#asked;
    let seen = 0;
    for (const feature of features) {
      this.#file.each(feature, (id) => {
        if (met[id] === asked || seen >= MOST_MET) return;
        met[id] = asked;
        seen += 1;
        const other = this.#wordOf(id);
        if (areFarApart(word, other)) return;
        const { similarity, how } = wordLikeness(word, other);
        if (similarity > 0) found.push({ id, similarity, how, worth: worthOf({ similarity, how }) });
      });
    }
    found.sort((a, b) => b.similarity - a.similarity || a.id - b.id);
    return found.length > MOST ? found.slice(0, MOST) : found;
  }
}

/** The features of a word, as numbers. */
function featuresOf(word: Word): number[] {
  const { key } = word;
  const features = mainFeaturesOf(word);
  if (key.length < SHORTEST_LOSS) return features;
  for (let at = 0; at < key.length; at++) {
    // Leaving out either of two equal neighbours gives one key.
    if (key.charCodeAt(at) !== key.charCodeAt(at - 1)) features.push(hashOf(KEY, key, at));
  }
  return features;
}

/** The features of the whole word. */
function mainFeaturesOf(word: Word): number[] {
  const features = [hashOf(KEY, word.key)];
  if (word.syllables !== undefined) features.push(hashOf(SYLLABLES, word.syllables.wade));
  for (const bones of word.skeletons) if (bones !== '') features.push(hashOf(SKELETON, bones));
  if (word.equivalent !== undefined) features.push(hashOf(GROUP, word.equivalent.group));
  return features;
}
