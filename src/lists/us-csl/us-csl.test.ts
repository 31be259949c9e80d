import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, readAll, readText, refusal } from '../reading-for-test.ts';
import { usCsl } from './us-csl.ts';

const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids';
const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
const row = (cells: Readonly<Record<string, string>>) =>
  COLUMNS.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
const file = (...rows: readonly string[]) => `${[COLUMNS, ...rows].join('\n')}\n`;
const QUAY = { _id: '7', source: SDN, entity_number: '7', type: 'Entity', name: 'QUAY' };

describe('the Consolidated Screening List', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(usCsl, files)))).toEqual(expected);
    });
  }

  it('has a party once for each list that it is on', async () => {
    const other = { ...QUAY, source: 'Capta List (CAP) - Treasury Department' };
    const reading = await readText('us-csl', file(row(QUAY), row(other)));
    expect(reading.records.map((record) => record.key)).toEqual(['SDN:7', 'CAP:7']);
  });

  it('may have its columns in any order', async () => {
    const [columns, cells] = [COLUMNS, row(QUAY)].map((line) => line.split(',').reverse().join(','));
    const reading = await readText('us-csl', `${columns}\n${cells}\n`);
    expect(reading.records).toEqual((await readText('us-csl', file(row(QUAY)))).records);
  });

  it.each([
    ['a row cut short', file(row(QUAY), '8,Specially'), 'ENT_LIST_ROW', 'csl.csv:3 (row 3): 2 columns'],
    ['a text cut short', file(row(QUAY), '8,"Specially'), 'ENT_LIST_CSV', 'csl.csv:3 (row 3)'],
    ['an unknown column', file().replace('ids', 'ids,shoe'), 'ENT_LIST_FIELD', 'column shoe'],
    ['a column twice', file().replace('ids', 'ids,ids'), 'ENT_LIST_FIELD', 'column ids'],
    ['a missing column', file().replace('alt_names,', ''), 'ENT_LIST_OTHER', 'no column alt_names'],
    ['an unknown type', file(row({ ...QUAY, type: 'Ghost' })), 'ENT_LIST_VALUE', 'type is "Ghost"'],
    [
      'a source without a code',
      file(row({ ...QUAY, source: 'X - Y' })),
      'ENT_LIST_VALUE',
      'source is "X - Y"',
    ],
    ['an entry without a name', file(row({ ...QUAY, name: ' ' })), 'ENT_LIST_ROW', 'without a name'],
    [
      'a key that comes back',
      file(row(QUAY), row({ ...QUAY, entity_number: '8' }), row(QUAY)),
      'ENT_LIST_KEY_TWICE',
      'SDN:7',
    ],
    ['no rows', file(), 'ENT_LIST_EMPTY', 'no records'],
    ['an empty file', '', 'ENT_LIST_EMPTY', 'no records'],
    ['XML', '<sdnList/>', 'ENT_LIST_OTHER', 'it is XML'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('us-csl', text, 'csl.csv'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^csl\.csv/);
  });
});
