import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { caSema } from './ca-sema.ts';

const record = (fields: Readonly<Record<string, string>>) =>
  `<record>${Object.entries({ Country: 'Zenda / Zende', Schedule: '1', Item: '7', ...fields })
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</record>`;
const list = (...records: readonly string[]) => `<data-set>${records.join('\n')}</data-set>`;
const read = (text: string) => readText('ca-sema', text, 'sema.xml');
const QUAY = { EntityOrShip: 'Quay Company' };

describe('the sanctions of Canada', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(caSema, files)))).toEqual(expected);
    });
  }

  it('are known by country, schedule and item', async () => {
    const reading = await read(
      list(record(QUAY), record({ ...QUAY, Schedule: '1, Part 2' }), record({ ...QUAY, Schedule: 'N/A' })),
    );
    expect(reading.records.map(({ key }) => key)).toEqual(['zenda:1:7', 'zenda:1-part-2:7', 'zenda::7']);
    expect(valuesOf(reading, 'zenda:1:7', 'programme')).toEqual(['Zenda']);
  });

  it('give the names in both languages and the further ones', async () => {
    const reading = await read(
      list(
        record({ EntityOrShip: 'Quay Bank (a.k.a. QB) / Banque du Quai', Aliases: 'Pier, Russian: Квей' }),
      ),
    );
    expect(namesOf(reading, 'zenda:1:7')).toEqual([
      'Quay Bank (primary, strong)',
      'QB (acronym, unstated)',
      'Banque du Quai (alias, unstated)',
      'Pier (alias, unstated)',
      'Квей (original, unstated)',
    ]);
  });

  it.each([
    ['an unknown element', list(record({ ...QUAY, Shoe: 'x' })), 'ENT_LIST_FIELD', 'element <Shoe>'],
    [
      'a day that is none',
      list(record({ ...QUAY, DateOfListing: 'soon' })),
      'ENT_LIST_VALUE',
      'DateOfListing',
    ],
    ['a record without a name', list(record({})), 'ENT_LIST_ROW', 'no name'],
    ['a record without an item', list(record({ ...QUAY, Item: '' })), 'ENT_LIST_ROW', 'item'],
    ['the same item twice', list(record(QUAY), record(QUAY)), 'ENT_LIST_KEY_TWICE', 'zenda:1:7'],
    ['no records', list(), 'ENT_LIST_EMPTY', 'no records'],
    ['another root', '<dataset/>', 'ENT_LIST_OTHER', '<dataset>'],
    ['a cut', list(record(QUAY)).slice(0, -5), 'ENT_LIST_XML', 'malformed'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^sema\.xml/);
  });
});
