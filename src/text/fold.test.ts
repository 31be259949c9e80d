import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldLetters } from './fold.ts';

describe('fold', () => {
  test.each([
    ['case and marks', 'Müslüm ÇELİK', 'muslum celik'],
    ['letters that do not decompose', 'Łódź Đorđe Ærø Straße', 'lodz dorde aero strasse'],
    ['apostrophes of every kind join', "Hay’at al-Shaʿb Qa`ida Sana'a", 'hayat al shab qaida sanaa'],
    ['dashes of every kind part', 'Lashkar–e—Jhangvi‐x', 'lashkar e jhangvi x'],
    ['dots join single letters', 'A.B.C. Trading S.A.R.L', 'abc trading sarl'],
    ['dots part words', 'St.Petersburg J.Smith', 'st petersburg j smith'],
    ['widths', 'ＡＢＣ　Ｔｒａｄｉｎｇ', 'abc trading'],
    ['digits of all scripts', 'Brigade ٣١٣ ۴४', 'brigade 313 44'],
    ['Arabic keyboards', 'تحریک طالبان پاکستان', fold('تحريك طالبان پاكستان')],
    ['Arabic hamza, vowel signs and tatweel', 'أَبُو بَكْر الـبغدادي', 'ابو بكر البغدادي'],
    ['Cyrillic', 'Ёлкин Й.', 'елкин и'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps vowel signs of Indic scripts and voicing of kana, which are letters there', () => {
    expect(fold('बजरंग')).not.toBe(fold('बजरग'));
    expect(fold('バラク')).not.toBe(fold('ハラク'));
  });

  test('keeps Hangul in syllables', () => {
    expect(fold('김정은')).toBe('김정은');
  });

  test('is empty for a text without letters or digits', () => {
    expect(fold(' — ‮()!')).toBe('');
  });

  test('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('foldLetters changes nothing that it has folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      }),
    );
  });
});
