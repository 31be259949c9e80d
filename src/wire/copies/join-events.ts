import { agreement, isOneEvent } from './agree.ts';
import type { Telling } from './telling.ts';

/** A telling, with the document that it is in. */
export interface TellingOf {
  /** A name for it that no other telling has. */
  readonly key: string;
  readonly document: string;
  readonly telling: Telling;
}

/**
 * Puts tellings of one event together. Two that conflict never come together, nor do two of one document, which has
 * told them apart itself. The answer does not hang on the order of what is given. Time grows with the number of
 * tellings of one type that may be of one month.
 */
export function joinEvents<T extends TellingOf>(tellings: readonly T[]): readonly (readonly T[])[] {
  // Those that say most go first: what says little joins what it fits best, and brings no two others together.
  const ordered = [...tellings].sort(
    (a, b) => saying(b.telling) - saying(a.telling) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const groups: T[][] = [];
  const byBucket = new Map<string, T[][]>();
  for (const one of ordered) {
    const near = new Set(bucketsOf(one.telling).flatMap((bucket) => byBucket.get(bucket) ?? []));
    const group = bestOf(one, near);
    if (group === null) groups.push(place([one], bucketsOf(one.telling), byBucket));
    else {
      group.push(one);
      place(group, bucketsOf(one.telling), byBucket);
    }
  }
  return groups;
}

function bestOf<T extends TellingOf>(one: T, groups: Iterable<T[]>): T[] | null {
  let [best, weight] = [null as T[] | null, 0];
  for (const group of groups) {
    const found = affinity(one, group);
    if (found > weight) [best, weight] = [group, found];
  }
  return best;
}

/** How well a telling fits a group: its best agreement, 0 where it conflicts with one or none is enough. */
function affinity<T extends TellingOf>(one: T, group: readonly T[]): number {
  let best = 0;
  for (const other of group) {
    if (other.document === one.document) return 0;
    const found = agreement(one.telling, other.telling);
    if (found.conflict) return 0;
    if (isOneEvent(found)) best = Math.max(best, found.weight);
  }
  return best;
}

function place<T>(group: T[], buckets: readonly string[], byBucket: Map<string, T[][]>): T[] {
  for (const bucket of buckets) {
    const held = byBucket.get(bucket);
    if (held === undefined) byBucket.set(bucket, [group]);
    else if (!held.includes(group)) held.push(group);
  }
  return group;
}

/** Tellings that share no bucket share neither a day nor a name, and cannot be one event. */
function bucketsOf({ type, from, things }: Telling): readonly string[] {
  const words = things.flatMap((thing) => thing.split(' ')).filter((word) => word.length > 3);
  const day = from === null ? null : Math.floor(Date.parse(from) / WEEK_MS);
  const days = day === null ? [] : [day - 1, day, day + 1].map((week) => `${type} ${week}`);
  return [...days, ...words.map((word) => `${type} ${word}`)];
}
const WEEK_MS = 7 * 86_400_000;

function saying(telling: Telling): number {
  return (
    (telling.from === null ? 0 : telling.from === telling.to ? 4 : 2) +
    (telling.placePrecision === 'city' ? 3 : telling.place === null ? 0 : 2) +
    Math.min(2, telling.things.length) +
    Math.min(2, telling.attributions.length) +
    (telling.subtype === null ? 0 : 1)
  );
}
