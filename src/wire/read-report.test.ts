import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReading } from './checks/check-reading.ts';
import type { ListingFact } from './checks/listing-fact.ts';
import { TEST_GAZETTEER } from './evaluation/small-record.ts';
import { readReport } from './read-report.ts';
import type { Reading } from './reading.ts';

const ROOT = new URL('../../', import.meta.url);
const SAMPLE = new URL('samples/dialogue-2025-08-13.txt', ROOT);
const REPORT = new URL('../shared/data/wire/pti_business_standard_2025-08-13.txt', ROOT);
const STATEMENTS = new URL('../shared/data/wire/usgov_statements.jsonl', ROOT);

const read = (text: string, publishedHint?: string): Reading =>
  readReport(text, { gazetteer: TEST_GAZETTEER, ...(publishedHint === undefined ? {} : { publishedHint }) });

const US = { id: 'us-state', name: 'US State', country: 'US' };
const PK = { id: 'pk-interior', name: 'Pakistan Interior', country: 'PK' };
const fact = (
  authority: ListingFact['authority'],
  list: string,
  programmes: readonly string[],
  from: string,
): ListingFact => ({
  entity: 'bla',
  list,
  authority,
  reference: '1',
  programmes,
  from,
  to: null,
});
const FACTS = [
  fact(US, 'us-ofac-sdn', ['SDGT'], '2019-07-02'),
  fact(US, 'us-state-fto', ['FTO'], '2025-08-11'),
  fact(PK, 'pk-nacta', [], '2006-04-07'),
];
const HELD = { lists: [{ id: 'us-ofac-sdn', country: 'US', loaded: true }] };

/** What the report of 13 August 2025 must give, whoever printed it. */
function showsTheRecord(reading: Reading): void {
  const { document, mentions, events, attributions, allegations, commitments, positions } = reading;
  expect(document).toMatchObject({
    syndicated: true,
    dateline: { place: 'Islamabad', country: 'PK' },
    reference: { value: '2025-08-13' },
    language: 'en',
  });

  const dialogue = events.find(({ type }) => type === 'dialogue');
  expect(dialogue).toMatchObject({
    status: 'happened',
    when: { value: '2025-08-12', precision: 'day', basis: { quote: 'Tuesday' } },
    where: { text: 'Islamabad', country: 'PK' },
  });
  const chairs = dialogue?.participants.filter(({ role }) => role === 'co-chair');
  expect(chairs?.map(({ text, country }) => [text, country])).toEqual([
    ['Nabeel Munir', 'PK'],
    ['Gregory D. LoGerfo', 'US'],
  ]);
  expect(chairs?.[0]?.office).toBe("Pakistan's Special Secretary for the UN");
  expect(chairs?.[1]?.office).toMatch(/Acting Coordinator for Counterterrorism at the US /);
  expect(
    dialogue?.participants.filter(({ role }) => role === 'participant').map(({ country }) => country),
  ).toEqual(['PK', 'US']);

  const listings = events.filter(({ type }) => type === 'designation');
  expect(listings.map(({ when, programmes }) => [when?.value, when?.how, programmes])).toEqual([
    ['2025-08-11', 'anchored', ['FTO']],
    ['2019', 'stated', []],
  ]);
  expect(listings[0]?.participants).toMatchObject([
    { role: 'authority', country: 'US' },
    { role: 'target', entity: 'bla' },
  ]);
  expect(listings[1]?.participants).toMatchObject([{ role: 'target', entity: 'bla' }]);

  const linked = new Set(mentions.flatMap(({ kind, entity }) => (kind === 'group' ? [entity] : [])));
  expect([...linked].sort()).toEqual(['bla', 'iskp', 'ttp']);
  const lede = mentions.filter(({ span }) => span.quote === 'Taliban');
  expect(lede).toMatchObject([{ entity: 'ttp', flags: ['ambiguous', 'wording-differs'] }]);
  expect(lede[0]?.candidates.map(({ entity }) => entity)).toContain('afghan-taliban');

  const hijacking = events.find(({ type }) => type === 'attack');
  expect(hijacking).toMatchObject({ subtype: 'hijacking', when: { value: '2025' } });
  expect(hijacking?.participants).toMatchObject([{ role: 'target', text: 'the Jaffar Express' }]);
  expect(attributions).toMatchObject([
    {
      event: hijacking?.id,
      kind: 'claimed',
      actor: { entity: 'bla' },
      speaker: { entity: 'bla' },
      reporter: document.agency,
    },
  ]);

  expect(allegations).toMatchObject([
    {
      accuser: { country: 'PK' },
      accused: { country: 'IN' },
      of: { entity: 'bla' },
      hedge: 'allegedly',
      denial: null,
    },
  ]);

  expect(commitments.map(({ topic }) => topic)).toEqual([
    'cooperation',
    'counter-terrorism',
    'threat-response',
    'capacity',
    'technology',
    'multilateral',
  ]);
  for (const { parties, measurable, why } of commitments) {
    expect({ parties, measurable, why }).toEqual({
      parties: ['PK', 'US'],
      measurable: false,
      why: 'no date, no figure, no named instrument',
    });
  }
  expect(commitments[0]?.against.map(({ entity }) => entity)).toEqual(['bla', 'iskp', 'ttp']);
  expect(positions.map(({ speechAct, parties, about }) => [speechAct, parties.join(), about.join()])).toEqual(
    [
      ['stance', 'PK,US', ''],
      ['praise', 'US', 'PK'],
    ],
  );
  expect(positions[0]?.span.quote).toContain('"sustained and structured engagement"');

  // General talk, opinion and visits with no date are no events.
  expect(events.filter(({ type }) => type !== 'statement')).toHaveLength(4);
  const names = events.flatMap(({ participants }) => participants.map(({ text }) => text));
  expect(names.filter((name) => /Asim|Trump/.test(name))).toEqual([]);

  const { checks } = checkReading(reading, FACTS, HELD);
  expect(checks.map(({ verdict, because }) => [verdict, because[0]?.list])).toEqual([
    ['supported', 'us-state-fto'],
    ['agent-unstated', 'us-ofac-sdn'],
  ]);
  expect(checks[1]?.because).toContainEqual(
    expect.objectContaining({ list: 'pk-nacta', from: '2006-04-07', relation: 'earlier' }),
  );
}

test('the sample report shows the whole record', () => {
  const reading = read(readFileSync(SAMPLE, 'utf8'));
  showsTheRecord(reading);
  expect(reading.document).toMatchObject({
    publisher: 'The Sample Courier',
    agency: 'Sample News Agency',
    firstPublished: '2025-08-13T13:05:00+05:30',
  });
});

describe.runIf(existsSync(REPORT))('the report as printed (optional data)', () => {
  test('shows the whole record', () => {
    const reading = read(readFileSync(REPORT, 'utf8'));
    showsTheRecord(reading);
    expect(reading.document).toMatchObject({
      publisher: 'Business Standard',
      agency: 'Press Trust of India',
      headline: 'US, Pak to deepen bilateral cooperation to tackle leading militant groups',
      firstPublished: '2025-08-13T12:48:00+05:30',
      updated: '2025-08-13T12:48:00+05:30',
    });
  });
  test('a promise told in headline and lede is one, with both places', () => {
    const [deepen] = read(readFileSync(REPORT, 'utf8')).commitments;
    expect(deepen?.spans).toHaveLength(2);
  });
});

describe.runIf(existsSync(STATEMENTS))('the government statements (optional data)', () => {
  const statements = existsSync(STATEMENTS)
    ? readFileSync(STATEMENTS, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; date: string; text: string })
    : [];
  const statement = (id: string) => {
    const found = statements.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no statement ${id}`);
    return found;
  };
  const of = (id: string) => read(statement(id).text, statement(id).date);
  const undated = (id: string) => read(statement(id).text);
  const listed = ({ events }: Reading) =>
    events
      .filter(({ type }) => type === 'designation' || type === 'amendment')
      .map(({ type, when, programmes, participants }) => {
        const target = participants.find(({ role }) => role === 'target');
        const authority = participants.find(({ role }) => role === 'authority');
        return `${type} ${when?.value ?? '-'} ${authority?.country ?? '-'}>${target?.entity ?? target?.text} ${programmes.join('+')}`;
      });

  test('designation and alias of 2025', () => {
    const reading = of('us-fto-bla-20250811');
    expect(listed(reading)).toEqual([
      'designation 2025-08-11 US>bla FTO',
      'amendment 2025-08-11 US>bla SDGT',
      'designation 2019 ->bla SDGT',
    ]);
    expect(reading.attributions.map(({ kind, actor }) => [kind, actor?.entity])).toEqual([
      ['claimed', 'bla'],
      ['claimed', 'bla'],
    ]);
    expect(
      reading.events
        .filter(({ type }) => type === 'attack')
        .map(({ subtype, when }) => [subtype, when?.value]),
    ).toEqual([
      ['suicide-bombing', '2024'],
      ['hijacking', '2025-03'],
    ]);
  });
  test('designation and alias of 2025 with no day of writing: today is no year told before', () => {
    const reading = undated('us-fto-bla-20250811');
    expect(listed(reading)).toEqual([
      'designation - US>bla FTO',
      'amendment - US>bla SDGT',
      'designation 2019 ->bla SDGT',
    ]);
    expect(reading.events[0]?.when).toMatchObject({ value: null, basis: { quote: 'Today' } });
  });
  test('the training since the last round of 2023 is a record and no target', () => {
    for (const reading of [of('us-pak-ctd-20240510'), undated('us-pak-ctd-20240510')]) {
      const training = reading.commitments.find(({ topic }) => topic === 'capacity');
      expect(training).toMatchObject({ measurable: false, due: null });
      expect(training?.why).toContain('300 is what was done already');
    }
  });
  test('redesignations of 2003', () => {
    expect(listed(of('us-fto-redesig-20031223'))).toEqual([
      'designation 2003-12-23 US>jem FTO',
      'designation 2003-12-23 US>let FTO',
      'designation 2001 ->jem ',
      'designation 2001 ->let ',
      'amendment - US>jem SDGT',
      'amendment - US>let SDGT',
    ]);
  });
  test('aliases of 2018', () => {
    expect(listed(of('us-let-alias-20180402'))).toEqual([
      'amendment - US>let FTO+SDGT',
      'designation 2001-12-26 US>let FTO+SDGT',
      expect.stringMatching(/^designation - ->[A-Z].+ SDGT$/),
    ]);
  });
  test('the rounds of 2020, 2021 and 2024', () => {
    const rounds = (id: string) =>
      of(id)
        .events.filter(({ type }) => type === 'dialogue')
        .map(({ when }) => when?.value);
    expect(rounds('us-pak-ctd-20240510')).toEqual(['2024-05-10', '2023-03']);
    expect(rounds('us-india-ctjwg-20200910')).toEqual(['2020-09-09/2020-09-10', '2020-09-09/2020-09-10']);
    expect(rounds('us-india-ctjwg-20211027')).toEqual(['2021-10-26/2021-10-27', '2021-10-26/2021-10-27']);
    const made = (id: string) =>
      of(id).commitments.map(
        ({ speechAct, parties, topic }) => `${speechAct} ${[...parties].sort().join('+')} ${topic}`,
      );
    expect(made('us-pak-ctd-20240510')).toEqual([
      'acknowledge PK+US cooperation',
      'acknowledge PK+US capacity',
      'acknowledge PK+US multilateral',
      'commit PK+US cooperation',
      'reaffirm PK+US security',
    ]);
    expect(made('us-india-ctjwg-20211027')).toEqual([
      'commit IN+US cooperation',
      'commit IN+US threat-response',
      'reaffirm US counter-terrorism',
    ]);
    const listedByUn = of('us-india-ctjwg-20211027').wordings.map(
      ({ authority, group }) => `${authority} ${group.entity}`,
    );
    expect(listedByUn).toEqual(['UN aq', 'UN isil', 'UN let', 'UN jem']);
  });
});

describe('who is meant', () => {
  test('a group called upon is told, and all whom a shared name may mean', () => {
    const called = (text: string) =>
      read(text).positions.map(({ groups }) => groups.map(({ entity }) => entity));
    expect(called('India and Tajikistan called on the Taliban to guard Afghan territory.')).toEqual([
      ['afghan-taliban'],
    ]);
    expect(called('India and Oman urged Jaish-e-Mohammed to disband.')).toEqual([['jem']]);
  });
  test('the programme tells the state of whoever lists, and is no party itself', () => {
    const [named, unnamed] = read(
      'The Secretary has designated the BLF as an FTO. The BRA is also designated as an SDGT.',
    ).events.map(({ participants }) => participants.find(({ role }) => role === 'authority'));
    expect([named?.text, named?.country]).toEqual(['The Secretary', 'US']);
    expect(unnamed).toBeUndefined();
  });
  test('of two leaders of a dialogue, the one whose office names no state leads the other side', () => {
    const [dialogue] = read(
      'Special Secretary Omar Rahmat and US Department of State Coordinator Anna Bright co-chaired the Pakistan-U.S. Counterterrorism Dialogue on 3 May 2024.',
    ).events;
    const chairs = dialogue?.participants.filter(({ role }) => role === 'co-chair');
    expect(chairs?.map(({ text, country }) => [text, country])).toEqual([
      ['Omar Rahmat', 'PK'],
      ['Anna Bright', 'US'],
    ]);
  });
  test('a name that a copy broke after its particle is one name', () => {
    const [event] = read(
      'The State Department amended the designation of Jaish-e-Mohammed to add the aliases Khuddam Squad and Sipah-e- Rahat Kashmir.',
    ).events;
    const aliases = event?.participants.filter(({ role }) => role === 'alias').map(({ text }) => text);
    expect(aliases).toEqual(['Khuddam Squad', 'Sipah-e- Rahat Kashmir']);
  });
});

describe('what two sides promise, in the wordings of joint statements', () => {
  const promised = (sentence: string) =>
    read(`India and Nepal held talks in New Delhi. ${sentence}`).commitments.map(
      ({ speechAct, binding, parties, span }) =>
        `${speechAct} ${binding} ${[...parties].sort().join('+')}: ${span.quote}`,
    );
  test.each([
    [
      'The two sides reiterated their resolve to implement UN Security Council Resolution 1373.',
      ['reaffirm medium IN+NP: implement UN Security Council Resolution 1373'],
    ],
    [
      'The two delegations looked forward to the next meeting in Kathmandu in 2031.',
      ['intend weak IN+NP: the next meeting in Kathmandu in 2031'],
    ],
    [
      'It was decided that a joint training programme would be launched in April 2031.',
      ['commit strong IN+NP: a joint training programme would be launched in April 2031'],
    ],
    [
      'The two sides decided to expand joint patrols and set up a liaison office.',
      ['commit strong IN+NP: expand joint patrols', 'commit strong IN+NP: set up a liaison office'],
    ],
    [
      'Both sides committed themselves to full implementation of the FATF standards.',
      ['commit strong IN+NP: full implementation of the FATF standards'],
    ],
    ['It was decided by the court that the two men would be freed.', []],
    ['The two sides committed grave crimes.', []],
  ])('%s', (sentence, expected) => expect(promised(sentence)).toEqual(expected));
});

describe('a promise is measured by what is ahead', () => {
  const why = (text: string) =>
    read(text).commitments.map(({ measurable, due, why }) => ({ measurable, due, why }));
  test('what was done since a date is a record', () => {
    expect(
      why('India and Oman pledged to expand the training of 80 guards since the last round in May 2023.'),
    ).toEqual([
      {
        measurable: false,
        due: null,
        why: 'no date, no figure, no named instrument; 80 is what was done already, May 2023 is past',
      },
    ]);
  });
  test('with no day of writing, what the text has told as done is past', () => {
    const [promise] = why(
      'India and Oman held talks in Muscat on 3 May 2024. They agreed to continue the work of March 2023.',
    );
    expect(promise?.due).toBeNull();
  });
});

/** All spans in a reading, wherever they are. */
function spansIn(value: unknown, out: { quote: string; start: number; end: number }[] = []) {
  if (Array.isArray(value)) for (const item of value) spansIn(item, out);
  else if (typeof value === 'object' && value !== null) {
    const { quote, start, end } = value as Record<string, unknown>;
    if (typeof quote === 'string' && typeof start === 'number' && typeof end === 'number')
      out.push({ quote, start, end });
    for (const item of Object.values(value)) spansIn(item, out);
  }
  return out;
}

describe('every item stands in the text (S1 to S3)', () => {
  const words = fc.constantFrom(
    'the BLA',
    'Pakistan',
    'India',
    'the US',
    'a spokesman',
    'police',
    'the group',
    'both sides',
    'the Taliban',
    'no group',
    'it',
    'they',
    'claimed',
    'denied',
    'accused',
    'blamed',
    'banned',
    'designated',
    'agreed to',
    'reaffirmed',
    'said',
    'attacked',
    'was',
    'has not',
    'will',
    'responsibility for',
    'the attack',
    'a bombing',
    'talks',
    'a dialogue',
    'the ban on',
    'of backing',
    'that',
    'after',
    'a day after',
    'and',
    'in Quetta',
    'on Tuesday',
    'in 2019',
    'by December',
    'as an FTO',
    'allegedly',
    'suspected',
    ',',
    ', which',
    '. The',
    '.\n\n',
    '“',
    '”',
    '(',
    ')',
    'killing',
    'ten people',
    'to hold',
    'the importance of',
    'their commitment to',
    'combating terrorism',
    "'s",
    '-backed',
    'President Ali Sampleman',
  );
  const report = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));

  test('whatever the words', () => {
    fc.assert(
      fc.property(report, (text) => {
        if (!/[a-z]/i.test(text)) return;
        const reading = read(text, '2025-08-13');
        for (const span of spansIn(reading)) {
          expect(reading.document.text.slice(span.start, span.end)).toBe(span.quote);
          expect(span.quote.trim()).not.toBe('');
        }
        const ids = new Set(reading.events.map(({ id }) => id));
        for (const { event } of reading.attributions) expect(ids.has(event)).toBe(true);
        expect(read(text, '2025-08-13')).toEqual(reading);
      }),
      { numRuns: 400 },
    );
  });

  test('whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const text = `The BLA claimed ${noise.replaceAll('\0', ' ')} in Quetta on Monday.`;
        const reading = read(text);
        for (const { start, end, quote } of spansIn(reading))
          expect(reading.document.text.slice(start, end)).toBe(quote);
      }),
    );
  });
});

test('another language gives mentions and no events', () => {
  const reading = read(
    'ISIS-K a revendiqué une attaque dans la ville de Kaboul et le groupe est sur la liste des pays.',
    '2025-01-01',
  );
  expect(reading.document.language).toBe('fr');
  expect(reading.mentions.map(({ entity }) => entity)).toContain('iskp');
  expect([reading.events, reading.attributions, reading.commitments]).toEqual([[], [], []]);
});
