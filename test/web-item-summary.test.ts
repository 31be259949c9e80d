import { describe, expect, it } from 'vitest';
import { summaryOf } from '../web/src/pages/reader/item-summary.ts';

describe('what an item says of itself in one line', () => {
  const value = {
    event: 'e1',
    kind: 'claimed',
    actor: { text: 'BLA' },
    speaker: { text: 'BLA' },
    reporter: 'Sample News Agency',
    rival: false,
  };

  it('says each text once, and no yes or no without what it is about', () => {
    expect(summaryOf({ value, correction: null })).toBe('claimed · BLA · Sample News Agency');
    expect(summaryOf({ value: { ...value, rival: true }, correction: null })).toContain('rival');
  });

  it('has what a person corrected in the place of what was read', () => {
    expect(summaryOf({ value, correction: { kind: 'accused' } })).toBe('accused · BLA · Sample News Agency');
  });
});
