import { describe, expect, test } from 'vitest';
import { romanise } from './romanise.ts';

describe('names in scripts whose letters hang on their neighbours are read as they are spelt in Latin', () => {
  test.each([
    ['Greek stops voiced at the beginning of a word', 'μπαμπης ντοβας γκικας', 'babis dovas gikas'],
    ['Greek diphthongs', 'παυλος ευαγγελου ευθυμιος', 'pavlos evangelou efthymios'],
    ['Korean syllables', '박 버락 조용필 강', 'bak beorak joyongpil gang'],
    ['Indic palatals and sibilants', 'शर्मा चौधरी', 'shrma chaudhri'],
    ['the nasal before lips and elsewhere', 'चंद्र चंपा', 'chndr chmpa'],
    ['the same letters of another Indic script', 'চৌধুরী শাহ', 'chaudhuri shah'],
  ])('%s', (_, text, latin) => {
    expect(romanise(text)).toBe(latin);
  });
});

test('text of other scripts stays as it was', () => {
  expect(romanise('барсуков')).toBe('barsukov');
});
