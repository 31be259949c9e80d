import { formatDate, type PartialDate, tryParseDate } from '../../kernel/index.ts';
import type { Bound } from '../../store/index.ts';

/**
 * An EDTF date as FollowTheMoney's dates: as precise as known, `circa` dropped (it has no word for it), both ends
 * of a range, nothing for an open end.
 */
export function ftmDates(edtf: string): readonly string[] {
  const date = tryParseDate(edtf);
  if (date === null) return [];
  const ends: readonly (PartialDate | null)[] = date.precision === 'range' ? [date.from, date.to] : [date];
  return [...new Set(ends.flatMap((end) => (end === null ? [] : [plain(end)])))];
}

/**
 * One end of a listing as one date of FollowTheMoney: as stated; of an end that lies between two snapshots the
 * month or year that both are in; `null` when they share none.
 */
export function ftmBound(bound: Bound): string | null {
  const [first, last, ...more] = ftmDates(bound.date);
  if (first === undefined || more.length > 0) return null;
  if (last === undefined) return bound.date.includes('/') ? null : first;
  return (
    [10, 7, 4]
      .map((length) => [first, last].map((end) => end.slice(0, length)))
      .find(([a, b]) => a === b)?.[0] ?? null
  );
}

function plain(date: PartialDate): string {
  return formatDate(date).replace('~', '').slice(0, 10);
}
