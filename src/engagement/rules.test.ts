import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommitmentEntry, type SeriesEntry, Store } from '../store/index.ts';
import {
  type AssessmentInput,
  addEvidence,
  assess,
  confirmCommitment,
  decideEvidence,
  type EvidenceInput,
  mergeCommitments,
  rejectCommitment,
  reply,
  splitCommitment,
  withdraw,
  writeGuideline,
} from './acts.ts';
import { dossierOf } from './dossier.ts';
import { rollUp } from './roll-up.ts';

const SERIES: SeriesEntry = {
  kind: 'series',
  id: 'aa-bb',
  series: 'aa-bb',
  title: 'AA-BB dialogue',
  parties: ['AA', 'BB'],
  reviewMonths: 6,
  sources: [],
};
const TEXT = 'Both sides agreed to train border police and to share watch lists by June 2025.';

function promise(id: string, change: Partial<CommitmentEntry> = {}): CommitmentEntry {
  const text = change.text ?? 'train border police and to share watch lists';
  const start = TEXT.indexOf(text);
  return {
    kind: 'commitment',
    id,
    series: 'aa-bb',
    meeting: 'm1',
    document: 'd1',
    text,
    verbatim: true,
    span: { start, end: start + text.length, sha256: 'abc' },
    obligors: ['AA', 'BB'],
    beneficiaries: [],
    act: 'commit',
    binding: 'strong',
    measurable: true,
    why: 'date: June 2025',
    due: { kind: 'date', date: '2025-06' },
    topic: 'capacity',
    groups: [],
    items: null,
    predecessor: null,
    reviewMonths: null,
    standing: 'proposed',
    note: null,
    sources: [],
    ...change,
  };
}

const at = (day: string) => ({ at: `${day}T09:00:00.000Z`, by: 'desk' });

describe('what became of promises', () => {
  let store: Store;
  beforeEach(async () => {
    store = await Store.open(':memory:');
    await store.engagement.record(
      [
        SERIES,
        {
          kind: 'meeting',
          id: 'm1',
          series: 'aa-bb',
          title: 'Round one',
          date: '2024-05-10',
          place: null,
          status: 'held',
          delegates: [],
          sources: [],
        },
        {
          kind: 'document',
          id: 'd1',
          series: 'aa-bb',
          meeting: 'm1',
          form: 'joint-statement',
          title: 'Joint statement',
          issuers: ['AA', 'BB'],
          date: '2024-05-10',
          language: 'en',
          standing: 'primary',
          version: 1,
          translationOf: null,
          sha256: 'abc',
          text: TEXT,
          warnings: [],
          names: { groups: [], said: [] },
          sources: [],
        },
        promise('c1'),
      ],
      at('2024-05-11'),
    );
    await writeGuideline(
      store.engagement,
      {
        id: 'g1',
        series: 'aa-bb',
        version: '1',
        title: 'Training',
        text: 'complete: all courses held',
        date: '2024-05-12',
        sources: [],
      },
      at('2024-05-12'),
    );
  });
  afterEach(() => store.close());

  const evidence = (change: Partial<EvidenceInput> = {}) =>
    addEvidence(
      store.engagement,
      {
        commitment: 'c1',
        stance: 'supports',
        text: 'a course was held',
        date: '2024-09',
        source: { publisher: 'Coast Courier', title: 'Course' },
        archiveSha256: null,
        retrieved: null,
        reliability: 'B',
        credibility: '2',
        ...change,
      },
      at('2024-10-01'),
    );
  const assessment = (change: Partial<AssessmentInput> = {}, day = '2024-11-01') =>
    assess(
      store.engagement,
      {
        commitment: 'c1',
        of: 'AA',
        assessor: { name: 'Desk of BB', party: 'BB' },
        guideline: { id: 'g1', version: '1' },
        result: 'no-evidence',
        score: null,
        count: null,
        confidence: 'moderate',
        reasons: [{ text: 'nothing was announced', evidence: [] }],
        date: day,
        replyUntil: null,
        supersedes: null,
        sources: [],
        ...change,
      },
      at(day),
    );
  const view = async (asOf: string | null = null, knownAt: string | null = null, id = 'c1') => {
    const dossier = await dossierOf(store.engagement, ['aa-bb'], { asOf, knownAt }, '2026-11-24');
    return dossier.commitments.find(({ commitment }) => commitment.id === id);
  };
  const refused = (code: string, why?: RegExp) =>
    expect.objectContaining({ code, ...(why === undefined ? {} : { message: expect.stringMatching(why) }) });

  it('A1: nobody assesses his own promise, nor a party that promised nothing', async () => {
    await expect(assessment({ assessor: { name: 'Ministry of AA', party: 'AA' } })).rejects.toThrowError(
      refused('ENT_ENGAGEMENT_SELF'),
    );
    await expect(assessment({ of: 'CC' })).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE', /AA, BB/));
  });

  it('A2: the guideline is held, was written before, and no version is rewritten', async () => {
    await expect(assessment({ guideline: { id: 'g1', version: '2' } })).rejects.toThrowError(
      refused('ENT_ENGAGEMENT_GUIDELINE', /not held/),
    );
    await expect(assessment({ date: '2024-05-11' })).rejects.toThrowError(
      refused('ENT_ENGAGEMENT_GUIDELINE', /comes first/),
    );
    await expect(
      writeGuideline(
        store.engagement,
        {
          id: 'g1',
          series: 'aa-bb',
          version: '1',
          title: 'Training',
          text: 'softer',
          date: '2024-06-01',
          sources: [],
        },
        at('2024-06-01'),
      ),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE', /new version/));
  });

  it('A3: what was seen is cited, and only what was confirmed, is held and bears on this promise', async () => {
    await expect(assessment({ result: 'limited' })).rejects.toThrowError(
      refused('ENT_ENGAGEMENT_EVIDENCE', /must cite/),
    );
    await expect(
      assessment({ result: 'limited', reasons: [{ text: 'x', evidence: ['evi-none'] }] }),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_EVIDENCE', /not held/));
    await store.engagement.record([promise('c2')], at('2024-05-13'));
    const other = await evidence({ commitment: 'c2' });
    await expect(
      assessment({ result: 'limited', reasons: [{ text: 'x', evidence: [other.id] }] }),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_EVIDENCE', /another promise/));
    const own = await evidence();
    expect(
      (await assessment({ result: 'limited', reasons: [{ text: 'one course', evidence: [own.id] }] })).result,
    ).toBe('limited');
  });

  it('E3: proposed evidence neither counts nor can be cited until a person confirms it', async () => {
    const { kind, id, ...rest } = await evidence();
    await store.engagement.record(
      [{ ...rest, kind, id: 'evi-p', standing: 'proposed', date: '2024-10' }],
      at('2024-10-02'),
    );
    expect((await view())?.evidence.supports.pieces).toBe(1);
    const cite = { result: 'limited', reasons: [{ text: 'x', evidence: ['evi-p'] }] } as const;
    await expect(assessment(cite)).rejects.toThrowError(refused('ENT_ENGAGEMENT_EVIDENCE', /not confirmed/));
    await decideEvidence(store.engagement, 'evi-p', 'confirmed', at('2024-10-03'));
    expect((await view())?.evidence.supports).toEqual({ pieces: 2, origins: 1 });
    await assessment(cite);
    await expect(
      decideEvidence(store.engagement, 'evi-p', 'rejected', at('2024-10-04')),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE'));
    expect(id).toMatch(/^evi-/);
  });

  it('E2: ten copies of one agency story are one origin', async () => {
    for (let n = 0; n < 10; n += 1)
      await evidence({ agency: 'Azure Press', source: { publisher: `Paper ${n}`, title: 'Course' } });
    await evidence({ source: { publisher: 'Ministry', title: 'Report' } });
    expect((await view())?.evidence.supports).toEqual({ pieces: 11, origins: 2 });
  });

  it('two assessors who differ, a reply, a replaced assessment, evidence taken back: all stay in sight, and each day has its view', async () => {
    const course = await evidence();
    const cited = [{ text: 'one course of three', evidence: [course.id] }];
    const bb = await assessment(
      { result: 'limited', score: 0, reasons: cited, replyUntil: '2024-12-01' },
      '2024-11-01',
    );
    const institute = { name: 'Institute', party: null };
    const first = await assessment({ assessor: institute, score: -1 }, '2024-11-02');
    await reply(
      store.engagement,
      { assessment: bb.id, by: 'AA', text: 'three were held', date: '2024-12-05', sources: [] },
      at('2024-12-05'),
    );
    const second = await assessment(
      { assessor: institute, result: 'substantial', score: 1, reasons: cited, supersedes: first.id },
      '2025-01-10',
    );
    await withdraw(store.engagement, course.id, 'the paper corrected its story', at('2025-02-01'));

    const now = await view();
    expect(
      now?.assessments.map(({ assessment: one, current, supersededBy, restsOnWithdrawn }) => [
        one.id,
        current,
        supersededBy,
        restsOnWithdrawn,
      ]),
    ).toEqual([
      [bb.id, true, null, [course.id]],
      [first.id, false, second.id, []],
      [second.id, true, null, [course.id]],
    ]);
    expect(now?.assessments[0]?.replies).toMatchObject([{ late: true, reply: { by: 'AA' } }]);
    expect(now?.agreement).toEqual([
      { party: 'AA', assessors: 2, state: 'disagree' },
      { party: 'BB', assessors: 0, state: 'not-assessed' },
    ]);
    expect(now?.evidence.supports.pieces).toBe(0);

    const before = await view(null, '2024-12-31');
    expect(before?.assessments.map(({ assessment: one, current }) => [one.id, current])).toEqual([
      [bb.id, true],
      [first.id, true],
    ]);
    expect(before?.evidence.supports.pieces).toBe(1);
    expect((await view(null, '2024-11-01'))?.assessments).toHaveLength(1);
    expect((await view('2024-11-01'))?.assessments).toHaveLength(1);
  });

  it('A4: a second assessment by the same assessor says that it replaces the first; nobody replaces another’s', async () => {
    const first = await assessment();
    await expect(assessment()).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE', new RegExp(first.id)));
    await expect(
      assessment({ assessor: { name: 'Institute', party: null }, supersedes: first.id }),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE', /same assessor/));
    await expect(
      reply(
        store.engagement,
        { assessment: first.id, by: 'BB', text: 'no', date: '2024-12-01', sources: [] },
        at('2024-12-01'),
      ),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_STATE'));
  });

  it('R1, R2, R3: roll-ups show their coverage, a row an assessor, and score only what was scored', async () => {
    await store.engagement.record(
      [
        ...['c1', 'c2', 'c3'].map((id) => promise(id, { standing: 'confirmed' })),
        promise('c4'),
        promise('p1', { act: 'condemn' }),
      ],
      at('2024-05-13'),
    );
    await assessment({ score: -1 });
    await assessment({ commitment: 'c2' });
    await assessment({
      commitment: 'c2',
      assessor: { name: 'Institute', party: null },
      result: 'unverifiable',
    });
    const dossier = await dossierOf(store.engagement, ['aa-bb'], { asOf: null, knownAt: null }, '2026-11-24');
    const [aa] = rollUp(dossier.commitments);
    expect(aa).toMatchObject({
      party: 'AA',
      promises: 3,
      proposed: 1,
      coverage: { words: '2 of 3 assessed' },
      disagreements: ['c2'],
    });
    expect(
      aa?.assessors.map(({ assessor, assessed, meanScore, scored }) => [
        assessor,
        assessed,
        meanScore,
        scored,
      ]),
    ).toEqual([
      ['Desk of BB', 2, -1, 1],
      ['Institute', 1, null, 0],
    ]);
  });

  it('P1, P3: a promise is overdue past its day and stale when nobody looked; a later one takes its place', async () => {
    expect((await view('2025-06-30'))?.due.state).toBe('due-now');
    expect(await view('2025-07-01')).toMatchObject({
      open: true,
      stale: true,
      due: { state: 'overdue' },
      reviewBy: '2024-11-10',
      lastKnown: '2024-05-10',
    });
    await evidence({ date: '2025-06' });
    expect(await view('2025-07-01')).toMatchObject({ stale: false, lastKnown: '2025-06-01' });
    await store.engagement.record(
      [promise('c9', { predecessor: { id: 'c1', how: 'renews' } })],
      at('2025-08-01'),
    );
    expect(await view()).toMatchObject({ open: false, successors: ['c9'] });
    expect((await view(null, '2025-07-31'))?.open).toBe(true);
  });

  it('I3: a person confirms, corrects, splits and merges in the document’s own words; nothing is lost', async () => {
    await confirmCommitment(store.engagement, 'c1', { obligors: ['AA'] }, at('2024-06-01'));
    expect((await view())?.commitment).toMatchObject({
      standing: 'confirmed',
      obligors: ['AA'],
      revision: 1,
    });
    expect((await view(null, '2024-05-20'))?.commitment).toMatchObject({
      standing: 'proposed',
      obligors: ['AA', 'BB'],
    });
    await expect(
      splitCommitment(store.engagement, 'c1', ['train border police', 'send doctors'], at('2024-06-02')),
    ).rejects.toThrowError(refused('ENT_ENGAGEMENT_VALUE', /send doctors/));
    const parts = await splitCommitment(
      store.engagement,
      'c1',
      ['train border police', 'share watch lists'],
      at('2024-06-03'),
    );
    expect(parts.map(({ text, span }) => TEXT.slice(span?.start, span?.end) === text)).toEqual([true, true]);
    expect((await view())?.commitment).toMatchObject({
      standing: 'rejected',
      note: expect.stringContaining(parts[0]?.id ?? ''),
    });
    const merged = await mergeCommitments(
      store.engagement,
      parts.map(({ id }) => id),
      at('2024-06-04'),
    );
    expect(merged).toMatchObject({ text: 'train border police and to share watch lists', verbatim: true });
    await rejectCommitment(store.engagement, merged.id, 'it stands in a quotation', at('2024-06-05'));
    expect((await view(null, null, merged.id))?.open).toBe(false);
    await expect(confirmCommitment(store.engagement, merged.id, {}, at('2024-06-06'))).rejects.toThrowError(
      refused('ENT_ENGAGEMENT_STATE'),
    );
  });
});
