import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, refusal, valuesOf } from '../reading-for-test.ts';
import { sourceBytes } from '../source-file.ts';
import { type CellForTest, workbook } from '../workbook-for-test.ts';
import { designationCell } from './designation-dates.ts';
import { ilNbctf, ilNbctfIndividuals } from './il-nbctf.ts';
import { INDIVIDUALS, SHEETS } from './rows-for-test.ts';

const HEADER = [
  'Internal Seq ID',
  'Organization Name - English',
  'Organization Name - Hebrew',
  'Date of Permenant Designation (DD/MM/YYYY)',
];
const QUAY = [7, 'QUAY', 'רציף', '25/10/2015'];
const read = (rows: readonly (readonly CellForTest[])[], reader = ilNbctf) =>
  readAll(reader, [sourceBytes('il.xlsx', workbook({ List: [['Title'], ...rows] }))]);

describe('the Israeli list', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(ilNbctf, files)))).toEqual(expected);
    });

    it(`has a fixture that is made from its rows: ${name}`, async () => {
      const made = await readAll(ilNbctf, [sourceBytes('list.xlsx', workbook(SHEETS))]);
      expect(JSON.parse(JSON.stringify(made))).toEqual(expected);
    });
  }

  for (const { name, files, expected } of fixtureCases(
    join(import.meta.dirname, '../il-nbctf-individuals/fixtures'),
  )) {
    it(`of individuals is read as expected, from a fixture that is made from its rows: ${name}`, async () => {
      const made = [sourceBytes('list.xlsx', workbook(INDIVIDUALS))];
      for (const some of [files, made])
        expect(JSON.parse(JSON.stringify(await readAll(ilNbctfIndividuals, some)))).toEqual(expected);
    });
  }

  it('has names in three languages, the English one first', async () => {
    const reading = await read([
      [...HEADER, 'Organization Name - Arabic'],
      [...QUAY, 'رصيف'],
    ]);
    expect(namesOf(reading, '7')).toEqual([
      'QUAY (primary, strong)',
      'רציף (original, unstated)',
      'رصيف (original, unstated)',
    ]);
    expect(valuesOf(reading, '7', 'listedOn')).toEqual(['2015-10-25']);
  });

  it('ends an entry that was cancelled on a day, and leaves out, with a note, one cancelled on none', async () => {
    const reading = await read([
      HEADER,
      [7, 'QUAY', '---', 'בוטל ביום 29.8.21'],
      [8, 'PIER', '---', 'הכרזה בוטלה'],
    ]);
    expect(reading.records.map(({ key }) => key)).toEqual(['7']);
    expect(valuesOf(reading, '7', 'delistedOn')).toEqual(['2021-08-29']);
    expect(reading.notes.map(({ kind }) => kind)).toEqual(['row-skipped']);
  });

  it('of individuals is a list of its own', async () => {
    const reading = await read(
      [
        ['Internal Seq ID', 'Name of Individual - English', 'D.O.B', 'Date of Designation in Israel'],
        [9, '1: ARVO 2: QUAYMAN', '04/04/1964 OR 1965', '1.2.2020'],
      ],
      ilNbctfIndividuals,
    );
    expect(namesOf(reading, '9')).toEqual(['ARVO QUAYMAN (primary, strong)']);
    expect(valuesOf(reading, '9', 'birthDate')).toEqual(['1964-04-04']);
    expect(valuesOf(reading, '9', 'listedOn')).toEqual(['2020-02-01']);
    expect((await refusal(read([HEADER, QUAY], ilNbctfIndividuals))).code).toBe('ENT_LIST_OTHER');
  });

  it.each([
    ['1/1/67', ['1967-01-01'], false],
    ['16/6/67 ; 3.4.2011', ['1967-06-16', '2011-04-03'], false],
    ['הכרזה בוטלה ביום 29.8.21', ['2021-08-29'], true],
    ['32/1/2010', [], false],
    ['לינק להכרזה', [], false],
  ])('has the days of "%s"', (text, days, cancelled) => {
    expect(designationCell(text)).toEqual({ days, cancelled });
  });

  it.each<[string, readonly (readonly CellForTest[])[], string, string]>([
    [
      'a further column',
      [
        [...HEADER, 'Shoe'],
        [...QUAY, 'x'],
      ],
      'ENT_LIST_FIELD',
      'column Shoe',
    ],
    ['the same number twice', [HEADER, QUAY, QUAY], 'ENT_LIST_KEY_TWICE', '7'],
    ['no rows', [HEADER], 'ENT_LIST_EMPTY', 'no records'],
    [
      'another table',
      [
        ['Sl', 'Group'],
        ['1', 'Quay'],
      ],
      'ENT_LIST_OTHER',
      'names of organizations',
    ],
  ])('is refused for %s', async (_, rows, code, words) => {
    const error = await refusal(read(rows));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^il\.xlsx/);
  });
});
