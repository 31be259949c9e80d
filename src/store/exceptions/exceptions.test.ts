import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { DIALECTS, entry, list, listedOn, load, name, programme } from '../store-for-test.ts';
import { contentChange, contentOf } from './entity-content.ts';
import type { NewException } from './exception.ts';

const AT = '2026-11-01T10:00:00.000Z';
const act = (by: string, at = '2026-11-02T10:00:00.000Z') => ({ by, at, why: 'checked' });
const NOW = { asOf: null, knownAt: null } as const;

for (const dialect of DIALECTS) {
  describe(`${dialect.name}: exceptions`, () => {
    let store: Store;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      ({ store, drop } = await dialect.fresh());
      await load(store, '2020-01-01', [entry('1', name('Blue Front'), listedOn('2019-05-01'))]);
      await load(store, '2020-01-01', [entry('7', name('Blue Front'))], { list: list('bb') });
    });
    afterEach(() => drop());

    const viewOf = async (key: string) => {
      const view = await store.entity(key, NOW);
      if (view === null) throw new Error(`no ${key}`);
      return view;
    };
    const about = async (own: Partial<NewException> = {}): Promise<NewException> => {
      const view = await viewOf('xx-list:1');
      return {
        subject: { key: 'k', query: { name: 'blue front' }, watch: null },
        entity: view.entity,
        caption: 'Blue Front',
        reason: 'kind',
        until: '2027-01-01',
        content: contentOf(view),
        evidence: { score: 1 },
        proposed: { by: 'amina', at: AT, why: 'a football club' },
        ...own,
      };
    };

    it('EX1 is approved by another person than the one who proposed it', async () => {
      const { id } = await store.exceptions.propose(await about());
      await expect(store.exceptions.act(id, 'approve', act('amina'))).rejects.toMatchObject({
        code: 'ENT_EXCEPTION_SAME_PERSON',
      });
      expect(await store.exceptions.act(id, 'approve', act('bilal'))).toMatchObject({
        stage: 'approved',
        approved: { by: 'bilal', why: 'checked' },
        content: { hash: expect.stringMatching(/^[0-9a-f]{32}$/) },
        evidence: { score: 1 },
      });
    });

    it('EX2 keeps each act as a row of its own, and answers as known before it', async () => {
      const before = await store.exceptions.stamp();
      const { id } = await store.exceptions.propose(await about());
      const stamps = new Set([before, await store.exceptions.stamp()]);
      await store.exceptions.act(id, 'approve', act('bilal'));
      stamps.add(await store.exceptions.stamp());
      await store.exceptions.act(id, 'withdraw', act('amina', '2026-11-05T10:00:00.000Z'));
      stamps.add(await store.exceptions.stamp());
      expect(stamps.size).toBe(4);
      const stageOn = async (day: string | null) =>
        (await store.exceptions.all(day)).map(({ stage }) => stage);
      expect(await stageOn(null)).toEqual(['withdrawn']);
      expect(await stageOn('2026-11-03')).toEqual(['approved']);
      expect(await stageOn('2026-11-01')).toEqual(['proposed']);
      expect(await stageOn('2026-10-31')).toEqual([]);
    });

    it('EX2 refuses an act twice, on one that ended, and on one that nobody proposed', async () => {
      const { id } = await store.exceptions.propose(await about());
      await store.exceptions.act(id, 'reject', act('bilal'));
      for (const again of ['approve', 'reject', 'withdraw'] as const)
        await expect(store.exceptions.act(id, again, act('carla'))).rejects.toMatchObject({
          code: 'ENT_EXCEPTION_STATE',
        });
      await expect(store.exceptions.act(99, 'approve', act('bilal'))).rejects.toMatchObject({
        code: 'ENT_EXCEPTION_UNKNOWN',
      });
    });

    it('EX3 digests what tells one bearer of a name from another, and no other property', async () => {
      const before = contentOf(await viewOf('xx-list:1'));
      expect(before.facts.map(({ property }) => property).sort()).toEqual(['designation', 'name']);
      const said = (...more: Parameters<typeof entry>[1][]) => [
        entry('1', name('Blue Front'), listedOn('2019-05-01'), ...more),
      ];
      await load(store, '2021-01-01', said({ property: 'remarks', value: 'see annex', place: 'R' }));
      expect(contentOf(await viewOf('xx-list:1')).hash).toBe(before.hash);
      await load(store, '2022-01-01', said(name('BF', 'alias', 'weak'), programme('CT')));
      const after = contentOf(await viewOf('xx-list:1'));
      expect(after.hash).not.toBe(before.hash);
      const { added, removed } = contentChange(before, after);
      expect(added.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^xx-list: .*; CT$/),
        'BF (alias, weak)',
      ]);
      expect(removed.map(({ property }) => property)).toEqual(['designation']);
    });

    it('EX3 has the same digest in whatever order snapshots were loaded', async () => {
      await load(store, '2022-01-01', [entry('1', name('Blue Front'), listedOn('2019-05-01'))]);
      const before = contentOf(await viewOf('xx-list:1')).hash;
      await load(store, '2021-06-01', [entry('1', name('Blue Front'), listedOn('2019-05-01'))]);
      expect(contentOf(await viewOf('xx-list:1')).hash).toBe(before);
    });

    it('EX4 lets the newer of two about the same stand, by the question or by the watched name', async () => {
      const { ids } = await store.watch.add(
        'own',
        [{ reference: null, name: 'Blue Front', query: { name: 'Blue Front' } }],
        { by: 'amina', at: AT },
      );
      const watch = ids[0] ?? 0;
      const subjects = [
        { key: 'k', query: {}, watch: null },
        { key: 'k', query: {}, watch: null },
        { key: 'other', query: {}, watch: null },
        { key: 'k', query: {}, watch },
        { key: 'changed', query: {}, watch },
      ];
      for (const subject of subjects) {
        const { id } = await store.exceptions.propose(await about({ subject }));
        await store.exceptions.act(id, 'approve', act('bilal'));
      }
      expect((await store.exceptions.all()).map(({ stage }) => stage)).toEqual([
        'superseded',
        'approved',
        'approved',
        'superseded',
        'approved',
      ]);
    });

    it('EX5 follows an entity that was joined to another, and finds its facts changed', async () => {
      const given = await about();
      await store.exceptions.propose(given);
      await store.judgeSame(
        [{ left: 'xx-list:1', right: 'bb:7', verdict: 'same', by: 'A. Officer', evidence: {} }],
        AT,
      );
      const [found] = await store.exceptions.all();
      const view = await viewOf('bb:7');
      expect(found?.entity).toBe(view.entity);
      expect(contentOf(view).hash).not.toBe(given.content.hash);
    });
  });
}
