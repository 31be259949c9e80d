import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { compareNames } from './compare-names.ts';
import { parseName } from './parse-name.ts';
import { DEFAULT_THRESHOLD } from './rules.ts';

const FIXTURE = new URL('fixtures/variations.tsv', import.meta.url);
const KINDS_OF_SCHEMA: Readonly<Record<string, Schema>> = {
  Person: 'Person',
  Company: 'Organization',
  Organization: 'Organization',
  Vessel: 'Vessel',
  Airplane: 'Airplane',
};

const pairs = readFileSync(FIXTURE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line, at) => {
    const [kind = '', schemaName = '', a = '', b = '', label = ''] = line.split('\t');
    const schema = KINDS_OF_SCHEMA[schemaName];
    if (schema === undefined || (label !== 'same' && label !== 'different')) throw new Error(line);
    const { score } = compareNames(parseName(a, schema), parseName(b, schema));
    return { at, kind, isSame: label === 'same', isHit: score >= DEFAULT_THRESHOLD };
  });

function figuresOf(half: readonly (typeof pairs)[number][]) {
  const hits = half.filter(({ isSame, isHit }) => isSame && isHit).length;
  return {
    precision: hits / half.filter(({ isHit }) => isHit).length,
    recall: hits / half.filter(({ isSame }) => isSame).length,
  };
}

describe('invented names in the ways that real ones vary, and invented near misses', () => {
  test('both halves have pairs of every label', () => {
    expect(pairs.length).toBeGreaterThan(220);
    for (const rest of [0, 1]) {
      const half = pairs.filter(({ at }) => at % 2 === rest);
      expect(half.filter(({ isSame }) => isSame).length).toBeGreaterThan(55);
      expect(half.filter(({ isSame }) => !isSame).length).toBeGreaterThan(45);
    }
  });

  test('the half that rules were made by: precision and recall', () => {
    const { precision, recall } = figuresOf(pairs.filter(({ at }) => at % 2 === 0));
    expect(precision).toBeGreaterThan(0.8);
    expect(recall).toBeGreaterThan(0.88);
  });

  test('kinds of variation in which a pair may not be missed', () => {
    const tuned = pairs.filter(({ at }) => at % 2 === 0);
    const missed = (kind: string) => tuned.filter((p) => p.kind === kind && p.isSame && !p.isHit).length;
    for (const kind of ['russian', 'spanish', 'order', 'legal', 'reordered', 'acronym', 'together']) {
      expect([kind, missed(kind)]).toEqual([kind, 0]);
    }
  });
});
