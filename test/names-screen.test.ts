import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';

let at: Desk;
const file = (name: string, content: string | Uint8Array) => {
  const path = join(at.folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  at = desk();
  expect((await at.entente('init')).code).toBe(0);
});
afterAll(() => at.close());

describe('what cannot be compared is refused and never passed over', () => {
  it('a country that does not exist, by name or by code', async () => {
    for (const country of ['Narnia', 'ZQ']) {
      const { code, out, err } = await at.entente('screen', 'Ivo Sardan', '--country', country);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`'${country}'`);
      expect(err).toContain('Pakistan');
    }
    for (const country of ['Pakistan', 'pk', 'Islamic Republic of Iran']) {
      expect((await at.entente('screen', 'Ivo Sardan', '--country', country)).code).toBe(0);
    }
  });

  it('a gender that lists do not state', async () => {
    const { code, err } = await at.entente('screen', 'Ivo Sardan', '--gender', 'unknown');
    expect(code).toBe(2);
    expect(err).toContain('male, female');
    const known = await at.entente('screen', 'Ivo Sardan', '--gender', 'female', '--json');
    expect(known.json().query.gender).toBe('female');
  });
});

describe('a batch that no row of could be asked does not look like one that found nothing', () => {
  it('refuses a file that is no text, and writes nothing', async () => {
    const input = file('names.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 0x0a, 0xff, 0, 0x0a]));
    const output = join(at.folder, 'binary.jsonl');
    const { code, out, err } = await at.entente('screen', '--input', input, '--output', output);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('[ENT_BATCH_INPUT]');
    expect(err).toContain(input);
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });

  it('refuses headings that are not UTF-8', async () => {
    const input = file('latin.csv', Buffer.from('n\xe4me,country\nAnna,PK\n', 'latin1'));
    const { code, err } = await at.entente(
      'screen',
      '--input',
      input,
      '--output',
      join(at.folder, 'x.jsonl'),
    );
    expect(code).toBe(3);
    expect(err).toContain('line of headings');
  });

  it('answers with a failed check when every row is bad, and keeps the reasons', async () => {
    const input = file('prose.txt', 'This is prose.\nAnd no JSON.\n');
    const output = join(at.folder, 'prose.jsonl');
    const args = ['screen', '--input', input, '--output', output, '--threads', '0'];
    const { code, out, err } = await at.entente(...args);
    expect(code).toBe(1);
    expect(out).toContain('2 bad');
    expect(err).toContain('No row could be asked');
    expect(readFileSync(output, 'utf8')).toContain('not JSON');
  });
});

it('reads country and gender of a row, and says which of them it did not understand', async () => {
  const input = file('people.csv', 'who,sex,where\nIvo Sardan,f,Pakistan\nIvo Sardan,?,Narnia\n');
  const output = join(at.folder, 'people.jsonl');
  const columns = ['--column', 'name=who', 'gender=sex', 'country=where'];
  const args = ['screen', '--input', input, '--output', output, '--threads', '0', ...columns];
  expect((await at.entente(...args)).code).toBe(0);
  const rows = readFileSync(output, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => 'query' in line);
  expect(rows.map(({ query }) => query)).toEqual([
    { name: 'Ivo Sardan', country: 'Pakistan', gender: 'f' },
    { name: 'Ivo Sardan' },
  ]);
  expect(rows[1].notes.join(' ')).toContain('Narnia');
  expect(rows[1].notes.join(' ')).toContain('"?"');
});
