import { groupBy, schemasAgree } from '../kernel/index.ts';
import { compareNames } from '../names/index.ts';
import type { Judgement } from '../store/index.ts';
import type { Profile } from './profile.ts';

/** The rule that joins what carries the same permanent reference of the UN list. */
export const UN_REFERENCE_RULE = 'rule:un-reference';
/** The rule that joins what OFAC gives the same number, on its own lists and where they are copied. */
export const OFAC_UID_RULE = 'rule:ofac-uid';

/** Names of two entries with the same key that agree less than this are looked at by a person. */
const STRANGE = 0.6;

/**
 * Judgements by keys that publishers give to one thing: a UN reference, an OFAC number. A key that two entries of
 * one list carry says which thing they are about, not that they are it: those are joined by it only where the
 * names agree, and so is any entry whose kind or names speak against its key; the rest a person is asked about.
 */
export function judgeByKeys(profiles: readonly Profile[]): readonly Judgement[] {
  const byReference = profiles.flatMap((profile) =>
    [...new Set(profile.unReferences)].map((key) => ({ key, profile })),
  );
  const byUid = profiles.flatMap((profile) =>
    profile.ofacUid === null ? [] : [{ key: profile.ofacUid, profile }],
  );
  return [
    ...judgements(byReference, UN_REFERENCE_RULE, 'UN reference', ['un-sc']),
    ...judgements(byUid, OFAC_UID_RULE, 'OFAC number', ['us-ofac-sdn', 'us-ofac-consolidated']),
  ];
}

interface Keyed {
  readonly key: string;
  readonly profile: Profile;
}

function judgements(
  keyed: readonly Keyed[],
  by: string,
  what: string,
  owners: readonly string[],
): readonly Judgement[] {
  return [...groupBy(keyed, ({ key }) => key)].flatMap(([key, group]): readonly Judgement[] => {
    if (group.length < 2) return [];
    const profiles = group.map(({ profile }) => profile);
    const rank = ({ list }: Profile) => (owners.includes(list) ? owners.indexOf(list) : owners.length);
    const [hub, ...others] = [...profiles].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
    if (hub === undefined) return [];
    const perList = groupBy(profiles, ({ list }) => list);
    return others.flatMap((other): readonly Judgement[] => {
      if (other.list === hub.list) return [];
      const names = bestNames(hub, other);
      const kinds = hub.schema === null || other.schema === null || schemasAgree(hub.schema, other.schema);
      const alone = (perList.get(other.list)?.length ?? 0) === 1;
      const certain = kinds && names.score >= (alone ? STRANGE : SAME_NAME);
      return [
        {
          left: hub.key,
          right: other.key,
          verdict: certain ? 'same' : 'unsure',
          by,
          evidence: {
            [what]: key,
            names: `${names.left} / ${names.right} (${names.score})`,
            ...(kinds ? {} : { kinds: `${hub.schema} / ${other.schema}` }),
            ...(alone
              ? {}
              : { note: `${perList.get(other.list)?.length} entries of ${other.list} have this key` }),
          },
        },
      ];
    });
  });
}

const SAME_NAME = 0.85;

function bestNames(one: Profile, other: Profile) {
  let best = { score: 0, left: one.names[0]?.text ?? '', right: other.names[0]?.text ?? '' };
  for (const a of one.names.slice(0, MOST_NAMES)) {
    for (const b of other.names.slice(0, MOST_NAMES)) {
      if (best.score >= 0.95) return best;
      const { score } = compareNames(a.parsed, b.parsed);
      if (score > best.score) best = { score: Math.floor(score * 1000) / 1000, left: a.text, right: b.text };
    }
  }
  return best;
}

const MOST_NAMES = 30;
