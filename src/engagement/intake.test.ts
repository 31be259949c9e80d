import { describe, expect, it } from 'vitest';
import { gazetteer, readReport } from '../wire/index.ts';
import { proposeDialogue } from './intake.ts';

const NAMES = gazetteer([
  {
    entity: 'ent-lantern',
    caption: 'Lantern Column',
    kind: 'group',
    names: [{ text: 'Lantern Column', kind: 'primary', strength: 'unstated' }],
  },
]);
const SOURCE = { publisher: 'not stated', title: 'statement.txt' };

const STATEMENT = `Joint Statement on the India-France Counterterrorism Dialogue

Ms. Asha Verma, Joint Secretary for Counter Terrorism at the Indian Ministry of External Affairs, and Mr. Luc Moreau, Ambassador for Counterterrorism, co-chaired the India-France Counterterrorism Dialogue on 4 March 2024 in Paris.

Both sides agreed to share watch lists and to train 60 border officers by June 2025. They condemned the attacks of the Lantern Column.
`;

const propose = (text: string, published = '2024-03-05') =>
  proposeDialogue(readReport(text, { gazetteer: NAMES, publishedHint: published }), {
    series: null,
    source: SOURCE,
  });

describe('taking in a text', () => {
  it('I1: proposes meeting, document and promises, each with its place, none confirmed', () => {
    const { series, meeting, document, commitments } = propose(STATEMENT);
    expect(series.parties).toEqual(['FR', 'IN']);
    expect(meeting).toMatchObject({ date: '2024-03-04', status: 'held', place: { country: 'FR' } });
    expect(document).toMatchObject({ standing: 'primary', form: 'joint-statement', issuers: ['FR', 'IN'] });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(commitments.length).toBeGreaterThan(1);
    for (const { span, text, standing } of commitments) {
      expect(document.text?.slice(span?.start, span?.end)).toBe(text);
      expect(standing).toBe('proposed');
    }
    expect(commitments.find(({ due }) => due !== null)?.due).toEqual({ kind: 'date', date: '2025-06' });
  });

  it('I2: an agency’s report is secondary, and says that the statement is not held', () => {
    const report = `India, France agree to share watch lists

Azure News Agency Paris
Last Updated : Mar 05 2024 | 1:05 PM IST
PARIS, March 5 (Reuters) - India and France agreed on Monday at their counterterrorism dialogue in Paris to share watch lists, a joint statement said.

(This story has not been edited by The Sample Courier staff and is published from a syndicated feed.)
`;
    const { document, notes } = propose(report);
    expect(document).toMatchObject({ standing: 'secondary', form: 'report', warnings: ['primary-not-held'] });
    expect(notes.join(' ')).toContain('The statement itself is not held');
  });

  it('refuses a text that says of nobody that they met', () => {
    expect(() =>
      propose('The weather was fine and nobody said anything of note on that day in the hills.'),
    ).toThrowError(expect.objectContaining({ code: 'ENT_ENGAGEMENT_UNREAD' }));
  });
});
