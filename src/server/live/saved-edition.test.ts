import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEdition, saveEdition } from './saved-edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-edition-'));
const location = join(folder, 'record.db');
afterAll(() => rmSync(folder, { recursive: true }));

const block = (...bytes: number[]) => {
  const made = new SharedArrayBuffer(bytes.length);
  new Uint8Array(made).set(bytes);
  return made;
};

describe('a saved edition', () => {
  it('comes back as it was for the state that it is of, and for no other', () => {
    saveEdition(
      location,
      'state 1',
      new Map([
        ['names', block(1, 2, 3)],
        ['default/columns', block()],
      ]),
    );
    const read = readEdition(location, 'state 1');
    expect([...(read ?? [])].map(([name, bytes]) => [name, [...new Uint8Array(bytes)]])).toEqual([
      ['names', [1, 2, 3]],
      ['default/columns', []],
    ]);
    expect(readEdition(location, 'state 2')).toBeUndefined();
    expect(readEdition(join(folder, 'other.db'), 'state 1')).toBeUndefined();
  });

  it('that is damaged, cut short, longer, or something else is none', () => {
    const path = `${location}.edition`;
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 1] = 9;
    for (const bytes of [
      damaged,
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.from('else'),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, bytes);
      expect(readEdition(location, 'state 1')).toBeUndefined();
    }
  });
});
