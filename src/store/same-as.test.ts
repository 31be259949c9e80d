import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Judgement } from './same-as.ts';
import type { Store } from './store.ts';
import { DIALECTS, entry, list, load, name } from './store-for-test.ts';

const AT = '2026-11-24T00:00:00.000Z';
const same = (left: string, right: string, by = 'A. Officer'): Judgement => ({
  left,
  right,
  verdict: 'same',
  by,
  evidence: { note: 'for the test' },
});
const different = (left: string, right: string, by = 'A. Officer'): Judgement => ({
  ...same(left, right, by),
  verdict: 'different',
});

for (const dialect of DIALECTS) {
  describe(`${dialect.name}: judgements`, () => {
    let store: Store;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      ({ store, drop } = await dialect.fresh());
      for (const id of ['aa', 'bb', 'cc'])
        await load(store, '2020-01-01', [entry('1', name('Blue Front'))], { list: list(id) });
    });
    afterEach(async () => {
      const { faults } = await store.verify();
      await drop();
      expect(faults).toEqual([]);
    });

    const joined = async (one: string, other: string) =>
      (await store.resolve(one)) === (await store.resolve(other));

    it('E2 joins by a judgement and parts when it is withdrawn, and keeps why', async () => {
      await store.judgeSame([same('aa:1', 'bb:1')], AT);
      expect(await joined('aa:1', 'bb:1')).toBe(true);
      const [judgement] = await store.judgements();
      await store.withdrawJudgement(judgement?.id ?? 0, { by: 'A. Officer', why: 'another group', now: AT });
      expect(await joined('aa:1', 'bb:1')).toBe(false);
      expect(await store.judgements()).toEqual([]);
      expect(await store.judgements({ withdrawn: true })).toMatchObject([
        { left: 'aa:1', right: 'bb:1', withdrawn: { by: 'A. Officer', why: 'another group' } },
      ]);
    });

    it('E5 keeps apart what a person calls different, also by way of a third', async () => {
      await store.judgeSame([different('aa:1', 'cc:1')], AT);
      await store.judgeSame([same('aa:1', 'bb:1', 'rule:x'), same('bb:1', 'cc:1', 'rule:x')], AT);
      expect(await joined('aa:1', 'bb:1')).toBe(true);
      expect(await joined('aa:1', 'cc:1')).toBe(false);
    });

    it('E5 lets a person’s judgement go before an older one of a rule', async () => {
      await store.judgeSame([same('aa:1', 'bb:1', 'rule:x')], AT);
      await store.judgeSame([same('bb:1', 'cc:1'), different('aa:1', 'cc:1')], AT);
      expect(await joined('bb:1', 'cc:1')).toBe(true);
      expect(await joined('aa:1', 'bb:1')).toBe(false);
    });

    it('E6 withdraws what a rule no longer finds, and nothing of others', async () => {
      await store.judgeSame([same('aa:1', 'bb:1', 'rule:x'), same('bb:1', 'cc:1', 'rule:y')], AT);
      const report = await store.judgeSame([], AT, ['rule:x']);
      expect(report).toEqual({ added: 0, withdrawn: 1, waiting: 0 });
      expect((await store.judgements()).map(({ by }) => by)).toEqual(['rule:y']);
      expect(await joined('aa:1', 'bb:1')).toBe(false);
    });

    it('E6 puts a person’s judgement in the place of a person’s earlier one about the same two', async () => {
      await store.judgeSame([different('aa:1', 'bb:1')], AT);
      expect(await store.judgeSame([same('bb:1', 'aa:1', 'B. Officer')], AT)).toMatchObject({ withdrawn: 1 });
      expect(await joined('aa:1', 'bb:1')).toBe(true);
      expect(await store.judgements({ withdrawn: true })).toHaveLength(2);
    });

    it('joins nothing on an unsure judgement, and keeps it for a person', async () => {
      await store.judgeSame([{ ...same('aa:1', 'bb:1', 'rule:x'), verdict: 'unsure' }], AT);
      expect(await joined('aa:1', 'bb:1')).toBe(false);
      expect(await store.judgements()).toHaveLength(1);
    });

    it('says nothing twice, and counts what waits for an entry that is not held', async () => {
      await store.judgeSame([same('aa:1', 'bb:1')], AT);
      const again = await store.judgeSame([same('aa:1', 'bb:1'), same('aa:1', 'zz:9')], AT);
      expect(again).toEqual({ added: 0, withdrawn: 0, waiting: 1 });
    });

    it('gives the present values of properties, and of an entry that is gone what it last said', async () => {
      await load(store, '2020-02-01', [entry('2', name('Red Column'))], { list: list('aa') });
      await load(store, '2020-03-01', [entry('2', name('Red Brigade'))], { list: list('aa') });
      const sayings = (await store.sayings(['name'])).filter(({ list: id }) => id === 'aa');
      expect(sayings.map((record) => record.sayings.map(({ value }) => value))).toEqual([
        ['Blue Front'],
        ['Red Brigade'],
      ]);
    });
  });
}
