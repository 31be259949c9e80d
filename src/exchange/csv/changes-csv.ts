import { dateBounds, parseDate } from '../../kernel/index.ts';
import type { Bound, RecordEvent } from '../../store/index.ts';
import { csv } from './csv.ts';

/**
 * Events as CSV, one a row. `effective_from` and `effective_to` are the first and the last day (or instant) on which each may have taken
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
  return { from, to: to === null ? null : lastBefore(to) };
}

/** The last day before a day, or the last instant before an instant. */
function lastBefore(point: string): string {
  const isDay = point.length === DAY;
  const last = new Date(Date.parse(isDay ? `${point}T00:00:00Z` : point) - 1).toISOString();
  return isDay ? last.slice(0, DAY) : last.replace('.000Z', 'Z');
}

const DAY = '2026-11-24'.length;
