import { dateBounds, parseDate } from '../../kernel/index.ts';
import type { Bound, RecordEvent } from '../../store/index.ts';
import { csv } from './csv.ts';

/**
 * Events as CSV, one a row. `effective_from` and `effective_to` are the first and the last day on which each may have taken
 * effect, the same where that is known; empty where it is not.
 */
export function changesCsv(events: readonly RecordEvent[]): string {
  return csv([
    [
      'seen',
      'list',
      'reference',
      'entity',
      'name',
      'kind',
      'property',
      'before',
      'after',
      'effective_from',
      'effective_to',
      'basis',
    ],
    ...events.map((event) => {
      const { from, to } = boundsOf(event.when);
      const { seen, list, reference, entity, name, kind, property, before, after, when } = event;
      return [seen, list, reference, entity, name, kind, property, before, after, from, to, when.basis];
    }),
  ]);
}

function boundsOf({ date }: Bound) {
  const { from, to } = dateBounds(parseDate(date));
  return { from, to: to === null ? null : dayBefore(to) };
}

function dayBefore(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(midnight - 86_400_000).toISOString().slice(0, 10);
}
