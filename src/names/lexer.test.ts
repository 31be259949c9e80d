import { describe, expect, test } from 'vitest';
import { readWords } from './lexer.ts';

describe('readWords', () => {
  test('says which words stand in brackets, behind a comma, behind a dash, apart with dots', () => {
    const { words } = readWords('BIN YUSUF, A.B. al-Hakim (TTP)');
    expect(words.map((word) => [word.form, word.segment, word.dashed, word.bracket, word.dotted])).toEqual([
      ['bin', 0, false, false, false],
      ['yusuf', 0, false, false, false],
      ['ab', 1, false, false, true],
      ['al', 1, false, false, false],
      ['hakim', 1, true, false, false],
      ['ttp', 1, false, true, false],
    ]);
  });

  test('cuts a name of hundreds of words at the cap and says so', () => {
    const read = readWords('ab '.repeat(120));
    expect(read.words).toHaveLength(64);
    expect(read.cut).toBe(true);
  });

  test('cuts a word that never ends, never through a surrogate pair', () => {
    const read = readWords('𐎀'.repeat(300));
    expect(read.cut).toBe(true);
    expect(read.words[0]?.form).toMatch(/^\u{10380}+$/u);
    expect(read.words[0]?.form.length).toBeLessThanOrEqual(40);
  });
});
