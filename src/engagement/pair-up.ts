import { type FeatureMap, likenessOf, weightOf } from './features.ts';

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
 * likeness goes by place, so that the same lists give the same pairs.
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

/**
 * All pairs at least that alike, the most alike first; of each member of the first list its best ones. Goes through who
 * holds what, so that two long statements take a moment and not their product.
 */
export function alike(a: readonly Featured[], b: readonly Featured[], least: number): readonly Pair[] {
  const holders = new Map<string, number[]>();
  for (const [at, { features }] of b.entries())
    for (const key of features.keys()) {
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [at]);
      else held.push(at);
    }
  const weights = b.map(({ features }) => weightOf(features));
  const shared = new Float64Array(b.length);
  const pairs: Pair[] = [];
  for (const [at, { features }] of a.entries()) {
    shared.fill(0);
    for (const [key, { weight }] of features)
      for (const other of holders.get(key) ?? []) shared[other] = (shared[other] ?? 0) + weight;
    const own = weightOf(features);
    const near: Pair[] = [];
    for (const [other, weight] of weights.entries()) {
      const value = likenessOf(shared[other] ?? 0, own, weight);
      if (value >= least) near.push({ a: at, b: other, likeness: Math.round(value * 1000) / 1000 });
    }
    pairs.push(...(near.length > MOST ? near.sort(byLikeness).slice(0, MOST) : near));
  }
  return pairs.sort(byLikeness);
}

/** How many likes of one member are looked at: who is less like it than fifty others is not its pair. */
const MOST = 50;

function byLikeness(x: Pair, y: Pair): number {
  return y.likeness - x.likeness || x.a - y.a || x.b - y.b;
}
