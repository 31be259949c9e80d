import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal } from '../reading-for-test.ts';
import { usStateTel } from './us-state-tel.ts';

const HEADING = 'Terrorist Exclusion List Designees (alphabetical listing)';
const page = (items: readonly string[], { heading = HEADING, after = '' } = {}) =>
  `<!DOCTYPE html><html><body><ul><li>Home</li></ul><p>${heading}</p>` +
  `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>${after}</body></html>`;
const read = (text: string) => readText('us-state-tel', text, 'tel.html');

describe('the Terrorist Exclusion List', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(usStateTel, files)))).toEqual(expected);
    });
  }

  it('has the aliases of an item apart, and a bracket inside of one left alone', async () => {
    const reading = await read(page(['Quay (Red) (a.k.a. Q(R); f.k.a. the Pier, a.k.a. The Mole)']));
    expect(namesOf(reading, 'quay-red')).toEqual([
      'Quay (Red) (primary, strong)',
      'Q(R) (alias, unstated)',
      'the Pier (former, unstated)',
      'The Mole (alias, unstated)',
    ]);
  });

  it('leaves out what it shows as delisted, with a note', async () => {
    const after = '<p>Groups Delisted from the Terrorist Exclusion List</p><ul><li>Old Quay</li></ul>';
    const reading = await read(page(['Quay'], { after }));
    expect(reading.records.map(({ key }) => key)).toEqual(['quay']);
    expect(reading.notes.map(({ kind, text }) => [kind, text.includes('Old Quay')])).toEqual([
      ['row-skipped', true],
    ]);
  });

  it.each([
    ['another page', page(['Quay'], { heading: 'Menu' }), 'ENT_LIST_OTHER', 'no list of designees'],
    ['no items', page([]), 'ENT_LIST_OTHER', 'no list of designees'],
    ['an item without a name', page(['Quay', '( - )']), 'ENT_LIST_ROW', 'without a name'],
    ['the same name twice', page(['Quay', 'Quay (a.k.a. Pier)']), 'ENT_LIST_KEY_TWICE', 'quay'],
    ['a cut', page(['Quay']).slice(0, -9), 'ENT_LIST_HTML', 'cut short'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^tel\.html/);
  });
});
