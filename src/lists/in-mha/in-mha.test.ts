import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { inMha } from './in-mha.ts';

const HEADING = 'Terrorist organisations under the Unlawful Activities (Prevention) Act, 1967';
const page = (rows: readonly string[], { heading = HEADING, columns = ['Sl No.', 'Organisation'] } = {}) =>
  `<!DOCTYPE html><html><body><p>${heading}</p>\n<table><tr>${columns.map((one) => `<th>${one}</th>`).join('')}</tr>` +
  `${rows.map((name, index) => `\n<tr><td>${index + 1}</td><td>${name}</td></tr>`).join('')}</table></body></html>`;
const read = (...rows: readonly string[]) => readText('in-mha', page(rows));
const keys = async (...rows: readonly string[]) => (await read(...rows)).records.map(({ key }) => key);

describe('the First Schedule', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(inMha, files)))).toEqual(expected);
    });
  }

  it('keeps the key of a row whose number, aliases, capitals or acronym change', async () => {
    const before = await keys('Quay Front/Kai Front');
    expect(await keys('Pier Front', 'QUAY FRONT (QF) / Kai-Front @ Beacon, all its formations.')).toEqual([
      'pier-front',
      ...before,
    ]);
  });

  it('tells apart what brackets tell apart', async () => {
    expect(await keys('Quay Party (Red)', 'Quay Party (Blue-White)')).toEqual([
      'quay-party-red',
      'quay-party-blue-white',
    ]);
  });

  it('keeps the whole row beside the first name only, so that a new alias changes no other', async () => {
    const [before, after] = await Promise.all([read('Quay Front/Kai'), read('Quay Front/Kai/Beacon')]);
    const alias = ({ records }: typeof before) => records[0]?.statements.find(({ value }) => value === 'Kai');
    expect(alias(after)).toEqual(alias(before));
    expect(after.records[0]?.statements[0]?.original).toBe('Quay Front/Kai/Beacon');
  });

  it('has a row that takes in another list linked to it, without a name', async () => {
    const reading = await read('Organisations listed in the Schedule to the Harbour Order, 2007.');
    const [key = ''] = reading.records.map((record) => record.key);
    expect(namesOf(reading, key)).toEqual([]);
    expect(valuesOf(reading, key, 'linkedTo')).toEqual(['Schedule to the Harbour Order, 2007']);
  });

  it('has bidirectional controls taken out of names, with a note', async () => {
    const reading = await read('QU&#x202e;YA');
    expect(valuesOf(reading, 'quya', 'name')).toEqual(['QUYA']);
    expect(reading.notes.map(({ kind, place }) => [kind, place.path])).toEqual([['bidi-removed', 'row 1']]);
  });

  it.each([
    [
      'a number that is missing',
      page(['Quay', 'Pier']).replace('<td>1</td>', '<td></td>'),
      'ENT_LIST_VALUE',
      'row 1',
    ],
    [
      'a row that is missing',
      page(['Quay', 'Pier']).replace(/<tr><td>1.*\n/, ''),
      'ENT_LIST_VALUE',
      'Sl No is "2"; expected 1',
    ],
    ['a cell too many', page(['Quay</td><td>Pier']), 'ENT_LIST_ROW', '3 cells'],
    ['a row without a name', page([' - ']), 'ENT_LIST_ROW', 'row 1 has no name'],
    ['the same name twice', page(['Quay', 'Quay/Pier']), 'ENT_LIST_KEY_TWICE', 'quay'],
    ['no rows', page([]), 'ENT_LIST_EMPTY', 'no records'],
    [
      'a further column',
      page(['Quay'], { columns: ['Sl No.', 'Organisation', 'Shoe'] }),
      'ENT_LIST_OTHER',
      'no table',
    ],
    [
      'the page of another list',
      page(['Quay'], {
        heading: 'Unlawful associations under section 3 of the Unlawful Activities (Prevention) Act',
      }),
      'ENT_LIST_OTHER',
      'no table',
    ],
    ['two schedules', page(['Quay']).replace(/<p>.*<\/table>/s, '$&$&'), 'ENT_LIST_OTHER', '2 such tables'],
    ['a page cut short', page(['Quay']).slice(0, -12), 'ENT_LIST_HTML', 'cut short'],
    ['no page', 'Sl No,Organisation\n', 'ENT_LIST_OTHER', 'no HTML'],
    ['nothing at all', '', 'ENT_LIST_EMPTY', 'no records'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('in-mha', text, 'in.html'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^in\.html/);
  });
});
