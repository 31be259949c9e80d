/**
 * Scripts that names on the lists are written in, by ISO 15924 code, in the order in which they are tried.
 * `Script_Extensions` would count shared signs; `Script` counts only letters of the script's own.
 */
const SCRIPTS: readonly (readonly [code: string, letter: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Orya', /\p{Script=Oriya}/u],
  ['Sinh', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Laoo', /\p{Script=Lao}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Tibt', /\p{Script=Tibetan}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Mong', /\p{Script=Mongolian}/u],
  ['Syrc', /\p{Script=Syriac}/u],
  ['Thaa', /\p{Script=Thaana}/u],
];

const LETTER = /[\p{L}\p{M}]/u;
const ASCII_LETTER = /[A-Za-z]/;
const NON_ASCII = /\P{ASCII}/u;

/** How many letters of each script a text has, by ISO 15924 code; letters of no script above are `Zzzz`. */
export function scriptsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let last = SCRIPTS[0];
  for (const char of text) {
    if (!LETTER.test(char)) continue;
    // Neighbours are mostly of one script, so the last one is tried before the table.
    const found = last?.[1].test(char) ? last : SCRIPTS.find(([, letter]) => letter.test(char));
    if (found !== undefined) last = found;
    const code = found?.[0] ?? (/\p{Script=Inherited}/u.test(char) ? undefined : 'Zzzz');
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/**
 * The script that most letters of a text are written in, as its ISO 15924 code: `Latn`, `Arab`, `Cyrl`,
 * `Deva`, `Hebr`, `Hani`, `Hang`, `Grek` and so on; `Jpan` for Han mixed with kana; `Zyyy` (common) when there
 * is no letter; `Zzzz` (uncoded) for a script that the table does not know. Of equal counts the first in the
 * table wins.
 */
export function scriptOf(text: string): string {
  if (!NON_ASCII.test(text)) return ASCII_LETTER.test(text) ? 'Latn' : 'Zyyy';
  const counts = scriptsOf(text);
  if (counts.has('Hani') && (counts.has('Kana') || counts.has('Hira'))) return 'Jpan';
  let best = 'Zyyy';
  let most = 0;
  for (const [code] of [...SCRIPTS, ['Zzzz'] as const]) {
    const count = counts.get(code) ?? 0;
    if (count > most) [best, most] = [code, count];
  }
  return best;
}
