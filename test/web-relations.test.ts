import { describe, expect, it } from 'vitest';
import type { RelationsAnswer } from '../src/contract/index.ts';
import { branchesOf, sidesOf, tiesOf } from '../web/src/pages/entity/relations.ts';

const node = (id: string) => ({ id, entity: id, caption: id.toUpperCase(), steps: 1, lists: 1 });
const edge = (from: string, type: string, to: string) => ({
  from,
  to,
  type,
  subject: null,
  since: null,
  until: null,
  statements: [{ record: `record:${from}`, source: null }],
});

/** The front with `count` affiliates of its own and one group that it is part of. */
function front(count: number): RelationsAnswer {
  const affiliates = Array.from({ length: count }, (_, index) => `a${index}`);
  return {
    entity: 'front',
    knownAt: null,
    nodes: ['front', 'council', ...affiliates].map(node),
    edges: [
      edge('front', 'part-of', 'council'),
      ...affiliates.map((id) => edge(id, 'affiliate-of', 'front')),
    ],
    sources: [],
    leftOut: 0,
  };
}

describe('the picture of relations', () => {
  it('has a branch for each kind and way, what is stated of the entity itself first', () => {
    expect(branchesOf(front(3)).map(({ type, back, ties }) => [type, back, ties.length])).toEqual([
      ['part-of', false, 1],
      ['affiliate-of', true, 3],
    ]);
  });

  it('shows every tie once, on two sides that are about as tall', () => {
    for (const count of [5, 9, 30]) {
      const branches = branchesOf(front(count));
      const heights = sidesOf(branches).map((side) => side.flatMap(({ ties }) => ties).length);
      expect(heights.reduce((sum, height) => sum + height, 0)).toBe(count + 1);
      if (count >= 9) expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThanOrEqual(2);
    }
  });

  it('leaves the entity itself out of the further ties of what is around it', () => {
    expect(tiesOf(front(2), 'a0', 'front')).toEqual([]);
    expect(tiesOf(front(2), 'council').map(({ node: other, back }) => [other.id, back])).toEqual([
      ['front', true],
    ]);
  });
});
