import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { DIALECTS } from '../store-for-test.ts';
import type { CommitmentEntry, EvidenceEntry, SeriesEntry } from './entry.ts';

const SERIES: SeriesEntry = {
  kind: 'series',
  id: 'aa-bb',
  series: 'aa-bb',
  title: 'AA-BB dialogue',
  parties: ['AA', 'BB'],
  reviewMonths: null,
  sources: [],
};

function promise(id: string, change: Partial<CommitmentEntry> = {}): CommitmentEntry {
  return {
    kind: 'commitment',
    id,
    series: 'aa-bb',
    meeting: null,
    document: null,
    text: 'train border police',
    verbatim: false,
    span: null,
    obligors: ['AA'],
    beneficiaries: [],
    act: 'commit',
    binding: 'strong',
    measurable: false,
    why: 'no date',
    due: null,
    topic: 'capacity',
    groups: [],
    items: null,
    predecessor: null,
    reviewMonths: null,
    standing: 'confirmed',
    note: null,
    sources: [],
    ...change,
  };
}

function evidence(id: string, change: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    kind: 'evidence',
    id,
    series: 'aa-bb',
    commitment: 'c1',
    stance: 'supports',
    text: 'a course was held',
    date: '2024-03',
    source: { publisher: 'Coast Courier', title: 'Course' },
    archiveSha256: null,
    retrieved: null,
    collector: 'desk',
    reliability: 'B',
    credibility: '2',
    origin: 'coast-courier',
    standing: 'confirmed',
    ...change,
  };
}

const NOW = { asOf: null, knownAt: null };

describe.each(DIALECTS)('engagements on $name', ({ fresh }) => {
  let store: Store;
  let drop: () => Promise<void>;
  const on = (day: string) => ({ at: `${day}T08:00:00.000Z`, by: 'desk' });

  beforeEach(async () => {
    ({ store, drop } = await fresh());
  });
  afterEach(() => drop());

  it('G1: a correction is a further row: both views of the day stay, and nothing is overwritten', async () => {
    await store.engagement.record([SERIES, promise('c1')], on('2024-01-10'));
    await store.engagement.record([promise('c1', { text: 'train the border police' })], on('2024-02-10'));
    const text = async (knownAt: string | null) =>
      (await store.engagement.entries(['commitment'], ['aa-bb'], knownAt)).map((one) => [
        one.text,
        one.revision,
      ]);
    expect(await text('2024-01-09')).toEqual([]);
    expect(await text('2024-01-10')).toEqual([['train border police', 0]]);
    expect(await text(null)).toEqual([['train the border police', 1]]);
    expect((await store.engagement.revisions('c1', null)).map(({ stamp }) => stamp.recordedBy)).toEqual([
      'desk',
      'desk',
    ]);
  });

  it('G2: recording the same again adds nothing', async () => {
    expect(await store.engagement.record([SERIES, promise('c1'), evidence('e1')], on('2024-01-10'))).toEqual({
      added: 3,
      same: 0,
    });
    expect(await store.engagement.record([SERIES, promise('c1'), evidence('e1')], on('2024-03-10'))).toEqual({
      added: 0,
      same: 3,
    });
  });

  it('G3: what is taken back stays, with who took it back, when and why; before that day nothing shows of it', async () => {
    await store.engagement.record([SERIES, promise('c1'), evidence('e1')], on('2024-01-10'));
    await store.engagement.record(
      [{ kind: 'withdrawal', id: 'w1', series: 'aa-bb', target: 'e1', why: 'the story was corrected' }],
      on('2024-05-01'),
    );
    const held = async (knownAt: string | null) =>
      (await store.engagement.evidence(['c1'], knownAt))[0]?.withdrawn;
    expect(await held('2024-04-30')).toBeNull();
    expect(await held(null)).toMatchObject({ why: 'the story was corrected', recordedBy: 'desk' });
    const counted = async (knownAt: string | null) =>
      (await store.engagement.evidenceCounts(['aa-bb'], { asOf: null, knownAt })).length;
    expect([await counted('2024-04-30'), await counted(null)]).toEqual([1, 0]);
  });

  it('G4: evidence is counted with its independent origins, by the day it speaks of, confirmed pieces alone', async () => {
    await store.engagement.record(
      [
        SERIES,
        promise('c1'),
        evidence('e1', { origin: 'agency' }),
        evidence('e2', { origin: 'agency', source: { publisher: 'Hill Post', title: 'Course' } }),
        evidence('e3', { origin: 'ministry', date: '2024-06-01' }),
        evidence('e4', { standing: 'proposed' }),
        evidence('e5', { stance: 'contradicts' }),
      ],
      on('2024-07-01'),
    );
    expect(await store.engagement.evidenceCounts(['aa-bb'], NOW)).toEqual([
      { commitment: 'c1', stance: 'contradicts', pieces: 1, origins: 1, newest: '2024-03-01' },
      { commitment: 'c1', stance: 'supports', pieces: 3, origins: 2, newest: '2024-06-01' },
    ]);
    const may = await store.engagement.evidenceCounts(['aa-bb'], { asOf: '2024-05-01', knownAt: null });
    expect(may.find(({ stance }) => stance === 'supports')).toMatchObject({ pieces: 2, origins: 1 });
  });

  it('G4: a piece that was revised counts once, by its newest revision', async () => {
    await store.engagement.record(
      [SERIES, promise('c1'), evidence('e1', { standing: 'proposed' })],
      on('2024-07-01'),
    );
    await store.engagement.record([evidence('e1', { reliability: 'A' })], on('2024-08-01'));
    await store.engagement.record([evidence('e1', { standing: 'rejected' })], on('2024-09-01'));
    const pieces = async (knownAt: string) =>
      (await store.engagement.evidenceCounts(['aa-bb'], { asOf: null, knownAt })).map(
        (count) => count.pieces,
      );
    expect([await pieces('2024-07-15'), await pieces('2024-08-15'), await pieces('2024-09-15')]).toEqual([
      [],
      [1],
      [],
    ]);
  });

  it('G5: known time is what the entry says where it says so, and the day of recording is kept beside it', async () => {
    await store.engagement.record([{ ...SERIES, known: '2020-02-21' }], on('2026-11-24'));
    const [series] = await store.engagement.entries(['series'], null, '2020-03-01');
    expect(series?.stamp).toEqual({
      known: '2020-02-21',
      recordedAt: '2026-11-24T08:00:00.000Z',
      recordedBy: 'desk',
    });
  });

  it('G6: a store that was asked before answers as one that reads everything anew, whatever was written and by whom', async () => {
    const act = fc.record({
      what: fc.constantFrom('piece', 'withdraw', 'correct', 'fails'),
      n: fc.integer({ min: 1, max: 4 }),
      standing: fc.constantFrom('proposed' as const, 'confirmed' as const, 'rejected' as const),
      elsewhere: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const held = await fresh();
        try {
          await held.store.engagement.record([SERIES, promise('c1'), promise('c2')], on('2024-01-01'));
          for (const [step, { what, n, standing, elsewhere }] of acts.entries()) {
            const writer = elsewhere ? await held.again() : held.store;
            const at = on(`2024-02-${String(step + 1).padStart(2, '0')}`);
            const piece = evidence(`e${n}`, {
              commitment: n > 2 ? 'c2' : 'c1',
              standing,
              origin: `o${n % 2}`,
            });
            if (what === 'piece') await writer.engagement.record([piece], at);
            if (what === 'correct')
              await writer.engagement.record([promise(`c${1 + (n % 2)}`, { text: `words ${step}` })], at);
            if (what === 'withdraw')
              await writer.engagement.record(
                [{ kind: 'withdrawal', id: `w${step}`, series: 'aa-bb', target: `e${n}`, why: 'x' }],
                at,
              );
            if (what === 'fails')
              await expect(
                writer.engagement.record(
                  [promise('c1', { text: 'never' }), { ...piece, stance: 'x' as never }],
                  at,
                ),
              ).rejects.toThrow();
            if (elsewhere) await writer.close();
            const anew = await held.again();
            for (const knownAt of [null, '2024-02-02']) {
              const answers = async ({ engagement }: Store) => [
                await engagement.entries(['commitment'], ['aa-bb'], knownAt),
                await engagement.evidenceCounts(['aa-bb'], { asOf: null, knownAt }),
              ];
              expect(await answers(held.store)).toEqual(await answers(anew));
            }
            await anew.close();
          }
        } finally {
          await held.drop();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
