import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desk } from './support/cli.ts';

const UN = resolve(import.meta.dirname, '../../shared/data/un-sc');
const HERE = existsSync(UN);
if (!HERE) console.warn(`left out: the UN list is not at ${UN}, so it is not loaded in random orders`);

/** Around the regression of August 2023, which is held, and the day on which 84 entries left. */
const VERSIONS = ['2023-04-18', '2023-08-02', '2023-08-23', '2023-10-19'];

async function finalState(order: readonly string[]): Promise<string> {
  const at = desk();
  try {
    for (const observed of order) {
      const file = join(UN, `un_${observed}.xml.gz`);
      expect((await at.entente('load', 'un-sc', file, '--observed', observed)).code).toBe(0);
    }
    expect((await at.entente('verify')).code).toBe(0);
    const { events } = (await at.entente('changes', '--from', '2000-01-01', '--json')).json();
    const [list] = (await at.entente('lists', '--json')).json().lists.filter((l: any) => l.id === 'un-sc');
    return JSON.stringify([
      // Entity ids are drawn at random, and are all that may differ.
      events.map((event: any) => JSON.stringify({ ...event, entity: null })).sort(),
      list.snapshots.map((snapshot: any) => [snapshot.observed, snapshot.state, snapshot.reason]),
    ]);
  } finally {
    at.close();
  }
}

describe.runIf(HERE)('the real UN list', () => {
  it('comes to the same in whatever order its versions are loaded', async () => {
    const inOrder = await finalState(VERSIONS);
    expect(inOrder).toContain('"2023-08-02","held"');
    const order = fc.shuffledSubarray(VERSIONS, { minLength: VERSIONS.length });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        expect(await finalState(shuffled)).toBe(inOrder);
      }),
      { numRuns: 3 },
    );
  }, 300_000);
});
