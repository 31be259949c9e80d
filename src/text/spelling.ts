/**
 * Groups of letters that spell one sound in the Latin spellings of names, longest first. The right-hand side
 * is a letter of the spelling key: lower case is itself; `S` is sh, `C` is ch, `x` is kh, `Z` is zh.
 *
 * A rule stands here only when the two sides are spellings of the same name far more often than of two
 * different ones. Vowel quality (`e`/`i`, `o`/`u`) and voicing (`d`/`t`) are not folded: those are costs in
 * `names/letter-costs.ts`, since they tell names apart.
 */
const GROUPS: readonly (readonly [spelt: string, key: string])[] = [
  ['schtsch', 'S'],
  ['shch', 'S'],
  ['iyya', 'ia'],
  ['tsch', 'C'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['iya', 'ia'],
  ['ija', 'ia'],
  ['iyy', 'i'],
  ['ae', 'ai'],
  ['aa', 'a'],
  ['ai', 'ai'],
  ['ay', 'ai'],
  ['aj', 'aj'],
  ['ei', 'ei'],
  ['ey', 'ei'],
  ['ie', 'i'],
  ['iy', 'i'],
  ['yy', 'i'],
  ['yi', 'i'],
  ['ii', 'i'],
  ['ij', 'i'],
  ['ee', 'i'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['uw', 'u'],
  ['uu', 'u'],
  ['oe', 'o'],
  ['ue', 'u'],
  ['aw', 'au'],
  ['ow', 'ou'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['kh', 'x'],
  ['gh', 'g'],
  ['dh', 'd'],
  ['th', 't'],
  ['ph', 'f'],
  ['bh', 'b'],
  ['zh', 'Z'],
  ['dj', 'j'],
  ['ck', 'k'],
  ['cq', 'k'],
  ['qu', 'ku'],
  ['tz', 'z'],
  ['ks', 'ks'],
  ['q', 'k'],
  ['w', 'v'],
];

type Group = readonly [spelt: string, key: string];

/** The groups by the code of their first letter, longest first. */
const BY_FIRST: readonly (readonly Group[])[] = Array.from({ length: 128 }, (_, code) =>
  GROUPS.filter(([spelt]) => spelt.charCodeAt(0) === code),
);

const NOT_KEY = /[^a-z0-9]/;
const NOT_KEY_ALL = /[^a-z0-9]/g;
const W = 0x77;

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117;
}

/** The longest group that begins at a place. A `w` before a vowel is a consonant and ends no group of vowels. */
function groupAt(text: string, at: number): Group | undefined {
  for (const group of BY_FIRST[text.charCodeAt(at)] ?? []) {
    const [spelt] = group;
    if (!text.startsWith(spelt, at)) continue;
    const glides = spelt.length === 2 && spelt.charCodeAt(1) === W && isVowel(text.charCodeAt(at + 2));
    if (!glides) return group;
  }
  return undefined;
}

/** The sound of a letter that begins no group. */
function soundAt(text: string, at: number, before: number): string {
  const letter = text.charAt(at);
  const next = text.charCodeAt(at + 1);
  if (letter === 'c') return next === 101 || next === 105 || next === 121 ? 's' : 'k';
  // `Xi`, `Xu` and `Xiao` are Chinese names in Pinyin, where x is the sound that others spell sh.
  if (letter === 'x') return at === 0 && (next === 105 || next === 117) ? 'S' : 'ks';
  // `Hsi` and `Hsu` are the same by Wade and Giles.
  if (letter === 'h' && at === 0 && next === 115) return '';
  if (letter === 's' && at === 1 && text.charAt(0) === 'h') return 'S';
  if (letter === 'y') return at > 0 && !isVowel(next) ? 'i' : 'y';
  if (letter === 'h') return at + 1 === text.length && isVowel(before) ? '' : 'h';
  return letter;
}

/**
 * The spelling key of a word in Latin letters: what is left when the usual ways to spell one sound are
 * written the same way. Two words with one key are spellings of one name (`Tehreek`, `Tehrik`; `Qadir`,
 * `Kadir`; `Shabaab`, `Shabab`; `Nuristani`, `Nooristani`). Doubled letters count once; a final `h` after a
 * vowel is silent; `c` is `s` before e, i, y and `k` elsewhere; `y` beside no vowel is `i`.
 *
 * Takes one word as `fold` or `romanise` gives it; other characters are dropped. Runs in time linear in the
 * word's length.
 */
export function spellingKey(word: string): string {
  const text = NOT_KEY.test(word) ? word.replace(NOT_KEY_ALL, '') : word;
  let key = '';
  let before = 0;
  let at = 0;
  while (at < text.length) {
    const group = groupAt(text, at);
    const sound = group === undefined ? soundAt(text, at, before) : group[1];
    at += group === undefined ? 1 : group[0].length;
    for (let index = 0; index < sound.length; index++) {
      const code = sound.charCodeAt(index);
      if (code !== before) key += sound.charAt(index);
      before = code;
    }
  }
  return key;
}
