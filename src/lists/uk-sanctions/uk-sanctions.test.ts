import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { ukSanctions } from './uk-sanctions.ts';

const list = (designations: string, date = '<DateGenerated>22/08/2026</DateGenerated>') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Designations>${date}${designations}</Designations>`;
const NAME = '<Name6>QUAY</Name6><NameType>Primary Name</NameType>';
const designation = (id: string, { inside = '', name = NAME, kind = 'Entity', day = '01/02/2020' } = {}) =>
  `\n<Designation><LastUpdated>${day}</LastUpdated><DateDesignated>${day}</DateDesignated><UniqueID>${id}</UniqueID>` +
  `<Names><Name>${name}</Name></Names><IndividualEntityShip>${kind}</IndividualEntityShip>${inside}</Designation>`;

describe('the UK Sanctions List', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(ukSanctions, files)))).toEqual(expected);
    });
  }

  it('says on which day it was made, where it says so', async () => {
    const published = async (date: string) =>
      (await readText('uk-sanctions', list(designation('AQD9001'), date))).published;
    expect(await published('<DateGenerated>22/08/2026</DateGenerated>')).toBe('2026-08-22');
    expect(await published('<DateGenerated>2026-08-22T10:00:00</DateGenerated>')).toBe('2026-08-22');
    expect(await published('')).toBeNull();
  });

  it('calls a name weak or strong only where the list does, whatever its capitals', async () => {
    const name = (type: string, strength: string) =>
      namesOfOne(`<Name6>QUAY</Name6><NameType>${type}</NameType><AliasStrength>${strength}</AliasStrength>`);
    expect(await name('Primary name', '')).toEqual(['QUAY (primary, strong)']);
    expect(await name('Primary Name variation', '')).toEqual(['QUAY (alias, unstated)']);
    expect(await name('ALias', 'Good quality a.k.a')).toEqual(['QUAY (alias, strong)']);
    expect(await name('Alias', 'Low quality a.k.a')).toEqual(['QUAY (alias, weak)']);
  });

  it('has bidirectional controls taken out of names, with a note', async () => {
    const reading = await readText(
      'uk-sanctions',
      list(designation('AQD9001', { name: NAME.replace('QUAY', 'QU\u202eYA\u202c') })),
      'uk.xml',
    );
    expect(valuesOf(reading, 'AQD9001', 'name')).toEqual(['QUYA']);
    expect(reading.notes.map(({ kind, place }) => [kind, place.path])).toEqual([
      ['bidi-removed', 'Designation AQD9001'],
    ]);
  });

  it.each([
    ['an ID twice', list(designation('AQD9001') + designation('AQD9001')), 'ENT_LIST_KEY_TWICE', 'uk.xml:4'],
    ['an ID of another shape', list(designation('9001')), 'ENT_LIST_VALUE', 'UniqueID is "9001"'],
    [
      'a designation without a name',
      list(designation('AQD9001', { name: '<NameType>Alias</NameType>' })),
      'ENT_LIST_ROW',
      'AQD9001 has no name',
    ],
    [
      'an unknown type of name',
      list(designation('AQD9001', { name: NAME.replace('Primary', 'Stage') })),
      'ENT_LIST_VALUE',
      'NameType is "Stage Name"',
    ],
    [
      'an unknown strength',
      list(designation('AQD9001', { name: `${NAME}<AliasStrength>Fair</AliasStrength>` })),
      'ENT_LIST_VALUE',
      'AliasStrength is "Fair"',
    ],
    [
      'an unknown kind of target',
      list(designation('AQD9001', { kind: 'Aircraft' })),
      'ENT_LIST_VALUE',
      'IndividualEntityShip is "Aircraft"',
    ],
    [
      'an unknown source',
      list(designation('AQD9001', { inside: '<DesignationSource>UK|EU</DesignationSource>' })),
      'ENT_LIST_VALUE',
      'DesignationSource is "UK|EU"',
    ],
    [
      'an unknown element',
      list(designation('AQD9001', { inside: '<Shoe/>' })),
      'ENT_LIST_FIELD',
      'element <Shoe>',
    ],
    [
      'an unknown measure',
      list(
        designation('AQD9001', {
          inside: '<SanctionsImposedIndicators><Shoe>true</Shoe></SanctionsImposedIndicators>',
        }),
      ),
      'ENT_LIST_FIELD',
      'element <Shoe>',
    ],
    [
      'a day that does not exist',
      list(designation('AQD9001', { day: '31/02/2020' })),
      'ENT_LIST_VALUE',
      'DateDesignated is "31/02/2020"; expected a day',
    ],
    [
      'a date of no kind',
      list(designation('AQD9001'), '<DateGenerated>today</DateGenerated>'),
      'ENT_LIST_VALUE',
      'DateGenerated',
    ],
    ['no designations', list(''), 'ENT_LIST_EMPTY', 'no records'],
    ['nothing at all', '', 'ENT_LIST_EMPTY', 'no records'],
    [
      'another list',
      '<CONSOLIDATED_LIST><ENTITIES/></CONSOLIDATED_LIST>',
      'ENT_LIST_OTHER',
      '<CONSOLIDATED_LIST>',
    ],
    ['a file cut short', list(designation('AQD9001')).slice(0, 200), 'ENT_LIST_XML', 'uk.xml:3'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('uk-sanctions', text, 'uk.xml'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^uk\.xml/);
  });

  async function namesOfOne(name: string) {
    return namesOf(await readText('uk-sanctions', list(designation('AQD9001', { name }))), 'AQD9001');
  }
});
