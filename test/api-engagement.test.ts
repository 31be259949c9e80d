import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initStore, STARTER_RECORD } from '../src/app/index.ts';
import { API, addressOf } from '../src/contract/index.ts';
import { conforms } from './support/conforms.ts';
import { type Reply, type Served, serve } from './support/served.ts';

const SAMPLE = readFileSync(resolve(import.meta.dirname, '../samples/dialogue-2025-08-13.txt'), 'utf8');
const NOW = '2026-11-24T12:00:00.000Z';
const PROMISE = 'us-pakistan/2025-08-12-c5';

type Headers = Record<string, string>;

/** A server over the starter record, and people with keys. */
async function desk(fourEyes: boolean) {
  const served = await serve({ ftm: [], settings: { fourEyes } });
  const { record } = served.server;
  await initStore(record.store, STARTER_RECORD, () => new Date(NOW));
  await record.refresh();
  const keys: Record<string, Headers> = {};
  for (const [name, roles] of [
    ['ray', ['reader']],
    ['ana', ['analyst']],
    ['rev', ['reviewer']],
    ['rex', ['reviewer']],
  ] as const) {
    await record.store.accounts.add({ name, roles, clearance: {}, password: null, by: 'test', now: NOW });
    const key = { label: 'test', scopes: null, by: 'test', now: NOW, expiresAt: null };
    keys[name] = { authorization: `Bearer ${(await record.store.accounts.addKey(name, key)).secret}` };
  }
  const { ray = {}, ana = {}, rev = {}, rex = {} } = keys;
  return { served: patient(served), ray, ana, rev, rex };
}

/** Asks again, as a client should, while the server says that it is too busy: on a loaded machine its thread is. */
function patient(served: Served): Served {
  const again = async (ask: () => Promise<Reply>): Promise<Reply> => {
    const reply = await ask();
    if (reply.status !== 503) return reply;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return again(ask);
  };
  return {
    ...served,
    get: (url, headers) => again(() => served.get(url, headers)),
    post: (url, body, headers) => again(() => served.post(url, body, headers)),
  };
}

const PIECE = {
  commitment: PROMISE,
  stance: 'supports',
  text: 'a course for 40 officers was held',
  date: '2026-02',
  reliability: 'C',
  credibility: '3',
  source: { publisher: 'Example Courier', title: 'Officers trained' },
  agency: 'Azure Press',
};

describe('engagement over the API', () => {
  let served: Served;
  let ray: Headers;
  let ana: Headers;
  let rev: Headers;
  beforeAll(async () => {
    ({ served, ray, ana, rev } = await desk(false));
  }, 120_000);
  afterAll(() => served.close());

  const view = async (id = PROMISE, query: object = {}) =>
    conforms(
      'commitment',
      await served.get(addressOf(API.commitment, { commitment: id }, { ...query }), ray),
    );

  it('shows a dialogue with its roll-ups, plans and offices, as the command line does', async () => {
    const address = addressOf(API.dialogue, { series: 'fatf-pakistan' }, { asOf: '2020-10-24' });
    const { plans, rollUp, offices } = conforms('dialogue', await served.get(address, ray));
    expect(plans[0].counts.map(({ by, words }: any) => [by, words])).toContainEqual(['FATF', '21 of 27']);
    expect(rollUp[0].coverage.words).toMatch(/^\d+ of \d+ assessed$/);
    expect(Array.isArray(offices)).toBe(true);
  });

  it('keeps two assessors who differ, a reply, what was replaced and what was taken back, none lost', async () => {
    const guideline = conforms(
      'writeGuideline',
      await served.post(
        '/api/v1/guidelines',
        {
          series: 'us-pakistan',
          title: 'Training',
          text: 'complete: attendance published',
          date: '2025-09-01',
        },
        ana,
      ),
    );
    const piece = conforms('addEvidence', await served.post('/api/v1/evidence', PIECE, ana));
    expect(piece).toMatchObject({ standing: 'confirmed', collector: 'ana', origin: 'azure-press' });
    const assess = async (body: object) =>
      served.post(
        '/api/v1/assessments',
        {
          commitment: PROMISE,
          of: 'US',
          guideline: { id: guideline.id },
          reasons: [{ text: 'as far as is known', evidence: [piece.id] }],
          ...body,
        },
        ana,
      );
    const desk = conforms(
      'assess',
      await assess({ assessor: { name: 'Desk', party: 'PK' }, result: 'limited', replyUntil: '2027-01-31' }),
    );
    const first = conforms('assess', await assess({ assessor: { name: 'Institute' }, result: 'limited' }));
    const again = await assess({ assessor: { name: 'Institute' }, result: 'substantial' });
    expect({ status: again.status, code: again.json().code }).toEqual({
      status: 422,
      code: 'ENT_ENGAGEMENT_STATE',
    });
    conforms(
      'assess',
      await assess({ assessor: { name: 'Institute' }, result: 'substantial', supersedes: first.id }),
    );
    const own = await assess({ assessor: { name: 'Own desk', party: 'US' }, result: 'complete' });
    expect(own.json().code).toBe('ENT_ENGAGEMENT_SELF');
    const replies = addressOf(API.reply, { assessment: desk.id });
    conforms('reply', await served.post(replies, { by: 'US', text: 'two courses were held' }, ana));
    const back = addressOf(API.withdrawEntry, { entry: piece.id });
    expect((await served.post(back, { why: 'corrected' }, ana)).status).toBe(403);
    conforms('withdrawEntry', await served.post(back, { why: 'the story was corrected' }, rev));
    const shown = await view();
    expect(shown.assessments.map(({ current }: any) => current).sort()).toEqual([false, true, true]);
    expect(shown.agreement).toContainEqual({ party: 'US', assessors: 2, state: 'disagree' });
    const withReply = shown.assessments.find(({ assessment }: any) => assessment.id === desk.id);
    expect(withReply).toMatchObject({ restsOnWithdrawn: [piece.id], replies: [{ late: false }] });
    expect(shown.pieces).toMatchObject([{ id: piece.id, withdrawn: { why: 'the story was corrected' } }]);
    expect((await view(PROMISE, { knownAt: '2026-11-23' })).assessments).toEqual([]);
    const { guidelines } = conforms(
      'guidelines',
      await served.get('/api/v1/guidelines?series=us-pakistan', ray),
    );
    expect(guidelines.map(({ id }: any) => id)).toContain(guideline.id);
  });

  it('takes what a party did, says of itself, and plans, beside the assessments', async () => {
    const post = (url: string, body: object) => served.post(url, { series: 'us-pakistan', ...body }, ana);
    conforms(
      'addHappening',
      await post('/api/v1/happenings', {
        form: 'action',
        commitment: PROMISE,
        by: 'US',
        text: 'a team came',
        date: '2026-03',
      }),
    );
    const status = { form: 'status', status: 'deadline-extended', text: 'put off', date: '2026-04-01' };
    conforms('addHappening', await post('/api/v1/happenings', status));
    expect((await post('/api/v1/happenings', { ...status, form: 'action' })).json().code).toBe(
      'ENT_ENGAGEMENT_VALUE',
    );
    conforms(
      'addSelfReport',
      await post('/api/v1/self-reports', {
        party: 'PK',
        commitments: [PROMISE],
        text: 'all is done',
        date: '2026-05',
      }),
    );
    conforms(
      'addMeeting',
      await post('/api/v1/meetings', { title: 'The next round', date: '2027-02-10', status: 'planned' }),
    );
    const shown = await view();
    expect(shown.happenings).toMatchObject([{ form: 'action', by: 'US' }]);
    expect(shown.selfReports).toMatchObject([{ party: 'PK' }]);
    const { happenings, meetings } = conforms(
      'dialogue',
      await served.get('/api/v1/dialogues/us-pakistan', ray),
    );
    expect(happenings).toContainEqual(expect.objectContaining({ status: 'deadline-extended' }));
    expect(meetings.at(-1)).toMatchObject({ title: 'The next round', status: 'planned' });
    const { next } = conforms('agenda', await served.get('/api/v1/agenda?a=PK&b=US', ray));
    expect(next).toMatchObject({ title: 'The next round' });
  });

  it('lets a person confirm, correct, split, merge and reject what a machine read', async () => {
    const text = SAMPLE.replaceAll('Pakistan', 'Nepal').replaceAll('the United States', 'Japan');
    const body = { text, series: 'us-india', title: 'a test', record: true };
    const proposed = conforms('proposeDialogue', await served.post('/api/v1/dialogues', body, ana));
    expect(proposed.recorded).toBe(true);
    const waiting = conforms(
      'commitments',
      await served.get('/api/v1/commitments?series=us-india&proposed=true', ray),
    );
    const read = waiting.commitments.map(({ commitment }: any) => commitment);
    expect(read.length).toBeGreaterThan(3);
    const [a, b, c, d] = read;
    const at = (operation: { readonly path: string }, id: string) => addressOf(operation, { commitment: id });
    const corrected = await served.post(
      at(API.confirmCommitment, a.id),
      { due: { kind: 'date', date: '2027-06' }, measurable: true, why: 'date: 2027-06' },
      rev,
    );
    expect(conforms('confirmCommitment', corrected)).toMatchObject({
      standing: 'confirmed',
      due: { date: '2027-06' },
    });
    expect((await served.post(at(API.confirmCommitment, b.id), {}, ana)).status).toBe(403);
    const rejected = await served.post(at(API.rejectCommitment, b.id), { why: 'no promise' }, rev);
    expect(conforms('rejectCommitment', rejected)).toMatchObject({
      standing: 'rejected',
      note: 'no promise',
    });
    const words = c.text.split(' ');
    const parts = [words.slice(0, 3).join(' '), words.slice(3).join(' ')];
    const split = conforms(
      'splitCommitment',
      await served.post(at(API.splitCommitment, c.id), { parts }, rev),
    );
    expect(split.parts.map(({ text: own }: any) => own)).toEqual(parts);
    const invented = await served.post(at(API.splitCommitment, d.id), { parts: ['no such', 'words'] }, rev);
    expect(invented.json().code).toBe('ENT_ENGAGEMENT_VALUE');
    const ids = split.parts.map(({ id }: any) => id);
    const merged = await served.post('/api/v1/commitments/merge', { commitments: ids }, rev);
    expect(conforms('mergeCommitments', merged).merged.text).toBe(c.text);
  });

  it('writes every paper: the agenda, the comparison, the dialogue, the calendar, the digest', async () => {
    const paper = async (url: string, type: string, words: RegExp, who = ray) => {
      const { status, headers, text } = await served.get(url, who);
      expect({ url, status, type: headers['content-type'] }).toEqual({
        url,
        status: 200,
        type: `${type}; charset=utf-8`,
      });
      expect(text).toMatch(words);
      return text;
    };
    const agenda = '/api/v1/agenda/brief?a=PK&b=US&asOf=2025-08-13&format=';
    const html = await paper(`${agenda}html`, 'text/html', /Balochistan Liberation Army/);
    expect(html).not.toMatch(/<script/);
    await paper(`${agenda}markdown`, 'text/markdown', /^# PK and US: agenda/);
    await paper(`${agenda}csv`, 'text/csv', /^part,id,date,who,what,state,detail,source\r\nopen promise,/);
    await paper(`${agenda}ics`, 'text/calendar', /^BEGIN:VCALENDAR/);
    await paper('/api/v1/reminders/feed.ics?series=us-pakistan', 'text/calendar', /END:VCALENDAR\r\n$/);
    await paper('/api/v1/reminders/digest?format=markdown&days=400', 'text/markdown', /^# /);
    const reminders = conforms('reminders', await served.get('/api/v1/reminders?series=us-pakistan', ray));
    expect(reminders.reminders.length).toBeGreaterThan(0);
    const dialogue = '/api/v1/dialogues/us-pakistan/export?format=';
    expect((await served.get(`${dialogue}csv`, ray)).status).toBe(403);
    await paper(`${dialogue}csv`, 'text/csv', /^id,series,meeting,/, ana);
    await paper(`${dialogue}html`, 'text/html', /^<!doctype html>/, ana);
    const rounds = { before: { id: 'us-pakistan/2024-05-10' }, after: { id: 'us-pakistan/2025-08-12' } };
    for (const [format, words] of [
      ['html', /^<!doctype html>/],
      ['markdown', /Global Counterterrorism Forum/],
      ['csv', /forum,dropped,Global Counterterrorism Forum/],
    ] as const) {
      const { status, text } = await served.post(`/api/v1/compare/brief?format=${format}`, rounds, ray);
      expect({ format, status }).toEqual({ format, status: 200 });
      expect(text).toMatch(words);
    }
  });

  it('names the right place to look for what is unknown, and refuses a party that nobody is', async () => {
    const unknown = await served.get('/api/v1/commitments/com-000000000000', ray);
    expect(unknown.status).toBe(404);
    expect(unknown.json().detail).toMatch(/entente commitment list/);
    expect((await served.get('/api/v1/dialogues/nonsense', ray)).json().detail).toMatch(
      /entente dialogue list/,
    );
    const party = await served.get('/api/v1/agenda?a=PK&b=XX', ray);
    expect({ status: party.status, code: party.json().code }).toEqual({
      status: 400,
      code: 'ENT_ENGAGEMENT_VALUE',
    });
  });

  it('imports a dialogue in the record’s own format, whole or not at all', async () => {
    const yaml = readFileSync(resolve(STARTER_RECORD, 'engagements/us-india.yaml'), 'utf8');
    const post = (text: string, who: Headers) => served.post('/api/v1/dialogues/import', { yaml: text }, who);
    expect((await post(yaml, ana)).status).toBe(403);
    expect(conforms('importDialogue', await post(yaml, rev))).toMatchObject({ series: ['us-india'] });
    expect((await post('id: x\nnonsense: 1\n', rev)).json().code).toBe('ENT_ENGAGEMENT_FORMAT');
  });

  it('enters every act in the audit log under who did it', async () => {
    const entries = await served.server.record.store.audit.list({ action: 'decide', limit: 50 });
    expect(new Set(entries.map(({ subject }) => subject.name))).toContain('rev');
    const routes = entries.map(({ asked }) => (asked as { readonly route?: string }).route);
    expect(routes).toContain('/api/v1/engagement/:entry/withdraw');
  });
});

describe('evidence under four eyes', () => {
  it('counts only when another person confirms it', async () => {
    const { served, ana, rev, rex } = await desk(true);
    const add = async (who: Headers) =>
      conforms('addEvidence', await served.post('/api/v1/evidence', PIECE, who)).id;
    const pieces = async () =>
      (await served.get(addressOf(API.commitment, { commitment: PROMISE }), ana)).json().evidence.supports
        .pieces;
    const before = await pieces();
    const id = await add(rev);
    const decision = addressOf(API.decideEvidence, { evidence: id });
    expect(await pieces()).toBe(before);
    const waiting = conforms('evidence', await served.get('/api/v1/evidence?standing=proposed', ana));
    expect(waiting.evidence.map((one: any) => one.id)).toContain(id);
    const own = await served.post(decision, { verdict: 'confirm' }, rev);
    expect(own.json().code).toBe('ENT_ENGAGEMENT_STATE');
    conforms('decideEvidence', await served.post(decision, { verdict: 'confirm' }, rex));
    expect(await pieces()).toBe(before + 1);
    const proposed = await served.post(
      '/api/v1/evidence/proposals',
      {
        text: 'ISLAMABAD: The United States held a training course on border security for Pakistan, officials said.',
        published: '2026-03-02',
      },
      ana,
    );
    expect(conforms('proposeEvidence', proposed).recorded).toBe(false);
    await served.close();
  }, 120_000);
});
