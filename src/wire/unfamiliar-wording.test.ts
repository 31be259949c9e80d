import { expect, test } from 'vitest';
import { TEST_GAZETTEER } from './evaluation/index.ts';
import { readReport } from './read-report.ts';

const read = (body: string) =>
  readReport(`QUETTA, Nov 23, 2026 (AFP) - ${body}`, { gazetteer: TEST_GAZETTEER });
const kinds = (body: string) =>
  read(body).attributions.map(({ kind, actor }) => [kind, actor?.entity ?? null]);

test('"one of its fighters" did it: the group claims it', () => {
  expect(
    kinds(
      'A bomb killed two soldiers in Quetta on Sunday. The BLA said one of its fighters had carried out the bombing.',
    ),
  ).toEqual([['claimed', 'bla']]);
});

test('a claim is taken back', () => {
  expect(
    kinds('The BLA claimed the attack on a convoy in Kalat on Monday. The group later took back its claim.'),
  ).toEqual([
    ['claimed', 'bla'],
    ['claim-retracted', 'bla'],
  ]);
});

test('who averts an attack is no doer of it', () => {
  const { events, attributions } = read('Police averted a suicide attack on a mosque in Quetta on Monday.');
  expect(events.map(({ type, status }) => [type, status])).toEqual([['attack', 'foiled']]);
  expect(attributions).toEqual([]);
});

test('people held hostage are an abduction, by whoever holds them', () => {
  const body = 'Six engineers are being held hostage by militants of the BLA, police said.';
  expect(read(body).events.map(({ subtype }) => subtype)).toEqual(['abduction']);
  expect(kinds(body)).toEqual([['accused-by-authority', 'bla']]);
});

test('a deed is the work of a group', () => {
  const body =
    'A bomb went off in Quetta on Sunday, killing three people. The attack was the work of the BLA';
  expect(kinds(`${body}.`)).toEqual([['reported-as-fact', 'bla']]);
  expect(kinds(`${body}, police said.`)).toEqual([['accused-by-authority', 'bla']]);
});

test('an allegation that is trashed is denied', () => {
  const [allegation] = read(
    "Pakistan's foreign office alleged that New Delhi was bankrolling the BLA. India's foreign ministry trashed the allegation.",
  ).allegations;
  expect(allegation?.accused.country).toBe('IN');
  expect(allegation?.denial?.span.quote).toContain('trashed the allegation');
});
