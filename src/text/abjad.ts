/**
 * How a letter of a script that leaves short vowels unwritten is read in Latin letters.
 *
 * `roman` is the plain reading, used to show the word. `readings` are the spelling-key letters (see
 * `spelling.ts`) that Latin spellings of names use for it; the empty reading means that Latin may leave it out.
 */
export interface AbjadLetter {
  readonly roman: string;
  readonly readings: readonly string[];
}

/**
 * Arabic script as it stands after folding, with the letters of Persian, Urdu and Pashto. Readings follow the
 * romanisations in use on the lists: ALA-LC and BGN/PCGN for Arabic, Persian, Pashto and Urdu, and the French
 * and Egyptian habits (`dj`, `g` for jim).
 */
export const ARABIC: Readonly<Record<string, AbjadLetter>> = {
  ا: { roman: 'a', readings: ['', 'a', 'e', 'i', 'u', 'o'] },
  آ: { roman: 'a', readings: ['a', ''] },
  ب: { roman: 'b', readings: ['b', 'p'] },
  پ: { roman: 'p', readings: ['p'] },
  ت: { roman: 't', readings: ['t'] },
  ث: { roman: 'th', readings: ['t', 's'] },
  ج: { roman: 'j', readings: ['j', 'g'] },
  چ: { roman: 'ch', readings: ['C', 'S'] },
  ح: { roman: 'h', readings: ['h'] },
  خ: { roman: 'kh', readings: ['x', 'h', 'k'] },
  څ: { roman: 'ts', readings: ['s', 'C'] },
  ځ: { roman: 'dz', readings: ['z', 'j'] },
  د: { roman: 'd', readings: ['d'] },
  ذ: { roman: 'dh', readings: ['d', 'z'] },
  ر: { roman: 'r', readings: ['r'] },
  ز: { roman: 'z', readings: ['z'] },
  ژ: { roman: 'zh', readings: ['Z', 'j'] },
  ږ: { roman: 'zh', readings: ['Z', 'g'] },
  س: { roman: 's', readings: ['s'] },
  ش: { roman: 'sh', readings: ['S', 'C'] },
  ښ: { roman: 'sh', readings: ['S', 'x'] },
  ص: { roman: 's', readings: ['s'] },
  ض: { roman: 'd', readings: ['d', 'z'] },
  ط: { roman: 't', readings: ['t'] },
  ظ: { roman: 'z', readings: ['z', 'd'] },
  ع: { roman: '', readings: ['', 'a', 'i', 'u', 'o', 'e'] },
  غ: { roman: 'gh', readings: ['g'] },
  ف: { roman: 'f', readings: ['f', 'p'] },
  ڤ: { roman: 'v', readings: ['v'] },
  ق: { roman: 'q', readings: ['k', 'g'] },
  ك: { roman: 'k', readings: ['k'] },
  گ: { roman: 'g', readings: ['g'] },
  ل: { roman: 'l', readings: ['l'] },
  م: { roman: 'm', readings: ['m'] },
  ن: { roman: 'n', readings: ['n'] },
  ه: { roman: 'h', readings: ['h', 'a', 'e', 't', ''] },
  و: { roman: 'w', readings: ['u', 'o', '', 'v'] },
  ي: { roman: 'y', readings: ['i', 'y', 'e', 'a', ''] },
};

/** Hebrew script as it stands after folding; readings follow the simplified rules of the Hebrew Academy. */
export const HEBREW: Readonly<Record<string, AbjadLetter>> = {
  א: { roman: 'a', readings: ['', 'a', 'e', 'i', 'o', 'u'] },
  ב: { roman: 'b', readings: ['b', 'v'] },
  ג: { roman: 'g', readings: ['g', 'j'] },
  ד: { roman: 'd', readings: ['d'] },
  ה: { roman: 'h', readings: ['h', 'a', 'e', ''] },
  ו: { roman: 'v', readings: ['u', 'o', '', 'v'] },
  ז: { roman: 'z', readings: ['z', 'Z'] },
  ח: { roman: 'h', readings: ['h', 'x', 'C'] },
  ט: { roman: 't', readings: ['t'] },
  י: { roman: 'y', readings: ['i', 'y', 'e', ''] },
  כ: { roman: 'k', readings: ['k', 'x', 'C'] },
  ך: { roman: 'kh', readings: ['x', 'C', 'k'] },
  ל: { roman: 'l', readings: ['l'] },
  מ: { roman: 'm', readings: ['m'] },
  ם: { roman: 'm', readings: ['m'] },
  נ: { roman: 'n', readings: ['n'] },
  ן: { roman: 'n', readings: ['n'] },
  ס: { roman: 's', readings: ['s'] },
  ע: { roman: '', readings: ['', 'a', 'e', 'i', 'o'] },
  פ: { roman: 'p', readings: ['p', 'f'] },
  ף: { roman: 'f', readings: ['f', 'p'] },
  צ: { roman: 'ts', readings: ['z', 's'] },
  ץ: { roman: 'ts', readings: ['z', 's'] },
  ק: { roman: 'k', readings: ['k'] },
  ר: { roman: 'r', readings: ['r'] },
  ש: { roman: 'sh', readings: ['S', 's'] },
  ת: { roman: 't', readings: ['t'] },
};

/** The entry of a folded letter of Arabic or Hebrew script; undefined for any other character. */
export function abjadLetter(char: string): AbjadLetter | undefined {
  return ARABIC[char] ?? HEBREW[char];
}
