import { spellingKey } from '../text/index.ts';
import type { How } from './how.ts';
import { isAbjad, letterDistance } from './letter-costs.ts';
import { leastDistance } from './letters-apart.ts';
import { joinOf } from './tables/equivalents.ts';
import type { Word } from './word.ts';

/** How alike two words are, from 0 (different words) to 1 (the same word), and by what route. */
export interface Likeness {
  readonly similarity: number;
  readonly how: How;
}

/** Below this two words are different words. */
export const LEAST_SIMILARITY = 0.65;

/** A letter in a short word tells more: what costs are multiplied by, by the length of the shorter key. */
const SHORT: readonly number[] = [4, 4, 2, 1.5, 1.2];

/** From this length on words that differ in vowels only are one word, however the vowels were heard. */
const LONG = 6;
const VOWELS_ONLY = 0.6;
/** How steeply likeness of letters counts. */
const STEEPNESS = 2.5;

/**
 * What a likeness is worth in a score. Likeness of letters counts more steeply than it falls, since two words
 * that are three quarters alike are mostly two words; a likeness by table or rule is worth what it says.
 */
export function worthOf({ similarity, how }: Likeness): number {
  if (how !== 'spelling' && how !== 'transliteration' && how !== 'joined') return similarity;
  return similarity / (similarity + STEEPNESS * (1 - similarity));
}

/** A syllable of Pinyin has a few letters, and one other letter is another syllable. */
const HAN = 2.5;
/** What is more than one letter of difference counts so much more: two changes are another word far oftener. */
const MOUNTING = 0.6;

/** Keys this short are what is left of many words: `Aah` and `Aaaa` are both `a`. */
const SAYS_NOTHING = 1;
/** Words of one key of which one is so many times as long as the other: repeated letters, and no spelling. */
const SWOLLEN = 2;

/**
 * Endings that make names of any word, as keys: of tribes, of God's and the faith's, of descent. That two names
 * share one says little: `Nasirzai` and `Noorzai` are two tribes.
 */
const ENDINGS: readonly string[] = 'zai khel ullah uddin zada oglu ovich evich enko shvili'
  .split(' ')
  .map(spellingKey);
/** For how many letters such an ending counts when it is shared. */
const ENDING_SAYS = 1;
const SHORTEST_STEM = 2;

/** A Chinese syllable by Wade and Giles and in Pinyin: without the marks of breath it may be one of two. */
const TWO_SYSTEMS: Likeness = { similarity: 0.965, how: 'spelling' };
const SAME: Likeness = { similarity: 1, how: 'same' };
const DIFFERENT: Likeness = { similarity: 0, how: 'differs' };
/** A word spelt by rule in another way, and a word in another script, are never quite the same word. */
const SPELT = 0.97;
/** Scripts that write a syllable or a word with a sign: one other sign is another name. */
const SYLLABIC = new Set(['Hani', 'Hang', 'Jpan']);
/**
 * Scripts whose signs hold a vowel that is not written by itself: letter by letter they give `nrendr` for
 * Narendra (Unicode, chapters 12 to 16 and 19).
 */
const SPARSE = new Set(
  'Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt Ethi'.split(' '),
);

/** The bound is worked out in another order than the distance, and the last digits may differ. */
const ROUNDING = 0.001;

/**
 * Whether two words are seen at once to be less alike than `least`, by the letters they are made of: true of most
 * pairs, and never of a pair for which {@link wordLikeness} says `least` or more.
 */
export function areFarApart(a: Word, b: Word, least: number = LEAST_SIMILARITY): boolean {
  if (a.letters === undefined || b.letters === undefined) return false;
  if (isOtherSystem(a, b)) return false;
  if (a.equivalent !== undefined && a.equivalent.group === b.equivalent?.group) return false;
  const n = a.key.length;
  const m = b.key.length;
  const shorter = n < m ? n : m;
  const limit = ((1 - least) * (n + m)) / 2 + ROUNDING;
  const plain = leastDistance(a.letters, b.letters) * (SHORT[shorter] ?? 1);
  if (mounted(plain) <= limit) return false;
  return mounted(plain * VOWELS_ONLY) > limit || shorter < LONG || a.skeletons[0] !== b.skeletons[0];
}

function mounted(plain: number): number {
  return plain + MOUNTING * Math.max(0, plain - 1);
}

/**
 * Compares two words. Symmetric. Equal forms are 1; equal spelling keys .97 (short words less, since they
 * carry less); else `1 - cost / length` of the keys, and 0 below {@link LEAST_SIMILARITY}; or what the tables of
 * equivalent words say, when that is more. Words of Arabic and Hebrew script meet Latin ones through the
 * readings of their letters.
 */
export function wordLikeness(a: Word, b: Word): Likeness {
  if (a.form === b.form) return SAME;
  if (isOtherSystem(a, b))
    return a.script === b.script ? TWO_SYSTEMS : { ...TWO_SYSTEMS, how: 'transliteration' };
  const letters = letterLikeness(a, b);
  const { equivalent } = a;
  if (equivalent === undefined || equivalent.group !== b.equivalent?.group) return letters;
  const join = joinOf(equivalent, b.equivalent);
  if (letters.similarity >= join.similarity) return letters;
  const how = join.how === 'spelling' && a.script !== b.script ? 'transliteration' : join.how;
  return { similarity: join.similarity, how };
}

/** Whether two words are the same Chinese syllables, one of them as Wade and Giles spell them. */
export function isOtherSystem(
  { syllables: a }: Pick<Word, 'syllables'>,
  { syllables: b }: Pick<Word, 'syllables'>,
): boolean {
  return a !== undefined && b !== undefined && a.isWade !== b.isWade && a.wade === b.wade;
}

function letterLikeness(a: Word, b: Word): Likeness {
  const how: How = a.script === b.script ? 'spelling' : 'transliteration';
  if (a.key === '' || b.key === '') return DIFFERENT;
  if (a.key === b.key) {
    if (a.script === b.script && (a.key.length <= SAYS_NOTHING || isSwollen(a.form, b.form))) {
      return DIFFERENT;
    }
    return { similarity: a.key.length > 2 ? SPELT : 0.9, how };
  }
  const similarity = keySimilarity(a, b);
  return similarity < LEAST_SIMILARITY ? DIFFERENT : { similarity, how };
}

function isSwollen(a: string, b: string): boolean {
  return a.length >= SWOLLEN * b.length || b.length >= SWOLLEN * a.length;
}

function keySimilarity(a: Word, b: Word): number {
  if (a.script === b.script && SYLLABIC.has(a.script)) return signSimilarity(a.form, b.form);
  const ending = commonEnding(a.key, b.key);
  const left = ending === 0 ? a.key : a.key.slice(0, -ending);
  const right = ending === 0 ? b.key : b.key.slice(0, -ending);
  const longer = Math.max(left.length, right.length);
  const shorter = Math.min(left.length, right.length);
  const across = isAbjad(a.key) !== isAbjad(b.key);
  // Latin writes the vowels that an abjad leaves out: the abjad's length is the measure.
  const length = (across ? shorter + 0.5 : (longer + shorter) / 2) + (ending === 0 ? 0 : ENDING_SAYS);
  const limit = (1 - LEAST_SIMILARITY) * length;
  const vowelsOnly = shorter + ending >= LONG && a.skeletons[0] === b.skeletons[0];
  const factor = (SHORT[shorter] ?? 1) * (vowelsOnly ? VOWELS_ONLY : 1) * (isHan(a) || isHan(b) ? HAN : 1);
  const plain = letterDistance(left, right, limit / factor, holdingSide(a, b)) * factor;
  const cost = mounted(plain);
  if (cost > limit) return 0;
  return Math.min(SPELT, 1 - cost / length) - (across ? 0.03 : 0.01);
}

/** Which of two words is of a script that holds vowels in its consonants, when the other is not. */
function holdingSide(a: Word, b: Word): 'left' | 'right' | 'neither' {
  if (a.script === b.script || SPARSE.has(a.script) === SPARSE.has(b.script)) return 'neither';
  return SPARSE.has(a.script) ? 'left' : 'right';
}

/** The length of the ending that two keys have in common and that a whole language's names have; else 0. */
function commonEnding(a: string, b: string): number {
  for (const ending of ENDINGS) {
    if (!a.endsWith(ending)) continue;
    const shortest = Math.min(a.length, b.length) - ending.length;
    return b.endsWith(ending) && shortest >= SHORTEST_STEM ? ending.length : 0;
  }
  return 0;
}

function isHan(word: Word): boolean {
  return word.script === 'Hani' || word.script === 'Jpan';
}

/** Share of equal signs in two words of one syllabic script, place by place. */
function signSimilarity(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  if (left.length !== right.length) return 0;
  return left.filter((sign, index) => sign === right[index]).length / left.length;
}

/** Remembers what words were compared for as long as it is kept: of one question, the same words come often. */
export class LikenessBook {
  readonly #known = new Map<Word, Map<Word, Likeness>>();

  /** {@link wordLikeness}, worked out once. */
  of(a: Word, b: Word): Likeness {
    return likenessIn(this.row(a), a, b);
  }

  /** What is known of one word, for {@link likenessIn}: it is laid against all words of a name. */
  row(a: Word): Map<Word, Likeness> {
    let row = this.#known.get(a);
    if (row === undefined) {
      row = new Map();
      this.#known.set(a, row);
    }
    return row;
  }
}

/** {@link wordLikeness} of the word whose row of a {@link LikenessBook} this is. */
export function likenessIn(row: Map<Word, Likeness>, a: Word, b: Word): Likeness {
  let likeness = row.get(b);
  if (likeness === undefined) {
    likeness = wordLikeness(a, b);
    row.set(b, likeness);
  }
  return likeness;
}
