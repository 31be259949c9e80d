import type { Cluster } from './cluster.ts';
import type { Birth } from './profile.ts';

/** What two things can agree or disagree in beside the name. */
export type FactKind =
  | 'identifier'
  | 'birthDay'
  | 'birthYear'
  | 'birthPlace'
  | 'country'
  | 'listed'
  | 'regime'
  | 'birthDayDiffers'
  | 'birthDiffers'
  | 'genderDiffers'
  | 'countryDiffers';

/** Facts in words, by what they are. */
export type Facts = Readonly<Partial<Record<FactKind, string>>>;

/** What two clusters agree and disagree in. What either leaves out is no fact. */
export function factsOf(one: Cluster, other: Cluster): Facts {
  const facts: Partial<Record<FactKind, string>> = {};
  const agree = (kind: FactKind, of: (cluster: Cluster) => ReadonlySet<string>) => {
    const shared = [...of(one)].filter((value) => of(other).has(value));
    if (shared.length > 0) facts[kind] = shared.sort().slice(0, MOST_SHOWN).join(', ');
    return shared.length > 0;
  };
  const differ = (kind: FactKind, of: (cluster: Cluster) => ReadonlySet<string>) => {
    if (of(one).size > 0 && of(other).size > 0)
      facts[kind] = [one, other].map((cluster) => [...of(cluster)].sort().join(', ')).join(' / ');
  };
  agree('identifier', ({ identifiers }) => identifiers);
  agree('birthPlace', ({ birthPlaces }) => birthPlaces);
  agree('listed', ({ listed }) => listed);
  agree('regime', ({ regimes }) => regimes);
  if (!agree('country', ({ countries }) => countries)) differ('countryDiffers', ({ countries }) => countries);
  if (![...one.genders].some((gender) => other.genders.has(gender)))
    differ('genderDiffers', ({ genders }) => genders);
  const birth = birthFact(one.births, other.births);
  if (birth !== null) facts[birth[0]] = birth[1];
  return facts;
}

const MOST_SHOWN = 5;

/** The one thing that the births say: the same day, a time in common, near each other, or years apart. */
function birthFact(left: readonly Birth[], right: readonly Birth[]): readonly [FactKind, string] | null {
  if (left.length === 0 || right.length === 0) return null;
  const pairs = left.flatMap((a) => right.map((b) => [a, b] as const));
  const day = pairs.find(([a, b]) => a.telling && b.telling && a.from === b.from);
  if (day !== undefined) return ['birthDay', day[0].text];
  const time = pairs.find(([a, b]) => a.from < b.to && b.from < a.to);
  if (time !== undefined) return ['birthYear', `${time[0].text} / ${time[1].text}`];
  const near = pairs.find(([a, b]) => a.from.slice(0, 4) === b.from.slice(0, 4));
  if (near !== undefined) return ['birthDayDiffers', `${near[0].text} / ${near[1].text}`];
  return [
    'birthDiffers',
    [left, right].map((births) => births.map(({ text }) => text).join(', ')).join(' / '),
  ];
}
