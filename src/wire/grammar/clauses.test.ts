import { describe, expect, test } from 'vitest';
import { analyse } from '../analyse.ts';
import { readDocument } from '../document/read-document.ts';
import { TEST_GAZETTEER } from '../evaluation/small-record.ts';
import type { NounChunk } from './chunks.ts';

const words = (nouns: readonly NounChunk[]) =>
  nouns.map(({ units }) => units.map(({ text }) => text).join(' ')).join(' | ');

/** Each clause of the first sentence as `subjects > verb > objects`. */
function clauses(text: string): readonly string[] {
  const [sentence] = analyse(readDocument(text, null), TEST_GAZETTEER).sentences;
  return (sentence?.clauses ?? []).map(({ verb, subjects, objects, complement }) => {
    const how = `${verb.negated ? 'not ' : ''}${verb.passive ? 'be ' : ''}${verb.lemma}`;
    return `${words(subjects)} > ${how} > ${words(complement === null ? objects : [...objects, complement])}`;
  });
}

describe('subjects and objects', () => {
  test.each([
    ['a list of subjects', 'Pakistan and the US have agreed.', ['Pakistan | the US > agree > ']],
    ['a list with commas', 'Russia, China and Iran met.', ['Russia | China | Iran > meet > ']],
    ['over an apposition', "Farhad Jalali, Iran's envoy, left.", ['Farhad Jalali > leave > ']],
    [
      'over a relative clause',
      'The BLA, which the US listed in 2019, struck.',
      ['the US > list > The BLA', 'The BLA > strike > '],
    ],
    ['over a phrase', 'The attack on a bus in Sibi killed ten men.', ['The attack > kill > ten men']],
    [
      'a second object',
      'The US designated the BLA a Foreign Terrorist Organisation.',
      ['The US > designate > the BLA | a Foreign Terrorist Organisation'],
    ],
    ['the passive', 'The BLA was not proscribed by Kabul.', ['The BLA > not be proscribe > ']],
    [
      'a participle that only looks finite',
      'According to a statement issued after the talks, both sides left.',
      [' > be issue > ', 'both sides > leave > '],
    ],
    [
      'an infinitive shares its subject',
      'India agreed to ban the group.',
      ['India > agree > ', 'India > ban > the group'],
    ],
    [
      'or takes the object of the verb above',
      'India urged Kabul to ban the group.',
      ['India > urge > Kabul', 'Kabul > ban > the group'],
    ],
    [
      'what is accused does the deed',
      'India accused Kabul of backing the TTP.',
      ['India > accuse > Kabul', 'Kabul > back > the TTP'],
    ],
    [
      'a verb after "and"',
      'Police raided a house and arrested two men.',
      ['Police > raid > a house', 'Police > arrest > two men'],
    ],
    [
      'a new subject after "but"',
      'The BLA was banned after attacks in Pakistan but it went on.',
      ['The BLA > be ban > ', 'it > go > '],
    ],
    [
      'a relative clause that ends with its object',
      'The group which was thought to be inactive has claimed the attack.',
      ['The group > be think > ', 'The group > be > inactive', 'The group > claim > the attack'],
    ],
    [
      'a relative word after a preposition',
      'The attack, for which the BLA claimed credit, was the third.',
      ['the BLA > claim > credit', 'The attack > be > the third'],
    ],
    [
      'a person before "who"',
      'He got a call from a spokesman, who left.',
      ['He > get > a call', 'a spokesman > leave > '],
    ],
    [
      'a deed joined by a comma alone',
      'Gunmen attacked a post, took two soldiers.',
      ['Gunmen > attack > a post', 'Gunmen > take > two soldiers'],
    ],
    [
      'a word of time inside the verb',
      'The BLA has since taken back its claim.',
      ['The BLA > take back > its claim'],
    ],
    [
      'a speaker put in',
      'Britain has not banned it, an official said, but could do so.',
      ['Britain > not ban > it', 'an official > say > ', 'Britain > do > '],
    ],
    [
      'a name is no verb',
      'It was the hijacking of the Silver Express this year.',
      ['It > be > the hijacking'],
    ],
  ])('%s', (_, text, expected) => expect(clauses(text)).toEqual(expected));
});

describe('words that are verbs or nouns by their place', () => {
  test.each([
    ['TTP claims Bannu attack', ['TTP > claim > Bannu attack']],
    ['Militants attack army post', ['Militants > attack > army post']],
    ['The attack was a claim.', ['The attack > be > a claim']],
    ['They want to ban it.', ['They > want > ', 'They > ban > it']],
    ['The ban on it ended.', ['The ban > end > ']],
    ['Suspected militants killed ten.', ['Suspected militants > kill > ten']],
    ['A blast hit a bus, killing ten people.', ['A blast > hit > a bus', 'A blast > kill > ten people']],
  ])('%s', (text, expected) => expect(clauses(text)).toEqual(expected));
});

test('who says what: before, after, and put in', () => {
  const speeches = (text: string) => {
    const [sentence] = analyse(readDocument(text, null), TEST_GAZETTEER).sentences;
    return sentence?.speeches.map(({ speaker, from }) => [words([speaker]), from === 0]);
  };
  expect(speeches('Police said on Monday that he had left.')).toEqual([['Police', false]]);
  expect(speeches('He had left, officials said on Monday.')).toEqual([['officials', true]]);
  expect(speeches('According to residents, he had left.')).toEqual([['residents', true]]);
  expect(speeches('"He had left," read a statement from residents.')).toEqual([['a statement', true]]);
  expect(speeches('He had left.')).toEqual([]);
});
