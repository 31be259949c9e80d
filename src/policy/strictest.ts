import { type Marking, PUBLIC } from './marking.ts';
import { tlpRank } from './tlp.ts';

/**
 * The one marking to show for something made of several parts: the highest level, what all release lists and
 * purposes have in common, every caveat. Owners that differ leave no single owner, so that nobody has an owner's
 * rights in the whole. For banners; `decide` looks at the markings one by one, which is never less strict.
 */
export function strictest(markings: readonly Marking[]): Marking {
  const [first, ...rest] = markings;
  if (first === undefined) return PUBLIC;
  return rest.reduce(
    (a, b): Marking => ({
      tlp: tlpRank(a.tlp) >= tlpRank(b.tlp) ? a.tlp : b.tlp,
      owner: a.owner === b.owner ? a.owner : null,
      organisations: audience(a, b, 'organisations'),
      persons: audience(a, b, 'persons'),
      releasableTo: common(a.releasableTo, b.releasableTo),
      originatorControl: a.originatorControl || b.originatorControl,
      caveats: [...new Set([...a.caveats, ...b.caveats])].sort(),
      purposes: common(a.purposes, b.purposes),
    }),
    first,
  );
}

/** Who both were given to; a part that is for anybody narrows nothing. */
function audience(a: Marking, b: Marking, field: 'organisations' | 'persons'): readonly string[] {
  const open = ({ tlp, originatorControl }: Marking) =>
    (tlp === 'CLEAR' || tlp === 'GREEN') && !originatorControl;
  if (open(a)) return b[field];
  if (open(b)) return a[field];
  return a[field].filter((item) => b[field].includes(item));
}

function common<T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null {
  if (a === null || b === null) return a ?? b;
  return a.filter((item) => b.includes(item));
}
