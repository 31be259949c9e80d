import type { RelationsAnswer } from '../../../../src/contract/index.ts';

/** Something that stands in a relation, and a relation, as the server gives them. */
export type RelationNode = RelationsAnswer['nodes'][number];
export type RelationEdge = RelationsAnswer['edges'][number];

/** An edge as one of its ends sees it: the node at the other end, and whether the relation is stated of that one. */
export interface Tie {
  readonly edge: RelationEdge;
  readonly node: RelationNode;
  readonly back: boolean;
}

/** The ties of a node that are of one kind and go one way: one branch of the picture. */
export interface Branch {
  readonly key: string;
  readonly type: string;
  readonly back: boolean;
  readonly ties: readonly Tie[];
}

/** The ties of a node, by name of what they lead to; `except` leaves out those to one other node. */
export function tiesOf(answer: RelationsAnswer, id: string, except?: string): readonly Tie[] {
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]));
  return answer.edges
    .flatMap((edge): readonly Tie[] => {
      if (edge.from !== id && edge.to !== id) return [];
      const back = edge.from !== id;
      const node = nodes.get(back ? edge.from : edge.to);
      return node === undefined || node.id === except ? [] : [{ edge, node, back }];
    })
    .sort((a, b) => a.node.caption.localeCompare(b.node.caption));
}

/** A node's ties by kind and way, those stated of the node itself first. */
export function branchesOf(answer: RelationsAnswer): readonly Branch[] {
  const branches = new Map<string, { type: string; back: boolean; ties: Tie[] }>();
  for (const tie of tiesOf(answer, answer.entity)) {
    const key = `${tie.back ? 'back' : 'out'} ${tie.edge.type}`;
    const held = branches.get(key);
    if (held === undefined) branches.set(key, { type: tie.edge.type, back: tie.back, ties: [tie] });
    else held.ties.push(tie);
  }
  return [...branches]
    .map(([key, branch]) => ({ key, ...branch }))
    .sort((a, b) => Number(a.back) - Number(b.back) || b.ties.length - a.ties.length);
}

/** A branch takes the room of its ties and of its word. */
const roomOf = ({ ties }: Branch) => ties.length + 0.5;

/** A branch so long that it may stand on both sides. */
const LONG = 6;

/**
 * Branches for the two sides of the picture, so that both are about as tall; a long branch that would make one side
 * much taller is parted. The order within a side is that of the branches.
 */
export function sidesOf(branches: readonly Branch[]): readonly [readonly Branch[], readonly Branch[]] {
  const half = branches.reduce((sum, branch) => sum + roomOf(branch), 0) / 2;
  const first: Branch[] = [];
  const second: Branch[] = [];
  let filled = 0;
  for (const branch of branches) {
    const left = half - filled;
    const room = roomOf(branch);
    if (second.length === 0 && room <= left + 0.5) {
      first.push(branch);
      filled += room;
    } else if (second.length === 0 && branch.ties.length >= LONG && left >= LONG / 2) {
      const at = Math.round(left);
      first.push({ ...branch, ties: branch.ties.slice(0, at) });
      second.push({ ...branch, key: `${branch.key} more`, ties: branch.ties.slice(at) });
    } else if (first.length === 0) {
      first.push(branch);
      filled += room;
    } else second.push(branch);
  }
  return [first, second];
}

/** When a relation held, as its sources put it; empty where none says. */
export function timesOf({ since, until }: RelationEdge): string {
  return since === null && until === null ? '' : `${since ?? ''} – ${until ?? ''}`;
}
