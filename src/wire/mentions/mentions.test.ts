import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from '../evaluation/small-record.ts';
import { gazetteer } from '../gazetteer/gazetteer.ts';
import { readReport } from '../read-report.ts';

function groups(text: string): readonly string[] {
  const { mentions } = readReport(text, { gazetteer: TEST_GAZETTEER, publishedHint: '2025-08-13' });
  return mentions
    .filter(({ kind }) => kind === 'group')
    .map(({ span, entity, flags }) => [`${span.quote}=${entity}`, ...flags].join(' '));
}

describe('a short name is resolved by the fuller one (M5)', () => {
  const statement = 'Both sides named the Tehreek-e-Taliban Pakistan as a threat, the statement said.';
  test('in official wording: flagged as ambiguous and as differing', () => {
    expect(groups(`Pakistan will fight the Taliban.\n\n${statement}`)[0]).toBe(
      'Taliban=ttp ambiguous wording-differs',
    );
  });
  test("in the reporter's own words: flagged as resolved by the fuller name", () => {
    expect(
      groups('Pakistan will fight the Taliban.\n\nIt bombed the Tehreek-e-Taliban Pakistan in May.')[0],
    ).toBe('Taliban=ttp ambiguous fuller-name');
  });
  test('all candidates are kept', () => {
    const { mentions } = readReport(`Pakistan will fight the Taliban.\n\n${statement}`, {
      gazetteer: TEST_GAZETTEER,
    });
    const taliban = mentions.find(({ span }) => span.quote === 'Taliban');
    expect(taliban?.candidates.map(({ entity }) => entity)).toEqual(['afghan-taliban', 'ttp', 'jua']);
  });
  test('not when both stand in one sentence: those are two', () => {
    expect(groups('The Taliban shelter the Tehreek-e-Taliban Pakistan.')).toEqual([
      'Taliban=afghan-taliban ambiguous',
      'Tehreek-e-Taliban Pakistan=ttp',
    ]);
  });
  test('not when its own fuller name is in the text', () => {
    expect(groups('The Afghan Taliban spoke.\n\nThe Taliban left.')).toEqual([
      'Afghan Taliban=afghan-taliban',
      'Taliban=afghan-taliban',
    ]);
  });
  test('not beside words for a government', () => {
    expect(groups(`The Taliban administration spoke.\n\n${statement}`)[0]).toBe('Taliban=afghan-taliban');
  });
  test('with nothing to go by but the country, the country decides (M6)', () => {
    expect(groups('The Taliban closed schools in Kabul.')).toEqual(['Taliban=afghan-taliban']);
    expect(groups('PESHAWAR: The Taliban attacked a bank in Peshawar on Monday.')).toEqual([
      'Taliban=ttp ambiguous',
    ]);
  });
});

test('whoever has the word in some name, but is active elsewhere, is no candidate', () => {
  const { mentions } = readReport('The Taliban closed schools in Kabul.', { gazetteer: TEST_GAZETTEER });
  const [taliban] = mentions.filter(({ kind }) => kind === 'group');
  expect(taliban?.candidates.map(({ entity }) => entity)).not.toContain('boko');
});

test("the end of another's name is no name, and a state is a state", () => {
  const held = gazetteer([
    {
      entity: 'x',
      caption: 'Falange',
      kind: 'group',
      names: ['Falange', 'Indonesia'].map((text) => ({
        text,
        kind: 'alias' as const,
        strength: 'strong' as const,
      })),
    },
  ]);
  const found = (text: string) =>
    readReport(text, { gazetteer: held }).mentions.map(({ span, kind }) => `${span.quote} ${kind}`);
  expect(found('He fears the Falange there.')).toEqual(['Falange group']);
  expect(found('He left the Silver Falange there.')).toEqual([]);
  expect(found('He left for Indonesia.')).toEqual(['Indonesia state']);
});

describe('letters and weak names (M2 to M4)', () => {
  test('letters in brackets mean the name before them from there on', () => {
    const text = 'The Invented name of the Haqqani Network (HQN) is known. HQN denied it.';
    expect(groups(text).slice(1)).toEqual(['HQN=haqqani', 'HQN=haqqani']);
  });
  test('letters alone are flagged', () => {
    expect(groups('BLA fighters struck in Quetta.')).toEqual(['BLA=bla acronym']);
  });
  test('a weak name counts only when a better one is in the text', () => {
    expect(groups('The Base struck again in Sanaa.')).toEqual([]);
    expect(groups('LJ militants struck. The Lashkar-e-Jhangvi denied it.')[0]).toBe('LJ=lej weak-name');
    expect(groups('He plays the LJ on Sundays.')).toEqual([]);
  });
  test('a word is no mention because a list has it as a weak name', () => {
    expect(groups('Students gathered at the front of the base.')).toEqual([]);
  });
});

test("a state's word for a group is resolved and not adopted (M7)", () => {
  expect(groups('Fitna al-Khawarij militants were killed in Bannu.')).toEqual([
    'Fitna al-Khawarij=ttp label',
  ]);
});

test('a plural of people is nobody (M8)', () => {
  expect(groups('Baloch separatists and Pakistani militants fought in Balochistan.')).toEqual([]);
});

test('"the group" is the group named last, and says that it is a coreference', () => {
  expect(groups('The BLA struck on Monday. The group has denied it.')[1]).toBe('The group=bla coreference');
});

test('a caption, a crumb and a trailer name nothing (Z3)', () => {
  const page =
    'A headline about nothing much\n\nTaliban\nThe two sides met in the capital on Monday, officials said.\n\n(BLA: published from a syndicated feed.)\n';
  expect(groups(page)).toEqual([]);
});

describe('persons by their offices', () => {
  const people = (text: string) =>
    readReport(text, { gazetteer: TEST_GAZETTEER })
      .mentions.filter(({ kind }) => kind === 'person')
      .map(({ span, role, country }) => [span.quote, role, country]);
  test.each([
    [
      "Farhad Jalali, Iran's deputy minister for the UN, spoke.",
      'Farhad Jalali',
      "Iran's deputy minister for the UN",
      'IR',
    ],
    [
      'Anna T. Bright, the Acting Coordinator at the US Department of State, spoke.',
      'Anna T. Bright',
      'the Acting Coordinator at the US Department of State',
      'US',
    ],
    ['Indian Home Minister Ravi Menonkar spoke.', 'Ravi Menonkar', 'Indian Home Minister', 'IN'],
    ['US Secretary of State Daniel Whitmore spoke.', 'Daniel Whitmore', 'US Secretary of State', 'US'],
    [
      'Additional Secretary for the UN, Ambassador Sara Qadir, spoke.',
      'Sara Qadir',
      'Additional Secretary for the UN',
      null,
    ],
  ])('%s', (text, name, role, country) => expect(people(text)).toEqual([[name, role, country]]));
  test('two persons who share a surname stay two', () => {
    const text = "Nadeem Karim, Pakistan's envoy, met Army chief Asad Karim.";
    expect(people(text).map(([name]) => name)).toEqual(['Nadeem Karim', 'Asad Karim']);
  });
  test('a capitalised name with no office is no person: it may be a train', () => {
    expect(people('The Sample Express left. Silver Bridge fell.')).toEqual([]);
  });
});
