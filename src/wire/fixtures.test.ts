import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIGEST_KINDS, type Digest, digestOf } from './evaluation/digest.ts';
import { TEST_GAZETTEER } from './evaluation/small-record.ts';
import { readReport } from './read-report.ts';

/** A kind of line that a fixture leaves out is not checked by it. */
interface Expected extends Partial<Digest> {
  readonly published?: string;
}

const FOLDER = new URL('./fixtures/', import.meta.url);
const cases = readdirSync(FOLDER).sort();

function load(name: string): { readonly expected: Expected; readonly got: Digest } {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, FOLDER), 'utf8')) as Expected;
  const text = readFileSync(new URL(`${name}/input.txt`, FOLDER), 'utf8');
  const hint = expected.published === undefined ? {} : { publishedHint: expected.published };
  return { expected, got: digestOf(readReport(text, { gazetteer: TEST_GAZETTEER, ...hint })) };
}

describe('texts that the rules were made with are read exactly', () => {
  const tuned = cases.filter((name) => name.startsWith('tuned-'));
  test('there are at least thirty', () => expect(tuned.length).toBeGreaterThanOrEqual(30));
  test.each(tuned)('%s names no programme as a party', (name) => {
    const { events } = readReport(readFileSync(new URL(`${name}/input.txt`, FOLDER), 'utf8'), {
      gazetteer: TEST_GAZETTEER,
    });
    const parties = events.flatMap(({ participants }) => participants);
    expect(parties.filter(({ kind }) => kind === 'programme')).toEqual([]);
  });
  test.each(tuned)('%s', (name) => {
    const { expected, got } = load(name);
    for (const kind of DIGEST_KINDS) {
      const wanted = expected[kind];
      if (wanted !== undefined) expect(got[kind], kind).toEqual([...wanted].sort());
    }
    expect(got.document).toMatchObject(expected.document ?? {});
  });
});

describe('texts set aside, labelled before any rule saw them', () => {
  const held = cases.filter((name) => name.startsWith('held-'));

  test('there are at least fifteen', () => expect(held.length).toBeGreaterThanOrEqual(15));

  // The later sets are of kinds and wordings that the rules learned afterwards; each floor is a little under what was measured.
  test.each([
    ['first', (name: string) => !/^held-[no]-/.test(name), 0.88],
    ['later', (name: string) => name.startsWith('held-n-'), 0.66],
    ['last', (name: string) => name.startsWith('held-o-'), 0.65],
  ] as const)('the %s set is read as well as when it was first measured', (_, belongs, floor) => {
    const score = { right: 0, spurious: 0, missed: 0 };
    for (const name of held.filter(belongs)) {
      const { expected, got } = load(name);
      for (const kind of DIGEST_KINDS) {
        const lines = expected[kind];
        if (lines === undefined) continue;
        const wanted = new Set(lines);
        const found = got[kind].filter((line) => wanted.has(line)).length;
        score.right += found;
        score.spurious += got[kind].length - found;
        score.missed += wanted.size - found;
      }
      for (const [field, value] of Object.entries(expected.document ?? {})) {
        if (got.document[field] === value) score.right += 1;
        else score.missed += 1;
      }
    }
    const f1 = (2 * score.right) / (2 * score.right + score.spurious + score.missed);
    expect(f1).toBeGreaterThanOrEqual(floor);
  });
});

test('every fixture has both its files', () => {
  for (const name of cases) {
    expect(existsSync(new URL(`${name}/input.txt`, FOLDER)), name).toBe(true);
    expect(existsSync(new URL(`${name}/expected.json`, FOLDER)), name).toBe(true);
  }
});
