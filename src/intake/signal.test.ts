import { describe, expect, it } from 'vitest';
import type { VersionSignal } from './received.ts';
import { signalInNote, signalInWords, signalOfStatus, withoutLabel } from './signal.ts';

const of = (headline: string, ...paragraphs: string[]) => signalInWords(headline, paragraphs);
const SAID: readonly (readonly [string, VersionSignal])[] = [
  ['CORRECTION: Two hurt, not five', 'correction'],
  ['Correction - Two hurt in Kesh', 'correction'],
  ['CORRECTED-Blast kills nine in Kesh', 'correction'],
  ['REFILE-CORRECTED-Blast kills nine', 'correction'],
  ['(Corrects spelling of name in paragraph 3)', 'correction'],
  ['(Eds: correcting the place in the second para)', 'correction'],
  ['Clarification: Talks in Kesh', 'correction'],
  ['UPDATE 3-Blast kills nine', 'update'],
  ['Updated: Blast kills nine', 'update'],
  ['2nd LD-Writethru: Blast kills nine', 'update'],
  ['(Adds quotes from minister)', 'update'],
  ['(Updates with toll)', 'update'],
  ['KILL: Group claims blast', 'kill'],
  ['MANDATORY KILL - Group claims blast', 'kill'],
  ['STORY WITHDRAWN: Group claims blast', 'kill'],
  ['Retraction: Group claims blast', 'kill'],
  ['WITHDRAWN-Group claims blast', 'kill'],
  ['EDITORS: KILL. The story slugged BLAST-KESH is withdrawn.', 'kill'],
  ['Attention editors: CORRECTION: two hurt in Kesh, not five', 'correction'],
];
const NOT_SAID = [
  'Correction officers strike for a third day',
  'Killed: three soldiers in border clash',
  'Kill them all, commander said in leaked audio',
  'Withdrawal of troops from the valley begins',
  'Group retracts claim of attack on train',
  'Update on the talks expected on Friday',
  'Lead poisoning kills nine',
  'Editors: killings in Kesh were not covered',
  'The report published by the ministry on Monday was praised',
  'Updates-driven market slides',
  'Corrected vision: a profile of the mediator',
  '(Photo: Harbour)',
];

describe('what a text says that it is to an earlier version', () => {
  it.each(SAID)('%s: %s', (headline, signal) => {
    expect(of(headline, 'The police said so on Sunday.')).toBe(signal);
    expect(of('Some headline', headline)).toBe(signal);
  });

  it.each(NOT_SAID)('is nothing in the words of a story: %s', (headline) => {
    expect(of(headline, 'The police said so on Sunday.')).toBeNull();
  });

  it('stands in notes about the story itself, at its beginning or end', () => {
    const body = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'];
    expect(of('H', ...body, 'This story has been corrected to say that two were hurt.')).toBe('correction');
    expect(of('H', ...body, "Editor's note: This article was updated with a statement.")).toBe('update');
    expect(of('H', 'Editors: please kill the story headlined "Group claims blast".')).toBe('kill');
    expect(of('H', 'The agency has withdrawn its story on the blast.')).toBe('kill');
    expect(
      of('H', ...body, 'The report was withdrawn from sale by the ministry in 2019, he wrote.'),
    ).toBeNull();
    expect(of('H', 'The government must withdraw the report, the opposition said.')).toBeNull();
  });

  it('stands in notes to editors and in publishing states', () => {
    expect(signalInNote('Attention: kills item 4410, place wrong')).toBeNull();
    expect(signalInNote('Kill depot fire story')).toBe('kill');
    expect(signalInNote('Corrects name')).toBe('correction');
    expect(signalInNote('With new lead')).toBe('update');
    expect(signalOfStatus('stat:canceled')).toBe('kill');
    expect(signalOfStatus('http://cv.iptc.org/newscodes/pubstatusg2/usable')).toBeNull();
  });

  it('names what it is about once its label is off', () => {
    expect(withoutLabel('KILL: Talks break down in Kesh')).toBe('Talks break down in Kesh');
    expect(withoutLabel('UPDATE 3-Blast kills nine')).toBe('Blast kills nine');
    expect(withoutLabel('Blast kills nine')).toBe('Blast kills nine');
  });
});

it('a paragraph that says what became of a story by its name is about it', () => {
  const said = 'The story headlined "Blast in Kesh", moved on Monday, has been withdrawn.';
  expect(signalInWords(null, [said])).toBe('kill');
});
