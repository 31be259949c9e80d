import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { NameIndex } from './name-index.ts';
import { searchNames } from './search-names.ts';
import type { NameEntry } from './segment.ts';

const WORDS =
  'zardan kohar milo tarik azure river front brigade mohammed trading sulan mirad 7 عبد كاردار'.split(' ');

let next = 1;
const entryOf = (words: readonly string[], schema: Schema = 'Organization'): NameEntry => ({
  id: next++,
  text: words.join(' '),
  schema,
  kind: 'alias',
  strength: 'unstated',
});

/** Two thousand names of two to four words, so that words have a rarity. */
const many = Array.from({ length: 2000 }, (_, i) =>
  entryOf(
    [WORDS[i % 13], WORDS[(i * 7) % 15], `${'xyz'.charAt(i % 3)}ar${(i % 97).toString(36)}`].map(String),
    i % 2 === 0 ? 'Person' : 'Organization',
  ),
);

const asked = (index: NameIndex, text: string) =>
  searchNames(index, text, { threshold: 0.5, limit: 50 }).map(({ id, score }) => [id, score] as const);

const queries = ['Milo Zardan', 'Azure River Front', 'Kohar Trading', 'zara milo', 'كاردار'];

describe('an index as bytes', () => {
  const index = new NameIndex(many);
  const { bytes } = index;

  test('is shared memory, and answers as the index that it was made of', () => {
    expect(bytes).toBeInstanceOf(SharedArrayBuffer);
    const again = NameIndex.from(bytes);
    expect(again.size).toBe(2000);
    for (const query of queries) expect(searchNames(again, query)).toEqual(searchNames(index, query));
    expect([...again.entries()]).toEqual(many);
  });

  test('is the same bytes for the same names', () => {
    expect(Buffer.from(new NameIndex(many).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test('is refused when any of it is damaged or cut off', () => {
    for (const at of [0, 9, 30, bytes.byteLength >> 1, bytes.byteLength - 9]) {
      const copy = new Uint8Array(bytes).slice();
      copy[at] = (copy[at] ?? 0) ^ 1;
      expect(() => NameIndex.from(copy.buffer)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^ENT_NAME_INDEX_(DAMAGED|VERSION)$/) }),
      );
    }
    for (const length of [0, 8, bytes.byteLength - 8]) {
      expect(() => NameIndex.from(new Uint8Array(bytes).slice(0, length).buffer)).toThrow(
        expect.objectContaining({ code: 'ENT_NAME_INDEX_DAMAGED' }),
      );
    }
  });

  test('of no names is an index of no names', () => {
    expect(NameIndex.from(new NameIndex([]).bytes).size).toBe(0);
    expect(asked(NameIndex.from(new NameIndex([]).bytes), 'Milo Zardan')).toEqual([]);
  });
});

describe('an index that is changed', () => {
  const index = new NameIndex(many);

  test('finds what was added, and no longer what was taken out', () => {
    const extra = entryOf(['Quivian', 'Harbour', 'League']);
    const gone = many[0]?.id ?? 0;
    const after = index.changed({ remove: [gone], add: [extra] });
    expect(asked(after, 'Quivian Harbour League')[0]).toEqual([extra.id, 1]);
    expect(asked(index, 'Quivian Harbour League')).toEqual([]);
    expect(asked(after, many[0]?.text ?? '').map(([id]) => id)).not.toContain(gone);
    expect(after.size).toBe(2000);
    expect(asked(after.changed({ remove: [extra.id], add: [] }), 'Quivian Harbour League')).toEqual([]);
  });

  test('answers as one built afresh, whatever is taken out and added', () => {
    const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1999), { maxLength: 60 }),
        fc.array(name, { maxLength: 20 }),
        fc.constantFrom(...queries),
        (gone, names, query) => {
          const remove = gone.map((at) => many[at]?.id ?? 0);
          const add = names.map((words) => entryOf(words));
          const changed = index.changed({ remove, add });
          const afresh = new NameIndex([...many.filter(({ id }) => !remove.includes(id)), ...add]);
          expect(asked(changed, query)).toEqual(asked(afresh, query));
          expect(asked(NameIndex.from(changed.bytes), query)).toEqual(asked(afresh, query));
        },
      ),
      { numRuns: 15 },
    );
  });
});
