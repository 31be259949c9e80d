import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key.ts';

describe('a key made of a name', () => {
  it.each([
    ['Jaish-e-Mohammed (JeM)', 'jaish-e-mohammed'],
    ['Quay Party (Red)', 'quay-party-red'],
    ['Revolutionary Front/Quay (RF/Q)', 'revolutionary-front-quay'],
    ['Étoile du Quai', 'etoile-du-quai'],
    ['(JeM)', ''],
    [' – ', ''],
  ])('%s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('ends with a whole word', () => {
    expect(nameKey('lantern '.repeat(40))).toMatch(/^(?:lantern-){8,}lantern$/);
  });
});
