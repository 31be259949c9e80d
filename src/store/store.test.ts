import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordPart, Statement } from '../kernel/index.ts';
import { nameHeldOn } from './name-validity.ts';
import type { Store } from './store.ts';
import { DIALECTS, entry, inPart, list, listedOn, load, name, programme } from './store-for-test.ts';

const NOW = { asOf: null, knownAt: null };
const BLUE = entry('E1', name('Blue Front'), name('BF', 'alias', 'weak'), programme('CT'));
const RED = entry('E2', name('Red Column'), programme('CT'));

for (const dialect of DIALECTS) {
  describe(`${dialect.name}: the store`, () => {
    let store: Store;
    let again: () => Promise<Store>;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      ({ store, again, drop } = await dialect.fresh());
    });
    afterEach(async () => {
      const report = await store.verify();
      await drop();
      expect(report.faults).toEqual([]);
    });

    const listing = async (key: string, asOf: string | null = null, knownAt: string | null = null) =>
      (await store.entity(`xx-list:${key}`, { asOf, knownAt }))?.listings[0];
    const names = async (clocks: { asOf: string | null; knownAt: string | null } = NOW) =>
      (await store.names(clocks)).map((row) => row.text).sort();
    const events = async () =>
      (await store.changes('xx-list', '0000', '9999')).map(
        (e) => `${e.seen} ${e.kind} ${e.after ?? e.before}`,
      );

    it('T2 knows a list since it was observed, not since it was loaded', async () => {
      await load(store, '2018-12-31', [RED]);
      await load(store, '2021-07-15', [RED, BLUE]);
      expect(await store.entity('xx-list:E1', { asOf: null, knownAt: '2018-12-31' })).toBeNull();
      expect((await listing('E1', null, '2021-08-01'))?.status).toBe('listed');
    });

    it('T3 counts what begins on the day asked about, and not what ends on it', async () => {
      await load(store, '2020-01-01', [entry('E1', name('Blue Front'), listedOn('2019-07-02'))]);
      expect((await listing('E1', '2019-07-01'))?.status).toBe('not-yet');
      expect((await listing('E1', '2019-07-02'))?.status).toBe('listed');
    });

    it('T4 sees no end that was observed after the known-at', async () => {
      await load(store, '2020-01-01', [RED, BLUE]);
      await load(store, '2020-03-01', [RED]);
      expect((await listing('E1', null, '2020-02-01'))?.status).toBe('listed');
      expect((await listing('E1', null, '2020-03-01'))?.status).toBe('delisted');
      expect(await names({ asOf: null, knownAt: '2020-02-01' })).toContain('Blue Front');
      expect(await names()).not.toContain('Blue Front');
    });

    it('S1 takes silence about a part for nothing', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      const alias = inPart('alt', 'E1', name('Azure Front', 'alias', 'strong'));
      await load(store, '2020-01-01', [BLUE, alias], { list: parted });
      await load(store, '2020-06-01', [BLUE], { list: parted, parts: ['main'] });
      expect(await names()).toContain('Azure Front');
      await load(store, '2020-07-01', [BLUE], { list: parted });
      expect(await names()).not.toContain('Azure Front');
    });

    it('S2 changes nothing when the same snapshot is loaded again', async () => {
      await load(store, '2020-01-01', [RED, BLUE]);
      const report = await load(store, '2020-01-01', [BLUE, RED]);
      expect(report.outcome).toBe('unchanged');
      expect((await store.lists())[0]?.snapshots).toHaveLength(1);
    });

    it('S2 refuses other content for the same moment, and takes the parts that were missing', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      await load(store, '2020-01-01', [BLUE], { list: parted, parts: ['main'] });
      await expect(load(store, '2020-01-01', [RED], { list: parted, parts: ['main'] })).rejects.toMatchObject(
        {
          code: 'ENT_SNAPSHOT_CONFLICT',
        },
      );
      const alias = inPart('alt', 'E1', name('Azure Front', 'alias', 'strong'));
      expect((await load(store, '2020-01-01', [BLUE, alias], { list: parted })).outcome).toBe('loaded');
      expect((await store.lists())[0]?.snapshots.map((snapshot) => snapshot.parts.length)).toEqual([2]);
      expect(await names()).toContain('Azure Front');
    });

    it('S3 keeps nothing of a snapshot that is refused half-way', async () => {
      await load(store, '2020-01-01', [RED]);
      await expect(load(store, '2020-02-01', [BLUE, RED, BLUE])).rejects.toMatchObject({
        code: 'ENT_SNAPSHOT_DUPLICATE_KEY',
      });
      expect((await store.lists())[0]?.snapshots).toHaveLength(1);
      expect(await store.entity('xx-list:E1', NOW)).toBeNull();
    });

    it('S3 shows other readers a snapshot only when it is whole', async () => {
      const other = await again();
      await load(store, '2020-01-01', [RED]);
      async function* slowly(): AsyncGenerator<readonly RecordPart[]> {
        yield [RED];
        expect((await other.names(NOW)).map((row) => row.text)).toEqual(['Red Column']);
        yield [BLUE];
      }
      const trailer = () => ({ published: null, files: new Map() });
      await store.load(
        { list: list(), observed: '2020-02-01', parts: ['main'], records: slowly(), trailer },
        { now: '2026-11-24T00:00:00.000Z' },
      );
      expect((await other.names(NOW)).map((row) => row.text)).toContain('Blue Front');
      await other.close();
    });

    it('S4 comes to the same in whatever order snapshots are loaded', async () => {
      const contents: readonly (readonly RecordPart[])[] = [
        [RED, BLUE],
        [RED],
        [entry('E1', name('Azure Front'), name('BF', 'alias', 'strong')), RED],
        [entry('E2', name('Red Column'), programme('CT'), programme('FTO')), BLUE],
      ];
      const versions = fc.array(fc.nat(contents.length - 1), { minLength: 1, maxLength: 6 });
      const asserted = fc.asyncProperty(versions, fc.infiniteStream(fc.nat(100)), async (picks, random) => {
        const snapshots = picks.map((pick, index) => ({
          at: `2020-0${index + 1}-01`,
          records: contents[pick] ?? [],
        }));
        const shuffled = [...snapshots]
          .map((s) => ({ s, key: random.next().value }))
          .sort((a, b) => a.key - b.key);
        const outcome = async (order: typeof snapshots) => {
          const fresh = await dialect.fresh();
          for (const { at, records } of order) await load(fresh.store, at, records, { shrinkShare: 1 });
          const seen = await fresh.store.changes('xx-list', '0000', '9999');
          const faults = (await fresh.store.verify()).faults;
          await fresh.drop();
          // Entity ids are drawn at random, and are all that may differ.
          return { seen: seen.map((event) => JSON.stringify({ ...event, entity: null })).sort(), faults };
        };
        expect(await outcome(shuffled.map(({ s }) => s))).toEqual(await outcome(snapshots));
      });
      await fc.assert(asserted, { numRuns: 25 });
    });

    it('S5 writes only what differs', async () => {
      const many = Array.from({ length: 40 }, (_, i) => entry(`M${i}`, name(`Group number ${i}`)));
      await load(store, '2020-01-01', many);
      const report = await load(store, '2020-02-01', [...many.slice(1), BLUE]);
      expect(report.parts).toEqual([{ part: 'main', records: 40, differing: 2 }]);
      expect((await store.verify()).statements).toBe(43);
    });

    it('S7 refuses a list that shrank too far, unless someone forces it and is named', async () => {
      const many = Array.from({ length: 40 }, (_, i) => entry(`M${i}`, name(`Group number ${i}`)));
      await load(store, '2020-01-01', many);
      await expect(load(store, '2020-02-01', many.slice(0, 20))).rejects.toMatchObject({
        code: 'ENT_SNAPSHOT_SHRUNK',
      });
      await load(store, '2020-02-01', many.slice(0, 20), {
        force: { by: 'A. Officer', note: 'confirmed by phone' },
      });
      expect((await store.lists())[0]?.snapshots[1]?.decision).toMatchObject({
        by: 'A. Officer',
        note: 'confirmed by phone',
      });
    });

    it('S7 lets a list shrink over years as it may shrink from week to week, up to a point', async () => {
      const many = Array.from({ length: 40 }, (_, i) => entry(`M${i}`, name(`Group number ${i}`)));
      await load(store, '2018-04-06', many);
      await expect(load(store, '2022-02-23', many.slice(0, 8))).rejects.toMatchObject({
        code: 'ENT_SNAPSHOT_SHRUNK',
      });
      expect((await load(store, '2022-02-23', many.slice(0, 24))).outcome).toBe('loaded');
    });

    const marked = (strength: 'strong' | 'weak') =>
      Array.from({ length: 60 }, (_, i) =>
        entry(`M${i}`, name(`Group ${i}`), name(`G${i}`, 'alias', strength)),
      );

    it('Q1 Q2 holds a snapshot that marks every alias otherwise, and shows nothing of it', async () => {
      await load(store, '2023-04-18', marked('weak'));
      const report = await load(store, '2023-08-02', marked('strong'));
      expect(report).toMatchObject({
        outcome: 'held',
        reason: expect.stringContaining('60 of 60 (100 %) "name" values marked weak'),
      });
      expect((await store.names(NOW)).filter((row) => row.strength === 'strong')).toEqual([]);
      expect((await load(store, '2023-08-23', marked('weak'))).outcome).toBe('loaded');
    });

    it('Q3 lets a person accept what the rule holds, and reject what it lets through', async () => {
      await load(store, '2023-04-18', marked('weak'));
      await load(store, '2023-08-02', marked('strong'));
      const decision = {
        by: 'A. Officer',
        note: 'the publisher confirmed it',
        at: '2026-11-24T00:00:00.000Z',
      };
      await store.decide('xx-list', '2023-08-02', 'accept', decision);
      expect((await store.names(NOW)).filter((row) => row.strength === 'strong')).toHaveLength(60);
      await store.decide('xx-list', '2023-08-02', 'reject', decision);
      expect((await store.names(NOW)).filter((row) => row.strength === 'strong')).toEqual([]);
      expect((await store.lists())[0]?.snapshots[1]).toMatchObject({ state: 'rejected', decision });
    });

    it('S4 pairs what came with what went alike, in whatever order snapshots are loaded', async () => {
      const versions = [
        ['2026-01-01', ['Deputy Head']],
        ['2026-02-01', ['Former Deputy Head', 'Secretary']],
        ['2026-03-01', ['Secretary', 'Former Deputy Head']],
      ] as const;
      const told = async (order: readonly (typeof versions)[number][]) => {
        const { store, drop } = await dialect.fresh();
        try {
          for (const [day, positions] of order)
            await load(store, `${day}T00:00:00Z`, [
              entry(
                'E1',
                name('Blue Front'),
                ...positions.map((value) => ({ property: 'position' as const, value, place: 'P' })),
              ),
            ]);
          const events = await store.changes('xx-list', '2000-01-01', '2100-01-01');
          return events.flatMap(({ property, before, after }) =>
            property === 'position' ? [[before, after]] : [],
          );
        } finally {
          await drop();
        }
      };
      const inOrder = await told(versions);
      expect(inOrder).toEqual([
        ['Deputy Head', 'Former Deputy Head'],
        [null, 'Secretary'],
      ]);
      expect(await told([...versions].reverse())).toEqual(inOrder);
    });

    it('Q4 holds the same snapshots in whatever order they are loaded', async () => {
      const snapshots = [
        ['2023-01-01', marked('weak')],
        ['2023-02-01', marked('strong')],
        ['2023-03-01', marked('strong')],
        ['2023-04-01', marked('weak')],
      ] as const;
      const orders = [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [1, 2, 0, 3],
        [2, 0, 3, 1],
        [1, 3, 0, 2],
      ];
      for (const order of orders) {
        const fresh = await dialect.fresh();
        for (const index of order) {
          const [at, records] = snapshots[index] ?? ['', []];
          await load(fresh.store, at, records);
        }
        const states = (await fresh.store.lists())[0]?.snapshots.map((snapshot) => snapshot.state);
        const faults = (await fresh.store.verify()).faults;
        await fresh.drop();
        expect({ order, states, faults }).toEqual({
          order,
          states: ['accepted', 'held', 'held', 'accepted'],
          faults: [],
        });
      }
    });

    it('D2 D7 puts a beginning that no one prints between two snapshots, and is unclear about the days between', async () => {
      await load(store, '2018-12-31', [RED]);
      await load(store, '2021-07-15', [RED, BLUE]);
      expect((await listing('E1'))?.episodes).toEqual([
        { from: { date: '2018-12-31/2021-07-15', basis: 'inferred' }, to: null },
      ]);
      expect((await listing('E1', '2018-06-01'))?.status).toBe('not-yet');
      expect((await listing('E1', '2020-01-01'))?.status).toBe('unclear');
      expect((await listing('E1', '2021-07-15'))?.status).toBe('listed');
    });

    it('D3 D4 gives an entry that left and came back with its old date two episodes', async () => {
      const entryOnList = entry('E1', name('Blue Front'), listedOn('2006-12-23'));
      await load(store, '2023-10-17', [RED, entryOnList]);
      await load(store, '2023-10-19', [RED]);
      await load(store, '2025-06-16', [RED]);
      await load(store, '2025-11-15', [RED, entryOnList]);
      expect((await listing('E1'))?.episodes).toEqual([
        {
          from: { date: '2006-12-23', basis: 'stated' },
          to: { date: '2023-10-17/2023-10-19', basis: 'inferred' },
        },
        { from: { date: '2025-06-16/2025-11-15', basis: 'inferred' }, to: null },
      ]);
      expect((await listing('E1', '2024-05-01'))?.status).toBe('delisted');
      expect((await listing('E1', '2023-10-18'))?.status).toBe('unclear');
      expect(await events()).toEqual(
        [
          '2023-10-17 listed Blue Front',
          '2023-10-17 listed Red Column',
          '2023-10-19 delisted Blue Front',
          '2025-11-15 relisted Blue Front',
        ].sort(() => 0),
      );
    });

    it('D5 tells a programme that went from an entry that stays, a renaming, and a name that only changed its strength', async () => {
      await load(store, '2022-05-19', [
        entry('E1', name('Blue Front'), name('BF', 'alias', 'weak'), programme('FTO'), programme('SDGT')),
      ]);
      await load(store, '2022-05-20', [
        entry('E1', name('Azure Front'), name('BF', 'alias', 'strong'), programme('SDGT')),
      ]);
      expect((await events()).slice(1)).toEqual([
        '2022-05-20 renamed Azure Front',
        '2022-05-20 name-requalified BF · alias · strong',
        '2022-05-20 programme-removed FTO',
      ]);
      const programmes = (await listing('E1'))?.programmes;
      expect(programmes?.find((p) => p.programme === 'FTO')?.to).toEqual({
        date: '2022-05-19/2022-05-20',
        basis: 'inferred',
      });
      expect(programmes?.find((p) => p.programme === 'SDGT')?.to).toBeNull();
    });

    it('D5 takes a name that went from one part to another for the same name, looked at together or one after the other', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      const loadParts = (observed: string, parts: readonly string[], records: readonly RecordPart[]) =>
        load(store, observed, records, { list: parted, parts });
      const strong = (...names: string[]) =>
        inPart('alt', 'E1', ...names.map((n) => name(n, 'alias', 'strong')));
      const weak = (...names: string[]) =>
        entry('E1', name('Blue Front'), ...names.map((n) => name(n, 'alias', 'weak')));
      await loadParts('2021-01-01', ['main', 'alt'], [weak('BF'), strong('Front A', 'Front B', 'Front C')]);
      await loadParts('2021-02-01', ['main', 'alt'], [weak('BF', 'Front A'), strong('Front B', 'Front C')]);
      // The other part is not at hand when these names move, and the last one is gone from both.
      await loadParts('2021-03-01', ['main'], [weak('Front A', 'Front B')]);
      await loadParts('2021-04-01', ['main', 'alt'], [weak('Front A', 'Front B'), strong('BF')]);
      expect((await events()).slice(1)).toEqual([
        '2021-02-01 name-requalified Front A · alias · weak',
        '2021-03-01 name-requalified Front B · alias · weak',
        '2021-04-01 name-removed Front C',
        '2021-04-01 name-requalified BF · alias · strong',
      ]);
    });

    it('D5 says nothing of names that end after their entry has left the list', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      const alias = inPart('alt', 'E1', name('Old Front', 'alias', 'strong'));
      const other = inPart('alt', 'E2', name('Column', 'alias', 'strong'));
      await load(store, '2021-01-01', [RED, entry('E1', name('Blue Front')), alias, other], { list: parted });
      await load(store, '2021-02-01', [RED], { list: parted, parts: ['main'] });
      await load(store, '2021-03-01', [RED, other], { list: parted });
      expect((await events()).slice(2)).toEqual(['2021-02-01 delisted Blue Front']);
    });

    it('D6 lets an alias that joined later be borne only since then', async () => {
      await load(store, '2019-07-15', [entry('E1', name('Blue Front'), listedOn('2019-07-02'))]);
      await load(store, '2025-12-24', [
        entry('E1', name('Blue Front'), name('Blue Brigade', 'alias'), listedOn('2019-07-02')),
      ]);
      const record = (await store.entity('xx-list:E1', NOW))?.records[0];
      const alias = record?.history.statements.find((statement) => statement.value === 'Blue Brigade');
      expect(record).toBeDefined();
      expect(alias).toBeDefined();
      if (record === undefined || alias === undefined) return;
      expect(nameHeldOn(record.history, alias, '2019-07-10')).toBe('not-yet');
      expect(nameHeldOn(record.history, alias, '2022-01-01')).toBe('unclear');
      expect(nameHeldOn(record.history, alias, '2025-12-24')).toBe('listed');
    });

    it('D8 takes another part as showing that an entry is there, never that it is not', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      await load(store, '2024-05-03', [RED], { list: parted, parts: ['main'] });
      await load(store, '2025-12-24', [inPart('alt', 'E9', name('New Front', 'alias', 'strong'))], {
        list: parted,
        parts: ['alt'],
      });
      expect((await listing('E9'))?.status).toBe('listed');
      expect((await listing('E2'))?.status).toBe('listed');
      await load(store, '2026-01-10', [RED], { list: parted, parts: ['main'] });
      expect((await listing('E9'))?.status).toBe('delisted');
    });

    it('E2 E3 joins records by judgement and parts them when it is withdrawn; every id keeps resolving', async () => {
      await load(store, '2020-01-01', [BLUE]);
      await load(store, '2020-01-01', [entry('Q1', name('Front bleu'))], { list: list('yy-list') });
      const [a, b] = [await store.resolve('xx-list:E1'), await store.resolve('yy-list:Q1')];
      const judgement = {
        left: 'xx-list:E1',
        right: 'yy-list:Q1',
        verdict: 'same' as const,
        by: 'rule:test',
        evidence: { why: 'cited' },
      };
      await store.judgeSame([judgement], '2026-11-24T00:00:00.000Z');
      expect([await store.resolve(a ?? ''), await store.resolve(b ?? '')]).toEqual([a, a]);
      expect((await store.entity(b ?? '', NOW))?.listings.map((l) => l.list)).toEqual(['xx-list', 'yy-list']);
      await store.withdrawJudgement(1, {
        by: 'A. Officer',
        why: 'two groups',
        now: '2026-11-24T00:00:00.000Z',
      });
      expect([await store.resolve('xx-list:E1'), await store.resolve('yy-list:Q1')]).toEqual([a, b]);
    });

    it('knows a list by name without a snapshot, and lets the reader of a loaded one have the last word', async () => {
      const parted = list('xx-list', ['main', 'alt']);
      await store.knowLists([list('yy-list')]);
      await load(store, '2020-01-01', [BLUE], { list: parted });
      await store.knowLists([{ ...list('xx-list'), title: 'As another says' }]);
      const states = await store.lists();
      expect(states.map((state) => [state.id, state.title, state.parts, state.snapshots.length])).toEqual([
        ['xx-list', 'The xx-list', ['main', 'alt'], 1],
        ['yy-list', 'The yy-list', ['main'], 0],
      ]);
    });

    it('D9 lends an entry the date and the younger programme that only the starter record has, and lets a claim stand alone', async () => {
      const claim = (key: string, of: string, reference: string, ...more: Statement[]): RecordPart => ({
        key,
        part: 'main',
        schema: 'Organization',
        statements: [
          { property: 'list', value: of, place: 'list', source: 's1' },
          { property: 'reference', value: reference, place: 'reference', source: 's1' },
          ...more,
        ],
      });
      const dated = (value: string, stage?: string): Statement => ({
        property: 'listedOn',
        value,
        place: 'listedOn',
        source: 's1',
        ...(stage === undefined ? {} : { detail: { stage } }),
      });
      await load(store, '2018-12-31', [RED]);
      await load(store, '2021-07-15', [RED, BLUE]);
      const tagged: Statement = { property: 'programme', value: 'FTO', place: 'programme', source: 's1' };
      const claims = [
        claim('blue/xx-list/FTO', 'xx-list', 'E1', dated('2025-08-11', 'announced'), tagged),
        claim(
          'blue/xx-list',
          'xx-list',
          'E1',
          dated('2019-07-01', 'announced'),
          dated('2019-07-02', 'published'),
        ),
        claim('blue/yy-list', 'yy-list', 'Y1', dated('2006-04')),
        claim('blue/zz-list', 'zz-list', 'Z1'),
        claim('red/xx-list', 'xx-list', 'E2'),
      ];
      const pinned = new Map(
        claims.map(({ key }) => [
          key,
          key.startsWith('red') ? 'ent-0000000000000002' : 'ent-0000000000000001',
        ]),
      );
      const record = { ...list('record'), id: 'record' };
      await store.load(
        {
          list: record,
          observed: '2026-11-24',
          parts: ['main'],
          records: [claims],
          trailer: () => ({ published: null, files: new Map() }),
          pinned,
        },
        { now: '2026-11-24T00:00:00.000Z' },
      );
      await store.judgeSame(
        [['record:blue/xx-list', 'xx-list:E1'] as const, ['record:red/xx-list', 'xx-list:E2'] as const].map(
          ([left, right]) => ({ left, right, verdict: 'same', by: 'rule:test', evidence: {} }),
        ),
        '2026-11-24T00:00:00.000Z',
      );
      // A claim without a date says less than the snapshots do.
      expect((await store.entity('xx-list:E2', NOW))?.listings).toMatchObject([
        { basis: 'list', effective: { from: { date: '../2018-12-31', basis: 'inferred' } } },
      ]);
      const listings = (await store.entity('xx-list:E1', NOW))?.listings.map((l) => [
        l.list,
        l.basis,
        l.status,
        l.effective?.from,
      ]);
      expect(listings).toEqual([
        ['xx-list', 'list', 'listed', { date: '2019-07-02', basis: 'stated' }],
        ['yy-list', 'record', 'listed', { date: '2006-04', basis: 'stated' }],
        ['zz-list', 'record', 'listed', { date: '../2026-11-24', basis: 'inferred' }],
      ]);
    });

    it('opens a store that is not there only when asked to make it', async () => {
      const { Store: Opened } = await import('./store.ts');
      await expect(Opened.open('/nonexistent/record.db', { mustExist: true })).rejects.toMatchObject({
        code: 'ENT_STORE_MISSING',
      });
      await expect(Opened.open('/nonexistent/record.db')).rejects.toMatchObject({ code: 'ENT_STORE_OPEN' });
    });
  });
}
