import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { listReader } from '../registry.ts';
import { customReader } from './custom.ts';

const read = (text: string) => readText('custom:own', text, 'own.csv');

describe('a list of one’s own', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(listReader('custom:own'), files)))).toEqual(expected);
    });
  }

  it('is a list under the name that its keeper gives it', () => {
    expect(customReader('custom:my_own')?.info.id).toBe('custom-my-own');
    expect(customReader('custom-my-own')?.info.id).toBe('custom-my-own');
    for (const id of ['custom', 'custom:', 'custom:Own', 'own', 'custom:a/b'])
      expect(customReader(id)).toBeUndefined();
  });

  it('says the same as CSV and as JSON', async () => {
    const csv = await read('name,id,listed on,aliases\nQuay,q1,2015-10-25,Pier; QF\n');
    const json = await read(
      '[{"id":"q1","name":"Quay","listedOn":"2015-10-25","aliases":["Pier","QF"]}]'.replace(
        'listedOn',
        'listed-on',
      ),
    );
    expect(json.records).toEqual(csv.records);
    expect(namesOf(csv, 'q1')).toEqual([
      'Quay (primary, strong)',
      'Pier (alias, unstated)',
      'QF (acronym, unstated)',
    ]);
  });

  it('has the apostrophe taken off that keeps a text from being a formula', async () => {
    const reading = await read("id,name,identifiers\nq1,Quay,'+49 30 1; '-7\n");
    expect(valuesOf(reading, 'q1', 'identifier')).toEqual(['+49 30 1', '-7']);
  });

  it.each([
    [
      'a formula',
      'id,name\nq1,=HYPERLINK(x)\n',
      'ENT_LIST_VALUE',
      'own.csv:2 (row 2): name is "=HYPERLINK(x)"',
    ],
    [
      'an unknown column',
      'id,name,shoe\nq1,Quay,x\n',
      'ENT_LIST_FIELD',
      'own.csv:1 (row 1): unknown column shoe',
    ],
    ['a column twice', 'id,name,Name\nq1,Quay,x\n', 'ENT_LIST_FIELD', 'unknown column name'],
    ['no column of ids', 'name\nQuay\n', 'ENT_LIST_OTHER', 'no column id'],
    ['semicolons', 'id;name\nq1;Quay\n', 'ENT_LIST_OTHER', 'save it with commas'],
    ['a row of another length', 'id,name\nq1,Quay\nq2\n', 'ENT_LIST_ROW', 'own.csv:3 (row 3): 1 columns'],
    ['a row without an id', 'id,name\n,Quay\n', 'ENT_LIST_ROW', 'own.csv:2 (row 2): no id'],
    ['a row without a name', 'id,name\nq1, \n', 'ENT_LIST_ROW', 'q1 has no name'],
    ['an id with a space', 'id,name\nq 1,Quay\n', 'ENT_LIST_VALUE', 'id is "q 1"'],
    ['an unknown type', 'id,name,type\nq1,Quay,ghost\n', 'ENT_LIST_VALUE', 'type is "ghost"'],
    ['a date that is none', 'id,name,listed on\nq1,Quay,soon\n', 'ENT_LIST_VALUE', 'listed on is "soon"'],
    ['the same id twice', 'id,name\nq1,Quay\nq1,Pier\n', 'ENT_LIST_KEY_TWICE', 'own.csv:3 (row 3)'],
    ['no rows', 'id,name\n', 'ENT_LIST_EMPTY', 'no records'],
    ['an empty file', '', 'ENT_LIST_EMPTY', 'no records'],
    ['JSON of another kind', '{"rows":[]}', 'ENT_LIST_OTHER', 'neither a list'],
    ['JSON that is cut short', '[{"id":', 'ENT_LIST_JSON', 'malformed JSON'],
    [
      'an unknown field',
      '[{"id":1,"name":"Quay","shoe":2}]',
      'ENT_LIST_FIELD',
      'own.csv (entry 1): unknown field shoe',
    ],
    ['a field that is an object', '[{"id":1,"name":{}}]', 'ENT_LIST_VALUE', 'name is "object"'],
    ['an entry that is none', '[7]', 'ENT_LIST_ROW', 'own.csv (entry 1): it is no object'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^own\.csv/);
  });
});
