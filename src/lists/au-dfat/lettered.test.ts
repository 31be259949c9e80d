import { describe, expect, it } from 'vitest';
import { lettered } from './lettered.ts';

describe('a text with letters', () => {
  it.each([
    ['Strelsau; Ruritania', ['Strelsau; Ruritania']],
    ['a) Strelsau; Ruritania b) Zenda;', ['Strelsau; Ruritania', 'Zenda']],
    ['a) one b) two   c) three d)four', ['one', 'two', 'three d)four']],
    ['Zenda; a) 4/04/1964', ['Zenda', '4/04/1964']],
    ['b) two a) one c) three', ['b) two', 'one c) three']],
    ['Quay (a) of b) Zenda', ['Quay (a) of b) Zenda']],
    ['', []],
    ['a) ', []],
  ])('"%s" is %j', (text, pieces) => {
    expect(lettered(text)).toEqual(pieces);
  });
});
