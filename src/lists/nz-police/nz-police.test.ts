import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { designatedNames } from './names.ts';
import { nzPolice } from './nz-police.ts';

const HEADER = [
  'Terrorist entity',
  'Date of designation as a terrorist entity in New Zealand',
  'Date terrorist designation was renewed in New Zealand',
];
const EXPIRED = [
  'Terrorist entity',
  'Date of designation or renewal as a terrorist entity in New Zealand',
  'Date terrorist designation was allowed to expire',
];
const QUAY = ['Quay Front', '10 February 2010', '11 February 2013'];
const table = (...rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (...tables: readonly string[]) =>
  `<!DOCTYPE html><html><body>${tables.join('<h2>Expired designations</h2>')}</body></html>`;
const read = (text: string) => readText('nz-police', text, 'nz.html');

describe('the designations of New Zealand', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(nzPolice, files)))).toEqual(expected);
    });
  }

  it('are listed on the first day, renewed on the others, and ended where their table says so', async () => {
    const reading = await read(
      page(table(HEADER, QUAY), table(EXPIRED, ['Pier', '1 May 2010, 2 May 2013', '3 May 2016'])),
    );
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual(['2010-02-10']);
    expect(valuesOf(reading, 'quay-front', 'amendedOn')).toEqual(['2013-02-11']);
    expect(valuesOf(reading, 'pier', 'amendedOn')).toEqual(['2013-05-02']);
    expect(valuesOf(reading, 'pier', 'delistedOn')).toEqual(['2016-05-03']);
  });

  it('have an earlier, ended time of an entity apart from the one that lasts', async () => {
    const reading = await read(
      page(table(HEADER, QUAY), table(EXPIRED, ['Quay Front', '1 May 2001', '1 May 2004'])),
    );
    expect(reading.records.map(({ key }) => key)).toEqual(['quay-front', 'quay-front~2004-05-01']);
    expect(valuesOf(reading, 'quay-front', 'delistedOn')).toEqual([]);
  });

  it('give a name with what brackets say, and further names apart', async () => {
    const reading = await read(
      page(table(HEADER, ['Quay Front (the Pier) also known as QF', '1 May 2010', ''])),
    );
    expect(namesOf(reading, 'quay-front-the-pier')).toEqual([
      'Quay Front (the Pier) (primary, strong)',
      'QF (acronym, unstated)',
    ]);
  });

  it.each([
    [
      'Quay (also known as All Quay, Quay al-Kabir, and the Young Quay)',
      ['Quay', 'All Quay', 'Quay al-Kabir', 'the Young Quay'],
    ],
    ['Quay; also known as Pier (PR); and Mole', ['Quay', 'Pier (PR)', 'Mole']],
    ['Quay', ['Quay']],
    ['— ', []],
  ])('part "%s"', (cell, names) => {
    expect(designatedNames(cell).map(({ text }) => text)).toEqual(names);
  });

  it.each([
    ['a further column', page(table([...HEADER, 'Shoe'], [...QUAY, 'x'])), 'ENT_LIST_FIELD', 'column Shoe'],
    ['a cell too few', page(table(HEADER, ['Quay', '1 May 2010'])), 'ENT_LIST_ROW', '2 cells'],
    [
      'a day that is none',
      page(table(HEADER, ['Quay', 'soon', ''])),
      'ENT_LIST_VALUE',
      'designated is "soon"',
    ],
    [
      'an end that is none',
      page(table(EXPIRED, ['Quay', '1 May 2010', 'x'])),
      'ENT_LIST_VALUE',
      'expired is "x"',
    ],
    ['a row without a name', page(table(HEADER, ['-', '1 May 2010', ''])), 'ENT_LIST_ROW', 'without a name'],
    ['the same name twice', page(table(HEADER, QUAY, QUAY)), 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['no rows', page(table(HEADER)), 'ENT_LIST_EMPTY', 'no records'],
    ['another page', page(table(['Sl', 'Group'], ['1', 'Quay'])), 'ENT_LIST_OTHER', 'no table'],
    ['a cut', page(table(HEADER, QUAY)).slice(0, -9), 'ENT_LIST_HTML', 'cut short'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^nz\.html/);
  });
});
