import { describe, expect, it } from 'vitest';
import { distinct, nameStatement, statement } from './statements.ts';

describe('statements', () => {
  it('leave out what is empty', () => {
    const detail = { country: 'Ruritania', issued: null, note: '', type: undefined };
    expect(statement('identifier', 'A1', 'ids', { original: 'A1', detail })).toEqual({
      property: 'identifier',
      value: 'A1',
      place: 'ids',
      detail: { country: 'Ruritania' },
    });
    expect(statement('note', 'x', 'ids', { original: 'X', detail: {} })).toEqual({
      property: 'note',
      value: 'x',
      original: 'X',
      place: 'ids',
    });
  });

  it('of names have a script where there are letters', () => {
    expect(nameStatement('Вели', 'alias', 'weak', 'p')).toMatchObject({ script: 'Cyrl', kind: 'alias' });
    expect(nameStatement('Вели', 'alias', 'weak', 'p', { language: 'sr' })).toMatchObject({ language: 'sr' });
    expect('language' in nameStatement('Вели', 'alias', 'weak', 'p')).toBe(false);
    expect('script' in nameStatement('313', 'alias', 'weak', 'p')).toBe(false);
  });

  it('that say the same twice are kept once, in their order', () => {
    const [a, b] = [statement('note', 'x', 'p'), statement('note', 'y', 'p')];
    const qualified = statement('note', 'x', 'p', { detail: { about: 'birthDate' } });
    expect(distinct([a, b, { ...a }, qualified])).toEqual([a, b, qualified]);
    const same = [a, b];
    expect(distinct(same)).toBe(same);
  });
});
