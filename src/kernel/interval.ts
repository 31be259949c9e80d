import { kernelError } from './errors.ts';
import type { TimePoint } from './time-point.ts';

/** A half-open interval `[from, to)`. `null` is no bound on that side. Never empty: `from < to`. */
export interface Interval {
  readonly from: TimePoint | null;
  readonly to: TimePoint | null;
}

/** The whole time line. */
export const ALWAYS: Interval = Object.freeze({ from: null, to: null });

/** Makes an interval; throws `ENT_INTERVAL_ORDER` when it would be empty or backwards. */
export function interval(from: TimePoint | null, to: TimePoint | null): Interval {
  if (from !== null && to !== null && from >= to) throw kernelError('ENT_INTERVAL_ORDER', { from, to });
  return { from, to };
}

/** Whether the point lies in the interval. */
export function contains(span: Interval, point: TimePoint): boolean {
  return (span.from === null || span.from <= point) && (span.to === null || point < span.to);
}

/** The points in both, or `null` when there are none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = laterStart(a.from, b.from);
  const to = earlierEnd(a.to, b.to);
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** Whether the two share a point. */
export function overlaps(a: Interval, b: Interval): boolean {
  return intersect(a, b) !== null;
}

/** The points in any of the spans, as the shortest list of intervals, sorted, none touching another. */
export function union(spans: readonly Interval[]): readonly Interval[] {
  const sorted = [...spans].sort((a, b) => compareStarts(a.from, b.from));
  const out: Interval[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last !== undefined && (last.to === null || span.from === null || span.from <= last.to)) {
      out[out.length - 1] = { from: last.from, to: laterEnd(last.to, span.to) };
    } else out.push(span);
  }
  return out;
}

/** The points in none of the spans, in the same shortest form. */
export function complement(spans: readonly Interval[]): readonly Interval[] {
  const out: Interval[] = [];
  let from: TimePoint | null = null;
  for (const span of union(spans)) {
    if (span.from !== null) out.push({ from, to: span.from });
    if (span.to === null) return out;
    from = span.to;
  }
  out.push({ from, to: null });
  return out;
}

/** The points of `spans` that are in none of `less`, in the same shortest form. */
export function subtract(spans: readonly Interval[], less: readonly Interval[]): readonly Interval[] {
  const keep = complement(less);
  return union(
    spans.flatMap((span) => keep.map((gap) => intersect(span, gap)).filter((part) => part !== null)),
  );
}

/** Writes `from/to` with `..` for no bound (ISO 8601-2 notation; the end is not included). */
export function formatInterval(span: Interval): string {
  return `${span.from ?? '..'}/${span.to ?? '..'}`;
}

function compareStarts(a: TimePoint | null, b: TimePoint | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function laterStart(a: TimePoint | null, b: TimePoint | null): TimePoint | null {
  return compareStarts(a, b) >= 0 ? a : b;
}

function earlierEnd(a: TimePoint | null, b: TimePoint | null): TimePoint | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

function laterEnd(a: TimePoint | null, b: TimePoint | null): TimePoint | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
