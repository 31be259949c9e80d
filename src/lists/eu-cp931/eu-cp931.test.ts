import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { euCp931 } from './eu-cp931.ts';
import { quotedNames } from './quoted-names.ts';

const page = (persons: readonly string[], groups: readonly string[], before = '') =>
  `<!DOCTYPE html><html><body>${before}<p>I. PERSONS</p>${items(persons)}<p>II. GROUPS AND ENTITIES</p>${items(groups)}</body></html>`;
const items = (texts: readonly string[]) =>
  texts.map((text, index) => `<p>${index + 1}. ${text}</p>`).join('');
const QUAY = '‘Quay Front’ – ‘QF’ (a.k.a. ‘Pier Front’).';
const read = (text: string) => readText('eu-cp931', text, 'eu.html');

describe('the annex of the Council', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(euCp931, files)))).toEqual(expected);
    });
  }

  it('keeps the keys when numbers move', async () => {
    const keys = async (...groups: readonly string[]) =>
      (await read(page([], groups))).records.map(({ key }) => key);
    expect(await keys('‘Pier’.', QUAY)).toEqual(['pier', ...(await keys(QUAY))]);
  });

  it('gives a person the dates, places and numbers that the item prints', async () => {
    const text =
      'QUAYMAN, Arvo (a.k.a. QUEYMAN, Arwo, a.k.a. The Pilot), born 14.4.1965 or 1.3.1964 in Zenda (Ruritania), citizen of Ruritania, passport number A488555.';
    const reading = await read(page([text], [QUAY]));
    expect(namesOf(reading, 'quayman-arvo')).toEqual([
      'QUAYMAN, Arvo (primary, strong)',
      'QUEYMAN, Arwo (alias, unstated)',
      'The Pilot (alias, unstated)',
    ]);
    const values = (property: 'birthDate' | 'birthPlace' | 'citizenship' | 'identifier') =>
      valuesOf(reading, 'quayman-arvo', property);
    expect(values('birthDate')).toEqual(['1965-04-14', '1964-03-01']);
    expect(values('birthPlace')).toEqual(['Zenda (Ruritania)']);
    expect(values('citizenship')).toEqual(['Ruritania']);
    expect(values('identifier')).toEqual(['A488555']);
  });

  it.each([
    ['‘Quay’.', ['Quay'], ''],
    ['‘Martyrs’ Brigade of the Quay’.', ['Martyrs’ Brigade of the Quay'], ''],
    ['‘Quay’, ‘Martyrs’ Brigade’ and ‘QB’', ['Quay', 'Martyrs’ Brigade', 'QB'], ''],
    ['‘New People’s Quay’ – ‘NPQ’, Ruritania', ['New People’s Quay', 'NPQ'], 'Ruritania'],
    [
      "‘Gama'a al-Quay’ (a.k.a. ‘Al-Gama'a’) (‘Quay Group’ – ‘QG’)",
      ["Gama'a al-Quay", "Al-Gama'a", 'Quay Group', 'QG'],
      '',
    ],
    [
      '‘Quay Military Wing’ (and all units reporting to it)',
      ['Quay Military Wing'],
      'and all units reporting to it',
    ],
    ['Quay', [], 'Quay'],
    ['‘Quay', [], '‘Quay'],
  ])('has the names of %s', (text, names, rest) => {
    const read = quotedNames(text);
    expect(read.names.map((name) => name.text)).toEqual(names);
    expect(read.rest).toBe(rest);
  });

  it('is never slow to part names, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('‘', '’', ' ', 'a', ',', '(', 'and '), maxLength: 2000 }),
        (text) => {
          for (const { text: name } of quotedNames(text).names) expect(text).toContain(name);
        },
      ),
    );
  });

  it.each([
    ['another page', '<!DOCTYPE html><html><body>x</body></html>', 'ENT_LIST_OTHER', 'no annex'],
    [
      'a number that is missing',
      page([], [QUAY, '‘Pier’']).replace('1. ', '3. '),
      'ENT_LIST_VALUE',
      'expected 1',
    ],
    ['an item without text', page([], [QUAY, '']), 'ENT_LIST_ROW', 'item II.2 is empty'],
    ['the same name twice', page([], [QUAY, QUAY]), 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['no items', page([], []), 'ENT_LIST_EMPTY', 'no records'],
    ['a cut', page([], [QUAY]).slice(0, -9), 'ENT_LIST_HTML', 'cut short'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^eu\.html/);
  });
});
