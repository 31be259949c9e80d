import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, readAll, readText, refusal, statementsOf, valuesOf } from '../reading-for-test.ts';
import { usStateFto } from './us-state-fto.ts';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table>${[header, ...rows]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table>`;
const page = (...tables: readonly string[]) => `<!DOCTYPE html><html><body>${tables.join('')}</body></html>`;
const HEADER = ['Date Designated', 'Name'];
const QUAY = ['July 18, 2025', 'Quay Front'];
const read = (text: string) => readText('us-state-fto', text, 'fto.html');
const chain = (name: string) => read(page(table(HEADER, ['July 1, 2001', name])));

describe('the Foreign Terrorist Organizations', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(usStateFto, files)))).toEqual(expected);
    });
  }

  it('have aliases that begin on the day of their own amendment', async () => {
    const reading = await chain(
      'Quay Front (QF)— Pier, and Mole Amendments (June 26, 2014) — The Beacon Amendment (July 18, 2025)',
    );
    expect(
      statementsOf(reading, 'quay-front').flatMap(({ property, value, validFrom }) =>
        property === 'name' ? [[value, validFrom]] : [],
      ),
    ).toEqual([
      ['Quay Front (QF)', undefined],
      ['Pier', '2014-06-26'],
      ['Mole', '2014-06-26'],
      ['The Beacon', '2025-07-18'],
    ]);
    expect(valuesOf(reading, 'quay-front', 'amendedOn')).toEqual(['2014-06-26', '2025-07-18']);
  });

  it('keep a dash that stands in a name, and both names of one amendment that is one', async () => {
    const reading = await chain(
      'Front for the Quay — General Command—Sons of Pier and Mole Amendment (May 2, 2019)',
    );
    expect(valuesOf(reading, 'front-for-the-quay-general-command', 'name')).toEqual([
      'Front for the Quay — General Command',
      'Sons of Pier and Mole',
    ]);
  });

  it('keep an amendment whose date cannot be read, with a note', async () => {
    const reading = await chain('Quay Front— Pier Amendment (some winter)');
    expect(reading.notes.map(({ kind }) => kind)).toEqual(['date-unread']);
    expect(
      statementsOf(reading, 'quay-front').map(({ value, validFrom }) => [value, validFrom]),
    ).toContainEqual(['Pier', undefined]);
  });

  it('that were delisted and designated again have a record for each time', async () => {
    const delisted = ['Date Removed', 'Name', 'Date Originally Designated'];
    const reading = await read(
      page(table(HEADER, QUAY), table(delisted, ['2/16/2021', 'Quay Front', '1/19/2021'])),
    );
    expect(reading.records.map(({ key }) => key)).toEqual(['quay-front', 'quay-front~2021-02-16']);
    expect(valuesOf(reading, 'quay-front', 'delistedOn')).toEqual([]);
  });

  it('may have their columns in another order, under other words, below a caption', async () => {
    const reading = await read(
      page(
        `<table><tr><td colspan="2">List</td></tr>${table(['Name', 'Date implemented'], ['Quay Front', 'July 18, 2025']).slice(7)}`,
      ),
    );
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual(['2025-07-18']);
  });

  it.each([
    ['a further column', page(table([...HEADER, 'Shoe'], [...QUAY, 'x'])), 'ENT_LIST_FIELD', 'column Shoe'],
    ['a cell too few', page(table(HEADER, QUAY, ['Pier', '', ''])), 'ENT_LIST_ROW', '3 cells'],
    ['a day that is none', page(table(HEADER, ['soon', 'Quay'])), 'ENT_LIST_VALUE', 'designated is "soon"'],
    ['a row without a name', page(table(HEADER, ['July 18, 2025', ' - '])), 'ENT_LIST_ROW', 'without a name'],
    ['the same name twice', page(table(HEADER, QUAY, QUAY)), 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['no rows', page(table(HEADER)), 'ENT_LIST_EMPTY', 'no records'],
    ['another table', page(table(['Sl', 'Organisation'], ['1', 'Quay'])), 'ENT_LIST_OTHER', 'no table'],
    ['a cut', page(table(HEADER, QUAY)).slice(0, -9), 'ENT_LIST_HTML', 'cut short'],
    ['no page', 'Date,Name', 'ENT_LIST_OTHER', 'no HTML'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^fto\.html/);
  });
});
