import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv.ts';
import { LIMITS } from '../limits.ts';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { sourceBytes } from '../source-file.ts';
import { type CellForTest, workbook } from '../workbook-for-test.ts';
import { auDfat } from './au-dfat.ts';
import { COLUMNS, MEASURES } from './columns.ts';

type Cells = Readonly<Record<string, string>>;
const QUAY: Cells = {
  Reference: '9001',
  'Name of Individual or Entity': 'QUAY',
  Type: 'Entity',
  'Name Type': 'Primary Name',
  ...Object.fromEntries(MEASURES.map((measure) => [measure, 'FALSE'])),
};
const alias = (reference: string, name: string, more: Cells = {}): Cells => ({
  ...QUAY,
  Reference: reference,
  'Name of Individual or Entity': name,
  'Name Type': 'Alias',
  'Alias Strength': 'Strong',
  ...more,
});
const row = (cells: Cells) =>
  COLUMNS.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
const file = (...rows: readonly Cells[]) => `${[COLUMNS.join(','), ...rows.map(row)].join('\r\n')}\r\n`;
const read = (...rows: readonly Cells[]) => readText('au-dfat', file(...rows));

describe('the Australian list', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(auDfat, files)))).toEqual(expected);
    });
  }

  it('makes one entry of the rows with one number, wherever they stand', async () => {
    const other = { ...QUAY, Reference: '9002', 'Name of Individual or Entity': 'PIER' };
    const reading = await read(QUAY, other, alias('9001a', 'KAI'), alias('9001ab', 'QUAI'));
    expect(reading.records.map(({ key }) => key)).toEqual(['9001', '9002']);
    expect(namesOf(reading, '9001')).toEqual([
      'QUAY (primary, strong)',
      'KAI (alias, strong)',
      'QUAI (alias, strong)',
    ]);
  });

  it('says once what all rows of an entry say, and all that one alone says', async () => {
    const reading = await read(
      { ...QUAY, Citizenship: 'Ruritania' },
      alias('9001a', 'KAI', { Citizenship: 'Ruritania' }),
      alias('9001b', 'QUAI', { Citizenship: 'Zenda' }),
    );
    expect(valuesOf(reading, '9001', 'citizenship')).toEqual(['Ruritania', 'Zenda']);
  });

  it('has the marks of the spreadsheet taken out of its texts', async () => {
    const reading = await read({
      ...QUAY,
      'Additional Information': 'At the pier._x000D_\n_x000D_\nAt the _x0051_uay.',
    });
    expect(valuesOf(reading, '9001', 'remarks')).toEqual(['At the pier. At the Quay.']);
  });

  it('gives the UN reference that stands first, and none of others', async () => {
    const reference = async (text: string) =>
      valuesOf(await read({ ...QUAY, 'Additional Information': text }), '9001', 'identifier');
    expect(await reference('QDe.901. Review concluded.')).toEqual(['QDe.901']);
    expect(await reference('UN Reference Number: Qdi.901')).toEqual(['QDi.901']);
    expect(await reference('Member of a group (listed under QDe.128).')).toEqual([]);
    expect(await reference('QDe.9011')).toEqual([]);
  });

  it('is read from the workbook that the publisher issues as from its CSV', async () => {
    const rows: string[][] = [];
    for (const { files } of fixtureCases(join(import.meta.dirname, 'fixtures')))
      for (const one of files)
        for await (const batch of readCsv(one, LIMITS)) rows.push(...batch.map(({ cells }) => [...cells]));
    const typed = rows.map((cells) =>
      cells.map((cell) =>
        /^\d{4}-\d\d-\d\d$/.test(cell)
          ? new Date(`${cell}T00:00:00Z`)
          : /^\d+$/.test(cell)
            ? Number(cell)
            : cell === 'TRUE' || cell === 'FALSE'
              ? cell === 'TRUE'
              : cell,
      ),
    );
    const from = (sheet: readonly (readonly CellForTest[])[]) =>
      readAll(auDfat, [sourceBytes('list.xlsx', workbook({ 'Consolidated list': sheet }))]);
    const [csv] = fixtureCases(join(import.meta.dirname, 'fixtures'));
    const expected = await readAll(auDfat, csv?.files ?? []);
    expect((await from(rows)).records).toEqual(expected.records);
    expect((await from(typed)).records).toEqual(expected.records);
  });

  it('is refused as a workbook with what it has wrong', async () => {
    const [header = [], quay = []] = [[...COLUMNS], COLUMNS.map((column) => QUAY[column] ?? '')];
    const from = (sheet: readonly (readonly CellForTest[])[]) =>
      refusal(readAll(auDfat, [sourceBytes('au.xlsx', workbook({ list: sheet }))]));
    expect((await from([])).code).toBe('ENT_LIST_EMPTY');
    expect((await from([header])).code).toBe('ENT_LIST_EMPTY');
    expect((await from([[...header, 'Shoe'], quay])).code).toBe('ENT_LIST_FIELD');
    const ghost = await from([header, quay.map((cell) => (cell === 'Entity' ? 'Ghost' : cell))]);
    expect(ghost.message).toContain('au.xlsx (row 2): Type is "Ghost"');
  });

  it('may have its columns in any order', async () => {
    const [header, cells] = [COLUMNS.join(','), row(QUAY)].map((line) => line.split(',').reverse().join(','));
    const reading = await readText('au-dfat', `${header}\n${cells}\n`);
    expect(reading.records).toEqual((await read(QUAY)).records);
  });

  it.each([
    ['a row cut short', `${file(QUAY)}9001a,KAI`, 'ENT_LIST_ROW', 'au.csv:3 (row 3): 2 columns'],
    ['a text cut short', `${file(QUAY)}9001a,"KAI`, 'ENT_LIST_CSV', 'au.csv:3 (row 3)'],
    ['a reference twice', file(QUAY, QUAY), 'ENT_LIST_KEY_TWICE', '9001'],
    [
      'a reference of another shape',
      file({ ...QUAY, Reference: 'A9' }),
      'ENT_LIST_VALUE',
      'Reference is "A9"',
    ],
    ['an unknown type', file({ ...QUAY, Type: 'Ghost' }), 'ENT_LIST_VALUE', 'Type is "Ghost"'],
    [
      'two types of one entry',
      file(QUAY, alias('9001a', 'KAI', { Type: 'Vessel' })),
      'ENT_LIST_VALUE',
      'what the rows of 9001 before it have',
    ],
    [
      'an unknown type of name',
      file({ ...QUAY, 'Name Type': 'Stage Name' }),
      'ENT_LIST_VALUE',
      'Name Type is "Stage Name"',
    ],
    [
      'an unknown strength',
      file(alias('9001a', 'KAI', { 'Alias Strength': 'Fair' })),
      'ENT_LIST_VALUE',
      'Alias Strength is "Fair"',
    ],
    ['a measure that is neither', file({ ...QUAY, 'Travel Ban': 'Maybe' }), 'ENT_LIST_VALUE', 'Travel Ban'],
    [
      'a control date that is none',
      file({ ...QUAY, 'Control Date': 'soon' }),
      'ENT_LIST_VALUE',
      'Control Date',
    ],
    ['a row without a name', file(alias('9001a', ' ')), 'ENT_LIST_ROW', 'without a name'],
    [
      'an unknown column',
      file(QUAY).replace('Arms Embargo', 'Arms Embargo,Shoe'),
      'ENT_LIST_FIELD',
      'column Shoe',
    ],
    ['a missing column', file(QUAY).replace('Committees,', ''), 'ENT_LIST_OTHER', 'no column Committees'],
    ['no rows', file(), 'ENT_LIST_EMPTY', 'no records'],
    ['an empty file', '', 'ENT_LIST_EMPTY', 'no records'],
    ['XML', '<Designations/>', 'ENT_LIST_OTHER', 'it is XML'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('au-dfat', text, 'au.csv'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^au\.csv/);
  });
});
