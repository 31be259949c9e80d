import { expect, test } from 'vitest';
import { NameIndex } from './name-index.ts';
import { searchNames } from './search-names.ts';
import { warmUp } from './warm-up.ts';

const entries = ['Muhammad Ali Trading Company', 'Ahmad Tervaz', 'Bank of Ostrania'].map((text, id) => ({
  id,
  text,
  schema: id === 1 ? ('Person' as const) : ('Organization' as const),
  kind: 'primary' as const,
  strength: 'strong' as const,
}));

test('warming up changes no answer, and an index of no names stands it', () => {
  const asked = (index: NameIndex) =>
    ['Mohammed Aly Trading', 'Ahmed Terwaz', 'Ostrania Bank', 'Abdul Unheard'].map((text) =>
      JSON.stringify(searchNames(index, text, { threshold: 0.3 })),
    );
  const warm = new NameIndex(entries);
  warmUp(warm);
  expect(asked(warm)).toEqual(asked(new NameIndex(entries)));
  expect(asked(warm).filter((hits) => hits !== '[]').length).toBeGreaterThan(2);
  expect(() => warmUp(new NameIndex([]))).not.toThrow();
});
