import { dateBounds, parseDate } from '../../kernel/index.ts';
import type { Bound, RecordEvent } from '../../store/index.ts';
import { csv } from './csv.ts';

/** Events as CSV, one a row; both bounds of when each took effect, as half-open days. */
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
  return dateBounds(parseDate(date));
}
