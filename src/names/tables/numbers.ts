const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';

function rows(words: string, value: (index: number) => number): (readonly [string, number])[] {
  return words.split(' ').map((word, index) => [word, value(index)] as const);
}

/** English number words and ordinals below a hundred, by value. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...rows(UNITS, (n) => n),
  ...rows(ORDINALS, (n) => n),
  ...rows(TENS, (n) => (n + 2) * 10),
  ...rows(ORDINAL_TENS, (n) => (n + 2) * 10),
]);

/**
 * Roman numerals from 2 to 20, as organisations, ships and funds number themselves. `i`, `v`, `x` and the like
 * are letters more often than numbers and are left out.
 */
export const ROMAN_NUMERALS: ReadonlyMap<string, number> = new Map(
  rows('ii iii iv', (n) => n + 2).concat(
    rows('vi vii viii ix', (n) => n + 6),
    rows('xi xii xiii xiv xv xvi xvii xviii xix xx', (n) => n + 11),
  ),
);

const DIGITS = /^(\d{1,9})(?:st|nd|rd|th)?$/;

/**
 * The whole number that a folded word writes: digits, digits with an English ordinal ending, a number word, or
 * (where `roman` allows) a Roman numeral. Undefined when it is no number.
 */
export function numberValue(word: string, roman: boolean): number | undefined {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    const digits = DIGITS.exec(word)?.[1];
    return digits === undefined ? undefined : Number(digits);
  }
  return NUMBER_WORDS.get(word) ?? (roman ? ROMAN_NUMERALS.get(word) : undefined);
}
