import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, readAll, readText, refusal, statementsOf, valuesOf } from '../reading-for-test.ts';
import { usFederalRegister } from './us-federal-register.ts';

const TITLE = 'In the Matter of the Designation of Quay Front as a Foreign Terrorist Organization';
const DOCUMENT = {
  title: TITLE,
  type: 'Notice',
  document_number: '2025-90001',
  publication_date: '2025-08-14',
};
const read = (value: unknown) => readText('us-federal-register', JSON.stringify(value), 'fr.json');

describe('the notices of the Federal Register', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(usFederalRegister, files)))).toEqual(expected);
    });
  }

  it('take effect on the day of publication unless another is stated, and name nobody as listed', async () => {
    const key = DOCUMENT.document_number;
    const plain = await read([DOCUMENT]);
    const stated = await read({ ...DOCUMENT, effective_on: '2025-09-01' });
    expect(valuesOf(plain, key, 'listedOn')).toEqual(['2025-08-14']);
    expect(valuesOf(stated, key, 'listedOn')).toEqual(['2025-09-01']);
    expect(valuesOf(plain, key, 'name')).toEqual([]);
    expect(statementsOf(plain, key).find(({ property }) => property === 'linkedTo')).toMatchObject({
      value: 'Quay Front',
      validFrom: '2025-08-14',
      detail: { role: 'target', action: 'designation' },
    });
  });

  it('of a revocation end what they name', async () => {
    const title = TITLE.replace('Designation', 'Revocation of the Designation');
    const reading = await read([{ ...DOCUMENT, title }]);
    expect(valuesOf(reading, '2025-90001', 'delistedOn')).toEqual(['2025-08-14']);
    expect(statementsOf(reading, '2025-90001').find(({ property }) => property === 'linkedTo')).toMatchObject(
      { value: 'Quay Front', validTo: '2025-08-14' },
    );
  });

  it.each<[string, unknown, string, string]>([
    ['one page of several', { count: 2, results: [DOCUMENT] }, 'ENT_LIST_COUNT', 'states 2'],
    ['an unknown field', [{ ...DOCUMENT, shoe_size: 9 }], 'ENT_LIST_FIELD', 'field shoe_size'],
    ['an unknown type', [{ ...DOCUMENT, type: 'Poem' }], 'ENT_LIST_VALUE', 'type is "Poem"'],
    [
      'a day that is none',
      [{ ...DOCUMENT, publication_date: '2025-02-30' }],
      'ENT_LIST_VALUE',
      'publication_date',
    ],
    ['a title that is no text', [{ ...DOCUMENT, title: 7 }], 'ENT_LIST_VALUE', 'title is "7"'],
    ['a number that is none', [{ ...DOCUMENT, document_number: 'x' }], 'ENT_LIST_VALUE', 'document_number'],
    ['the same number twice', [DOCUMENT, DOCUMENT], 'ENT_LIST_KEY_TWICE', '2025-90001'],
    ['another JSON', { name: 'quay' }, 'ENT_LIST_OTHER', 'no list of results'],
    ['results that are no documents', [{ name: 'quay' }], 'ENT_LIST_OTHER', 'documents with numbers'],
    ['nothing about a designation', [{ ...DOCUMENT, title: 'Harbour Dues' }], 'ENT_LIST_EMPTY', 'no records'],
  ])('are refused for %s', async (_, value, code, words) => {
    const error = await refusal(read(value));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^fr\.json/);
  });

  it('are refused where they are cut short', async () => {
    const text = JSON.stringify([DOCUMENT]).slice(0, -9);
    const error = await refusal(readText('us-federal-register', text, 'fr.json'));
    expect(error.code).toBe('ENT_LIST_JSON');
  });
});
