import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { compareNames } from './compare-names.ts';
import { NameIndex } from './name-index.ts';
import { parseName } from './parse-name.ts';
import { DEFAULT_THRESHOLD } from './rules.ts';
import { searchNames } from './search-names.ts';
import type { NameEntry } from './segment.ts';

// The optional data lies beside the repository; see the README of that folder for what each file is.
const DATA = new URL('../../../shared/data/', import.meta.url);
const PAIRS = new URL('names/name_pairs.csv', DATA);
const VARIANTS = new URL('names/cross_list_variants.jsonl.gz', DATA);
const STRANGERS = new URL('names/negatives_global.csv.gz', DATA);
const UN = new URL('un-sc/un_2026-02-27.xml.gz', DATA);
const present = [PAIRS, VARIANTS, STRANGERS, UN].every((file) => existsSync(file));

if (!present)
  console.info('names: the shared data is not beside the repository; its ranking tests do not run');

const unzip = (file: URL) => gunzipSync(readFileSync(file)).toString('utf8');

/** Cells of one CSV line, with quotes and doubled quotes. */
const cells = (line: string) =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (m) =>
    (m[1] ?? m[2] ?? '').replaceAll('""', '"'),
  );

describe.runIf(present)('labelled pairs', () => {
  const schemas: Readonly<Record<string, Schema>> = {
    Person: 'Person',
    LegalEntity: 'LegalEntity',
    Vessel: 'Vessel',
  };

  const scored = (present ? readFileSync(PAIRS, 'utf8').trimEnd().split('\n').slice(1) : []).map((line) => {
    const [, kind = '', a = '', b = '', match] = cells(line);
    const schema = schemas[kind] ?? 'Organization';
    return { match: match === 'true', score: compareNames(parseName(a, schema), parseName(b, schema)).score };
  });
  const matches = scored.filter((pair) => pair.match);
  const others = scored.filter((pair) => !pair.match);

  test('are told apart at the default threshold: F1 of .83 and more', () => {
    const hits = matches.filter((pair) => pair.score >= DEFAULT_THRESHOLD).length;
    const falseHits = others.filter((pair) => pair.score >= DEFAULT_THRESHOLD).length;
    expect(scored).toHaveLength(402);
    expect((2 * hits) / (hits + falseHits + matches.length)).toBeGreaterThan(0.83);
  });

  test('are ranked: area under the curve of .895 and more', () => {
    let won = 0;
    for (const match of matches) {
      for (const other of others)
        won += match.score > other.score ? 1 : match.score === other.score ? 0.5 : 0;
    }
    expect(won / matches.length / others.length).toBeGreaterThan(0.895);
  });
});

/** Enough of the UN list for a test: each entry's names by its reference. The list's reader is another room. */
function unNames(): { readonly reference: string; readonly entry: NameEntry }[] {
  const names: { readonly reference: string; readonly entry: NameEntry }[] = [];
  const plain = (text: string) =>
    text
      .replace(
        /&#x?[0-9a-f]+;|&\w+;/gi,
        (entity) => ({ '&apos;': "'", '&quot;': '"', '&amp;': '&' })[entity] ?? ' ',
      )
      .replace(/\s+/g, ' ')
      .trim();
  for (const [, tag = '', block = ''] of unzip(UN).matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>/g)) {
    const all = (name: string) =>
      Array.from(block.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g')), (m) => plain(m[1] ?? ''));
    const first = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
      .flatMap((part) => all(part))
      .join(' ');
    const reference = all('REFERENCE_NUMBER')[0] ?? '';
    for (const text of [first, ...all('ALIAS_NAME'), ...all('NAME_ORIGINAL_SCRIPT')]) {
      if (text.trim() === '') continue;
      const schema = tag === 'ENTITY' ? 'Organization' : 'Person';
      names.push({
        reference,
        entry: { id: names.length, text, schema, kind: 'alias', strength: 'unstated' },
      });
    }
  }
  return names;
}

describe.runIf(present)('the UN list', () => {
  const names = present ? unNames() : [];
  const index = new NameIndex(names.map(({ entry }) => entry));
  const referencesOf = (query: string, schema: Schema) =>
    new Set(searchNames(index, query, { schema, limit: 100 }).map((hit) => names[hit.id]?.reference));

  test('is found by names that other lists print for its entries', () => {
    const asked = unzip(VARIANTS)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; schema: Schema; expected: string });
    const ranks = asked.map(({ query, schema, expected }) =>
      [...referencesOf(query, schema)].indexOf(expected),
    );
    expect(asked).toHaveLength(744);
    expect(ranks.filter((rank) => rank === 0).length / asked.length).toBeGreaterThan(0.73);
    expect(ranks.filter((rank) => rank >= 0 && rank < 5).length / asked.length).toBeGreaterThan(0.745);
  });

  test('is found by each of its own names', () => {
    const lost = names.filter(
      ({ reference, entry }) => !referencesOf(entry.text, entry.schema).has(reference),
    );
    expect(lost.map(({ entry }) => entry.text)).toEqual([]);
  });

  test('alerts on few people who are on no list', () => {
    const people = unzip(STRANGERS)
      .trimEnd()
      .split('\n')
      .filter((_, line) => line % 25 === 1)
      .map((line) => cells(line)[0] ?? '');
    const alerts = people.filter((name) => referencesOf(name, 'Person').size > 0);
    expect(people.length).toBeGreaterThan(900);
    expect(alerts.length / people.length).toBeLessThan(0.015);
  });
});
