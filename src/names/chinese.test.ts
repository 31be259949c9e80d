import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { isChineseName, markedAsWade, syllablesOf } from './chinese.ts';
import { compareNames } from './compare-names.ts';
import { NameIndex } from './name-index.ts';
import { parseName } from './parse-name.ts';
import { searchNames } from './search-names.ts';
import { WADE_OF_PINYIN } from './tables/pinyin.ts';

const score = (a: string, b: string, schema: Schema = 'Person') =>
  compareNames(parseName(a, schema), parseName(b, schema)).score;

describe('Chinese names', () => {
  test.each([
    ['zhou', 'chou'],
    ['xie', 'hsieh'],
    ['guo', 'kuo'],
    ['ze', 'tse'],
    ['jian', 'chien'],
    ['zhong', 'chung'],
    ['qiu', 'chiu'],
    ['shi', 'shih'],
    ['ren', 'jen'],
    ['yan', 'yen'],
  ])('the syllable %s is %s by Wade and Giles', (pinyin, wade) => {
    expect(WADE_OF_PINYIN.get(pinyin)).toBe(wade);
  });

  test.each([
    ['Zhou Zeming', 'Chou Tse-ming'],
    ['Zhou Zeming', 'CHOU, Tseming'],
    ['Xie Jianhua', 'Hsieh Chien-hua'],
    ['Cai Peixin', "Ts'ai P'ei-hsin"],
    ['周泽明', 'Chou Tse-ming'],
  ])('%s and %s are one, both ways', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
    expect(score(b, a)).toBeGreaterThan(0.85);
  });

  test('are found by the other spelling, though no word is written alike', () => {
    const index = new NameIndex([
      { id: 1, text: 'Hsieh Chien-hua', schema: 'Person', kind: 'primary', strength: 'strong' },
      { id: 2, text: 'Zhou Zeming', schema: 'Person', kind: 'primary', strength: 'strong' },
    ]);
    const found = (text: string) => searchNames(index, text, { schema: 'Person' }).map(({ id }) => id);
    expect(found('Xie Jianhua')).toEqual([1]);
    expect(found('Chou Tse-ming')).toEqual([2]);
  });

  test.each([
    ['Zhou Zeming', 'Zhou Zhiming'],
    ['Li Xiaotao', 'Li Xiaobao'],
    ['Zhang Guoqiang', 'Zhang Guoqing'],
    ['Zhou Zeming', 'Chou Tse-lin'],
    ['Chen Wei', 'Cheng Wei'],
  ])('%s and %s are two: one letter is another syllable', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.7);
    expect(score(b, a)).toBeLessThan(0.7);
  });

  test('a slip of the pen that makes no syllable is still a slip of the pen', () => {
    expect(score('Zhang Guoqiang', 'Zhang Guoqaing')).toBeGreaterThan(0.7);
  });

  test('a name is marked as spelt by Wade and Giles only when all of it is and Pinyin has no such syllable', () => {
    expect(markedAsWade(['chou', 'tse', 'ming'])).toEqual(["chou'", "tse'", 'ming']);
    expect(markedAsWade(['wang', 'ming'])).toBeUndefined();
    expect(markedAsWade(['chou', 'tse', 'miller'])).toBeUndefined();
    expect(markedAsWade(['tse'])).toBeUndefined();
    expect(parseName('Chou Tse-ming Trading', 'Organization').parts.map(({ form }) => form)).toContain('tse');
  });

  test('words of other languages that fall into syllables make no Chinese name', () => {
    const words = (...forms: string[]) => forms.map((form) => ({ form, script: 'Latn' }));
    expect(isChineseName(words('maria', 'benali'))).toBe(false);
    expect(isChineseName(words('hamdan', 'li'))).toBe(false);
    expect(isChineseName(words('li', 'xiaotao'))).toBe(true);
    expect(syllablesOf('kardar', 'Latn')).toBeUndefined();
  });

  test('a long word of syllables is no name and costs no time', () => {
    expect(syllablesOf('ba'.repeat(20), 'Latn')).toBeUndefined();
  });
});

describe('words that the tables hold for words written apart', () => {
  test.each([
    ['Abu Bakr Zaghwani', 'Boubacar Zaghwani'],
    ['Abu al-Qasim Zaghwani', 'Belkacem Zaghwani'],
  ])('%s and %s are one, both ways', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
    expect(score(b, a)).toBeGreaterThan(0.85);
  });
});
