import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal } from '../reading-for-test.ts';
import { caListed } from './ca-listed.ts';

const entry = (title: string, summary = 'N/A', more = '') =>
  `<entry><title>${title}</title><id>x</id><summary type="text">${summary}</summary>${more}</entry>`;
const feed = (...entries: readonly string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>${entries.join('\n')}</feed>`;
const read = (text: string) => readText('ca-listed', text, 'ca.xml');

describe('the entities listed in Canada', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(caListed, files)))).toEqual(expected);
    });
  }

  it('have the further names apart that one text gives', async () => {
    const reading = await read(
      feed(entry('Quay Front (QF)', 'Jaish-i-Quaymed (Quaymad), Lamp (LP), Pier (The Mole)')),
    );
    expect(namesOf(reading, 'quay-front')).toEqual([
      'Quay Front (primary, strong)',
      'QF (acronym, unstated)',
      'Jaish-i-Quaymed (alias, unstated)',
      'Jaish-i-Quaymad (alias, unstated)',
      'Lamp (alias, unstated)',
      'LP (acronym, unstated)',
      'Pier (alias, unstated)',
      'The Mole (alias, unstated)',
    ]);
  });

  it('have none where the feed says so', async () => {
    expect(namesOf(await read(feed(entry('Quay'))), 'quay')).toEqual(['Quay (primary, strong)']);
  });

  it.each([
    ['an unknown element', feed(entry('Quay', 'N/A', '<shoe/>')), 'ENT_LIST_FIELD', 'element <shoe>'],
    ['an unknown element of the feed', feed('<shoe/>', entry('Quay')), 'ENT_LIST_FIELD', 'element <shoe>'],
    [
      'an unknown attribute',
      feed(entry('Quay').replace('type=', 'tone=')),
      'ENT_LIST_FIELD',
      'attribute tone',
    ],
    ['an entry without a name', feed(entry(' - ')), 'ENT_LIST_ROW', 'without a name'],
    ['the same name twice', feed(entry('Quay'), entry('Quay (Q.F.)')), 'ENT_LIST_KEY_TWICE', 'quay'],
    ['no entries', feed(), 'ENT_LIST_EMPTY', 'no records'],
    ['another root', '<rss/>', 'ENT_LIST_OTHER', '<rss>'],
    ['a cut', feed(entry('Quay')).slice(0, -9), 'ENT_LIST_XML', 'malformed'],
    ['a document type', '<!DOCTYPE feed>', 'ENT_LIST_DOCTYPE', 'document type'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^ca\.xml/);
  });
});
