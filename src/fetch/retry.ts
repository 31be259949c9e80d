/** Statuses that may pass by themselves: too slow, too early, too many requests, and the server's own failures. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether an HTTP status may be another when asked again. */
export function mayPass(status: number): boolean {
  return PASSING.has(status);
}

/**
 * How long a `Retry-After` header (RFC 9110, 10.2.3) asks to wait, in milliseconds: a number of seconds, or an
 * HTTP date, of which one in the past asks for nothing. `null` without a header that can be read.
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The first pause before asking again, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 500;

/**
 * How long to wait after failed attempt number `attempt` (from 1), in milliseconds: doubling, and between half and
 * all of it, so that many clients do not come back at once. `random` is from 0 to 1.
 */
export function backOff(attempt: number, random: number): number {
  return FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + random / 2);
}
