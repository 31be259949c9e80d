import { describe, expect, it } from 'vitest';
import { wordTable } from './word-table.ts';

describe('a table of words', () => {
  const table = wordTable({ kg: 'kilogram' });

  it('gives what it holds', () => {
    expect(table.kg).toBe('kilogram');
    expect(Object.keys(table)).toEqual(['kg']);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('lacks %s', (word) => {
    expect(table[word]).toBeUndefined();
  });
});
