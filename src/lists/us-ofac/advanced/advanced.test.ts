import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Statement, statementKey } from '../../../kernel/index.ts';
import {
  fixtureCases,
  namesOf,
  type Reading,
  readAll,
  readText,
  refusal,
  statementsOf,
  valuesOf,
} from '../../reading-for-test.ts';
import { listReader } from '../../registry.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const TEXT = readFileSync(join(FIXTURES, 'sdn-advanced/sdn_advanced.xml'), 'utf8');
const read = (name: string) =>
  readAll(listReader('us-ofac-sdn'), fixtureCases(FIXTURES).find((one) => one.name === name)?.files ?? []);

/** The statements that both formats should give: raw remarks and the numbers of aliases are of the format. */
function shared(reading: Reading, key: string): readonly string[] {
  const kept = (one: Statement) => one.property !== 'remarks' && !one.place.includes('/');
  return reading.records
    .filter((record) => record.key === key && record.part !== 'advanced')
    .flatMap((record) => record.statements)
    .filter(kept)
    .map((one) => statementKey({ ...one, place: one.place.replace(/^alt:\d+$/, 'alt') }))
    .sort();
}

describe('the advanced XML', () => {
  it('gives the same statements as the CSV set, but for raw remarks and the numbers of aliases', async () => {
    const [set, advanced] = await Promise.all([read('sdn-set'), read('sdn-advanced')]);
    // A whole year that is written out in days cannot be told from a year.
    const whole = statementsOf(set, '90002').find(({ value }) => value === '1963-01-01/1963-12-31');
    for (const key of ['90001', '90002', '90003', '90005']) {
      const expected = shared(set, key).filter((one) => !(whole && one === statementKey(whole)));
      expect(shared(advanced, key)).toEqual(expected);
    }
  });

  it('keeps what it alone says in a part of its own', async () => {
    const reading = await read('sdn-advanced');
    expect(reading.parts).toEqual(['sdn', 'alt', 'add', 'sdn_comments', 'sdn_seam', 'advanced']);
    const own = reading.records.filter(({ key, part }) => key === '90001' && part === 'advanced');
    expect(
      own.flatMap(({ statements }) => statements.map(({ property, value }) => [property, value])),
    ).toEqual([
      ['list', 'SDN List'],
      ['listedOn', '2019-07-02'],
      ['legalBasis', 'Executive Order 13224 (Terrorism)'],
      ['note', 'Block'],
      ['relation', '90010'],
      ['name', 'جبهة الميناء الشمالي'],
    ]);
    expect(valuesOf(reading, '90003', 'legalBasis')).toEqual([]);
    expect(namesOf(reading, '90005')).toEqual([
      "O'DEMRI, Tolva (primary, strong)",
      'THE LEDGER (alias, weak)',
      'О’ДЕМРИ, Толва (original, unstated)',
    ]);
  });

  it('notes a party that no entry lists, and an entry of no party', async () => {
    const reading = await readText(
      'us-ofac-sdn',
      TEXT.replace('ProfileID="90010" List', 'ProfileID="7" List'),
    );
    expect(reading.notes.map(({ kind, text }) => [kind, text.replace(/\D+/g, ' ').trim()])).toEqual([
      ['orphan-row', '90010'],
      ['orphan-row', '7'],
    ]);
  });

  it.each([
    ['an alias type without its set', ['AliasTypeID="1400"', 'AliasTypeID="9"'], 'AliasTypeID is "9"'],
    ['an unknown alias type', ['>A.K.A.<', '>Z.K.A.<'], 'AliasType is "Z.K.A."; expected Name, A.K.A.'],
    ['an unknown script', ['ScriptID="160"', 'ScriptID="161"'], 'ScriptID is "161"'],
    ['an unknown subtype', ['>Vessel<', '>Submarine<'], 'PartySubType is "Submarine"'],
    ['an unknown event', ['>Created<', '>Dreamt<'], 'EntryEventType is "Dreamt"'],
    ['an unknown relation', ['RelationTypeID="15003"', 'RelationTypeID="3"'], 'RelationTypeID is "3"'],
    ['an unknown programme type', ['SanctionsTypeID="1"', 'SanctionsTypeID="2"'], 'SanctionsTypeID is "2"'],
    ['a location that is not there', ['LocationID="80001"', 'LocationID="5"'], 'LocationID is "5"'],
    ['an unknown mark', ['LowQuality="true"', 'LowQuality="perhaps"'], 'LowQuality is "perhaps"'],
    ['an unknown element', ['<IssuingAuthority />', '<ShoeSize />'], 'element <ShoeSize>'],
    ['an unknown attribute', ['Former="false"', 'Latter="false"'], 'attribute Latter'],
    ['an unknown set', ['<LegalBasisValues>', '<ShoeValues></ShoeValues><LegalBasisValues>'], '<ShoeValues>'],
    ['the same party twice', ['FixedRef="90010"', 'FixedRef="90005"'], 'a second record with the key 90005'],
    ['another namespace', ['ADVANCED_XML', 'OTHER_XML'], 'OTHER_XML'],
    ['a date of issue that is none', ['<Month>8</Month><Day>11</Day>', '<Month>13</Month>'], 'DateOfIssue'],
    ['a cut', [TEXT.slice(-3_000), ''], 'malformed XML'],
  ])('is refused for %s, which it names', async (_, [from = '', to = ''], words) => {
    const error = await refusal(readText('us-ofac-sdn', TEXT.replace(from, to), 'sdn_advanced.xml'));
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^sdn_advanced\.xml/);
  });

  it('of one OFAC list is refused as the other', async () => {
    const error = await refusal(readText('us-ofac-consolidated', TEXT));
    expect([error.code, error.message.includes('so it is the SDN list')]).toEqual(['ENT_LIST_OTHER', true]);
  });
});
