import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enumerated, namesInText } from './also-known.ts';

const told = (text: string) => {
  const { name, others } = namesInText(text);
  return [name, ...others.map(({ text: other, kind, type }) => [other, kind, ...(type ? [type] : [])])];
};

describe('names in one text', () => {
  it.each([
    ['Harbour Front', ['Harbour Front']],
    ['Harbour Front (HF)', ['Harbour Front (HF)']],
    ['Harbour Front (Ruritania) (HF)', ['Harbour Front (Ruritania) (HF)']],
    [
      'Harbour Front (a.k.a. Quay Front; f.k.a. The Pier)',
      ['Harbour Front', ['Quay Front', 'alias'], ['The Pier', 'former']],
    ],
    [
      'Harbour Front (a.k.a. Quay; a.k.a. the Pier, a.k.a. HRF)',
      ['Harbour Front', ['Quay', 'alias'], ['the Pier', 'alias'], ['HRF', 'acronym']],
    ],
    ['Harbour Front (HF, aka Quay-Gel)', ['Harbour Front', ['HF', 'acronym'], ['Quay-Gel', 'alias']]],
    ['Harbour Front, aka Quay of Lanterns (HF/QL)', ['Harbour Front', ['Quay of Lanterns (HF/QL)', 'alias']]],
    ['New Front (formerly Old Front)', ['New Front', ['Old Front', 'former']]],
    ['Front (n.k.a. Newer Front)', ['Front', ['Newer Front', 'alias', 'n.k.a.']]],
    ['Front (HFD), including Small Order (SO)', ['Front (HFD)', ['Small Order (SO)', 'alias', 'including']]],
    ['Front (also known as The (Big) Quay)', ['Front', ['The (Big) Quay', 'alias']]],
    ['Front (a.k.a. Quay', ['Front (a.k.a. Quay']],
    ['Akash Front', ['Akash Front']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('of any text are found without an error, and soon', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      ' a.k.a. ',
      '; ',
      ', ',
      'Quay',
      ' including ',
      ' and ',
      'f.k.a.',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        for (const { text } of namesInText(pieces.join('')).others) expect(text).toMatch(/\S/);
      }),
    );
  });
});

describe('an enumeration', () => {
  it.each([
    ['A', ['A']],
    ['A and B', ['A', 'B']],
    ['A, B and C', ['A', 'B', 'C']],
    ['A, B, and C', ['A', 'B', 'C']],
    ['“A”, “B” and “C”', ['A', 'B', 'C']],
    ['Sand Front, Anders', ['Sand Front', 'Anders']],
  ])('%s', (text, expected) => {
    expect(enumerated(text)).toEqual(expected);
  });
});
