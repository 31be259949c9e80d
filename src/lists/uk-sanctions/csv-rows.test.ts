import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statementKey } from '../../kernel/index.ts';
import { fixtureCases, namesOf, type Reading, readAll, readText, refusal } from '../reading-for-test.ts';
import { ukSanctions } from './uk-sanctions.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const TEXT = readFileSync(join(FIXTURES, 'designations-csv/UK-Sanctions-List.csv'), 'utf8');
const LINES = TEXT.split('\r\n');
const read = (text: string) => readText('uk-sanctions', text, 'uk.csv');

describe('the CSV of the UK Sanctions List', () => {
  it('gives the same records as the XML', async () => {
    const [tree, table] = await Promise.all(
      ['designations', 'designations-csv'].map((name) =>
        readAll(ukSanctions, fixtureCases(FIXTURES).find((one) => one.name === name)?.files ?? []),
      ),
    );
    const told = (reading: Reading | undefined) =>
      reading?.records.map(({ key, schema, statements }) => [
        key,
        schema,
        statements.map(statementKey).sort(),
      ]);
    expect(told(table)).toEqual(told(tree));
    expect([table?.published, tree?.published]).toEqual(['2026-08-22', '2026-08-22']);
  });

  it('may begin with its header, and then says no day', async () => {
    const reading = await read(`\ufeff${LINES.slice(1).join('\r\n')}`);
    expect([reading.published, reading.records.length]).toEqual([null, 3]);
  });

  it('may have the rows of an entry apart, and its columns in any order', async () => {
    // No cell of these rows has a comma or a line break in it.
    const rows = LINES.slice(2).filter((line) => line.includes(',HBR90003,'));
    const [row = ''] = rows;
    const other = row.replaceAll('90003', '90004');
    const later = row.replace('SEA LANTERN', 'LAMP').replace('Primary Name', 'Alias');
    const reading = await read([LINES[0], LINES[1], row, other, later, ''].join('\r\n'));
    expect(reading.records.map(({ key }) => key)).toEqual(['HBR90003', 'HBR90004']);
    expect(namesOf(reading, 'HBR90003')).toEqual(['SEA LANTERN (primary, strong)', 'LAMP (alias, unstated)']);
  });

  it.each([
    ['a day of the report that is none', ['22-Aug-2026', 'yesterday'], 'ENT_LIST_VALUE', 'Report Date'],
    ['a missing column', [',Regime Name,', ','], 'ENT_LIST_OTHER', 'no column Regime Name'],
    ['an unknown column', [',Regime Name,', ',Regime Name,Shoe Size,'], 'ENT_LIST_FIELD', 'column Shoe Size'],
    ['an unknown type of name', [',Primary Name,', ',Nickname,'], 'ENT_LIST_VALUE', 'NameType is "Nickname"'],
    ['an unknown strength', [',Good quality a.k.a,', ',Fine,'], 'ENT_LIST_VALUE', 'AliasStrength is "Fine"'],
    ['an entry of two kinds', [',Entity,', ',Ship,'], 'ENT_LIST_VALUE', 'Ship and Entity'],
    ['a key that is none', ['AQD9001', 'A1'], 'ENT_LIST_VALUE', 'UniqueID is "A1"'],
    ['a cut', [TEXT.slice(-300), ''], 'ENT_LIST_ROW', 'cut short'],
    ['no rows', [TEXT.slice(TEXT.indexOf(LINES[2] ?? '')), ''], 'ENT_LIST_EMPTY', 'no records'],
  ])('is refused for %s', async (_, [from = '', to = ''], code, words) => {
    const error = await refusal(read(TEXT.replace(from, to)));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^uk\.csv/);
  });
});
