import { groupBy, type Schema } from '../kernel/index.ts';
import type { Birth, Profile, ProfileName } from './profile.ts';

/** A name with the source record that bears it. */
export interface BorneName {
  readonly name: ProfileName;
  readonly profile: Profile;
}

/** Source records that are taken for one thing by what is certain, and all that they say together. */
export interface Cluster {
  readonly profiles: readonly Profile[];
  readonly lists: ReadonlySet<string>;
  readonly schemas: ReadonlySet<Schema>;
  /** Names that tell, by how their words sound: one a sound, at most {@link MOST_NAMES}; weak ones only if all are. */
  readonly names: ReadonlyMap<string, BorneName>;
  /** Names as folded, all of them. */
  readonly folded: ReadonlyMap<string, BorneName>;
  readonly births: readonly Birth[];
  readonly birthPlaces: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly genders: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
}

/** A pair of source keys. */
export interface Pair {
  readonly left: string;
  readonly right: string;
}

/** Names that a cluster is found and compared by; the rest of a long row of spellings finds nothing new. */
const MOST_NAMES = 40;

/** Groups profiles into clusters by pairs that are the same; a profile in no pair is a cluster of its own. */
export function clustersOf(profiles: readonly Profile[], pairs: readonly Pair[]): readonly Cluster[] {
  const sets = new KeySets();
  for (const { left, right } of pairs) sets.join(left, right);
  return [...groupBy(profiles, ({ key }) => sets.leader(key)).values()].map(clusterOf);
}

function clusterOf(profiles: readonly Profile[]): Cluster {
  const all = <T>(of: (profile: Profile) => Iterable<T>) =>
    new Set(profiles.flatMap((profile) => [...of(profile)]));
  const borne = profiles.flatMap((profile) => profile.names.map((name): BorneName => ({ name, profile })));
  const strong = borne.filter(({ name }) => !name.weak);
  const telling = strong.length > 0 ? strong : borne;
  const bySound = new Map<string, BorneName>();
  for (const named of telling) {
    const sound = named.name.bones.join(' ');
    if (sound !== '' && bySound.size < MOST_NAMES && !bySound.has(sound)) bySound.set(sound, named);
  }
  return {
    profiles,
    lists: all(({ list }) => [list]),
    schemas: all(({ schema }) => (schema === null ? [] : [schema])),
    names: bySound,
    folded: new Map(telling.map((named) => [named.name.parsed.folded, named])),
    births: [...new Map(profiles.flatMap(({ births }) => births).map((b) => [b.text, b])).values()],
    birthPlaces: all((profile) => profile.birthPlaces),
    countries: all((profile) => profile.countries),
    genders: all((profile) => profile.genders),
    identifiers: all(({ identifiers }) => identifiers.keys()),
    listed: all((profile) => profile.listed),
    regimes: all((profile) => profile.regimes),
  };
}

/** Sets of keys that grow together. */
export class KeySets {
  readonly #up = new Map<string, string>();

  leader(key: string): string {
    let top = key;
    for (let up = this.#up.get(top); up !== undefined; up = this.#up.get(top)) top = up;
    if (top !== key) this.#up.set(key, top);
    return top;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.leader(one), this.leader(other)];
    if (a !== b) this.#up.set(a, b);
  }
}
