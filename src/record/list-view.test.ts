import { describe, expect, it } from 'vitest';
import type { RecordPart } from '../kernel/index.ts';
import { viewOf } from './list-view.ts';

const entry = (part: string, name: string, schema = true): RecordPart => ({
  key: '17',
  part,
  ...(schema ? { schema: 'Organization' as const } : {}),
  statements: [{ property: 'name', value: name, place: 'name', strength: 'strong' }],
});

describe('a view of loaded lists', () => {
  it('takes each part of an entry from the last snapshot that holds it', () => {
    const view = viewOf([
      {
        list: 'harbour-list',
        seen: '2025-01-01',
        parts: [entry('main', 'Lanterns'), entry('alt', 'Lamps', false)],
      },
      { list: 'harbour-list', seen: '2026-01-01', parts: [entry('alt', 'Lights', false)] },
    ]);
    expect(view.entry('harbour-list', '17')).toMatchObject({
      seen: '2025-01-01',
      namesSeen: '2026-01-01',
      names: [{ text: 'Lanterns' }, { text: 'Lights' }],
    });
  });

  it('tells an entry that is not there from a list that is not loaded', () => {
    const view = viewOf([{ list: 'harbour-list', seen: '2025-01-01', parts: [] }]);
    expect(view.entry('harbour-list', '17')).toBeNull();
    expect([view.lists.has('harbour-list'), view.lists.has('river-list')]).toEqual([true, false]);
  });

  it('keeps only the entries that are asked for', () => {
    const loaded = [{ list: 'harbour-list', seen: '2025-01-01', parts: [entry('main', 'Lanterns')] }];
    expect(viewOf(loaded, () => false).entry('harbour-list', '17')).toBeNull();
  });

  it('tells on which days of a whole list an entry stood, and under which programmes', () => {
    const under = (key: string, ...programmes: readonly string[]): RecordPart => ({
      ...entry('main', 'Lanterns'),
      key,
      statements: programmes.map((value) => ({ property: 'programme', value, place: 'programme' })),
    });
    const view = viewOf([
      { list: 'harbour-list', seen: '2024-01-01', parts: [under('17', 'BERTH', 'QUAY'), under('18')] },
      { list: 'harbour-list', seen: '2025-01-01', parts: [entry('alt', 'Lamps', false)] },
      { list: 'harbour-list', seen: '2026-01-01', parts: [under('18', 'BERTH')] },
    ]);
    expect(view.standings('harbour-list', '17')).toEqual([
      { seen: '2024-01-01', programmes: ['BERTH', 'QUAY'] },
      { seen: '2026-01-01', programmes: null },
    ]);
    expect(view.standings('river-list', '17')).toEqual([]);
    expect([view.lastSeen('harbour-list'), view.lastSeen('river-list')]).toEqual(['2026-01-01', '']);
  });

  it('knows no programmes of an entry that only an alias file shows', () => {
    const view = viewOf([
      { list: 'harbour-list', seen: '2025-01-01', parts: [entry('alt', 'Lamps', false)] },
    ]);
    expect(view.entry('harbour-list', '17')).toMatchObject({ programmes: null, seen: '2025-01-01' });
  });
});
