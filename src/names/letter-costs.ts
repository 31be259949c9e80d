import { abjadLetter } from '../text/index.ts';

/**
 * What it costs to take one letter of a spelling key for another, to add or to leave one out. 1 is the cost of
 * two letters that are never confused. The letters are those of the spelling key (`S` sh, `C` ch, `x` kh,
 * `Z` zh) and, in rows of their own, the letters of Arabic and Hebrew script, whose costs against Latin follow
 * from their readings.
 */
const PAIRS: readonly (readonly [cost: number, pairs: string])[] = [
  [0.2, 'ei ou iy 0o 1i 1l 5s 3e 4a'],
  [0.3, 'ae ai xh sz SC vu vo CZ jZ'],
  [0.4, 'ao au kg jy jg ej kC fv xk ZS CS eo iu gh Cj td ea'],
  [0.6, 'bp dt eu io bv pf zd dz gx sS sC zZ lr nm ks ts tC kx tz'],
];
/** Adding or leaving out: vowels are dropped and heard, `h` comes and goes, a final `n` or `t` does not. */
const ADDED: readonly (readonly [cost: number, letters: string])[] = [
  [0.45, 'aeiou'],
  [0.5, 'hy'],
];

const ABJAD_LETTERS = 'ابپتثجچحخڅځدذرزژږسشښصضطظعغفڤقكگلمنهوي' + 'אבגדהוזחטיכךלמםנןסעפףצץקרשת';

/** Rows of the cost table: ASCII at its own code, then the abjads, then one row for everything else. */
const SIZE = 224;
const OTHER = SIZE - 1;
const ABJAD_CODE = new Map(Array.from(ABJAD_LETTERS, (letter, index) => [letter, 128 + index] as const));

const substitution = new Float32Array(SIZE * SIZE).fill(1);
const addition = new Float32Array(SIZE).fill(1);

function setPair(a: number, b: number, cost: number): void {
  substitution[a * SIZE + b] = cost;
  substitution[b * SIZE + a] = cost;
}

for (let code = 0; code < OTHER; code++) setPair(code, code, 0);
for (const [cost, pairs] of PAIRS) {
  for (const pair of pairs.split(' ')) {
    if ((substitution[pair.charCodeAt(0) * SIZE + pair.charCodeAt(1)] ?? 1) === 1) {
      setPair(pair.charCodeAt(0), pair.charCodeAt(1), cost);
    }
  }
}
for (const [cost, letters] of ADDED) {
  for (const letter of letters) addition[letter.charCodeAt(0)] = cost;
}
for (const [letter, code] of ABJAD_CODE) {
  const readings = abjadLetter(letter)?.readings ?? [];
  for (const [rank, reading] of readings.entries()) {
    if (reading !== '') setPair(code, reading.charCodeAt(0), rank < 3 ? 0 : 0.1);
  }
  if (readings.includes('')) addition[code] = 0.3;
}

/** The row of the cost table of each UTF-16 unit. */
const ROW = new Uint8Array(0x10000).fill(OTHER);
for (let code = 0; code < 128; code++) ROW[code] = code;
for (const [letter, code] of ABJAD_CODE) ROW[letter.charCodeAt(0)] = code;

/** Short vowels are not written in an abjad, so Latin vowels against it cost next to nothing. */
const UNWRITTEN = 0.06;
const SWAPPED = 0.7;
/** The first letter of a word is misspelt least. */
const FIRST = 1.3;
const LETTER_A = 97;
const LETTER_O = 111;

/** What it costs to add a letter where one side leaves vowels unwritten. */
const additionAcross = addition.slice();
for (const vowel of 'aeiou') additionAcross[vowel.charCodeAt(0)] = UNWRITTEN;
/** And within Arabic script, where a long vowel that is written tells names apart: `محمد`, `محمود`. */
const additionWithin = addition.slice();
for (const vowel of 'وي') additionWithin[ABJAD_CODE.get(vowel) ?? OTHER] = 0.7;
/** The vowels that the consonants of a script may hold unwritten; others it writes. */
const additionHeld = addition.slice();
for (const vowel of 'aeo') additionHeld[vowel.charCodeAt(0)] = UNWRITTEN;

/** What adding a letter costs, and adding one at the beginning of a word, where a consonant is misspelt least. */
interface Additions {
  readonly first: Float32Array;
  readonly later: Float32Array;
}
const additions = (later: Float32Array): Additions => ({
  first: later.map((cost) => (cost === 1 ? FIRST : cost)),
  later,
});
const PLAIN = additions(addition);
const ACROSS = additions(additionAcross);
const WITHIN = additions(additionWithin);
const HELD = additions(additionHeld);

const MAX = 64;
const rows = [new Float32Array(MAX + 1), new Float32Array(MAX + 1), new Float32Array(MAX + 1)] as const;
const letters = [new Uint8Array(MAX), new Uint8Array(MAX)] as const;

function read(key: string, into: Uint8Array): number {
  const length = Math.min(key.length, MAX);
  for (let at = 0; at < length; at++) into[at] = ROW[key.charCodeAt(at)] ?? OTHER;
  return length;
}

/** What it costs to take one letter of a key for another, 1 at most, and to add one away from a word's beginning. */
export function substitutionCost(a: string, b: string): number {
  return substitution[(ROW[a.charCodeAt(0)] ?? OTHER) * SIZE + (ROW[b.charCodeAt(0)] ?? OTHER)] ?? 1;
}

/** See {@link substitutionCost}. */
export function additionCost(letter: string): number {
  return addition[ROW[letter.charCodeAt(0)] ?? OTHER] ?? 1;
}

/** Whether a key is of a script that leaves short vowels unwritten. */
export function isAbjad(key: string): boolean {
  const row = ROW[key.charCodeAt(0)] ?? OTHER;
  return row >= 128 && row < OTHER;
}

/**
 * The least cost to turn one spelling key into the other by taking letters for each other, adding, leaving
 * out and swapping neighbours (optimal string alignment, with the costs above).
 *
 *              m    u    h    a    m    a    d
 *         0   1.3 1.75 2.25  2.7  3.7 4.15 5.15
 *     m  1.3   0  .45  .95  1.4  2.4  2.85 3.85
 *     o 1.75 .45  .2   .7  1.15  ...
 *     h 2.25 .95  .7   .2  .65
 *     a  2.7 1.4 1.15  .65  .2   1.2
 *     m                         .2   .65
 *     e                              .5   1.5
 *     d                                   .5   <- o for u cost .2, e for a .3
 *
 * Each cell is the least of its left neighbour plus an addition, its upper neighbour plus an addition, its
 * upper left neighbour plus a substitution, and two up-left plus a swap. A row whose least cell is above
 * `limit` ends the work: the answer is then some number above `limit`.
 * `holding` says which side's script holds vowels unwritten in its consonants: vowels that only the other side has
 * cost next to nothing then. That an abjad leaves vowels out is known.
 */
export function letterDistance(
  left: string,
  right: string,
  limit: number,
  holding: 'left' | 'right' | 'neither' = 'neither',
): number {
  const [a, b] = letters;
  const n = read(left, a);
  const m = read(right, b);
  const abjads = isAbjad(left);
  const plain = abjads !== isAbjad(right) ? ACROSS : abjads ? WITHIN : PLAIN;
  const dropped = holding === 'right' ? HELD : plain;
  const gained = holding === 'left' ? HELD : plain;
  let [before, above, here] = rows;
  above[0] = 0;
  for (let j = 1; j <= m; j++) {
    const y = b[j - 1] as number;
    above[j] = (above[j - 1] as number) + ((j === 1 ? gained.first[y] : gained.later[y]) as number);
  }
  for (let i = 1; i <= n; i++) {
    const x = a[i - 1] as number;
    const dropX = (i === 1 ? dropped.first[x] : dropped.later[x]) as number;
    let least = (above[0] as number) + dropX;
    here[0] = least;
    for (let j = 1; j <= m; j++) {
      const y = b[j - 1] as number;
      let pair = substitution[x * SIZE + y] as number;
      if (i === 1 && j === 1) pair *= FIRST;
      // A woman's name against a man's, in every language that tells them by the last vowel.
      if (i === n && j === m && x + y === LETTER_A + LETTER_O && x !== y) pair = 1;
      let cost = (above[j - 1] as number) + pair;
      const drop = (above[j] as number) + dropX;
      if (drop < cost) cost = drop;
      const add = (here[j - 1] as number) + ((j === 1 ? gained.first[y] : gained.later[y]) as number);
      if (add < cost) cost = add;
      if (pair > 0 && i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) {
        const swap = (before[j - 2] as number) + SWAPPED;
        if (swap < cost) cost = swap;
      }
      here[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return least;
    [before, above, here] = [above, here, before];
  }
  return above[m] as number;
}
