import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from '../evaluation/small-record.ts';
import { readReport } from '../read-report.ts';

/** What is said of the deed that the first sentence tells: kind and actor. */
function said(words: string): readonly string[] {
  const { attributions } = readReport(`PESHAWAR: A bomb killed three policemen in Tank on Monday. ${words}`, {
    gazetteer: TEST_GAZETTEER,
    publishedHint: '2025-03-12',
  });
  return [...new Set(attributions.map(({ kind, actor }) => `${kind} ${actor?.entity ?? '-'}`))];
}

describe('a group claims a deed (A1)', () => {
  test.each([
    'The TTP took credit for the attack in a statement sent to reporters.',
    'The TTP issued a claim of responsibility.',
    'A claim of responsibility was issued by the TTP.',
    'The TTP has assumed responsibility for the bombing.',
    'The TTP acknowledged that it was behind the bombing.',
    'The TTP boasted that its men had carried out the bombing.',
    'The TTP claims it carried out the attack.',
    'The TTP claimed that one of its suicide bombers had targeted the police.',
    'The TTP said it was responsible for the bombing.',
    'The TTP said the bombing was carried out by its fighters.',
    'The TTP said the bombing was its work.',
    'The TTP praised the bombing as an operation by its fighters.',
    "The TTP's spokesman claimed responsibility for the bombing.",
    'Muhammad Khorasani, a TTP spokesman, told reporters by telephone that the group had carried out the attack.',
    'In a video posted online, a TTP commander said his men carried out the bombing.',
  ])('%s', (words) => {
    expect(said(words)).toEqual(['claimed ttp']);
  });
});

describe('somebody claims it in the name of a group (A1)', () => {
  test.each([
    'A caller speaking on behalf of the TTP claimed responsibility.',
    'A man claiming to speak on behalf of the TTP telephoned a newspaper to claim responsibility for the attack.',
    'A man who identified himself as a TTP commander claimed responsibility for the attack.',
    'A caller who claimed to represent the TTP said the group carried out the bombing.',
    'A letter signed by the TTP claimed responsibility for the bombing.',
    'A statement from the TTP claimed responsibility for the attack.',
  ])('%s', (words) => {
    expect(said(words)).toEqual(['claimed ttp']);
  });
});

describe('nobody has claimed it (A8)', () => {
  test.each([
    'The attack has not been claimed.',
    'Responsibility for the bombing has not been claimed.',
    'The attack remains unclaimed.',
    'The attack has gone unclaimed.',
  ])('%s', (words) => {
    expect(said(words)).toEqual(['no-claim -']);
  });
});

describe('a doubt is no fact and no charge (A6)', () => {
  test.each([
    'Police suspect the TTP carried out the attack.',
    'The TTP is the main suspect in the bombing, police said.',
    'The TTP was likely behind the bombing, police said.',
    'The TTP was probably responsible, an official said.',
  ])('%s', (words) => {
    expect(said(words)).toEqual(['suspected ttp']);
  });
});

describe('blame that is put on somebody (A5)', () => {
  test.each([
    'The army pinned the blame for the bombing on the TTP.',
    'The military laid the blame on the TTP.',
  ])('%s', (words) => {
    expect(said(words)).toEqual(['accused-by-authority ttp']);
  });
});

describe('words that claim nothing', () => {
  test.each([
    'The TTP hailed the visit as the work of the government.',
    'The TTP said the police had attacked the village.',
    'A man claiming to speak on behalf of traders telephoned a newspaper.',
  ])('%s', (words) => {
    expect(said(words).filter((one) => one.startsWith('claimed'))).toEqual([]);
  });
});
