import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntError, parseDate, statementKey } from '../kernel/index.ts';
import { fixtureCases, type Reading, readAll } from './reading-for-test.ts';
import { listReader } from './registry.ts';
import { type SourceFile, sourceBytes } from './source-file.ts';
import { looksZipped, unzipped, zipped } from './zip.ts';

/** One way to damage a file. */
interface Damage {
  readonly kind: 'cut' | 'flip' | 'drop' | 'double';
  readonly at: number;
  readonly size: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'drop', 'double'),
  at: fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000),
  size: fc.integer({ min: 1, max: 255 }),
});

function damaged(bytes: Buffer, { kind, at, size }: Damage): Buffer {
  const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  const head = bytes.subarray(0, place);
  switch (kind) {
    case 'cut':
      return head;
    case 'flip':
      return Buffer.concat([head, Buffer.of((bytes[place] ?? 0) ^ size), bytes.subarray(place + 1)]);
    case 'drop':
      return Buffer.concat([head, bytes.subarray(place + size)]);
    case 'double':
      return Buffer.concat([bytes.subarray(0, place + size), bytes.subarray(place)]);
  }
}

/** A workbook is damaged in one of its parts, as a wrong program would, or else as a file. */
function damagedWorkbook(bytes: Buffer, how: Damage, which: number): Buffer {
  const parts = [...unzipped(bytes, { entries: 100, bytes: 2 ** 24 })];
  if (which % 4 === 0) return damaged(bytes, how);
  const at = which % parts.length;
  return Buffer.from(
    zipped(parts.map(([name, part], index) => [name, index === at ? damaged(Buffer.from(part), how) : part])),
  );
}

async function bytesOf(file: SourceFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return Buffer.concat(pieces);
}

const DATES = new Set(['birthDate', 'foundedOn', 'listedOn', 'amendedOn', 'delistedOn']);

/** What every answer keeps to, damaged file or not. */
function checkReading({ records, parts }: Reading) {
  expect(records.length).toBeGreaterThan(0);
  expect(new Set(records.map(({ key, part }) => `${part} ${key}`)).size).toBe(records.length);
  for (const { key, part, statements } of records) {
    expect(key).toMatch(/\S/);
    expect(parts).toContain(part);
    expect(new Set(statements.map(statementKey)).size).toBe(statements.length);
    for (const { property, value, place, kind, strength } of statements) {
      expect([value, place]).not.toContain('');
      expect(value).toBe(value.trim());
      expect(property === 'name').toBe(kind !== undefined && strength !== undefined);
      if (DATES.has(property)) expect(() => parseDate(value)).not.toThrow();
    }
  }
}

const CASES = [
  ['us-ofac-sdn', 'us-ofac', 'sdn-set'],
  ['us-ofac-sdn', 'us-ofac', 'sdn-xml'],
  ['us-ofac-sdn', 'us-ofac', 'sdn-advanced'],
  ['us-ofac-consolidated', 'us-ofac', 'consolidated-xml'],
  ['us-ofac-consolidated', 'us-ofac', 'consolidated-advanced'],
  ['un-sc', 'un-sc', 'persons'],
  ['un-sc', 'un-sc', 'entities'],
  ['us-csl', 'us-csl', 'type-last'],
  ['us-csl', 'us-csl', 'type-first'],
  ['uk-sanctions', 'uk-sanctions', 'designations'],
  ['uk-sanctions', 'uk-sanctions', 'designations-csv'],
  ['eu-fsf', 'eu-fsf', 'entries'],
  ['au-dfat', 'au-dfat', 'sheet'],
  ['in-mha', 'in-mha', 'page'],
  ['uk-home-office', 'uk-home-office', 'page'],
  ['us-federal-register', 'us-federal-register', 'search'],
  ['us-state-fto', 'us-state-fto', 'page'],
  ['us-state-tel', 'us-state-tel', 'page'],
  ['au-listed', 'au-listed', 'page'],
  ['nz-police', 'nz-police', 'page'],
  ['ca-listed', 'ca-listed', 'feed'],
  ['ca-sema', 'ca-sema', 'list'],
  ['eu-cp931', 'eu-cp931', 'annex'],
  ['ch-seco', 'ch-seco', 'whole-list'],
  ['jp-mof', 'jp-mof', 'workbook'],
  ['il-nbctf', 'il-nbctf', 'workbook'],
  ['il-nbctf-individuals', 'il-nbctf-individuals', 'workbook'],
  ['pk-nacta', 'pk-nacta', 'text'],
  ['pk-nacta', 'pk-nacta', 'pdf'],
  ['custom:own', 'custom', 'csv'],
  ['custom:own', 'custom', 'json'],
] as const;

describe('a damaged file', () => {
  it.each(CASES)('of %s (%s, %s) is refused in our words or read right', async (id, folder, name) => {
    const files = fixtureCases(join(import.meta.dirname, folder, 'fixtures')).find(
      (one) => one.name === name,
    )?.files;
    const whole = await Promise.all(
      (files ?? []).map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
    );
    expect(whole.length).toBeGreaterThan(0);
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(), async (how, which) => {
        const changed = whole.map(({ name: file, bytes }, index) =>
          sourceBytes(
            file,
            index !== which % whole.length
              ? bytes
              : looksZipped(bytes)
                ? damagedWorkbook(bytes, how, which)
                : damaged(bytes, how),
          ),
        );
        try {
          checkReading(await readAll(listReader(id), changed));
          outcomes.add('read');
        } catch (error) {
          if (!(error instanceof EntError)) throw error;
          expect(error.code).toMatch(/^ENT_LIST_/);
          expect(error.status).not.toBe('store');
          expect(error.place?.file).toBeDefined();
          outcomes.add(error.code);
        }
      }),
      { numRuns: 300 },
    );
    expect(outcomes).toContain('read');
    // Most damage to a workbook is met by its parser, before a cell is looked at.
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
