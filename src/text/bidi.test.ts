import { expect, test } from 'vitest';
import { stripInvisible } from './bidi.ts';

test('reports the direction controls it removes, each once', () => {
  expect(stripInvisible('Bank\u202e\u202eA\u2067\u00adB')).toEqual({
    text: 'BankAB',
    removed: 4,
    bidi: ['U+202E', 'U+2067'],
  });
});

test('removes joiners without reporting them as direction controls', () => {
  expect(stripInvisible('علی\u200cرضا')).toEqual({ text: 'علیرضا', removed: 1, bidi: [] });
});

test('leaves a clean text as it is', () => {
  expect(stripInvisible('Majeed Brigade')).toEqual({ text: 'Majeed Brigade', removed: 0, bidi: [] });
});
