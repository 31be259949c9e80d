/**
 * How names in scripts that no letter-by-letter table reads well are written in Latin letters: where the sound of
 * a letter hangs on its neighbours, or where the table gives another letter than names are spelt with.
 *
 * Each takes text as `foldLetters` gives it and leaves what it does not know.
 */

const GREEK = /\p{Script=Greek}/u;
const GREEK_VOICELESS = 'θκξπσςτφχψ';
/** Letter pairs of Greek by ISO 843 and the habit of passports: a stop is voiced at the beginning of a word. */
const GREEK_PAIRS: readonly (readonly [pair: RegExp, latin: string])[] = [
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
  [/(?<!\p{L})γκ/gu, 'g'],
  // Behind a vowel a stop is mostly of a foreign name: Ομπάμα.
  [/(?<=[αειουωη])μπ(?=[αειουωη])/gu, 'b'],
  [/γ(?=[γξχ])/gu, 'n'],
  [new RegExp(`(?<=[αεη])υ(?=[${GREEK_VOICELESS}]|(?!\\p{L}))`, 'gu'), 'f'],
  [/(?<=[αεη])υ/gu, 'v'],
  [/ου/gu, 'ou'],
];

/** Greek letter pairs in Latin letters; other letters stay. */
export function transcribeGreek(text: string): string {
  if (!GREEK.test(text)) return text;
  return GREEK_PAIRS.reduce((read, [pair, latin]) => read.replace(pair, latin), text);
}

const HANGUL = /[\uac00-\ud7a3]/g;
const FIRST_SYLLABLE = 0xac00;
const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const MEDIALS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/**
 * Hangul syllables in Latin letters, syllable by syllable (Revised Romanization of Korean, 2000, without the changes
 * of sound across syllables, which it leaves out of names too).
 */
export function transcribeHangul(text: string): string {
  return text.replace(HANGUL, (syllable) => {
    const number = syllable.charCodeAt(0) - FIRST_SYLLABLE;
    const medial = Math.floor(number / FINALS.length);
    const parts = [
      INITIALS[Math.floor(medial / MEDIALS.length)],
      MEDIALS[medial % MEDIALS.length],
      FINALS[number % FINALS.length],
    ];
    return parts.join('').replace(/-/g, '');
  });
}

const INDIC = /[\u0900-\u0d7f]/;
/** The blocks of the scripts of India stand in one order (Unicode, chapter 12), so that one place is one letter. */
const BLOCK = 0x80;
const NASAL = new Set([0x02]);
const LIPS = { first: 0x2a, last: 0x2e };
const CONSONANTS: ReadonlyMap<number, string> = new Map([
  [0x1a, 'ch'],
  [0x1b, 'ch'],
  [0x36, 'sh'],
  [0x37, 'sh'],
]);

/** The consonants of Indic scripts that names spell `ch` and `sh`, and the nasal before another consonant. */
export function transcribeIndic(text: string): string {
  if (!INDIC.test(text)) return text;
  let read = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (!INDIC.test(letter)) {
      read += letter;
      continue;
    }
    const place = text.charCodeAt(at) % BLOCK;
    const next = text.charCodeAt(at + 1) % BLOCK;
    if (NASAL.has(place)) read += next >= LIPS.first && next <= LIPS.last ? 'm' : 'n';
    else read += CONSONANTS.get(place) ?? letter;
  }
  return read;
}
