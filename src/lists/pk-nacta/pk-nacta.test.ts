import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pdf } from '../pdf-for-test.ts';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { sourceBytes } from '../source-file.ts';
import { PAGES } from './pages-for-test.ts';
import { pkNacta } from './pk-nacta.ts';

const HEAD = 'Proscribed Organizations\n';
const QUAY = '1\tQuay Front\t14-Aug-2001\n';
const read = (text: string) => readText('pk-nacta', text, 'pk.txt');

describe('the organisations proscribed in Pakistan', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`are read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(pkNacta, files)))).toEqual(expected);
    });
  }

  it('are read from a PDF whose cells have lines above and below their number', async () => {
    const reading = await readAll(pkNacta, [sourceBytes('pk.pdf', pdf(PAGES))]);
    expect(reading.records.map(({ key }) => key)).toEqual([
      'lashkar-e-jhangvi',
      'quay-front-pakistan',
      'balochistan-liberation-army',
      'lantern-foundation',
      'majeed-brigade',
    ]);
    expect(namesOf(reading, 'quay-front-pakistan')).toEqual([
      'Quay Front Pakistan (primary, strong)',
      'Pier Front (QF) (former, unstated)',
    ]);
    expect(valuesOf(reading, 'quay-front-pakistan', 'note')).toEqual(['UNSCR 1267']);
    expect(valuesOf(reading, 'lantern-foundation', 'linkedTo')).toEqual([
      'Lamp Trust, Lahore',
      'Wick Trust, Lahore',
    ]);
    expect(valuesOf(reading, 'majeed-brigade', 'listedOn')).toEqual(['2024-07-18']);
  });

  it.each([
    ['14-Aug-2001', '2001-08-14'],
    ['14th August, 2001', '2001-08-14'],
    ['14 Aug. 2001', '2001-08-14'],
    ['August 14, 2001', '2001-08-14'],
    ['14/08/2001', '2001-08-14'],
    ['14.8.2001', '2001-08-14'],
  ])('are listed on the day of "%s"', async (printed, day) => {
    const reading = await read(`${HEAD}1\tQuay Front\t${printed}\n`);
    expect(valuesOf(reading, 'quay-front', 'listedOn')).toEqual([day]);
  });

  it('as text carry a note that nothing shows its end', async () => {
    expect((await read(HEAD + QUAY)).notes.map(({ kind }) => kind)).toEqual(['no-end-mark']);
  });

  it.each([
    ['numbers of identity cards', `${HEAD}1\tArvo Quayman\t12345-1234567-1\n`, 'ENT_LIST_OTHER', 'CNIC'],
    ['another text', QUAY, 'ENT_LIST_OTHER', 'First Schedule'],
    ['no rows', HEAD, 'ENT_LIST_OTHER', 'no numbered rows'],
    ['a row without a day', `${HEAD}1\tQuay Front\n`, 'ENT_LIST_VALUE', 'the day of row 1'],
    ['a day that does not exist', `${HEAD}1\tQuay\t31-Feb-2001\n`, 'ENT_LIST_VALUE', '31-Feb-2001'],
    ['a row without a name', `${HEAD}1\t14-Aug-2001\n`, 'ENT_LIST_ROW', 'row 1 has no name'],
    ['the same name twice', `${HEAD}${QUAY}${QUAY.replace('1', '2')}`, 'ENT_LIST_KEY_TWICE', 'quay-front'],
    ['a row that is missing', `${HEAD}${QUAY}3\tPier Front\t15-Aug-2001\n`, 'ENT_LIST_VALUE', 'expected 2'],
    [
      'a row without end',
      `${HEAD}${QUAY}${`${'kai '.repeat(900)}\n`.repeat(2)}`,
      'ENT_LIST_TOO_LARGE',
      'characters in row 1',
    ],
    ['an empty file', '', 'ENT_LIST_EMPTY', 'no records'],
  ])('are refused for %s', async (_, text, code, words) => {
    const error = await refusal(read(text));
    expect([error.code, error.message.includes(words)]).toEqual([code, true]);
    expect(error.message).toMatch(/^pk\.txt/);
  });

  it('are refused as a PDF that is cut short, damaged, of pictures, or lacks a row', async () => {
    const whole = Buffer.from(pdf(PAGES));
    const code = async (bytes: Uint8Array) =>
      (await refusal(readAll(pkNacta, [sourceBytes('pk.pdf', bytes)]))).code;
    expect(await code(whole.subarray(0, -30))).toBe('ENT_LIST_PDF');
    expect(await code(Buffer.from('%PDF-1.4\nnothing\n%%EOF'))).toBe('ENT_LIST_PDF');
    expect(await code(pdf([[]]))).toBe('ENT_LIST_OTHER');
    expect(await code(pdf([PAGES[1] ?? []]))).toBe('ENT_LIST_OTHER');
    expect(await code(pdf([[[50, 800, 'Proscribed'], ...(PAGES[1] ?? [])]]))).toBe('ENT_LIST_VALUE');
  });
});
