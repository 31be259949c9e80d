import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPrinted, sameWordsKey } from './same-words.ts';

describe('comparing word for word', () => {
  it.each([
    ['ISLAMIC STATE’S KHORASAN PROVINCE', "Islamic State's Khorasan Province"],
    ['ash-Sham—Khorasan Province', 'ASH-SHAM - KHORASAN PROVINCE'],
    ['"The Base"', 'The Base'],
    ['Wilayat Al‑Tarablus', 'Wilayat Al-Tarablus'],
    ['Jamaat  ud-Daawa ', 'JAMAAT UD-DAAWA'],
  ])('%s is %s', (a, b) => {
    expect(sameWordsKey(a)).toBe(sameWordsKey(b));
  });

  it.each([
    ['Lashkar-e-Tayyiba', 'Lashkar e-Tayyiba'],
    ['Al-Qaida', "Al-Qa'ida"],
    ['Tehrik-e-Taliban', 'Tehrik-e-Taliban Pakistan'],
    ['The Base', 'Base'],
  ])('%s is not %s', (a, b) => {
    expect(sameWordsKey(a)).not.toBe(sameWordsKey(b));
  });

  it('keeps the letter case and the signs of a name as printed', () => {
    expect(asPrinted('  LANTERN\n   “Column” ')).toBe('LANTERN “Column”');
  });

  it('does not change when it is made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => asPrinted(asPrinted(text)) === asPrinted(text)),
    );
  });
});
