import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../store/index.ts';
import { answerBulk, heldInBulk, proposeBulk } from './bulk-decision.ts';
import { drawSample, sampleSize } from './sample.ts';

const now = () => new Date('2026-11-24T12:00:00Z');

describe('the sample of a bulk decision', () => {
  it('is a tenth, at least five and at most thirty, or all', () => {
    expect([2, 5, 6, 50, 51, 300, 1000].map(sampleSize)).toEqual([2, 5, 5, 5, 6, 30, 30]);
  });

  it('follows from the seed and the items, whatever their order', () => {
    const items = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(items, fc.string(), (all, seed) => {
        const drawn = drawSample(all, seed);
        expect(drawn.size).toBe(sampleSize(all.length));
        expect([...drawSample([...all].reverse(), seed)].sort()).toEqual([...drawn].sort());
      }),
    );
  });
});

describe('a bulk decision', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-bulk-'));
    store = await Store.open(join(folder, 'record.db'));
    for (let index = 0; index < 7; index += 1)
      await store.exceptions.propose({
        subject: { key: `k${index}`, query: { name: `n${index}` }, watch: null },
        entity: `ent-${index}`,
        caption: `N ${index}`,
        reason: index < 6 ? 'kind' : 'birth',
        until: '2027-01-01',
        content: { hash: 'h', facts: [] },
        evidence: {},
        proposed: { by: 'amina', at: '2026-11-01T10:00:00.000Z', why: 'a club' },
      });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const SIX = ['1', '2', '3', '4', '5', '6'];
  const propose = (items = SIX, by = 'bilal') =>
    proposeBulk(store, { kind: 'exception', verdict: 'approve', why: 'all clubs', items }, { by, now });
  const stages = async () => (await store.exceptions.all()).map(({ stage }) => stage);
  const answer = (id: number, item: string, verdict: string, by = 'carla') =>
    answerBulk(store, id, { item, verdict, why: 'looked' }, { by, now });

  it('B1 takes effect in the second person’s name once every item of the sample was decided alike', async () => {
    const bulk = await propose();
    expect(await heldInBulk(store, 'exception')).toEqual(new Set(SIX));
    const sample = bulk.items.filter(({ sampled }) => sampled).map(({ item }) => item);
    expect(new Set(sample)).toEqual(drawSample(SIX, bulk.seed));
    expect(sample).toHaveLength(5);
    for (const [place, item] of sample.entries()) {
      expect(new Set(await stages())).toEqual(new Set(['proposed']));
      const after = await answer(bulk.id, item, 'approve');
      expect(after.ended === null).toBe(place < 4);
    }
    expect(await stages()).toEqual([...SIX.map(() => 'approved'), 'proposed']);
    const [first] = await store.exceptions.all();
    expect(first?.approved).toMatchObject({
      by: 'carla',
      why: 'bulk decision 1, proposed by bilal: all clubs',
    });
    expect((await store.bulkDecisions.get(bulk.id)).ended).toMatchObject({ outcome: 'applied', done: 6 });
    expect(await heldInBulk(store, 'exception')).toEqual(new Set());
  });

  it('B2 is refused by the first that differs; its items wait singly, and the disagreement stays', async () => {
    const bulk = await propose();
    const [one = '', two = ''] = bulk.items.filter(({ sampled }) => sampled).map(({ item }) => item);
    await answer(bulk.id, one, 'approve');
    const after = await answer(bulk.id, two, 'reject');
    expect(after.ended).toMatchObject({ outcome: 'refused', by: 'carla', done: 0 });
    expect(after.items.find(({ item }) => item === two)?.answer).toMatchObject({
      verdict: 'reject',
      by: 'carla',
    });
    expect(new Set(await stages())).toEqual(new Set(['proposed']));
    expect(await heldInBulk(store, 'exception')).toEqual(new Set());
    await expect(answer(bulk.id, one, 'approve')).rejects.toMatchObject({ code: 'ENT_BULK_REFUSED' });
  });

  it('B3 has its sample decided by one other person, who proposed neither it nor any of its items', async () => {
    const bulk = await propose();
    const sample = bulk.items.filter(({ sampled }) => sampled).map(({ item }) => item);
    const [one = '', two = ''] = sample;
    for (const by of ['bilal', 'amina'])
      await expect(answer(bulk.id, one, 'approve', by)).rejects.toMatchObject({
        code: 'ENT_BULK_SAME_PERSON',
      });
    await answer(bulk.id, one, 'approve');
    await expect(answer(bulk.id, two, 'approve', 'dora')).rejects.toMatchObject({ code: 'ENT_BULK_REFUSED' });
    const outside = bulk.items.find(({ sampled }) => !sampled)?.item ?? '';
    await expect(answer(bulk.id, outside, 'approve')).rejects.toMatchObject({ code: 'ENT_BULK_REFUSED' });
  });

  it('refuses what does not wait, is held already, has several reasons, or is one alone', async () => {
    for (const items of [['1'], ['1', '99'], ['5', '7']])
      await expect(propose(items)).rejects.toMatchObject({ code: 'ENT_BULK_REFUSED' });
    await propose(['1', '2']);
    await expect(propose(['2', '3'])).rejects.toMatchObject({ code: 'ENT_BULK_REFUSED' });
  });
});
