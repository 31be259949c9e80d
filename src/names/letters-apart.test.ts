import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterDistance } from './letter-costs.ts';
import { leastDistance, letterSetOf } from './letters-apart.ts';
import { analyseWord } from './word.ts';
import { areFarApart, LEAST_SIMILARITY, wordLikeness } from './word-similarity.ts';

const key = fc.string({
  unit: fc.constantFrom(...'abdefghijklmnoprstuvxyzSCZ'),
  minLength: 1,
  maxLength: 14,
});
const form = fc.string({ unit: fc.constantFrom(...'aabdeehiiklmnoorstuvyz'), minLength: 1, maxLength: 16 });
/** Mostly words that are nearly alike, where a bound that is wrong would show. */
const pair = fc.tuple(form, form, fc.nat(16)).map(([a, b, at]) => [a, a.slice(0, at) + b.slice(at)] as const);

test('the letters of two keys never say more than the distance that is worked out letter by letter', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const [left, right] = [letterSetOf(a), letterSetOf(b)];
      if (left === undefined || right === undefined) throw new Error('a key of letters has a set of letters');
      expect(leastDistance(left, right)).toBeLessThanOrEqual(letterDistance(a, b, 1e6) + 1e-4);
    }),
    { numRuns: 2000 },
  );
});

test('what is seen to be far apart is less alike than asked, in either order', () => {
  fc.assert(
    fc.property(pair, fc.constantFrom(LEAST_SIMILARITY, 0.88), ([a, b], least) => {
      const [left, right] = [analyseWord(a), analyseWord(b)];
      expect(areFarApart(left, right, least)).toBe(areFarApart(right, left, least));
      if (areFarApart(left, right, least)) expect(wordLikeness(left, right).similarity).toBeLessThan(least);
    }),
    { numRuns: 3000 },
  );
});

test('most pairs of unlike names are seen to be, and no name is far from its own spellings', () => {
  const apart = (a: string, b: string) => areFarApart(analyseWord(a), analyseWord(b));
  expect(apart('bennington', 'karimov')).toBe(true);
  expect(apart('mohammed', 'muhamad')).toBe(false);
  expect(apart('мохаммед', 'mohammed')).toBe(false);
  expect(apart('محمد', 'bennington')).toBe(false);
});

test('a key with a sign that is no letter has no set, and is not judged by one', () => {
  expect(letterSetOf('s3chin')).toBeUndefined();
});
