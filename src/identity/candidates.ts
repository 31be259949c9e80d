import { schemasAgree } from '../kernel/index.ts';
import type { Cluster } from './cluster.ts';

/** Two clusters that may be one, by their places in the list of clusters, the lower first. */
export type CandidatePair = readonly [number, number];

/** A block with more clusters than this tells too little: it is left to the other blocks. */
const LARGEST_BLOCK = 30;
/** The rarest words of a name, of which any two make a block. */
const RAREST = 3;

/**
 * Pairs of clusters that share something rare enough to be worth comparing: all words of a name as they sound,
 * two of its rarest words, a number, a full date of birth with a word of a name. Linear in the number of names;
 * blocks that are too large are passed over.
 */
export function candidatePairs(clusters: readonly Cluster[]): readonly CandidatePair[] {
  const blocks = new Blocks();
  const frequency = new Map<string, number>();
  for (const { names } of clusters) {
    const bones = new Set([...names.values()].flatMap(({ name }) => name.bones));
    for (const bone of bones) frequency.set(bone, (frequency.get(bone) ?? 0) + 1);
  }
  clusters.forEach((cluster, at) => {
    for (const key of keysOf(cluster, frequency)) blocks.add(key, at);
  });
  const seen = new Set<number>();
  const pairs: CandidatePair[] = [];
  for (const block of blocks.shared(LARGEST_BLOCK)) {
    for (const [index, one] of block.entries()) {
      for (const other of block.slice(index + 1)) {
        const id = one * clusters.length + other;
        if (seen.has(id)) continue;
        seen.add(id);
        const [a, b] = [clusters[one], clusters[other]];
        if (a !== undefined && b !== undefined && mayBeOne(a, b)) pairs.push([one, other]);
      }
    }
  }
  return pairs;
}

function* keysOf(
  { names, births, identifiers }: Cluster,
  frequency: ReadonlyMap<string, number>,
): Iterable<string> {
  const rarity = (bone: string) => frequency.get(bone) ?? 0;
  const days = births.filter(({ telling }) => telling).map(({ from }) => from);
  for (const [sound, { name }] of names) {
    yield `n ${sound}`;
    const rarest = [...name.bones].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1)).slice(0, RAREST);
    for (const [index, one] of rarest.entries()) {
      for (const other of rarest.slice(index + 1))
        yield `w ${one < other ? `${one} ${other}` : `${other} ${one}`}`;
    }
    for (const day of days) for (const bone of name.bones) yield `b ${day} ${bone}`;
  }
  for (const number of identifiers) yield `i ${number}`;
}

/** Two entries of one list are two to their publisher, and stay so: a person may say otherwise, no rule does. */
function mayBeOne(one: Cluster, other: Cluster): boolean {
  return (
    ![...one.lists].some((list) => other.lists.has(list)) &&
    [...one.schemas].every((a) => [...other.schemas].every((b) => schemasAgree(a, b)))
  );
}

/** Which clusters have a key, by key. */
class Blocks {
  readonly #members = new Map<string, number[]>();

  add(key: string, member: number): void {
    const block = this.#members.get(key);
    if (block === undefined) this.#members.set(key, [member]);
    else if (block.at(-1) !== member) block.push(member);
  }

  *shared(largest: number): Iterable<readonly number[]> {
    for (const block of this.#members.values()) if (block.length > 1 && block.length <= largest) yield block;
  }
}
