import type { RecordPart, Statement } from '../kernel/index.ts';
import { type ListView, viewOf } from './list-view.ts';

const name = (value: string, more: Partial<Statement> = {}): Statement => ({
  property: 'name',
  value,
  place: 'name',
  ...more,
});

const harbour: RecordPart = {
  key: '17',
  part: 'main',
  schema: 'Organization',
  statements: [
    name('LANTERN  COLUMN', { kind: 'primary' }),
    { property: 'listedOn', value: '2015-02-03', place: 'listed' },
    { property: 'amendedOn', value: '2018-06-01', place: 'amended' },
  ],
};

const aliases: RecordPart = {
  key: '17',
  part: 'aliases',
  statements: [name('COLUMN OF LANTERNS', { strength: 'strong' }), name('LC', { strength: 'weak' })],
};

const river: RecordPart = {
  key: 'RVe.4',
  part: 'main',
  schema: 'Organization',
  statements: [
    name('Lantern Column', { kind: 'primary' }),
    name('Column of  Lanterns'),
    name('Стовп Ліхтарів', { kind: 'original' }),
    name('Lyktekolonnen', { kind: 'alias', language: 'nb', script: 'Latn' }),
    { property: 'programme', value: 'passage', place: 'programme' },
    { property: 'listedOn', value: '2016-07-08', place: 'listed' },
  ],
};

/** An entry that left its list after 2024. */
const gone: RecordPart = {
  key: 'RVe.9',
  part: 'main',
  schema: 'Organization',
  statements: [
    name('Slate Circle', { kind: 'primary' }),
    { property: 'programme', value: 'passage', place: 'programme' },
    { property: 'programme', value: 'ferry', place: 'programme' },
  ],
};

/** The two lists that the fixture record cites, as a store would hold them. */
export function fixtureLists(): ListView {
  return viewOf([
    { list: 'harbour-list', seen: '2025-12-31', parts: [harbour] },
    { list: 'harbour-list', seen: '2026-01-31', parts: [aliases] },
    { list: 'river-list', seen: '2024-02-28', parts: [river, gone] },
    { list: 'river-list', seen: '2026-02-28', parts: [river] },
  ]);
}
