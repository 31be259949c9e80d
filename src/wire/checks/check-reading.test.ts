import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from '../evaluation/small-record.ts';
import { readReport } from '../read-report.ts';
import { checkReading } from './check-reading.ts';
import type { HeldLists, ListingFact } from './listing-fact.ts';

const US = { id: 'us-state', name: 'US State', country: 'US' };
const PK = { id: 'pk-interior', name: 'Pakistan Interior', country: 'PK' };
const UN = { id: 'un-sc', name: 'UN Security Council', country: 'UN' };

const listing = (
  entity: string,
  authority: ListingFact['authority'],
  list: string,
  programmes: readonly string[],
  from: string | null,
  to: string | null = null,
): ListingFact => ({
  entity,
  list,
  authority,
  reference: `${entity}-1`,
  programmes,
  from,
  to,
});

/** Facts of the public lists: US State 2019 and 2025, Pakistan's Interior 2006, UN QDe.132. */
const FACTS: readonly ListingFact[] = [
  listing('bla', US, 'us-ofac-sdn', ['SDGT'], '2019-07-02'),
  listing('bla', US, 'us-state-fto', ['FTO'], '2025-08-14'),
  listing('bla', PK, 'pk-nacta', [], '2006-04-07'),
  listing('ttp', UN, 'un-sc', [], '2011-07-29'),
  listing('hts', US, 'us-state-fto', ['FTO'], '2018-05-31', '2025-07-08'),
];
const HELD: HeldLists = {
  lists: [
    { id: 'us-ofac-sdn', country: 'US', loaded: true },
    { id: 'pk-nacta', country: 'PK', loaded: true },
    { id: 'un-sc', country: 'UN', loaded: true },
    { id: 'uk-proscribed', country: 'GB', loaded: false },
  ],
};

function check(text: string, published = '2025-08-13') {
  const reading = readReport(text, { gazetteer: TEST_GAZETTEER, publishedHint: published });
  return checkReading(reading, FACTS, HELD).checks.map(({ verdict, because, note, claim, span }) => ({
    verdict,
    lists: because.filter(({ relation }) => relation === 'matches').map(({ list }) => list),
    relations: because.map(({ list, relation }) => `${list} ${relation}`),
    note,
    claim,
    quote: span.quote,
  }));
}

describe('an authority is named', () => {
  test('K4: the date may be a few weeks before the effect', () => {
    expect(check('The US designated the BLA as a Foreign Terrorist Organisation on Monday.')).toMatchObject([
      { verdict: 'supported', lists: ['us-state-fto'], quote: 'designated' },
    ]);
  });
  test('K5: another date contradicts', () => {
    const [one] = check('The US designated the BLA as a Specially Designated Global Terrorist in 2015.');
    expect(one).toMatchObject({ verdict: 'contradicted', relations: ['us-ofac-sdn later'] });
    expect(one?.note).toContain('2019-07-02');
  });
  test('K6: listed, but not under that programme', () => {
    expect(
      check('Pakistan banned the BLA in 2006. The US designated the TTP as an SDGT in 2011.'),
    ).toMatchObject([{ verdict: 'supported', lists: ['pk-nacta'] }, { verdict: 'not-in-record' }]);
  });
  test('K3: a list that was not read says nothing', () => {
    const [one] = check('Britain proscribed the BLA in 2006.');
    expect(one?.verdict).toBe('list-not-loaded');
    expect(one?.relations).toContain('pk-nacta other-authority');
  });
  test('K3: a list that was read and does not hold it', () => {
    expect(check('The United Nations blacklisted the BLA in 2020.')).toMatchObject([
      { verdict: 'not-in-record' },
    ]);
  });
  test('K3, K5: "has not listed" is borne out or contradicted', () => {
    expect(check('The United Nations has not blacklisted the BLA.')).toMatchObject([
      { verdict: 'supported' },
    ]);
    expect(check('Pakistan has not banned the BLA.')).toMatchObject([{ verdict: 'contradicted' }]);
  });
  test('a delisting that happened, and one that the record does not know', () => {
    const lifted =
      'The US on Monday revoked the designation of Hayat Tahrir al-Sham as a Foreign Terrorist Organization.';
    expect(check(lifted, '2025-07-08')).toMatchObject([{ verdict: 'supported', lists: ['us-state-fto'] }]);
    expect(check('Pakistan on Monday lifted the ban on the BLA.')).toMatchObject([
      { verdict: 'contradicted' },
    ]);
  });
});

describe('no authority is named', () => {
  test('K2: what fits comes first, then what came before', () => {
    const [one] = check('The BLA was blacklisted in 2019.');
    expect(one).toMatchObject({
      verdict: 'agent-unstated',
      relations: ['us-ofac-sdn matches', 'pk-nacta earlier', 'us-state-fto later'],
    });
    expect(one?.note).toContain('US SDGT since 2019-07-02');
    expect(one?.note).toContain('Listed before: PK since 2006-04-07');
  });
  test('K8: a wording is checked as of the day of writing', () => {
    expect(check('The banned BLA struck in Quetta.', '2010-01-01')).toMatchObject([
      { verdict: 'agent-unstated', lists: ['pk-nacta'] },
    ]);
  });
});

test('K1: a name that the record does not hold', () => {
  expect(
    check('Pakistan banned the outlawed militant outfit Sons of the Invented Valley on Monday.').every(
      ({ verdict }) => verdict === 'not-in-record',
    ),
  ).toBe(true);
});

test('K8: "UN-listed" is borne out by the UN list', () => {
  expect(check('The UN-listed TTP denied it.')).toMatchObject([{ verdict: 'supported', lists: ['un-sc'] }]);
});

test('a listing whose date the record lacks is borne out, and said to be undated', () => {
  const facts = [listing('bla', US, 'us-ofac-sdn', ['SDGT'], null)];
  const text = 'The US designated the BLA as a Specially Designated Global Terrorist in 2015.';
  const reading = readReport(text, { gazetteer: TEST_GAZETTEER, publishedHint: '2025-08-13' });
  const [one] = checkReading(reading, facts, HELD).checks;
  expect(one).toMatchObject({ verdict: 'supported', because: [{ relation: 'undated' }] });
  expect(one?.note).toContain('without its date');
});

test('a redesignation is borne out by a listing that stands on its day', () => {
  const text = 'The US redesignated the BLA as a Specially Designated Global Terrorist on May 5, 2021.';
  expect(check(text)).toMatchObject([{ verdict: 'supported', lists: ['us-ofac-sdn'] }]);
  expect(check(text.replace('2021', '2018'))).toMatchObject([{ verdict: 'contradicted' }]);
});

test('plans and possibilities are not checked', () => {
  expect(check('The US plans to list the BLF as a terrorist entity. Canada may ban the TTP.')).toEqual([]);
});

test('the same input gives the same checks, and the reading is otherwise untouched', () => {
  const reading = readReport('The US designated the BLA on Monday.', {
    gazetteer: TEST_GAZETTEER,
    publishedHint: '2025-08-13',
  });
  const once = checkReading(reading, FACTS, HELD);
  expect(checkReading(once, FACTS, HELD)).toEqual(once);
  expect({ ...once, checks: [] }).toEqual(reading);
});
