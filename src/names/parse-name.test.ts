import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { parseName } from './parse-name.ts';

const parts = (text: string, schema?: Schema) =>
  parseName(text, schema).parts.map((part) => `${part.kind}:${part.form}`);

describe('persons', () => {
  test('are put in the order First LAST when printed LAST, First', () => {
    const name = parseName('KARDAR, Milo', 'Person');
    expect(name.parts.map((part) => part.form)).toEqual(['milo', 'kardar']);
    expect(name.inverted).toBe(true);
    expect(name.folded).toBe('kardar milo');
  });

  test('have titles, links and initials told from names', () => {
    expect(parts('Haji Milo J. bin Kardar', 'Person')).toEqual([
      'title:haji',
      'word:milo',
      'initial:j',
      'particle:bin',
      'word:kardar',
    ]);
  });

  test.each(['Abdulmilo Kardar', 'Abdul Milo Kardar', 'Abdelmilo Kardar'])('%s is Abdul + Milo', (text) => {
    expect(parts(text, 'Person')).toEqual([expect.stringMatching(/^word:abd/), 'word:milo', 'word:kardar']);
  });

  test.each(['Milo Ullah', 'Miloullah', 'Milo-ullah'])('%s is one word', (text) => {
    expect(parts(text, 'Person')).toEqual(['word:miloullah'].map((form) => form));
  });

  test('take the article and Abd off words of Arabic script', () => {
    expect(parts('عبدالحليم الجداوي', 'Person')).toEqual([
      'word:عبد',
      'word:حليم',
      'particle:ال',
      'word:جداوي',
    ]);
  });

  test('keep titles as words when there is nothing else', () => {
    expect(parts('Haji Mullah', 'Person')).toEqual(['word:haji', 'word:mullah']);
  });
});

describe('organisations', () => {
  test.each([
    ['Kardar Steel Limited Liability Company', 'llc'],
    ['Kardar Steel, L.L.C.', 'llc'],
    ['Kardar Steel Joint-Stock Company', 'jsc'],
    ['Kardar Steel Co., Ltd.', 'ltd'],
  ])('%s ends in its legal form', (text, form) => {
    expect(parts(text, 'Organization')).toEqual(['word:kardar', 'word:steel', `legal:${form}`]);
  });

  test.each([
    ['Brigade 44', '44'],
    ['Brigade Forty-Four', '44'],
    ['Brigade ٤٤', '44'],
    ['Brigade 1st', '1'],
    ['Brigade IV', '4'],
  ])('%s has its number read', (text, number) => {
    expect(parts(text, 'Organization')).toEqual(['word:brigade', `number:${number}`]);
  });

  test('have an acronym in brackets told from words in brackets', () => {
    expect(parts('TEHRIK-E TALIBAN PAKISTAN (TTP)', 'Organization').at(-1)).toBe('acronym:ttp');
    expect(parts('Kardar Steel (KRX)', 'Organization').at(-1)).toBe('acronym:krx');
    expect(parts('Kardar Steel (Sweden)', 'Organization').at(-1)).toBe('word:sweden');
  });

  test('do not turn at a comma', () => {
    expect(parseName('Kardar, Milo and Sons', 'Organization').inverted).toBe(false);
    expect(parseName('Kardar Trading, Ltd.').inverted).toBe(false);
  });
});

test('a text of any kind is parsed, within the caps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      for (const schema of ['Person', 'Organization', undefined] as const) {
        expect(parseName(text, schema).parts.length).toBeLessThanOrEqual(400);
      }
    }),
  );
});
