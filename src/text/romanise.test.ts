import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { romanise } from './romanise.ts';
import { skeleton, skeletonsOf } from './skeleton.ts';
import { spellingKey } from './spelling.ts';

describe('romanise', () => {
  test.each([
    ['Газиев', 'gaziev'],
    ['ბარაკ', "barak'"],
    ['Բարակ', 'barak'],
    ['تحریک', 'thryk'],
    ['پشاور', 'pshawr'],
    ['שלום', 'shlvm'],
  ])('%s as %s', (text, latin) => {
    expect(romanise(text)).toBe(latin);
  });

  test('gives ASCII for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(romanise(text)).toMatch(/^\p{ASCII}*$/u);
      }),
    );
  });
});

describe('spellingKey', () => {
  test.each([
    ['tehreek', 'tehrik'],
    ['qadir', 'kadir'],
    ['shabaab', 'shabab'],
    ['nuristani', 'nooristani'],
    ['islamiyya', 'islamia'],
    ['islamiya', 'islamia'],
    ['hawija', 'havija'],
    ['wahdat', 'vahdat'],
    ['dawood', 'davud'],
    ['philipp', 'filip'],
    ['noura', 'nurah'],
    ['jabhah', 'jabha'],
  ])('%s and %s are spelt alike', (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });

  test.each([
    ['khan', 'kan'],
    ['hasan', 'hasin'],
    ['shah', 'sah'],
    ['jamal', 'jamil'],
  ])('%s and %s are not', (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });
});

describe('skeletons', () => {
  test.each([
    ['تحریک', 'Tehrik'],
    ['تحریک', 'Tehreek'],
    ['طالبان', 'Taliban'],
    ['پاکستان', 'Pakistan'],
    ['باكستان', 'Pakistan'],
    ['داوود', 'Dawood'],
    ['ذاکر', 'Zakir'],
    ['ذاکر', 'Dhaker'],
    ['نورزی', 'Noorzai'],
    ['حقاني', 'Haqqani'],
    ['یحیی', 'Yahya'],
    ['משה', 'Moshe'],
  ])('%s meets %s', (native, latin) => {
    expect(skeletonsOf(native)).toContain(skeleton(latin.toLowerCase()));
  });

  test('keep words apart that differ in a consonant', () => {
    expect(skeletonsOf('طالبان')).not.toContain(skeleton('talibar'));
  });

  test('are none for a word that writes its vowels', () => {
    expect(skeletonsOf('Taliban')).toEqual([]);
  });

  test('are few however long and doubtful the word', () => {
    expect(skeletonsOf('ذضظثقجغخوهيع'.repeat(20)).length).toBeLessThanOrEqual(12);
  });
});
