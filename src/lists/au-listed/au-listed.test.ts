import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fixtureCases,
  namesOf,
  readAll,
  readText,
  refusal,
  statementsOf,
  valuesOf,
} from '../reading-for-test.ts';
import { auListed } from './au-listed.ts';

const page = (...rows: readonly (readonly string[])[]) =>
  `<!DOCTYPE html><html><body><table>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></body></html>`;
const HEADER = ['Organisation', 'Date of listing'];
const QUAY = ['Quay Front', '14 November 2002, Re-listed: 5 November 2004'];
const read = (text: string) => readText('au-listed', text, 'au.html');

describe('the organisations listed in Australia', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(auListed, files)))).toEqual(expected);
    });
  }

  it('are listed on their first day, and amended on each later one', async () => {
    const reading = await read(page(HEADER, QUAY));
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual(['2002-11-14']);
    expect(
      statementsOf(reading, 'quay-front').filter(({ property }) => property === 'amendedOn'),
    ).toMatchObject([{ value: '2004-11-05', detail: { type: 're-listed' } }]);
  });

  it('keep the key when the acronym or a further name is added', async () => {
    const reading = await read(
      page(HEADER, ['Quay Front (QF) (formerly listed as Pier and Co)', 'November 2002']),
    );
    expect(namesOf(reading, 'quay-front')).toEqual([
      'Quay Front (QF) (primary, strong)',
      'Pier and Co (former, unstated)',
    ]);
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual(['2002-11']);
  });

  it('may have been delisted, as a column says', async () => {
    const reading = await read(
      page([...HEADER, 'Date delisted'], [...QUAY, '1 May 2010'], ['Pier', '1 May 2009', '']),
    );
    expect(valuesOf(reading, 'quay-front', 'delistedOn')).toEqual(['2010-05-01']);
    expect(valuesOf(reading, 'pier', 'delistedOn')).toEqual([]);
  });

  it.each([
    ['a further column', page([...HEADER, 'Shoe'], [...QUAY, 'x']), 'ENT_LIST_FIELD', 'column Shoe'],
    ['a cell too many', page(HEADER, [...QUAY, 'x']), 'ENT_LIST_ROW', '3 cells'],
    ['a day that is none', page(HEADER, ['Quay', 'soon']), 'ENT_LIST_VALUE', 'date is "soon"'],
    ['a row without a name', page(HEADER, ['-', '1 May 2009']), 'ENT_LIST_ROW', 'without a name'],
    ['the same name twice', page(HEADER, QUAY, QUAY), 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['no rows', page(HEADER), 'ENT_LIST_EMPTY', 'no records'],
    ['another table', page(['Sl', 'Group'], ['1', 'Quay']), 'ENT_LIST_OTHER', 'no table'],
    ['a cut', page(HEADER, QUAY).slice(0, -9), 'ENT_LIST_HTML', 'cut short'],
    ['no page', 'Date,Name', 'ENT_LIST_OTHER', 'no HTML'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^au\.html/);
  });
});
