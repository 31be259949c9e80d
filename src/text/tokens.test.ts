import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjoins, tokenize } from './tokens.ts';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('a text is split into words, numbers and marks', () => {
  test('an apostrophe inside a word stays; a possessive is apart', () => {
    expect(texts("Al-Qa'ida didn't own Pakistan's claim")).toEqual([
      'Al',
      '-',
      "Qa'ida",
      "didn't",
      'own',
      'Pakistan',
      "'s",
      'claim',
    ]);
  });
  test('letters with dots are one word, with or without the last dot', () => {
    expect(texts('the U.S. and Washington, D.C.')).toEqual(['the', 'U.S.', 'and', 'Washington', ',', 'D.C.']);
    expect(texts('in the U.S, he said')).toEqual(['in', 'the', 'U.S', ',', 'he', 'said']);
  });
  test('a number keeps its inner commas and points, a clock time does not stay whole', () => {
    expect(texts('1,200 people at 12:48, 2.5 km.')).toEqual([
      '1,200',
      'people',
      'at',
      '12',
      ':',
      '48',
      ',',
      '2.5',
      'km',
      '.',
    ]);
  });
  test('words of other scripts are words', () => {
    expect(texts('تحریک طالبان پاکستان۔')).toEqual(['تحریک', 'طالبان', 'پاکستان', '۔']);
  });
  test('an invisible direction mark splits no word and begins none', () => {
    expect(texts('\u202eBL\u200bA x')).toEqual(['BL\u200bA', 'x']);
  });
  test('whether two tokens touch is told by their offsets', () => {
    const [a, b, c] = tokenize('ISIS -K');
    expect([adjoins(a, b), adjoins(b, c)]).toEqual([false, true]);
  });
});

test('every token is the slice that it says, in order, and only white space and format characters lie between', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let at = 0;
      for (const token of tokenize(text)) {
        expect(token.text).toBe(text.slice(token.start, token.end));
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.end).toBeGreaterThan(token.start);
        expect(text.slice(at, token.start)).toMatch(/^[\s\p{Cf}\p{Cc}\ufeff]*$/u);
        at = token.end;
      }
    }),
  );
});
