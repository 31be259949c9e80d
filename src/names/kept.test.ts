import { expect, test } from 'vitest';
import { Kept, KeptByNumber } from './kept.ts';

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

test('of things by number the newest are kept, and one that is kept again takes no second place', () => {
  const kept = new KeptByNumber<string>(3, 100);
  kept.keep(7, 'first');
  kept.keep(7, 'again');
  for (const number of [0, 99]) kept.keep(number, `${number}`);
  expect([7, 0, 99, 50].map((number) => kept.get(number))).toEqual(['again', '0', '99', undefined]);
  kept.keep(50, '50');
  expect([7, 0, 99, 50].map((number) => kept.get(number))).toEqual([undefined, '0', '99', '50']);
});
