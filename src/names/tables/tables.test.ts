import { describe, expect, test } from 'vitest';
import { fold } from '../../text/index.ts';
import { COMMON_WORDS } from './common-words.ts';
import { EQUIVALENT_OF, EQUIVALENTS } from './equivalents.ts';
import { LEGAL_FORMS } from './legal-forms.ts';
import { numberValue } from './numbers.ts';
import { PARTICLES } from './particles.ts';
import { TITLES } from './titles.ts';

const unfolded = (words: Iterable<string>) => [...words].filter((word) => fold(word) !== word);

describe('every word of the tables stands as fold gives it, or no name would meet it', () => {
  test.each([
    ['equivalents', [...EQUIVALENT_OF.keys()]],
    ['particles', [...PARTICLES]],
    ['titles', [...TITLES]],
    ['common words', [...COMMON_WORDS.keys()]],
    ['legal forms', [...LEGAL_FORMS.values()].flatMap((forms) => forms.map((form) => form.words.join(' ')))],
  ])('%s', (_, words) => {
    expect(words.length).toBeGreaterThan(50);
    expect(unfolded(words)).toEqual([]);
  });
});

test('a word is in one group of equivalents and no more', () => {
  const words = EQUIVALENTS.flatMap((table) => table.groups.flatMap((group) => group.split(/ \| | /)));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test('no link is a title', () => {
  expect([...PARTICLES].filter((word) => TITLES.has(word))).toEqual([]);
});

test.each([
  ['44', 44],
  ['1st', 1],
  ['third', 3],
  ['ninety', 90],
  ['xiv', 14],
  ['vi', 6],
  ['army', undefined],
  ['12a', undefined],
])('%s is the number %s', (word, value) => {
  expect(numberValue(word, true)).toBe(value);
});

test('Roman numerals are letters where they are not asked for', () => {
  expect(numberValue('vi', false)).toBeUndefined();
});
