/**
 * The size of the largest one-to-one matching between `left` and `right` things, where `fits(i, j)` says which
 * may be matched. With a similarity that is 0 or 1 this is the assignment that CEAF asks of the Hungarian method.
 * Augmenting paths, O(left · edges).
 */
export function maximumMatching(
  left: number,
  right: number,
  fits: (left: number, right: number) => boolean,
): number {
  const partner = new Array<number>(right).fill(-1);
  const place = (at: number, tried: Set<number>): boolean => {
    for (let other = 0; other < right; other += 1) {
      if (tried.has(other) || !fits(at, other)) continue;
      tried.add(other);
      const held = partner[other] ?? -1;
      if (held !== -1 && !place(held, tried)) continue;
      partner[other] = at;
      return true;
    }
    return false;
  };
  let matched = 0;
  for (let at = 0; at < left; at += 1) if (place(at, new Set())) matched += 1;
  return matched;
}
