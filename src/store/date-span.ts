import { dateBounds, type Interval, parseDate, timePointMs } from '../kernel/index.ts';

/** All points that a date may mean, also in milliseconds since 1970; an open end is infinitely far. */
export interface DateSpan extends Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Dates of listings come again and again, on one list and on the next. */
const MOST = 20_000;
const spans = new Map<string, DateSpan>();

/**
 * The span of an EDTF date. Worked out once and kept: reading dates takes much of the time of a question about many
 * entities. Throws `ENT_DATE_SYNTAX` for a text that is none.
 */
export function spanOf(date: string): DateSpan {
  const known = spans.get(date);
  if (known !== undefined) return known;
  const { from, to } = dateBounds(parseDate(date));
  const span = {
    from,
    to,
    fromMs: from === null ? Number.NEGATIVE_INFINITY : timePointMs(from),
    toMs: to === null ? Number.POSITIVE_INFINITY : timePointMs(to),
  };
  if (spans.size >= MOST) spans.clear();
  spans.set(date, span);
  return span;
}
