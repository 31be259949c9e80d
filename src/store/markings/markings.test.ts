import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../store-for-test.ts';

const act = (at: string) => ({ by: 'amina', at, why: 'told so by the owner' });

describe.each(DIALECTS)('markings ($name)', ({ fresh }) => {
  it('M1: stand beside one another until taken off, and what stood is kept with who and why', async () => {
    const { store, drop } = await fresh();
    const { markings } = store;
    await markings.set('entity', 'ent-1', 'TLP:GREEN', act('2026-01-01'));
    await markings.set('entity', 'ent-1', 'TLP:AMBER//OWNER in-mea', act('2026-02-01'));
    await markings.set('document', 'ent-1', 'TLP:RED', act('2026-02-01'));
    expect(await markings.standing('entity')).toEqual(
      new Map([['ent-1', ['TLP:GREEN', 'TLP:AMBER//OWNER in-mea']]]),
    );
    const [first] = await markings.history('entity', 'ent-1');
    expect(await markings.remove(first?.id ?? 0, act('2026-03-01'))).toBe(true);
    expect(await markings.remove(first?.id ?? 0, act('2026-04-01'))).toBe(false);
    expect(await markings.standing('entity')).toEqual(new Map([['ent-1', ['TLP:AMBER//OWNER in-mea']]]));
    expect(await markings.history('entity', 'ent-1')).toMatchObject([
      { marking: 'TLP:GREEN', by: 'amina', removed: { at: '2026-03-01', why: 'told so by the owner' } },
      { marking: 'TLP:AMBER//OWNER in-mea', removed: null },
    ]);
    await drop();
  });

  it('M2: what waits for a second person is decided once, by whoever comes first', async () => {
    const { store, drop } = await fresh();
    const { proposals } = store.markings;
    const by = { id: 'usr-1', name: 'amina' };
    const proposed = { act: 'remove', target: 7 } as const;
    const one = await proposals.add({
      kind: 'entity',
      object: 'ent-1',
      proposed,
      by,
      at: '2026-01-01',
      why: 'no longer so',
    });
    expect(await proposals.waiting()).toEqual([one]);
    const both = await Promise.all([
      proposals.decide(one.id, 'approved', act('2026-01-02')),
      proposals.decide(one.id, 'withdrawn', act('2026-01-02')),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await proposals.waiting()).toEqual([]);
    expect(await proposals.find(one.id)).toMatchObject({ proposed, by, decided: { by: 'amina' } });
    expect(await proposals.find('prp-none')).toBeNull();
    await drop();
  });

  it('M3: what was released stands until it is called back, and that it was is kept', async () => {
    const { store, drop } = await fresh();
    const { releases } = store.markings;
    const given = {
      kind: 'entity',
      object: 'ent-1',
      markings: ['TLP:AMBER//OWNER a'],
      word: 'bela',
    } as const;
    const one = await releases.add({ ...given, to: 'org-b', ...act('2026-01-01') });
    await releases.add({ ...given, to: 'org-c', ...act('2026-01-02') });
    expect(await releases.standing('entity')).toEqual(new Map([['ent-1', ['org-b', 'org-c']]]));
    expect(await releases.standing('document')).toEqual(new Map());
    expect([
      await releases.recall(one.id, act('2026-02-01')),
      await releases.recall(one.id, act('2026-03-01')),
    ]).toEqual([true, false]);
    expect(await releases.standing('entity')).toEqual(new Map([['ent-1', ['org-c']]]));
    expect(await releases.of('entity', 'ent-1')).toMatchObject([
      { to: 'org-b', word: 'bela', markings: given.markings, recalled: { at: '2026-02-01' } },
      { to: 'org-c', recalled: null },
    ]);
    await drop();
  });
});
