import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type { DocumentDate } from './document.ts';

/** Which date says best when a document was published. */
const BEST: readonly DocumentDate['kind'][] = ['published', 'created', 'updated', 'received'];

/** The day, in the zone that it was written in, on which a document says it was published; `null` when it does not say. */
export function dayOf(dates: readonly DocumentDate[]): string | null {
  for (const kind of BEST) {
    for (const date of dates) {
      const day = date.kind === kind ? firstDay(date.value) : null;
      if (day !== null) return day;
    }
  }
  return null;
}

/** The newest moment that a document's dates name, in milliseconds; `null` when none of them can be read. */
export function newestMoment(dates: readonly DocumentDate[]): number | null {
  const moments = dates
    .map(({ value }) => Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(value) ? value : (firstDay(value) ?? '')))
    .filter((moment) => !Number.isNaN(moment));
  return moments.length === 0 ? null : Math.max(...moments);
}

function firstDay(value: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return value.slice(0, 10);
  const date = tryParseDate(value);
  return date === null ? null : (dateBounds(date).from?.slice(0, 10) ?? null);
}
