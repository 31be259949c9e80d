import { romanise } from '../text/index.ts';
import { CHINESE_FAMILY_NAMES, WADE, WADE_OF_PINYIN } from './tables/pinyin.ts';

/** A word as a run of Chinese syllables. */
export interface Syllables {
  /** Its spelling by Wade and Giles without the marks of breath, which lists leave out. */
  readonly wade: string;
  /** The same, syllable by syllable; of what is printed so and not in Pinyin, none. */
  readonly each: readonly string[];
  /** It is printed so; else in Pinyin or in Han. */
  readonly isWade: boolean;
}

/**
 * Ends a word that is spelt by Wade and Giles in a name that is spelt so throughout: `chou` is another syllable there
 * than in Pinyin. No folded word has an apostrophe.
 */
const MARK = "'";
const LONGEST = 18;
const MOST_SYLLABLES = 4;
const LATIN = /^[a-z]{2,18}$/;

/** The syllables of a word of a name, by its form; undefined when it is not made of such. */
export function syllablesOf(form: string, script: string): Syllables | undefined {
  if (script === 'Hani') {
    const wade = spelt(romanise(form).replace(/[^a-z]/g, ''), WADE_OF_PINYIN);
    return wade === undefined ? undefined : { wade: wade.join(''), each: wade, isWade: false };
  }
  if (script !== 'Latn') return undefined;
  if (form.includes(MARK)) return { wade: form.replaceAll(MARK, ''), each: [], isWade: true };
  if (!LATIN.test(form)) return undefined;
  const wade = spelt(form, WADE_OF_PINYIN);
  return wade === undefined ? undefined : { wade: wade.join(''), each: wade, isWade: false };
}

/** The two words that syllables of Pinyin would be by Wade and Giles, for each place where they may be parted. */
export function* partedByWade({ each }: Syllables): Generator<readonly [string, string]> {
  for (let at = 1; at < each.length; at++) {
    const marked = (from: number, to: number) => {
      const form = each.slice(from, to).join('');
      return isSpeltAlike(form) ? form : form + MARK;
    };
    yield [marked(0, at), marked(at, each.length)];
  }
}

/** A form without the mark of Wade and Giles. */
export function withoutMark(form: string): string {
  return form.endsWith(MARK) ? form.slice(0, -1) : form;
}

/** The forms that a form is counted with: itself with and without the mark. */
export function markedAndBare(form: string): readonly string[] {
  return form.endsWith(MARK) ? [form.slice(0, -1), form] : [form, form + MARK];
}

/**
 * The forms of a person's name that is spelt by Wade and Giles, its words marked where Pinyin would spell them
 * otherwise; undefined when it is not: two to four syllables of that spelling in two words and more, one of which is
 * no syllable of Pinyin (`tse`, `hsieh`, `kuo`).
 */
export function markedAsWade(forms: readonly string[]): readonly string[] | undefined {
  if (forms.length < 2 || forms.length > MOST_SYLLABLES) return undefined;
  let syllables = 0;
  let own = false;
  for (const form of forms) {
    const read = /^[a-z]{1,18}$/.test(form) ? segment(form, (syllable) => WADE.has(syllable)) : undefined;
    if (read === undefined) return undefined;
    syllables += read.length;
    own ||= spelt(form, WADE_OF_PINYIN) === undefined;
  }
  if (!own || syllables > MOST_SYLLABLES) return undefined;
  return forms.map((form) => (isSpeltAlike(form) ? form : form + MARK));
}

/** Whether Pinyin and Wade and Giles spell the syllables of a word alike, and no other syllable so. */
function isSpeltAlike(form: string): boolean {
  return WADE_OF_PINYIN.get(form) === form && !/^(?:ch|[ptk])/.test(form);
}

/**
 * Whether words are a Chinese person's name: a family name that many bear at either end, and two to four syllables
 * in all.
 */
export function isChineseName(words: readonly { readonly form: string; readonly script: string }[]): boolean {
  if (words.length === 1) return words[0]?.script === 'Hani' && words[0].form.length <= MOST_SYLLABLES;
  if (words.length < 2 || words.length > MOST_SYLLABLES) return false;
  let syllables = 0;
  let marked = false;
  for (const { form, script } of words) {
    const read = form.endsWith(MARK)
      ? segment(withoutMark(form), (syllable) => WADE.has(syllable))
      : spelt(script === 'Hani' ? romanise(form).replace(/[^a-z]/g, '') : form, WADE_OF_PINYIN);
    if (read === undefined) return false;
    syllables += read.length;
    marked ||= form.endsWith(MARK) || script === 'Hani';
  }
  if (syllables > MOST_SYLLABLES) return false;
  const ends = [words[0]?.form ?? '', words.at(-1)?.form ?? ''];
  return marked || ends.some((form) => CHINESE_FAMILY_NAMES.has(form));
}

/** The syllables of a word by a table, as the table spells them. */
function spelt(word: string, table: ReadonlyMap<string, string>): readonly string[] | undefined {
  return segment(word, (syllable) => table.has(syllable))?.map((syllable) => table.get(syllable) ?? syllable);
}

const LONGEST_SYLLABLE = 6;

/** A word cut into the fewest syllables, of two such the one whose first syllables are longer; at most four. */
function segment(word: string, isSyllable: (text: string) => boolean): readonly string[] | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  // The fewest syllables that each end of the word can be cut into, and how long the first of them is.
  const fewest = new Array<number>(word.length + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Array<number>(word.length + 1).fill(0);
  fewest[word.length] = 0;
  for (let from = word.length - 1; from >= 0; from--) {
    for (let size = 1; size <= LONGEST_SYLLABLE && from + size <= word.length; size++) {
      const rest = (fewest[from + size] ?? Number.POSITIVE_INFINITY) + 1;
      if (rest > MOST_SYLLABLES || rest > (fewest[from] ?? 0)) continue;
      if (!isSyllable(word.slice(from, from + size))) continue;
      fewest[from] = rest;
      length[from] = size;
    }
  }
  if (fewest[0] === Number.POSITIVE_INFINITY) return undefined;
  const syllables: string[] = [];
  for (let at = 0; at < word.length; at += length[at] ?? 1) {
    syllables.push(word.slice(at, at + (length[at] ?? 1)));
  }
  return syllables;
}
