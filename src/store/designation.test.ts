import { describe, expect, it } from 'vitest';
import { type ProgrammeEpisode, programmesHeldOn } from './designation.ts';

describe('programmes of a listing', () => {
  const programmes: readonly ProgrammeEpisode[] = [
    {
      programme: 'FTO',
      from: { date: '1997-10-08', basis: 'stated' },
      to: { date: '2022-05-19/2022-05-20', basis: 'inferred' },
    },
    { programme: 'SDGT', from: { date: '2001-10-31', basis: 'stated' }, to: null },
  ];

  it('are those of the day asked about, the ones that may have held among them', () => {
    expect(programmesHeldOn(programmes, '2000-01-01')).toEqual(['FTO']);
    expect(programmesHeldOn(programmes, '2010-01-01')).toEqual(['FTO', 'SDGT']);
    expect(programmesHeldOn(programmes, '2022-05-19')).toEqual(['FTO', 'SDGT']);
    expect(programmesHeldOn(programmes, '2022-05-20')).toEqual(['SDGT']);
    expect(programmesHeldOn(programmes, null)).toEqual(['SDGT']);
  });
});
