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
import { ukHomeOffice } from './uk-home-office.ts';

const page = (body: string) => `<!DOCTYPE html><html><body><h1>Proscribed</h1>${body}</body></html>`;
const QUAY = '<h3>Quay Front (QF) – Proscribed March 2001</h3>';
const read = (body: string) => readText('uk-home-office', page(body), 'uk.html');
const names = async (prose: string) =>
  statementsOf(await read(`${QUAY}<p>${prose}</p>`), 'quay-front').flatMap(
    ({ property, value, validFrom, kind }) =>
      property === 'name' && kind !== 'primary' ? [[value, validFrom ?? '']] : [],
  );

describe('the proscribed organisations', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(ukHomeOffice, files)))).toEqual(expected);
    });
  }

  it.each<[string, (readonly [string, string])[]]>([
    [
      'On 14 July 2013 an Order was laid which provides that “Pier” and “Mole” should be treated as alternative names for it.',
      [
        ['Pier', '2013-07-14'],
        ['Mole', '2013-07-14'],
      ],
    ],
    [
      'The Government laid an Order, in July 2013, which provides that Pier Front, the Mole and Dock4All are to be treated as other names for it.',
      [
        ['Pier Front', '2013-07'],
        ['the Mole', '2013-07'],
        ['Dock4All', '2013-07'],
      ],
    ],
    [
      'Orders of January 2010 and November 2011 provide that Pier should be treated as another name for it.',
      [['Pier', '']],
    ],
    ['It is a group, also known as Pier Front, which seeks a harbour.', [['Pier Front', '']]],
    [
      'It is also known as “Pier” and “PF”.',
      [
        ['Pier', ''],
        ['PF', ''],
      ],
    ],
    ['It is also known as a nuisance.', []],
    ['QF is also known as Pier.', [['Pier', '']]],
    ['It fought beside Lantern Army, also known as LA.', []],
    ['Lantern Army, also known as LA, left it.', []],
    ['It should be treated as a threat.', []],
  ])('have the aliases that prose gives: %s', async (prose, expected) => {
    expect(await names(prose)).toEqual(expected);
  });

  it('may stand in a table', async () => {
    const reading = await read(
      '<table><tr><th>Organisation</th><th>Date proscribed</th><th>Description</th></tr>' +
        '<tr><td>Quay Front, including the Pier (QF)</td><td>July 2006</td><td>A group.</td></tr></table>',
    );
    expect(namesOf(reading, 'quay-front')).toEqual([
      'Quay Front (primary, strong)',
      'the Pier (QF) (alias, unstated)',
    ]);
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual(['2006-07']);
    expect(valuesOf(reading, 'quay-front', 'remarks')).toEqual(['A group.']);
  });

  it('have the words of a date beside it, and an extension as an amendment', async () => {
    const reading = await read('<p>Quay - Proscribed March 2001, proscription extended November 2021</p>');
    expect(
      statementsOf(reading, 'quay').flatMap(({ property, value, original }) =>
        original ? [[property, value, original]] : [],
      ),
    ).toEqual([
      ['listedOn', '2001-03', 'March 2001, proscription extended November 2021'],
      ['amendedOn', '2021-11', 'March 2001, proscription extended November 2021'],
    ]);
  });

  it.each([
    ['a date that is none', '<h3>Quay - Proscribed Marsh 2001</h3>', 'ENT_LIST_VALUE', 'Marsh 2001'],
    ['the same name twice', QUAY + QUAY, 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['another page', '<p>Sanctions</p>', 'ENT_LIST_OTHER', 'no organisation'],
    ['a name without letters', '<h3>* - Proscribed March 2001</h3>', 'ENT_LIST_ROW', 'without a name'],
  ])('are refused for %s', async (_, body, code, words) => {
    const error = await refusal(read(body));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^uk\.html/);
  });
});
