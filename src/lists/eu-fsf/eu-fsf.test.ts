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
import { euFsf } from './eu-fsf.ts';

const KEY = 'EU.90001.1';
const list = (entries: string, root = 'generationDate="2026-05-01T00:00:00.000+02:00"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" ${root}>${entries}</export>`;
const NAME = '<nameAlias wholeName="QUAY" strong="true" logicalId="5"/>';
const entry = (inside = NAME, attributes = '', key = KEY, code = 'enterprise') =>
  `\n<sanctionEntity euReferenceNumber="${key}" logicalId="1" ${attributes}><subjectType code="${code}"/>${inside}</sanctionEntity>`;
const named = async (inside: string) => namesOf(await readText('eu-fsf', list(entry(inside))), KEY);
const listed = async (inside: string, attributes = '') =>
  valuesOf(await readText('eu-fsf', list(entry(inside + NAME, attributes))), KEY, 'listedOn');

describe('the Financial Sanctions File', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(euFsf, files)))).toEqual(expected);
    });
  }

  it('says when it was made, to the moment, where it says so', async () => {
    const published = async (root?: string) => (await readText('eu-fsf', list(entry(), root))).published;
    expect(await published()).toBe('2026-05-01T00:00:00.000+02:00');
    expect(await published('')).toBeNull();
  });

  describe('chooses a primary name', () => {
    it('by the lowest number of those in English or in no stated language', async () => {
      const names =
        '<nameAlias wholeName="Banchina" nameLanguage="IT" strong="true" logicalId="1"/>' +
        '<nameAlias wholeName="Pier" strong="true" logicalId="10"/>' +
        '<nameAlias wholeName="Quay" nameLanguage="EN" strong="true" logicalId="9"/>';
      expect(await named(names)).toEqual([
        'Banchina (alias, strong)',
        'Pier (alias, strong)',
        'Quay (primary, strong)',
      ]);
    });

    it('that is not weak, and has a family name if one has', async () => {
      const names =
        '<nameAlias wholeName="Q" strong="true" logicalId="1"><remark>Low quality</remark></nameAlias>' +
        '<nameAlias wholeName="Uncle" strong="true" logicalId="2"/>' +
        '<nameAlias wholeName="Arvo Quay" lastName="Quay" strong="true" logicalId="3"/>';
      expect(await named(names)).toEqual([
        'Q (alias, weak)',
        'Uncle (alias, strong)',
        'Arvo Quay (primary, strong)',
      ]);
    });

    it('in other letters where there are no Latin ones', async () => {
      const names =
        '<nameAlias wholeName="Причал" nameLanguage="RU" strong="true" logicalId="2"/>' +
        '<nameAlias wholeName="Прычал" nameLanguage="BE" strong="true" logicalId="1"/>';
      expect(await named(names)).toEqual(['Причал (original, strong)', 'Прычал (primary, strong)']);
    });
  });

  it('says in a remark how strong a name is, however it is spelled', async () => {
    const quality = async (remark: string) =>
      named(`<nameAlias wholeName="QUAY" strong="true" logicalId="5"><remark>${remark}</remark></nameAlias>`);
    expect(await quality('Low quality')).toEqual(['QUAY (primary, weak)']);
    expect(await quality('lo quality alias')).toEqual(['QUAY (primary, weak)']);
    expect(await quality('god quality')).toEqual(['QUAY (primary, strong)']);
    expect(await quality('slow quality')).toEqual(['QUAY (primary, strong)']);
  });

  it('gives languages as BCP 47 has them', async () => {
    const reading = await readText(
      'eu-fsf',
      list(entry('<nameAlias wholeName="A" nameLanguage="EL"/><nameAlias wholeName="B" nameLanguage="MO"/>')),
    );
    expect(statementsOf(reading, KEY).map(({ language }) => language)).toEqual(['el', 'ro']);
  });

  it('says that an entry was listed by the time of its earliest act, unless it gives a day', async () => {
    const act = (day: string) =>
      `<regulation publicationDate="${day}" entryIntoForceDate="2012-01-17" numberTitle="34/9012" programme="TAQA"/>`;
    const older =
      '<address street="Quay"><regulationSummary publicationDate="2002-05-29" numberTitle="881/9002"/></address>';
    expect(await listed(act('2012-01-18'))).toEqual(['../2012-01-17']);
    expect(await listed(act('2012-01-18') + older)).toEqual(['../2002-05-29']);
    expect(await listed(act('2012-01-18') + older, 'designationDate="2001-10-17"')).toEqual(['2001-10-17']);
    expect(await listed('')).toEqual([]);
  });

  it('takes a base act for that of the listing only where the names entered first cite it', async () => {
    const named = (id: number, type: string, day: string) =>
      `<nameAlias wholeName="QUAY ${id}" logicalId="${id}"><regulationSummary regulationType="${type}" publicationDate="${day}" numberTitle="1"/></nameAlias>`;
    const base = (id: number) => named(id, 'regulation', '2002-05-29');
    const later = (id: number) => named(id, 'amendment', '2010-01-26');
    expect(await listed(later(7486) + later(7487) + base(7640) + base(7641) + base(7642))).toEqual([
      '../2010-01-26',
    ]);
    expect(await listed(later(898) + base(899) + base(901) + later(7640))).toEqual(['../2002-05-29']);
    expect(await listed(later(5) + later(6) + base(7))).toEqual(['../2010-01-26']);
    expect(await listed(base(1))).toEqual(['../2002-05-29']);
  });

  it.each([
    ['Date of listing: 1.12.2011', '2011-12-01'],
    ['date of listing 16/10/2012.', '2012-10-16'],
    ['Date of EU designation: 26.7.2010 (UN: 9.6.2010)', '2010-07-26'],
    ['EU designation 26/07/2010 followed by UN designation 9/6/2011', '2010-07-26'],
    ['Date of UN designation: 9.6.2010', undefined],
    ['UN designation 9/6/2010 (no longer valid). Previous EU designation 26/7/2010', undefined],
    ['Date of designation referred to in Article 2a(4)(b): 14.5.2014', undefined],
    ['(26.7.2010, suspended since 16.1.2016)', undefined],
  ])('reads its own day of listing in words, and only that: %s', async (words, day) => {
    expect(await listed(`<remark>${words}</remark>`)).toEqual(day === undefined ? [] : [day]);
  });

  it('shows an act later than the earliest as an amendment', async () => {
    const amended = async (days: string) =>
      valuesOf(
        await readText(
          'eu-fsf',
          list(
            entry(
              `<regulation ${days} numberTitle="1"/><nameAlias wholeName="QUAY"><regulationSummary publicationDate="2002-05-29" numberTitle="0"/></nameAlias>`,
            ),
          ),
        ),
        KEY,
        'amendedOn',
      );
    expect(await amended('publicationDate="2012-01-18" entryIntoForceDate="2012-01-17"')).toEqual([
      '2012-01-18',
    ]);
    expect(await amended('publicationDate="2002-05-29" entryIntoForceDate="2002-05-30"')).toEqual([]);
    expect(await amended('publicationDate="2002-05-30" entryIntoForceDate="2002-05-29"')).toEqual([]);
  });

  it('has bidirectional controls taken out of names, with a note', async () => {
    const reading = await readText('eu-fsf', list(entry(NAME.replace('QUAY', 'QU\u202eYA\u202c'))), 'eu.xml');
    expect(valuesOf(reading, KEY, 'name')).toEqual(['QUYA']);
    expect(reading.notes[0]).toMatchObject({
      kind: 'bidi-removed',
      place: { path: `sanctionEntity ${KEY}` },
    });
  });

  it.each([
    ['a reference twice', list(entry() + entry()), 'ENT_LIST_KEY_TWICE', 'eu.xml:4'],
    ['a reference of another shape', list(entry(NAME, '', '90001')), 'ENT_LIST_VALUE', 'euReferenceNumber'],
    ['an entry without a name', list(entry('')), 'ENT_LIST_ROW', `${KEY} has no name`],
    [
      'an unknown kind of target',
      list(entry(NAME, '', KEY, 'ship')),
      'ENT_LIST_VALUE',
      'subjectType is "ship"',
    ],
    [
      'an unknown strength',
      list(entry('<nameAlias wholeName="QUAY" strong="maybe"/>')),
      'ENT_LIST_VALUE',
      'strong is "maybe"',
    ],
    [
      'an unknown gender',
      list(entry('<nameAlias wholeName="QUAY" gender="X"/>')),
      'ENT_LIST_VALUE',
      'gender is "X"',
    ],
    [
      'a language of another shape',
      list(entry('<nameAlias wholeName="QUAY" nameLanguage="english"/>')),
      'ENT_LIST_VALUE',
      'nameLanguage',
    ],
    [
      'an unknown calendar',
      list(entry(`${NAME}<birthdate year="1960" calendarType="LUNAR"/>`)),
      'ENT_LIST_VALUE',
      'calendarType is "LUNAR"',
    ],
    [
      'a designation day that is none',
      list(entry(NAME, 'designationDate="2001-02-30"')),
      'ENT_LIST_VALUE',
      'designationDate',
    ],
    ['an unknown attribute', list(entry(NAME, 'shoe="1"')), 'ENT_LIST_FIELD', 'attribute shoe'],
    ['an unknown element', list(entry(`${NAME}<shoe/>`)), 'ENT_LIST_FIELD', 'element <shoe>'],
    ['text between elements', list(entry(`${NAME}QUAY`)), 'ENT_LIST_XML', 'text inside sanctionEntity'],
    ['no entries', list(''), 'ENT_LIST_EMPTY', 'no records'],
    ['a date of no kind', list(entry(), 'generationDate="today"'), 'ENT_LIST_VALUE', 'generationDate'],
    ['another namespace', list(entry()).replace('fsd', 'xyz'), 'ENT_LIST_OTHER', 'fpi/xyz/export'],
    ['another list', '<Designations/>', 'ENT_LIST_OTHER', '<Designations>'],
    ['a file cut short', list(entry()).slice(0, 250), 'ENT_LIST_XML', 'eu.xml:3'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('eu-fsf', text, 'eu.xml'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^eu\.xml/);
  });
});
