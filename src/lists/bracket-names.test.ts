import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketedName, topLevelPieces } from './bracket-names.ts';

const read = (text: string) => {
  const { name, others } = bracketedName(text);
  return [name, ...others.map((other) => `${other.text} (${other.type ?? other.kind})`)];
};

describe('a name with brackets', () => {
  it.each([
    ['Quay Front', ['Quay Front']],
    ['Lashkar-i-Toiba (LiT)', ['Lashkar-i-Toiba', 'LiT (acronym)']],
    [
      'Jaish-i-Mohammed (Mohammad, Muhammad, Muhammed)',
      [
        'Jaish-i-Mohammed',
        'Jaish-i-Mohammad (spelling)',
        'Jaish-i-Muhammad (spelling)',
        'Jaish-i-Muhammed (spelling)',
      ],
    ],
    [
      'Jamaat-ud-Dawa (JuD) (Society for Preaching)',
      ['Jamaat-ud-Dawa', 'JuD (acronym)', 'Society for Preaching (in brackets)'],
    ],
    [
      'Organization of the Oppressed (on Earth)',
      ['Organization of the Oppressed', 'Organization of the Oppressed on Earth (words in brackets)'],
    ],
    [
      'Ansar Allah (“Followers of God/Partisans of God/God’s Helpers”)',
      [
        'Ansar Allah',
        'Followers of God (in brackets)',
        'Partisans of God (in brackets)',
        'God’s Helpers (in brackets)',
      ],
    ],
    ['Quay (Red) Front', ['Quay (Red) Front']],
    ['Lam(p)', ['Lam(p)']],
    ['(LiT)', ['(LiT)']],
    ['Quay (', ['Quay (']],
  ])('"%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('in a list is parted from the others outside of brackets only', () => {
    expect(topLevelPieces('A (B, C), D; E (F')).toEqual(['A (B, C)', 'D', 'E (F']);
    expect(topLevelPieces(' , - ;')).toEqual([]);
  });

  it('never takes long and loses no letter of the name, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('(', ')', ',', ' ', 'a', 'B', '’', '/'), maxLength: 400 }),
        (text) => {
          const { name, others } = bracketedName(text);
          const said = [name, ...others.map((other) => other.text)].join(' ');
          if (/[aB]/.test(text)) expect(said).toMatch(/[aB]/);
        },
      ),
    );
  });
});
