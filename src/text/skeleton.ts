import { type AbjadLetter, abjadLetter } from './abjad.ts';
import { foldLetters } from './fold.ts';
import { spellingKey } from './spelling.ts';

const Y = 0x79;
const VOWELS = new Set(['a', 'e', 'i', 'o', 'u']);
/** Words longer than this are cut before their readings are multiplied out. */
const MAX_LETTERS = 32;
/** No word has more skeletons than this; further readings of its later letters are left out. */
const MAX_SKELETONS = 12;

/**
 * The consonants of a word in Latin letters, in the letters of the spelling key: `Tehreek` and `Tehrik` give
 * `thrk`. A vowel at the start of the word leaves no mark (Arabic script writes them all alike), `y` counts
 * only at the start, and equal neighbours count once.
 */
export function skeleton(latin: string): string {
  return skeletonOfKey(spellingKey(latin));
}

/** The {@link skeleton} of a word whose spelling key is known. */
export function skeletonOfKey(key: string): string {
  let bones = '';
  let last = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (isVowel(code) || code === last || (code === Y && at > 0)) continue;
    bones += key.charAt(at);
    last = code;
  }
  return bones;
}

function isVowel(code: number): boolean {
  return code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75;
}

/** The consonants among a letter's readings, and the empty reading where all vowels stand for one. */
function bonesOf(letter: AbjadLetter, initial: boolean): readonly string[] {
  const bones = new Set<string>();
  for (const reading of letter.readings) {
    bones.add(VOWELS.has(reading) || (reading === 'y' && !initial) ? '' : reading);
  }
  return [...bones];
}

/**
 * The skeletons that a word of Arabic or Hebrew script may have in Latin letters, at least one and at most
 * twelve, the plainest first: `تحریک` gives `thrk`, which is {@link skeleton} of `Tehreek`; `ذاكر` gives `dkr`
 * and `zkr`. For words of other scripts the answer is empty.
 */
export function skeletonsOf(word: string): readonly string[] {
  let found: string[] = [''];
  let letters = 0;
  for (const char of foldLetters(word).slice(0, MAX_LETTERS)) {
    const letter = abjadLetter(char);
    if (letter === undefined) continue;
    const bones = bonesOf(letter, letters === 0);
    letters += 1;
    const longer = new Set<string>();
    for (const bone of bones) {
      for (const stem of found) {
        if (longer.size < MAX_SKELETONS) longer.add(stem.endsWith(bone) ? stem : stem + bone);
      }
    }
    found = [...longer];
  }
  return letters === 0 ? [] : found;
}
