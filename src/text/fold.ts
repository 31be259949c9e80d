import { stripInvisible } from './bidi.ts';

/**
 * Letters that Unicode does not decompose, as the letters that people type for them; and the one letter that
 * stands for the several which Arabic, Persian, Urdu and Pashto keyboards offer for it. Sources: Unicode
 * CLDR Latin-ASCII for the first part; Unicode chapter 9.2 (Arabic) for the second.
 */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ə: 'a',
  ƙ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ς: 'σ',
  ѐ: 'е',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ں: 'ن',
  ڼ: 'ن',
  ټ: 'ت',
  ٹ: 'ت',
  ډ: 'د',
  ڈ: 'د',
  ړ: 'ر',
  ڑ: 'ر',
  ؤ: 'و',
  ء: '',
  ـ: '',
};

const APOSTROPHES =
  /[\u2018\u2019\u201b\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2032\ua78b\ua78c\u00b4]/g;
/** Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic, as ranges of code points. */
const MARK_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];
const MARKS = new RegExp(
  `[${MARK_RANGES.map((range) => range.map((code) => String.fromCharCode(code)).join('-')).join('')}]`,
  'g',
);
const OTHER_PUNCTUATION = /[^\p{L}\p{M}\p{N}\u0020-\u007e]/gu;
const DASH = /\p{Pd}/u;
const DIGIT = /\p{Nd}/gu;
const SPECIAL = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu');
const ASCII = /^[\x20-\x7e]*$/;

/** The value of a decimal digit of any script; Unicode lays each script's ten digits out in a row. */
function digitValue(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  for (let zero = code; zero > code - 10; zero--) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
  }
  return String(code % 10);
}

/**
 * Folds letters and leaves the punctuation standing, as ASCII: compatibility forms and widths (NFKD), case,
 * combining marks of Latin, Greek, Cyrillic, Arabic and Hebrew, letters that differ only by keyboard, digits
 * of all scripts, invisible characters. All dashes become `-`, all apostrophes and half rings `'`, the Arabic
 * and ideographic commas `,`, and every other sign a space. Vowel signs of Indic scripts and the voicing marks
 * of kana are letters there and stay.
 *
 * The result is in NFC. Folding what is folded changes nothing.
 */
export function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = stripInvisible(text).text.replace(APOSTROPHES, "'").normalize('NFKD').replace(MARKS, '');
  return bare
    .toLowerCase()
    .normalize('NFC')
    .replace(SPECIAL, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(DIGIT, (digit) => (digit <= '9' ? digit : digitValue(digit)))
    .replace(APOSTROPHES, "'")
    .replace(OTHER_PUNCTUATION, (sign) => {
      if (DASH.test(sign)) return '-';
      return sign === '،' || sign === '、' ? ',' : ' ';
    });
}

/**
 * The form in which two spellings of one name are equal when they differ only in case, marks, width,
 * keyboard, punctuation or spacing: the words of {@link foldedWords} with one space between them. Empty when
 * the text has neither letters nor digits.
 *
 * The script stays; `romanise` changes it. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  return foldedWords(text)
    .map((word) => word.form)
    .join(' ');
}

/** A folded word with what the punctuation around it says. */
export interface FoldedWord {
  /** Letters, marks and digits. */
  readonly form: string;
  /** Its letters stood apart with dots: `A.B.C.`. */
  readonly dotted: boolean;
  /** A dash joins it to the word before it. */
  readonly dashed: boolean;
  /** It stands in brackets. */
  readonly bracket: boolean;
  /** How many commas stand before it, outside brackets. */
  readonly segment: number;
}

const QUOTE = 0x27;
const BACKTICK = 0x60;
const DOT = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const JOINING = /['`.]/;
const JOINING_ALL = /['`.]/g;

/** After {@link foldLetters} all that is not ASCII is a letter, a mark or a digit. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/**
 * The words of a text, folded, in order. Apostrophes join (`Hay'at` is `hayat`), dots join single letters
 * (`A.B.C.` is `abc`), everything else that is not a letter, a mark or a digit separates. Takes time linear in
 * the text; callers cap its length.
 */
export function foldedWords(text: string): readonly FoldedWord[] {
  const letters = foldLetters(text);
  const words: FoldedWord[] = [];
  let depth = 0;
  let segment = 0;
  let dashed = false;
  let at = 0;
  while (at < letters.length) {
    const code = letters.charCodeAt(at);
    if (!isLetter(code)) {
      if (code === 0x28 || code === 0x5b) depth += 1;
      else if ((code === 0x29 || code === 0x5d) && depth > 0) depth -= 1;
      else if (code === COMMA && depth === 0) segment += 1;
      if (code !== QUOTE && code !== BACKTICK) dashed = code === HYPHEN && words.length > 0;
      at += 1;
      continue;
    }
    const dots = letters.charCodeAt(at + 1) === DOT ? dottedRun(letters, at) : 0;
    const end = dots > 0 ? at + dots : wordEnd(letters, at);
    let form = letters.slice(at, end);
    if (JOINING.test(form)) form = form.replace(JOINING_ALL, '');
    words.push({ form, dotted: dots > 0, dashed, bracket: depth > 0, segment });
    dashed = false;
    at = end;
  }
  return words;
}

function wordEnd(letters: string, start: number): number {
  let at = start;
  for (; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if (!isLetter(code) && code !== QUOTE && code !== BACKTICK) break;
  }
  return at;
}

/** The length of a run of single letters with dots between them (`a.b.c.`, `s.a`), or 0 when there is none. */
function dottedRun(letters: string, start: number): number {
  let at = start;
  let single = 0;
  while (isLetter(letters.charCodeAt(at)) && letters.charCodeAt(at + 1) === DOT) {
    single += 1;
    at += 2;
  }
  if (single === 0 || !isLetter(letters.charCodeAt(at))) return at - start;
  // `s.a` ends in a letter without a dot; in `J.Smith` and `U.S.State` a word begins behind the last dot.
  if (isLetter(letters.charCodeAt(at + 1))) return single > 1 ? at - start : 0;
  return at + 1 - start;
}
