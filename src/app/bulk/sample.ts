import { createHash } from 'node:crypto';

/** At least so many items are looked at, and at most. */
const LEAST = 5;
const MOST = 30;
const SHARE = 0.1;

/** How many of so many items a second person decides: a tenth, at least five and at most thirty; all of fewer. */
export function sampleSize(items: number): number {
  return Math.min(items, MOST, Math.max(LEAST, Math.ceil(items * SHARE)));
}

/**
 * The items of the sample: those whose SHA-256 with the seed before them comes first. Whoever has seed and items draws
 * the same again, and whoever proposes cannot choose, since the seed is drawn after the items are given.
 */
export function drawSample(items: readonly string[], seed: string): ReadonlySet<string> {
  const digest = (item: string) => createHash('sha256').update(`${seed}\n${item}`).digest('hex');
  const ordered = items.map((item) => [digest(item), item] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Set(ordered.slice(0, sampleSize(items.length)).map(([, item]) => item));
}
