import type { Comparison, ItemComparison } from './compare-statements.ts';
import { SUBJECT_KINDS } from './statement-kinds.ts';
import { csvOf } from './write-csv.ts';

const HEAD = ['part', 'change', 'before', 'after', 'who', 'gained', 'lost', 'why'] as const;

/** A comparison as one CSV table: a row a promise or position, then a row for each thing named by one or both. */
export function comparisonCsv({ items, subjects }: Comparison): string {
  return csvOf(HEAD, [
    ...items.map(itemRow),
    ...SUBJECT_KINDS.flatMap((kind) => {
      const { added, dropped, kept } = subjects[kind];
      return [
        ...added.map(({ label }) => [kind, 'added', null, label, null, null, null, null]),
        ...dropped.map(({ label }) => [kind, 'dropped', label, null, null, null, null, null]),
        ...kept.map(({ before, after }) => [kind, 'kept', before.label, after.label, null, null, null, null]),
      ];
    }),
  ]);
}

function itemRow({ kind, before, after, changes, gained, lost, force, stillSpokenOf }: ItemComparison) {
  const silent = changes.includes('dropped') && stillSpokenOf === null ? ' without a word' : '';
  return [
    kind,
    `${changes.join(' ')}${silent}`,
    before?.text ?? null,
    after?.text ?? null,
    (after ?? before)?.parties.join(' ') ?? null,
    gained.join('; '),
    lost.join('; '),
    [...force, ...(stillSpokenOf === null ? [] : [`still spoken of: ${stillSpokenOf.quote}`])].join('; '),
  ];
}
