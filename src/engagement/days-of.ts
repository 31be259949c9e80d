import { dateBounds, parseDate, timePointMs } from '../kernel/index.ts';

/** The first and the last day that a date may mean, both included; `null` where it is open on that side. */
export interface Days {
  readonly first: string | null;
  readonly last: string | null;
}

/** Distinct dates are few: a dialogue of ten thousand promises has some hundreds. */
const MOST = 4096;
const held = new Map<string, Days>();

/** The days of a date as the record writes it, each worked out once. Throws what reading a date throws. */
export function daysOf(date: string): Days {
  const known = held.get(date);
  if (known !== undefined) return known;
  const { from, to } = dateBounds(parseDate(date));
  const days = {
    first: from?.slice(0, 10) ?? null,
    last: to === null ? null : addDays(to.slice(0, 10), -1),
  };
  if (held.size >= MOST) held.clear();
  held.set(date, days);
  return days;
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(timePointMs(day) + days * 86_400_000).toISOString().slice(0, 10);
}
