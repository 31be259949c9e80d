import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadingLog } from '../reading-log.ts';
import { areCut, readComments, readCutRemarks, readJoined, readRemarks } from './remarks.ts';

const at = () => ({ log: new ReadingLog(), place: {} });
const values = (remarks: string) =>
  readRemarks(remarks, at())
    .slice(1)
    .map((statement) => statement.value);

describe('remarks', () => {
  it('keep their text, and give their fields', () => {
    expect(
      readRemarks("Gender Male; a.k.a. 'NHF'.", at()).map(({ property, value }) => [property, value]),
    ).toEqual([
      ['remarks', "Gender Male; a.k.a. 'NHF'."],
      ['gender', 'male'],
      ['name', 'NHF'],
    ]);
  });

  it('are split at semicolons with or without a space, but not inside a quoted name', () => {
    expect(values("nationality Ruritania;arrested 1 Apr 2003; a.k.a. 'THE; LAMP'; Gender Male.")).toEqual([
      'Ruritania',
      'arrested 1 Apr 2003',
      'THE; LAMP',
      'male',
    ]);
  });

  it('with a quote that never closes do not swallow the fields after it', () => {
    expect(values("a.k.a. 'THE LAMP; Gender Male; a.k.a. 'NHF'.")).toEqual([
      "a.k.a. 'THE LAMP",
      'male',
      'NHF',
    ]);
  });

  it.each([
    ['Linked To: QUAY TRADING.', 'QUAY TRADING'],
    ['Linked To: QUAY, S.A. DE C.V.', 'QUAY, S.A. DE C.V.'],
    ['Linked To: QUAY S.A.S.U.', 'QUAY S.A.S.U.'],
    ['Website www.quay.example.', 'www.quay.example'],
  ])('%s ends in a full stop that is the field’s own only after initials', (remarks, value) => {
    expect(values(remarks)).toEqual([value]);
  });

  it('are cut when they are as long as the column is wide', () => {
    expect([areCut('x'.repeat(999)), areCut('x'.repeat(1000))]).toEqual([false, true]);
  });

  it('cut anywhere lose nothing and gain nothing when their rest is joined to them', () => {
    const field = fc.constantFrom(
      'DOB 12 Aug 1965',
      'Gender Male',
      'Passport A123 (Ruritania) expires 01 Jan 2030',
      'Digital Currency Address - XBT 1abcdef',
      "a.k.a. 'THE LAMP'",
      'Linked To: QUAY TRADING',
      'Keeper of the Quay',
    );
    const remarks = fc.array(field, { minLength: 1, maxLength: 9 }).map((fields) => `${fields.join('; ')}.`);
    fc.assert(
      fc.property(remarks, fc.nat(), (whole, place) => {
        const where = place % whole.length;
        const [head, tail] = [whole.slice(0, where), whole.slice(where)];
        const cut = readCutRemarks(head, at());
        const parts = [
          ...cut.statements.slice(1),
          ...readJoined(cut.begun, tail, at()),
          ...readComments(tail, at()).slice(1),
        ];
        expect(parts).toEqual(readRemarks(whole, at()).slice(1));
      }),
    );
  });
});
