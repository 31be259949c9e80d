/**
 * A point on the time line as text: `YYYY-MM-DD` for the start of a UTC day, else
 * `YYYY-MM-DDTHH:MM:SS.sssZ`. Points compare as strings; that is why an instant at UTC midnight is always
 * written as its day. Years run from 0001 to 9999.
 */
export type TimePoint = string;

const DAY_MS = 86_400_000;

/** The time point of a moment given in milliseconds since 1970. */
export function timePointOf(ms: number): TimePoint {
  const iso = new Date(ms).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

/** Milliseconds since 1970 of a time point. */
export function timePointMs(point: TimePoint): number {
  return Date.parse(point.length === 10 ? `${point}T00:00:00.000Z` : point);
}

/** The start of the day that follows the day of `point`. */
export function dayAfter(point: TimePoint): TimePoint {
  const start = Date.parse(`${point.slice(0, 10)}T00:00:00.000Z`);
  return timePointOf(start + DAY_MS);
}

/**
 * The moment at which a question about `point` is answered: a day is answered as at its last millisecond,
 * so what began that day counts and what ended that day does not; an instant is answered as it is.
 */
export function answeredAt(point: TimePoint): TimePoint {
  return point.length === 10 ? `${point}T23:59:59.999Z` : point;
}
