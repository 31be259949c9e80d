import type { PlanTotals } from './roll-up.ts';

/** A party's plans in sentences: what stands, and each count beside the other. */
export function planWords({ party, items, plans, counts }: PlanTotals): readonly string[] {
  return [
    `${party}: ${plans.length === 1 ? 'one plan' : `${plans.length} plans`} of ${items} items${counts.length === 0 ? '; nobody has counted yet' : ''}`,
    ...counts.map(
      ({ by, basis, words, date, rule }) =>
        `${by}${basis === 'self-report' ? ' of itself' : ''}: ${words} (${date}). ${rule}`,
    ),
  ];
}
