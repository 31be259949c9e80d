import { type FeatureMap, likeness } from './features.ts';

/** Two things that were found to be one, by their places in the two lists, and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

interface Featured {
  readonly features: FeatureMap;
}

/**
 * Pairs the members of two lists, the most alike first, each in one pair at most; none below `least`. Equal
 * likeness goes by place, so that the same lists give the same pairs. Only those that share something of weight are
 * compared, which keeps two long statements within a second.
 */
export function pairUp(a: readonly Featured[], b: readonly Featured[], least: number): readonly Pair[] {
  const pairs = alike(a, b, least);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  return pairs.filter((pair) => {
    if (usedA.has(pair.a) || usedB.has(pair.b)) return false;
    usedA.add(pair.a);
    usedB.add(pair.b);
    return true;
  });
}

/** All pairs at least that alike, the most alike first. */
export function alike(a: readonly Featured[], b: readonly Featured[], least: number): readonly Pair[] {
  const holders = new Map<string, number[]>();
  for (const [at, { features }] of b.entries())
    for (const key of features.keys()) {
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [at]);
      else held.push(at);
    }
  // What nearly every member has joins everything to everything and tells nothing apart.
  const most = Math.max(COMMON, b.length / 4);
  const pairs: Pair[] = [];
  for (const [at, { features }] of a.entries()) {
    const near = new Set<number>();
    for (const key of features.keys()) {
      const held = holders.get(key) ?? [];
      if (held.length <= most) for (const other of held) near.add(other);
    }
    for (const other of near) {
      const value = likeness(features, b[other]?.features ?? new Map());
      if (value >= least) pairs.push({ a: at, b: other, likeness: Math.round(value * 1000) / 1000 });
    }
  }
  return pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

const COMMON = 60;
