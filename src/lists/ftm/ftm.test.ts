import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordPart } from '../../kernel/index.ts';
import { sourceBytes } from '../source-file.ts';
import { ftmReader } from './ftm.ts';

const line = (entity: object) => `${JSON.stringify(entity)}\n`;
const person = (id: string, extra: object = {}) => ({
  id,
  schema: 'Person',
  properties: {
    name: ['Sample Person'],
    weakAlias: ['Sam'],
    birthDate: ['1970-05-01', 'about 1970'],
    ...extra,
  },
});

async function read(text: string, id = 'ftm:xx_test'): Promise<readonly RecordPart[]> {
  const reader = ftmReader(id);
  if (reader === undefined) throw new TypeError(`no reader ${id}`);
  const records: RecordPart[] = [];
  const snapshot = await reader.open([sourceBytes('entities.ftm.json', text)]);
  for await (const batch of snapshot.records()) records.push(...batch);
  return records;
}

describe('a FollowTheMoney dataset', () => {
  it('is a list under the name that the user gives it', () => {
    expect(ftmReader('ftm:us_ofac_sdn')?.info.id).toBe('ftm-us-ofac-sdn');
    expect(ftmReader('ftm-us-ofac-sdn')?.info.id).toBe('ftm-us-ofac-sdn');
    for (const id of ['ftm:', 'ftm:Ü', 'un-sc', 'ftm:../x']) expect(ftmReader(id)).toBeUndefined();
  });

  it('keeps its entities whole, in their order, with what the record has properties for beside them', async () => {
    const records = await read(
      line(person('zz')) + line({ id: 'aa', schema: 'Sanction', properties: { entity: ['zz'] } }),
    );
    expect(records.map(({ key, schema }) => [key, schema])).toEqual([
      ['zz', 'Person'],
      ['aa', undefined],
    ]);
    const said = records[0]?.statements.map(({ property, value, strength }) => [property, value, strength]);
    expect(said).toContainEqual(['name', 'Sample Person', 'unstated']);
    expect(said).toContainEqual(['name', 'Sam', 'weak']);
    expect(said).toContainEqual(['birthDate', '1970-05-01', undefined]);
    expect(said).toContainEqual(['note', 'about 1970', undefined]);
    const whole = records[1]?.statements.find(({ property }) => property === 'ftm');
    expect(JSON.parse(whole?.value ?? '')).toEqual({
      id: 'aa',
      schema: 'Sanction',
      properties: { entity: ['zz'] },
    });
  });

  it('keeps when an entity was seen apart from the entity, since it changes with every edition', async () => {
    const [one] = await read(
      line({ ...person('a'), first_seen: '2023-01-01T00:00:00Z', last_change: '2023-02-01' }),
    );
    const [entity, seen] = one?.statements.filter(({ property }) => property === 'ftm') ?? [];
    expect(entity?.value).not.toContain('2023');
    expect(JSON.parse(seen?.value ?? '')).toEqual(['2023-01-01T00:00:00', null, '2023-02-01T00:00:00']);
  });

  it.each([
    ['no JSON', '{"id":', 'ENT_LIST_ROW'],
    ['no object', '{"id":"a","schema":"Person","properties":{}}\n[]', 'ENT_LIST_ROW'],
    ['another kind of file', '<xml/>', 'ENT_LIST_OTHER'],
    ['nothing', '\n\n', 'ENT_LIST_EMPTY'],
    ['an id twice', line(person('a')) + line(person('a')), 'ENT_LIST_KEY_TWICE'],
    ['no id', line({ schema: 'Person', properties: {} }), 'ENT_LIST_VALUE'],
    ['no schema', line({ id: 'a', schema: 7, properties: {} }), 'ENT_LIST_VALUE'],
    ['values that are no texts', line(person('a', { alias: [{ deep: 1 }] })), 'ENT_LIST_VALUE'],
    [
      'a property that is a trap',
      '{"id":"a","schema":"Person","properties":{"__proto__":["x"]}}',
      'ENT_LIST_VALUE',
    ],
    ['a moment that is none', line({ ...person('a'), last_seen: 'yesterday' }), 'ENT_LIST_VALUE'],
    ['an hour that is none', line({ ...person('a'), last_seen: '2024-05-01T99:00:00' }), 'ENT_LIST_VALUE'],
    ['a day that is none', line({ ...person('a'), last_seen: '2023-02-30' }), 'ENT_LIST_VALUE'],
  ])('is refused with %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it('is read or refused whatever its bytes are', async () => {
    const whole = line(person('a')) + line(person('b', { alias: ['c'] }));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.string({ maxLength: 4 }), async (at, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + put.length);
        try {
          for (const { key } of await read(text)) expect(key).not.toBe('');
        } catch (error) {
          expect(error).toMatchObject({ status: 'refused' });
        }
      }),
      { numRuns: 300 },
    );
  });
});
