import type { Judgement } from '../store/index.ts';
import { candidatePairs } from './candidates.ts';
import { type Cluster, clustersOf, KeySets, type Pair } from './cluster.ts';
import { type Facts, factsOf } from './facts.ts';
import { judgeByKeys, OFAC_UID_RULE, UN_REFERENCE_RULE } from './hard-keys.ts';
import { type NameAgreement, nameAgreement } from './name-agreement.ts';
import type { Profile } from './profile.ts';
import { ASK_FROM, SAME_FROM, weighFacts, weighNames } from './weigh.ts';

/** The rule that joins by names and facts beside them. */
export const FACTS_RULE = 'rule:names-and-facts';

/** The rules of this room, in the order in which they judge. */
export const SAME_AS_RULES: readonly string[] = [UN_REFERENCE_RULE, OFAC_UID_RULE, FACTS_RULE];

/** What is settled already, by persons and by citations. */
export interface Settled {
  readonly same: readonly Pair[];
  readonly different: readonly Pair[];
}

interface Case {
  readonly one: number;
  readonly other: number;
  readonly points: number;
  readonly names: NameAgreement;
  readonly facts: Facts;
}

/** A second entry of the same list that fits nearly as well makes a case uncertain, if it is this near. */
const NEAR = 1.5;

/**
 * Judges which source records are about the same thing: by keys first, then by names together with facts beside
 * them, between what the keys have joined. What is certain is `same`, what is worth a person's look `unsure`; no
 * judgement rests on a name alone, none joins two entries of one list, none goes against what is settled.
 */
export function proposeSame(profiles: readonly Profile[], settled: Settled): readonly Judgement[] {
  const keyed = judgeByKeys(profiles);
  const certain = keyed.filter(({ verdict }) => verdict === 'same');
  const clusters = clustersOf(profiles, [...settled.same, ...certain]);
  const common = commonNames(profiles);
  const cases = candidatePairs(clusters).flatMap(([one, other]) => caseOf(clusters, one, other, common));
  return [...keyed, ...decide(cases, clusters, settled.different)];
}

/** The case for two clusters being one; nothing when it is not worth a person's look. */
function caseOf(
  clusters: readonly Cluster[],
  one: number,
  other: number,
  common: (name: string) => boolean,
): readonly Case[] {
  const [a, b] = [clusters[one], clusters[other]];
  if (a === undefined || b === undefined) return [];
  const facts = factsOf(a, b);
  const fromFacts = weighFacts(facts);
  const names = fromFacts === null ? null : nameAgreement(a, b);
  if (fromFacts === null || names === null) return [];
  const fromNames = weighNames(names, common(names.left) || common(names.right));
  if (fromNames === null || fromFacts + fromNames < ASK_FROM) return [];
  return [{ one, other, points: fromFacts + fromNames, names, facts }];
}

/** Lays the cases, the strongest first, and keeps apart what must stay apart. */
function decide(
  cases: readonly Case[],
  clusters: readonly Cluster[],
  different: readonly Pair[],
): readonly Judgement[] {
  const sorted = [...cases].sort((a, b) => b.points - a.points || (keyOf(a) < keyOf(b) ? -1 : 1));
  const rivals = rivalsOf(sorted, clusters);
  const sets = new KeySets();
  const lists = new Map<string, Set<string>>();
  const listsOf = (at: number) => {
    const leader = sets.leader(String(at));
    const held = lists.get(leader) ?? new Set(clusters[at]?.profiles.map(({ list }) => list));
    lists.set(leader, held);
    return held;
  };
  const apart = new Set(different.flatMap(({ left, right }) => [`${left}\n${right}`, `${right}\n${left}`]));
  return sorted.flatMap((found): readonly Judgement[] => {
    const { one, other } = found;
    const [a, b] = [clusters[one], clusters[other]];
    if (a === undefined || b === undefined) return [];
    const barred = a.profiles.some((p) => b.profiles.some((q) => apart.has(`${p.key}\n${q.key}`)));
    if (barred || sets.leader(String(one)) === sets.leader(String(other))) return [];
    const rival = rivals(found);
    const mine = listsOf(one);
    const clash = [...listsOf(other)].find((list) => mine.has(list));
    const certain = found.points >= SAME_FROM && rival === null && clash === undefined;
    if (certain) {
      const joined = new Set([...mine, ...listsOf(other)]);
      sets.join(String(one), String(other));
      lists.set(sets.leader(String(one)), joined);
    }
    const against =
      rival ?? (clash === undefined ? null : `another entry of ${clash} is taken for it already`);
    return [judgementOf(found, certain, against)];
  });
}

/** Another entry of the same list that fits one side of a case nearly as well; its key, or `null`. */
function rivalsOf(cases: readonly Case[], clusters: readonly Cluster[]): (found: Case) => string | null {
  const of = new Map<number, Case[]>();
  for (const found of cases) {
    for (const side of [found.one, found.other]) of.set(side, [...(of.get(side) ?? []), found]);
  }
  return (found) => {
    for (const [side, partner] of [
      [found.one, found.other],
      [found.other, found.one],
    ] as const) {
      const lists = new Set(clusters[partner]?.profiles.map(({ list }) => list));
      for (const rival of of.get(side) ?? []) {
        const third = rival.one === side ? rival.other : rival.one;
        if (third === partner || rival.points < found.points - NEAR) continue;
        const twin = clusters[third]?.profiles.find(({ list }) => lists.has(list));
        if (twin !== undefined) return `${twin.key} fits as well`;
      }
    }
    return null;
  };
}

function judgementOf({ points, facts, names }: Case, certain: boolean, against: string | null): Judgement {
  const [left, right] = names.between;
  return {
    left: left.key,
    right: right.key,
    verdict: certain ? 'same' : 'unsure',
    by: FACTS_RULE,
    evidence: {
      names: `${names.left} / ${names.right} (${Math.floor(names.score * 1000) / 1000})`,
      ...(names.agreeing > 1 ? { agreeingNames: String(names.agreeing) } : {}),
      ...facts,
      points: points.toFixed(2),
      ...(against === null ? {} : { against }),
    },
  };
}

/** Whether some list has two entries of a name that sounds so, which then tells less. */
function commonNames(profiles: readonly Profile[]): (name: string) => boolean {
  const bearers = new Set<string>();
  const common = new Set<string>();
  const sounds = new Map<string, string>();
  for (const { list, names } of profiles) {
    for (const name of names) sounds.set(name.text, name.bones.join(' '));
    for (const sound of new Set(names.map((name) => name.bones.join(' ')))) {
      const key = `${list} ${sound}`;
      if (bearers.has(key)) common.add(sound);
      else bearers.add(key);
    }
  }
  return (name) => common.has(sounds.get(name) ?? '');
}

function keyOf({ names: { between } }: Case): string {
  return `${between[0].key} ${between[1].key}`;
}
