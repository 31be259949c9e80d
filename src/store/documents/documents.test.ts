import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { DIALECTS } from '../store-for-test.ts';
import type { NewDecision } from './decision.ts';
import type { Received } from './document.ts';
import { pageKey } from './page-key.ts';

const AT = '2026-11-24T09:00:00.000Z';
const LATER = '2026-11-25T09:00:00.000Z';
const keeping = { at: AT, by: 'desk' };

function report(text: string, more: Partial<Received> = {}): Received {
  return {
    text,
    format: 'rss',
    extent: 'whole',
    origin: { url: null, feed: null, guid: null },
    headline: null,
    publisher: 'The Courier',
    agency: null,
    author: null,
    language: 'en',
    dates: [],
    signal: 'new',
    version: null,
    about: null,
    notes: [],
    ...more,
  };
}

const from = (guid: string, feed = 'courier') => ({ origin: { url: null, feed, guid } });
const stamped = (value: string) => ({ dates: [{ kind: 'updated', value, where: 'updated' } as const] });

for (const dialect of DIALECTS) {
  describe(`${dialect.name}: kept documents`, () => {
    let store: Store;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      ({ store, drop } = await dialect.fresh());
    });
    afterEach(async () => {
      const report = await store.verify();
      await drop();
      expect(report.faults).toEqual([]);
    });

    it('DO1 keeps a document once, however often it is given', async () => {
      const first = await store.documents.keep(report('A blast hit Quetta.', from('1')), keeping);
      const again = await store.documents.keep(report('A blast hit Quetta.', from('1')), keeping);
      expect(first.outcome).toBe('new');
      expect(again).toEqual({ id: first.id, outcome: 'known', earlier: null });
      expect(await store.documents.text(first.id)).toBe('A blast hit Quetta.');
    });

    it('DO1 keeps the same words from another publisher as another document', async () => {
      const first = await store.documents.keep(report('A blast hit Quetta.', from('1')), keeping);
      const other = await store.documents.keep(report('A blast hit Quetta.', from('1', 'herald')), keeping);
      expect(other.outcome).toBe('new');
      expect(other.id).not.toBe(first.id);
    });

    it('DO2 shows a correction as replacing the version before it, and keeps both', async () => {
      const first = await store.documents.keep(report('31 died.', from('1')), keeping);
      const second = await store.documents.keep(report('48 died.', { ...from('1'), signal: 'correction' }), {
        at: LATER,
        by: 'desk',
      });
      expect(second).toMatchObject({ outcome: 'replaces', earlier: first.id });
      expect(await store.documents.find(first.id)).toMatchObject({ state: 'replaced', successor: second.id });
      expect(await store.documents.text(first.id)).toBe('31 died.');
    });

    it('DO2 answers as known before the correction with the version that stood then', async () => {
      const first = await store.documents.keep(report('31 died.', from('1')), keeping);
      const second = await store.documents.keep(report('48 died.', from('1')), { at: LATER, by: 'desk' });
      expect((await store.documents.find(first.id, '2026-11-24'))?.state).toBe('current');
      expect(await store.documents.find(second.id, '2026-11-24')).toBeNull();
      const then = await store.documents.list({ state: 'current', knownAt: '2026-11-24' }, { limit: 10 });
      expect(then.documents.map(({ id }) => id)).toEqual([first.id]);
    });

    it('DO3 withdraws what a kill notice names, and keeps the notice', async () => {
      const story = await store.documents.keep(report('A minister resigned.', from('1')), keeping);
      const notice = await store.documents.keep(
        report('KILL: the story on a minister is wrong.', { ...from('2'), signal: 'kill', about: '1' }),
        keeping,
      );
      expect(notice).toMatchObject({ outcome: 'withdraws', earlier: story.id });
      expect(await store.documents.find(story.id)).toMatchObject({
        state: 'withdrawn',
        successor: notice.id,
      });
      expect((await store.documents.steps(story.id)).map(({ state }) => state)).toEqual([
        'current',
        'withdrawn',
      ]);
    });

    it('DO3 takes a kill notice that names nothing held for a document of its own', async () => {
      const notice = await store.documents.keep(
        report('KILL: see above.', { ...from('2'), signal: 'kill', about: 'unheard-of' }),
        keeping,
      );
      expect(notice.outcome).toBe('new');
    });

    it('DO4 does not take an older version that a feed shows again for a newer one', async () => {
      const first = await store.documents.keep(
        report('31 died.', { ...from('1'), ...stamped('2026-11-24T08:00:00Z') }),
        keeping,
      );
      const second = await store.documents.keep(
        report('48 died.', { ...from('1'), ...stamped('2026-11-24T09:00:00Z') }),
        keeping,
      );
      const again = await store.documents.keep(
        report('31 died.', { ...from('1'), ...stamped('2026-11-24T08:00:00Z') }),
        keeping,
      );
      expect(again).toMatchObject({ id: first.id, outcome: 'known' });
      expect((await store.documents.find(second.id))?.state).toBe('current');
      const back = await store.documents.keep(
        report('31 died.', { ...from('1'), ...stamped('2026-11-24T10:00:00Z') }),
        keeping,
      );
      expect(back).toMatchObject({ outcome: 'replaces', earlier: second.id });
    });

    it('DO4 tells items of one feed that share an address apart by their ids', async () => {
      const url = 'https://courier.example/live';
      const one = report('First.', { origin: { url, feed: 'courier', guid: 'a' } });
      const two = report('Second.', { origin: { url, feed: 'courier', guid: 'b' } });
      await store.documents.keep(one, keeping);
      expect((await store.documents.keep(two, keeping)).outcome).toBe('new');
    });

    it('DO5 keeps every date with where it stood, and dates the document by what it says of its publication', async () => {
      const { id } = await store.documents.keep(
        report('Words.', {
          dates: [
            { kind: 'updated', value: '2026-11-23T02:00:00+05:30', where: 'article:modified_time' },
            { kind: 'published', value: '2026-11-22', where: 'pubDate' },
          ],
        }),
        keeping,
      );
      expect(await store.documents.find(id)).toMatchObject({
        day: '2026-11-22',
        dates: [{ kind: 'updated' }, { kind: 'published' }],
      });
    });

    it('refuses a document without words, and one whose bytes are not in the archive', async () => {
      await expect(async () => store.documents.keep(report(' \n'), keeping)).rejects.toMatchObject({
        code: 'ENT_DOCUMENT_REFUSED',
      });
      await expect(
        store.documents.keep(report('Words.'), { ...keeping, file: 'f'.repeat(64) }),
      ).rejects.toMatchObject({ code: 'ENT_DOCUMENT_REFUSED' });
      expect(await store.documents.counts()).toEqual({ current: 0, replaced: 0, withdrawn: 0 });
    });

    it('DO6 pages through documents, and a page stays where it is while others are kept', async () => {
      for (const n of [1, 2, 3, 4, 5])
        await store.documents.keep(report(`Report ${n}.`, from(`${n}`)), keeping);
      const first = await store.documents.list({}, { limit: 2 });
      await store.documents.keep(report('Report 6.', from('6')), keeping);
      const second = await store.documents.list({}, { limit: 2, cursor: first.next });
      const third = await store.documents.list({}, { limit: 2, cursor: second.next });
      expect([first, second, third].flatMap((page) => page.documents.map((one) => one.origin.guid))).toEqual([
        '5',
        '4',
        '3',
        '2',
        '1',
      ]);
      expect(third.next).toBeNull();
      await expect(store.documents.list({}, { limit: 2, cursor: 'x' })).rejects.toMatchObject({
        code: 'ENT_DOCUMENT_CURSOR',
      });
    });

    it('DO6 finds words of a headline as they are, wildcards too', async () => {
      await store.documents.keep(report('One.', { headline: '100% of votes counted' }), keeping);
      await store.documents.keep(report('Two.', { headline: '100 votes counted' }), keeping);
      const found = await store.documents.list({ headline: '100% OF' }, { limit: 10 });
      expect(found.documents).toHaveLength(1);
    });

    it('DO7 gives printings of one story one origin, the one known first, in whatever order they are linked', async () => {
      const ids: string[] = [];
      for (const n of [1, 2, 3, 4])
        ids.push((await store.documents.keep(report(`R${n}`, from(`${n}`)), keeping)).id);
      const [a = '', b = '', c = '', d = ''] = ids;
      const by = { rules: '1', at: AT };
      const near = (of: string) => ({ of, kind: 'near' as const, shares: [0.9, 0.8] as const });
      await store.documents.copies.record(d, new Uint8Array([1]), [near(c)], by);
      await store.documents.copies.record(b, new Uint8Array([1]), [near(a)], by);
      await store.documents.copies.record(c, new Uint8Array([1]), [near(b)], by);
      expect(await store.documents.copies.origin(a)).toEqual([a, b, c, d]);
    });

    it('DO7 leaves documents apart that only quote the same words', async () => {
      const a = await store.documents.keep(report('R1', from('1')), keeping);
      const b = await store.documents.keep(report('R2', from('2')), keeping);
      const link = { of: a.id, kind: 'shared-text' as const, shares: [0.2, 0.3] as const };
      await store.documents.copies.record(b.id, new Uint8Array(), [link], { rules: '1', at: AT });
      expect((await store.documents.find(b.id))?.copyOf).toBe(b.id);
      expect(await store.documents.copies.of(a.id)).toMatchObject([{ document: b.id, kind: 'shared-text' }]);
    });

    describe('and their review', () => {
      let id: string;
      const item = (key: string) => ({ key, kind: 'event', start: 0, end: 5, telling: null });
      const decision = (more: Partial<NewDecision> = {}): NewDecision => ({
        document: id,
        item: 'event:0-5:a',
        kind: 'event',
        verdict: 'accept',
        as: { type: 'attack' },
        correction: null,
        rules: '1',
        by: 'aisha',
        at: AT,
        why: 'read it',
        needsSecond: false,
        ...more,
      });
      const read = (rules: string, ...keys: string[]) =>
        store.documents.recordReading({ document: id, rules, record: 'r', at: AT }, { keys }, keys.map(item));
      const waits = async () =>
        (await store.documents.reviews.waiting({}, { limit: 10 })).items.map(
          ({ key, waits }) => `${key} ${waits}`,
        );

      beforeEach(async () => {
        ({ id } = await store.documents.keep(report('Words here.'), keeping));
      });

      it('DO8 asks about every item until somebody decides', async () => {
        await read('1', 'event:0-5:a', 'event:0-5:b');
        expect(await waits()).toEqual(['event:0-5:a open', 'event:0-5:b open']);
        await store.documents.reviews.decide(decision());
        expect(await waits()).toEqual(['event:0-5:b open']);
      });

      it('DO8 keeps a decision when newer rules read the same, and asks again when they do not', async () => {
        await read('1', 'event:0-5:a');
        await store.documents.reviews.decide(decision());
        await read('2', 'event:0-5:a');
        expect(await waits()).toEqual([]);
        await read('3', 'event:0-5:c');
        expect(await waits()).toEqual(['event:0-5:a lost', 'event:0-5:c open']);
        expect(await store.documents.reviews.decisions([id])).toHaveLength(1);
      });

      it('DO8 lets nobody approve what he proposed', async () => {
        await read('1', 'event:0-5:a');
        const { reviews } = store.documents;
        const { id: number } = await reviews.decide(
          decision({ verdict: 'correct', correction: { type: 'arrest' }, needsSecond: true }),
        );
        expect(await waits()).toEqual(['event:0-5:a proposed']);
        const act = { at: AT, why: 'agreed' };
        await expect(reviews.approve(id, number, { ...act, by: 'aisha' })).rejects.toMatchObject({
          code: 'ENT_REVIEW_SAME_PERSON',
        });
        await reviews.approve(id, number, { ...act, by: 'bilal' });
        expect(await waits()).toEqual([]);
        await expect(reviews.approve(id, number, { ...act, by: 'chand' })).rejects.toMatchObject({
          code: 'ENT_REVIEW_DECISION',
        });
      });

      it('DO8 lets a model propose an item and nothing else', async () => {
        const { reviews } = store.documents;
        const proposed = { verdict: 'add', needsSecond: true, by: 'model:small' } as const;
        await expect(async () => reviews.decide(decision({ by: 'model:small' }))).rejects.toMatchObject({
          code: 'ENT_REVIEW_REFUSED',
        });
        const { id: number } = await reviews.decide(decision(proposed));
        expect(await waits()).toEqual(['event:0-5:a proposed']);
        await expect(async () =>
          reviews.approve(id, number, { by: 'model:large', at: AT, why: '' }),
        ).rejects.toMatchObject({ code: 'ENT_REVIEW_REFUSED' });
      });

      it('DO8 keeps what was withdrawn, and asks again', async () => {
        await read('1', 'event:0-5:a');
        const { reviews } = store.documents;
        const { id: number } = await reviews.decide(decision());
        await reviews.withdraw(id, number, { by: 'bilal', at: LATER, why: 'misread' });
        expect(await waits()).toEqual(['event:0-5:a open']);
        const [now] = await reviews.decisions([id]);
        const [then] = await reviews.decisions([id], '2026-11-24');
        expect(now?.withdrawn?.by).toBe('bilal');
        expect(then?.withdrawn).toBeNull();
      });

      it('DO9 keeps every reading, and one that says the same by the same rules once', async () => {
        expect((await read('1', 'event:0-5:a')).added).toBe(true);
        expect((await read('1', 'event:0-5:a')).added).toBe(false);
        expect((await read('2', 'event:0-5:a')).added).toBe(true);
        expect((await store.documents.readings(id)).map(({ rules }) => rules)).toEqual(['2', '1']);
        expect((await store.documents.reading(id))?.body).toEqual({ keys: ['event:0-5:a'] });
        expect(await store.documents.unread('3', 10)).toEqual([id]);
      });

      it('DO9 finds tellings by their days, and takes unknown days for any', async () => {
        const telling = (key: string, day: string | null) => ({
          ...item(key),
          telling: { type: 'attack', from: day, to: day, country: 'PK', body: { key } },
        });
        await store.documents.recordReading({ document: id, rules: '1', record: 'r', at: AT }, {}, [
          telling('a', '2025-03-11'),
          telling('b', '2026-01-01'),
          telling('c', null),
        ]);
        const found = await store.documents.tellings({ from: '2025-03-01', to: '2025-03-31' });
        expect(found.map(({ key }) => key)).toEqual(['a', 'c']);
      });
    });
  });
}

describe('the key of a page', () => {
  it('tells pages apart, and not ways of coming to them', () => {
    expect(pageKey('https://www.courier.example/a/?utm_source=x&id=3#top')).toBe('courier.example/a?id=3');
    expect(pageKey('http://courier.example/a?id=3')).toBe(pageKey('https://www.courier.example/a/?id=3'));
    expect(pageKey('not an address')).toBe('not an address');
  });
});
