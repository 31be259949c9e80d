import { describe, expect, it } from 'vitest';
import type { Statement } from '../../kernel/index.ts';
import { ReadingLog } from '../reading-log.ts';
import { FIELD_HEADS } from './field-table.ts';
import { isFieldHead, readField } from './read-field.ts';

const read = (field: string): Statement => readField(field, { log: new ReadingLog(), place: {} });
const told = (field: string) => {
  const { property, value, detail } = read(field);
  return detail === undefined ? [property, value] : [property, value, detail];
};

describe('a field of remarks', () => {
  it.each([
    ['DOB 12 Aug 1965', ['birthDate', '1965-08-12']],
    ['DOB 1965', ['birthDate', '1965']],
    ['DOB circa 1965', ['birthDate', '1965~']],
    ['DOB circa 1979-1982', ['birthDate', '1979~/1982~']],
    ['DOB Mar 1968 to Mar 1969', ['birthDate', '1968-03/1969-03']],
    ['alt. DOB 1966', ['birthDate', '1966', { alternate: 'yes' }]],
    ['alt. Website www.example.org', ['website', 'www.example.org']],
    ['Linked To: QUAY TRADING, S.A.', ['linkedTo', 'QUAY TRADING, S.A.']],
    ['(Linked To: QUAY)', ['linkedTo', 'QUAY']],
    ['Telephone (000)(111)', ['phone', '(000)(111)']],
    ['Fax: 0111', ['phone', '0111', { type: 'fax' }]],
    ['Former Vessel Flag Graustark', ['flag', 'Graustark', { former: 'yes' }]],
  ])('%s is read by its head', (field, expected) => {
    expect(told(field)).toEqual(expected);
  });

  it.each([
    ['Passport A123', ['A123', { type: 'Passport' }]],
    ['alt. Passport A123 (Ruritania)', ['A123', { type: 'Passport', country: 'Ruritania' }]],
    [
      'Passport A123 (Ruritania) issued 01 Jan 2010 expires 02 Feb 2020',
      ['A123', { type: 'Passport', country: 'Ruritania', issued: '2010-01-01', expires: '2020-02-02' }],
    ],
    ['Passport A123 expires May 2006', ['A123', { type: 'Passport', expires: '2006-05' }]],
    [
      'Passport A1 expires 1 Jan 2023 to 1 Jan 2024',
      ['A1', { type: 'Passport', expires: '2023-01-01/2024-01-01' }],
    ],
    ['Passport A1 issued in the harbour', ['A1', { type: 'Passport', note: 'issued in the harbour' }]],
    [
      'National ID No. 12/QUAY(N)0023 (Ruritania)',
      ['12/QUAY(N)0023', { type: 'National ID No.', country: 'Ruritania' }],
    ],
    [
      'Folio Mercantil No. 42 (Quay) (Ruritania)',
      ['42', { type: 'Folio Mercantil No.', country: 'Ruritania', region: 'Quay' }],
    ],
    [
      'Vessel Registration Identification IMO 9000001',
      ['9000001', { type: 'Vessel Registration Identification', scheme: 'IMO' }],
    ],
    ['C.U.R.P. # AAAA650225', ['AAAA650225', { type: 'C.U.R.P. #' }]],
    ['BIK (RU) 044583162', ['044583162', { type: 'BIK (RU)' }]],
  ])('%s is an identifier', (field, [value, detail]) => {
    expect(read(field)).toMatchObject({ property: 'identifier', value, detail });
    expect(read(field).detail).toEqual(detail);
  });

  it.each([
    ["a.k.a. 'BLA'", 'BLA', 'alias'],
    ["f.k.a. 'THE OLD QUAY'", 'THE OLD QUAY', 'former'],
    ["a.k.a. ''ABD AL-QUAY'", "'ABD AL-QUAY", 'alias'],
    ["a.k.a. 'ABU AL-WAFA''", "ABU AL-WAFA'", 'alias'],
    ["a.k.a. 'SUE 'KMP''", "SUE 'KMP'", 'alias'],
  ])('%s is a weak name, apostrophes and all', (field, value, kind) => {
    expect(read(field)).toMatchObject({ property: 'name', value, kind, strength: 'weak', script: 'Latn' });
  });

  it('Digital Currency Address is a wallet with its currency', () => {
    expect(told('alt. Digital Currency Address - XBT 1abc')).toEqual([
      'cryptoWallet',
      '1abc',
      { currency: 'XBT' },
    ]);
  });

  it.each([
    'Commander of the Quay',
    'Passport issued in Port Amity',
    'Passport X1 and Ruritanian National ID No. 28 issued under the name Tam',
    "Citizen's Arrest 5",
    'Licensed Pilot 7',
    'Digital Currency Address - XBT',
    "a.k.a. 'never closed",
    'Position also referred to as Keeper of the Quay',
    'DOB',
  ])('%s is of no known kind and is kept whole as a note', (field) => {
    expect(told(field)).toEqual(['note', field]);
  });

  it('whose date cannot be read becomes a note and is reported', () => {
    const log = new ReadingLog();
    const place = { file: 'sdn.csv', line: 7 };
    expect(readField('DOB one winter', { log, place })).toMatchObject({
      property: 'note',
      value: 'DOB one winter',
    });
    expect(log.notes()).toEqual([
      { kind: 'date-unread', place, text: 'cannot read the date in "DOB one winter"' },
    ]);
  });
});

describe('the table of heads', () => {
  it('has each head once, and knows each', () => {
    const heads = FIELD_HEADS.map(({ head }) => head);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.filter((head) => !isFieldHead(head))).toEqual([]);
    expect(isFieldHead('Digital Currency Address - XBT')).toBe(true);
    expect(isFieldHead('Commander')).toBe(false);
  });

  it('gives each identifier its own head as type, though others begin alike', () => {
    for (const { head, rule } of FIELD_HEADS) {
      if (rule.kind === 'identifier') expect(read(`${head} 123`).detail?.type).toBe(head);
    }
  });
});
