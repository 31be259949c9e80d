import { answeredAt, formatDate, parseDate, type TimePoint } from '../kernel/index.ts';
import { spanOf } from './date-span.ts';

/**
 * One end of an interval in the world: a date as precise as it is known (EDTF). `stated` when a source prints
 * it; `inferred` when it follows from two snapshots, the date then being the range between them.
 */
export interface Bound {
  readonly date: string;
  readonly basis: 'stated' | 'inferred';
}

/** A bound that a source prints. */
export function statedBound(date: string): Bound {
  return { date, basis: 'stated' };
}

/** A bound that lies after the snapshot observed at `after` (not known when `null`) and by that at `by`. */
export function inferredBound(after: TimePoint | null, by: TimePoint): Bound {
  return { date: `${after ?? '..'}/${by}`, basis: 'inferred' };
}

/** Whether a bound is certainly past, certainly ahead, or may be either, for a question about `asOf`. */
export function passed(bound: Bound, asOf: TimePoint): 'yes' | 'no' | 'maybe' {
  // A question about a day is answered at its end, one about an instant there.
  const asked = spanOf(asOf).toMs;
  const { fromMs, toMs } = spanOf(bound.date);
  // The last moment that the date may mean has been reached: what begins "on that day" has begun at its end.
  if (asked >= toMs) return 'yes';
  return asked <= fromMs ? 'no' : 'maybe';
}

/** Whether a date (EDTF) lies after the one snapshot and no later than the other. */
export function liesBetween(date: string, after: TimePoint | null, by: TimePoint): boolean {
  const { from, to } = spanOf(date);
  const late = to === null || (after !== null && to <= after);
  return !late && (from === null || from <= answeredAt(by));
}

/** A bound in words: `2019-07-02`, `some day from 2018-12-31 to 2021-07-15`, `2018-12-31 or earlier`. */
export function describeBound(bound: Bound): string {
  const date = parseDate(bound.date);
  if (date.precision !== 'range') return formatDate(date);
  const [from, to] = [date.from, date.to].map((end) => (end === null ? null : formatDate(end)));
  if (from === null || from === undefined) return `${to} or earlier`;
  return to === null || to === undefined ? `${from} or later` : `some day from ${from} to ${to}`;
}
