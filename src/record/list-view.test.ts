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
});
