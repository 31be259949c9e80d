import { additionCost, substitutionCost } from './letter-costs.ts';

/**
 * The letters of a spelling key as bits (`a` to `z`, then `S`, `C`, `Z`), and the letters that each of them may be
 * taken for at no more than a given cost. Two words are seen by them to be far apart, long before their letters are
 * laid against each other one by one.
 */
export interface LetterSet {
  readonly own: number;
  /** Letters within .3, .4 and .6 of one of its own. */
  readonly near3: number;
  readonly near4: number;
  readonly near6: number;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzSCZ';
const NONE = 255;
/** The bit of each letter by its code. */
const BIT = new Uint8Array(128).fill(NONE);
for (const [index, letter] of Array.from(ALPHABET).entries()) BIT[letter.charCodeAt(0)] = index;

/** For each letter the letters that stand for it at no more than a cost, itself among them. */
function within(cost: number): Uint32Array {
  return Uint32Array.from(ALPHABET, (letter) => {
    let mask = 0;
    for (const [index, other] of Array.from(ALPHABET).entries()) {
      // The costs are kept in single precision.
      if (substitutionCost(letter, other) <= cost + 1e-6) mask |= 1 << index;
    }
    return mask;
  });
}

const WITHIN_3 = within(0.3);
const WITHIN_4 = within(0.4);
const WITHIN_6 = within(0.6);

/** Letters that cost nearly as much as any to add; the others are heard and dropped. */
const FIRM = Array.from(ALPHABET).reduce(
  (mask, letter, index) => (additionCost(letter) >= 1 ? mask | (1 << index) : mask),
  0,
);

/** The letters of a key; undefined when it has signs that are none of them. */
export function letterSetOf(key: string): LetterSet | undefined {
  let own = 0;
  let near3 = 0;
  let near4 = 0;
  let near6 = 0;
  for (let at = 0; at < key.length; at++) {
    const bit = BIT[key.charCodeAt(at)] ?? NONE;
    if (bit === NONE) return undefined;
    if ((own & (1 << bit)) !== 0) continue;
    own |= 1 << bit;
    near3 |= WITHIN_3[bit] ?? 0;
    near4 |= WITHIN_4[bit] ?? 0;
    near6 |= WITHIN_6[bit] ?? 0;
  }
  return { own, near3, near4, near6 };
}

/**
 * What it costs at least to turn a key of these letters into one of the others, by `letterDistance`: each letter
 * that the other side has not is taken for another, or left out, once at least; so for either side, and the more of
 * the two counts, since one exchange may serve a letter of both.
 */
export function leastDistance(a: LetterSet, b: LetterSet): number {
  return Math.max(lacking(a.own, b), lacking(b.own, a));
}

const LIGHT_COST = 0.2;
const NEAR_COST = 0.4;
const FAR_COST = 0.6;

function lacking(own: number, other: LetterSet): number {
  const unlike = own & ~other.own;
  if (unlike === 0) return 0;
  const over3 = own & ~other.near3;
  const over4 = own & FIRM & ~other.near4;
  const over6 = own & FIRM & ~other.near6;
  return (
    LIGHT_COST * bits(unlike) +
    (NEAR_COST - LIGHT_COST) * bits(over3) +
    (FAR_COST - NEAR_COST) * bits(over4) +
    (1 - FAR_COST) * bits(over6)
  );
}

/** How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
function bits(mask: number): number {
  let n = mask - ((mask >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
