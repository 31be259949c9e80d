import { describe, expect, test } from 'vitest';
import { scriptOf, scriptsOf } from './script.ts';

describe('scriptOf', () => {
  test.each([
    ['Majeed Brigade', 'Latn'],
    ['Łódź', 'Latn'],
    ['تحریک طالبان پاکستان', 'Arab'],
    ['Исламское государство', 'Cyrl'],
    ['बजरंग दल', 'Deva'],
    ['חמאס', 'Hebr'],
    ['金铁三', 'Hani'],
    ['김정은', 'Hang'],
    ['Ελλάδα', 'Grek'],
    ['田中ひろし', 'Jpan'],
    ['バラク', 'Kana'],
    ['አበበ', 'Ethi'],
    ['1998-2001', 'Zyyy'],
    ['', 'Zyyy'],
    ['ᚠᚢᚦ', 'Zzzz'],
  ])('%s is %s', (text, code) => {
    expect(scriptOf(text)).toBe(code);
  });

  test('goes by the majority in a mixed text', () => {
    expect(scriptOf('El Harrachi (الحر)')).toBe('Latn');
    expect([...scriptsOf('ab الح')]).toEqual([
      ['Latn', 2],
      ['Arab', 3],
    ]);
  });
});
