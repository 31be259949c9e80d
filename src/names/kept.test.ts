import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('what is asked for again is kept, what is not is forgotten, and it never holds more than it may', () => {
  const kept = new Kept<number, string>(10);
  kept.keep(0, 'asked for');
  for (let key = 1; key <= 100; key++) {
    kept.keep(key, `once ${key}`);
    expect(kept.get(0)).toBe('asked for');
  }
  const held = Array.from({ length: 101 }, (_, key) => kept.get(key)).filter((value) => value !== undefined);
  expect(held.length).toBeLessThanOrEqual(11);
  expect(kept.get(1)).toBeUndefined();
});
