import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RecordPart, statementKey } from '../kernel/index.ts';
import type { Edition } from './group.ts';
import { recordParts } from './parts.ts';
import { readRecord } from './read.ts';
import { recordFiles } from './write.ts';
import { writeYaml, type YamlValue } from './write-yaml.ts';
import { parseYaml } from './yaml-file.ts';

const text = fc
  .string({
    minLength: 1,
    maxLength: 30,
    unit: fc.constantFrom(...'abz09 :#-{}[]"\'&*!|>%@,?ی\\/.'.split('')),
  })
  .map((value) => `x${value}`);
const { value: data } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,6}$/), tie('value'), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

it('writes plain data that the reader reads back', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(parseYaml(writeYaml({ value }), 'x.yaml').value).toEqual({ value });
    }),
  );
});

const lines = (parts: readonly RecordPart[]) =>
  parts.flatMap(({ key, statements }) => statements.map((said) => `${key} ${statementKey(said)}`)).sort();

it.each(['src/record/fixtures/sound', 'record'])(
  'writes the record of %s so that the same is read from it',
  async (folder) => {
    const edition = await readRecord(resolve(import.meta.dirname, '../..', folder));
    const copy = mkdtempSync(join(tmpdir(), 'entente-record-'));
    try {
      for (const [path, content] of recordFiles(contentsOf(edition))) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        writeFileSync(join(copy, path), content);
      }
      const again = await readRecord(copy);
      expect(lines(recordParts(again))).toEqual(lines(recordParts(edition)));
      expect(again.groups.map(({ id, slug }) => [slug, id])).toEqual(
        edition.groups.map(({ id, slug }) => [slug, id]),
      );
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
);

/** What a store has of an edition: sources with one address. */
function contentsOf(edition: Edition) {
  return {
    name: edition.name,
    date: edition.date,
    licence: edition.licence,
    lists: edition.lists,
    sources: edition.sources.map(({ id, publisher, title, date, url, via }) => {
      const address = url ?? via;
      return {
        id,
        publisher,
        title,
        ...(date === undefined ? {} : { date }),
        ...(address === undefined ? {} : { url: address }),
      };
    }),
    parts: recordParts(edition),
    ids: new Map(edition.groups.map(({ slug, id }) => [slug, id])),
  };
}
