import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, refusal, valuesOf } from '../reading-for-test.ts';
import { sourceBytes } from '../source-file.ts';
import { type CellForTest, workbook } from '../workbook-for-test.ts';
import { jpMof } from './jp-mof.ts';
import { SHEETS } from './rows-for-test.ts';

const HEADER = ['告示日付', '告示番号', '日本語表記', '英語表記'];
const QUAY = ['2001年9月22日', 1, '桟橋', 'Quay'];
const read = (rows: readonly (readonly CellForTest[])[], title = '港（団体）') =>
  readAll(jpMof, [sourceBytes('mof.xlsx', workbook({ 港: [[title], ...rows] }))]);

describe('the Japanese list', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(jpMof, files)))).toEqual(expected);
    });

    it(`has a fixture that is made from its rows: ${name}`, async () => {
      const made = await readAll(jpMof, [sourceBytes('list.xlsx', workbook(SHEETS))]);
      expect(JSON.parse(JSON.stringify(made))).toEqual(expected);
    });
  }

  it('gives names in both languages, and former and weak ones', async () => {
    const header = [...HEADER, '確定に十分でない別名', '旧称'];
    const reading = await read([header, [...QUAY, '(a)Kai (b)Quai', 'Mole']]);
    const [{ key } = { key: '' }] = reading.records;
    expect(namesOf(reading, key)).toEqual([
      '桟橋 (alias, unstated)',
      'Quay (primary, strong)',
      'Kai (alias, weak)',
      'Quai (alias, weak)',
      'Mole (former, unstated)',
    ]);
  });

  it('is about what the title says: groups, persons, or either', async () => {
    const schemas = async (title: string) =>
      (
        await read(
          [
            [...HEADER, '生年月日'],
            [...QUAY, '1960年'],
            ['2001年9月22日', 2, '桟', 'Pier', null],
          ],
          title,
        )
      ).records.map(({ schema }) => schema);
    expect(await schemas('港（団体）')).toEqual(['Organization', 'Organization']);
    expect(await schemas('港（個人）')).toEqual(['Person', 'Person']);
    expect(await schemas('港の個人及び団体')).toEqual(['Person', 'LegalEntity']);
  });

  it('takes the reference of the United Nations for a key', async () => {
    const reading = await read([
      [...HEADER, '国連参照番号'],
      [...QUAY, 'QDe.901'],
    ]);
    expect(valuesOf(reading, 'QDe.901', 'listedOn')).toEqual(['2001-09-22']);
  });

  it.each<[string, readonly (readonly CellForTest[])[], string, string]>([
    [
      'a further column',
      [
        [...HEADER, '靴'],
        [...QUAY, 'x'],
      ],
      'ENT_LIST_FIELD',
      'column 靴',
    ],
    ['a cell without a column', [HEADER, [...QUAY, 'x']], 'ENT_LIST_ROW', 'column 5'],
    ['a row without a name', [HEADER, ['2001年9月22日', 1, '不明', null]], 'ENT_LIST_ROW', 'without a name'],
    ['the same row twice', [HEADER, QUAY, QUAY, QUAY], 'ENT_LIST_KEY_TWICE', 'quay'],
    ['no rows', [HEADER], 'ENT_LIST_EMPTY', 'no records'],
    [
      'another table',
      [
        ['Sl', 'Name'],
        ['1', 'Quay'],
      ],
      'ENT_LIST_OTHER',
      '告示日付',
    ],
  ])('is refused for %s', async (_, rows, code, words) => {
    const error = await refusal(read(rows));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^mof\.xlsx/);
  });
});
