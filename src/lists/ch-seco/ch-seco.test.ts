import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { chSeco } from './ch-seco.ts';

const PROGRAMME =
  '<sanctions-program ssid="1"><program-name lang="eng">Harbour</program-name><sanctions-set lang="eng" ssid="2">A</sanctions-set></sanctions-program>';
const name = (parts: string, attributes = 'name-type="primary-name"') =>
  `<name ${attributes}>${parts}</name>`;
const part = (value: string, more = '', type = 'whole-name', order = 1) =>
  `<name-part order="${order}" name-part-type="${type}"><value>${value}</value>${more}</name-part>`;
const QUAY = name(part('Quay'));
const target = (names: string, modifications: readonly string[] = [], ssid = '7') =>
  `<target ssid="${ssid}" sanctions-set-id="2"><entity><identity main="true">${names}</identity></entity>${modifications
    .map((one) => {
      const [type, day] = one.split(' ');
      return `<modification modification-type="${type}" effective-date="${day}"/>`;
    })
    .join('')}</target>`;
const list = (...targets: readonly string[]) =>
  `<swiss-sanctions-list list-type="whole-list" date="2026-08-21">${PROGRAMME}${targets.join('')}</swiss-sanctions-list>`;
const read = (text: string) => readText('ch-seco', text, 'seco.xml');

describe('the Swiss list', () => {
  for (const { name: called, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${called}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(chSeco, files)))).toEqual(expected);
    });
  }

  it('has a record for each time that a target was listed, whatever order the file has them in', async () => {
    const times = ['listed 2018-01-09', 'de-listed 2015-03-02', 'listed 2009-07-16', 'amended 2012-03-01'];
    const reading = await read(list(target(QUAY, times)));
    expect(reading.records.map(({ key }) => key)).toEqual(['7~2015-03-02', '7']);
    expect(valuesOf(reading, '7~2015-03-02', 'listedOn')).toEqual(['2009-07-16']);
    expect(valuesOf(reading, '7~2015-03-02', 'delistedOn')).toEqual(['2015-03-02']);
    expect(valuesOf(reading, '7', 'listedOn')).toEqual(['2018-01-09']);
    expect(valuesOf(reading, '7', 'delistedOn')).toEqual([]);
  });

  it('keeps a target that was removed, with the day', async () => {
    const reading = await read(list(target(QUAY, ['listed 2009-07-16', 'de-listed 2015-03-02'])));
    expect(valuesOf(reading, '7', 'delistedOn')).toEqual(['2015-03-02']);
  });

  it('puts the spellings of the parts of a name together by language and script', async () => {
    const variant = (text: string, lang: string, script: string) =>
      `<spelling-variant lang="${lang}" script="${script}">${text}</spelling-variant>`;
    const names = name(
      part('Quay', variant('Kai', 'deu', 'Latn') + variant('Квей', 'rus', 'Cyrl'), 'family-name', 2) +
        part('Arvo', variant('Арво', 'rus', 'Cyrl'), 'given-name', 1) +
        part('Captain', '', 'title', 3),
    );
    const reading = await read(list(target(names)));
    expect(namesOf(reading, '7')).toEqual([
      'Arvo Quay (primary, strong)',
      'Арво Квей (original, unstated)',
      'Arvo Kai (alias, unstated)',
    ]);
    expect(valuesOf(reading, '7', 'title')).toEqual(['Captain']);
  });

  it('makes no more than 24 names of the spellings of one', async () => {
    const many = Array.from(
      { length: 9 },
      (_, index) => `<spelling-variant>Kai${index}</spelling-variant>`,
    ).join('');
    const names = name(part('A', many, 'given-name', 1) + part('B', many, 'family-name', 2));
    expect(namesOf(await read(list(target(names))), '7')).toHaveLength(25);
  });

  it.each([
    ['an unknown element', list(target(`${QUAY}<shoe/>`)), 'ENT_LIST_FIELD', 'element <shoe>'],
    ['an unknown attribute', list(target(name(part('Q'), 'shoe="1"'))), 'ENT_LIST_FIELD', 'attribute shoe'],
    [
      'an unknown kind of name',
      list(target(name(part('Q'), 'name-type="ghost"'))),
      'ENT_LIST_VALUE',
      '"ghost"',
    ],
    [
      'an unknown quality',
      list(target(name(part('Q'), 'name-type="alias" quality="fair"'))),
      'ENT_LIST_VALUE',
      '"fair"',
    ],
    ['an unknown part of a name', list(target(name(part('Q', '', 'shoe')))), 'ENT_LIST_VALUE', '"shoe"'],
    ['an unknown modification', list(target(QUAY, ['lost 2020-01-01'])), 'ENT_LIST_VALUE', '"lost"'],
    ['a day that is none', list(target(QUAY, ['listed soon'])), 'ENT_LIST_VALUE', 'effective-date is "soon"'],
    [
      'a programme that is not there',
      list(target(QUAY).replace('id="2"', 'id="9"')),
      'ENT_LIST_VALUE',
      '"9"',
    ],
    ['a target without a name', list(target('')), 'ENT_LIST_ROW', '7 has no name'],
    ['a target twice', list(target(QUAY), target(QUAY)), 'ENT_LIST_KEY_TWICE', '7'],
    ['a file of changes', list(target(QUAY)).replace('whole-list', 'delta'), 'ENT_LIST_OTHER', 'delta'],
    ['no targets', list(), 'ENT_LIST_EMPTY', 'no records'],
    ['a cut', list(target(QUAY)).slice(0, -9), 'ENT_LIST_XML', 'malformed'],
    ['another root', '<list/>', 'ENT_LIST_OTHER', '<list>'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^seco\.xml/);
  });
});
