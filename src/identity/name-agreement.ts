import { compareNames } from '../names/index.ts';
import type { BorneName, Cluster } from './cluster.ts';
import type { Profile } from './profile.ts';

/** How well the names of two clusters agree. */
export interface NameAgreement {
  /** 0 to 1; 1 only for names that are equal after folding. */
  readonly score: number;
  readonly left: string;
  readonly right: string;
  /** How many words of the left one tell. */
  readonly words: number;
  /** The source records that bear the two. */
  readonly between: readonly [Profile, Profile];
  /** How many names that sound different agree, the best included. */
  readonly agreeing: number;
}

/** From here on no other pair of names is looked for: it would tell no more. */
const ENOUGH = 0.95;

/** The two names that agree best; `null` when no two share what may make them one name. */
export function nameAgreement(one: Cluster, other: Cluster): NameAgreement | null {
  const sounds = [...one.names].filter(([sound]) => other.names.has(sound));
  const equal = [...one.folded].find(([folded]) => folded !== '' && other.folded.has(folded));
  const twin = equal === undefined ? undefined : other.folded.get(equal[0]);
  const agreement = (score: number, a: BorneName, b: BorneName): NameAgreement => ({
    score,
    left: a.name.text,
    right: b.name.text,
    words: a.name.bones.length,
    between: [a.profile, b.profile],
    agreeing: Math.max(1, sounds.length),
  });
  if (equal !== undefined && twin !== undefined) return agreement(1, equal[1], twin);
  let best: NameAgreement | null = null;
  const consider = (a: BorneName, b: BorneName) => {
    const score = symmetric(a, b, best?.score ?? 0);
    if (score > (best?.score ?? 0)) best = agreement(score, a, b);
    return score >= ENOUGH;
  };
  for (const [sound, named] of sounds) {
    const alike = other.names.get(sound);
    if (alike !== undefined && consider(named, alike)) return best;
  }
  for (const a of one.names.values()) {
    for (const b of other.names.values()) if (shareWords(a, b) && consider(a, b)) return best;
  }
  return best;
}

/** Names of two words and more must share two, and most of the shorter, so that comparing is for those that may agree. */
function shareWords({ name: { bones: a } }: BorneName, { name: { bones: b } }: BorneName): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  for (const bone of a) if (b.includes(bone)) shared += 1;
  return shared >= Math.min(2, shorter) && shared * 2 >= shorter;
}

/** What one side leaves out must not make a better match of the other way round. */
function symmetric({ name: a }: BorneName, { name: b }: BorneName, least: number): number {
  const there = compareNames(a.parsed, b.parsed).score;
  return there <= least ? there : Math.min(there, compareNames(b.parsed, a.parsed).score);
}
