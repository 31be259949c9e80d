import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { API, addressOf } from '../src/contract/index.ts';
import { conforms } from './support/conforms.ts';
import { file, type Publisher, publisher, status } from './support/publisher.ts';
import { type Served, serve } from './support/served.ts';
import { unList } from './support/un-list.ts';

const remove = async (served: Served, url: string, headers: Record<string, string> = {}) =>
  (await served.app.inject({ method: 'DELETE', url, headers })).statusCode;

describe('updates of lists over the API', () => {
  let served: Served;
  let host: Publisher;
  const BLUE = { reference: 'QDe.901', name: 'AZURE RIVER FRONT' };

  beforeEach(async () => {
    host = await publisher();
    vi.stubEnv('ENTENTE_ALLOW_HOSTS', '127.0.0.1');
    served = await serve({ ftm: [] });
    await served.close();
    const folder = served.folder;
    served = await serve({ ftm: [], settings: { listAddresses: `${folder}-addresses.json` } });
    const addresses = { 'un-sc': [host.url('/un.xml')], 'ca-listed': [host.url('/ca.xml')] };
    writeFileSync(`${folder}-addresses.json`, JSON.stringify(addresses));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await served.close();
    await host.close();
  });

  const over = async (id: string) => {
    for (;;) {
      const job = conforms('update', await served.get(addressOf(API.update, { job: id })));
      if (job.finished !== null) return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('fetches, loads and shows at once what changed, and says of each list what came of it', async () => {
    host.serve('/un.xml', file(unList([BLUE], '2026-11-24T00:00:00Z')));
    host.serve('/ca.xml', status(404));
    const started = await served.post('/api/v1/lists/updates', {
      lists: ['un-sc', 'ca-listed'],
      force: 'a test of one entry',
    });
    const { id } = conforms('startUpdate', started);
    expect(started.headers.location).toBe(`/api/v1/lists/updates/${id}`);
    const done = await over(id);
    expect(done).toMatchObject({ state: 'done', progress: { done: 2, of: 2, now: [] } });
    expect(done.lists).toMatchObject([
      { list: 'un-sc', outcome: 'loaded', error: null },
      { list: 'ca-listed', outcome: 'failed', error: { code: 'ENT_FETCH_STATUS' } },
    ]);
    const found = await served.get('/api/v1/screen?name=Azure+River+Front');
    expect(found.json().results[0]).toMatchObject({ match: true });
    const { updates } = conforms('updates', await served.get('/api/v1/lists/updates'));
    expect(updates.map((one: any) => one.id)).toEqual([id]);
    const events = (await served.get(`/api/v1/lists/updates/${id}/events`)).text;
    expect(events).toMatch(/^event: end\ndata: \{.*"outcome":"failed"/);
    // It is no screening, and its owner's screenings do not list it.
    expect((await served.get(`/api/v1/jobs/${id}`)).status).toBe(404);
    expect(await remove(served, `/api/v1/lists/updates/${id}`)).toBe(200);
    expect((await served.get(`/api/v1/lists/updates/${id}`)).status).toBe(404);
  });

  it('refuses a list that nobody knows, and to force all lists at once', async () => {
    const unknown = await served.post('/api/v1/lists/updates', { lists: ['no-such-list'] });
    expect({ status: unknown.status, code: unknown.json().code }).toEqual({
      status: 400,
      code: 'ENT_LIST_UNKNOWN',
    });
    const all = await served.post('/api/v1/lists/updates', { force: 'because' });
    expect({ status: all.status, where: all.json().faults[0].where }).toEqual({
      status: 400,
      where: 'body.force',
    });
    expect(conforms('updates', await served.get('/api/v1/lists/updates')).updates).toEqual([]);
  });

  it('is for who may load lists, whatever else he may do', async () => {
    const { store } = served.server.record;
    const keyOf = async (name: string, role: 'reader' | 'admin') => {
      const now = '2026-11-24T12:00:00.000Z';
      await store.accounts.add({ name, roles: [role], clearance: {}, password: null, by: 'test', now });
      const key = { label: 'test', scopes: null, by: 'test', now, expiresAt: null };
      return { authorization: `Bearer ${(await store.accounts.addKey(name, key)).secret}` };
    };
    const [reader, admin] = [await keyOf('ina', 'reader'), await keyOf('omar', 'admin')];
    expect((await served.post('/api/v1/lists/updates', { due: true }, reader)).status).toBe(403);
    expect((await served.get('/api/v1/lists/updates', reader)).status).toBe(403);
    host.serve('/un.xml', status(500));
    const { id } = conforms(
      'startUpdate',
      await served.post('/api/v1/lists/updates', { lists: ['un-sc'] }, admin),
    );
    expect(await remove(served, `/api/v1/lists/updates/${id}`, admin)).toBe(200);
    const [entry] = await store.audit.list({ action: 'load', limit: 1 });
    expect(entry).toMatchObject({ action: 'load', subject: { name: 'omar' } });
  });
});

describe('a server that is set to fetch nothing from outside', () => {
  it('refuses updates and feeds, and says what to do instead', async () => {
    const served = await serve({ ftm: [], settings: { offline: true } });
    for (const [url, body] of [
      ['/api/v1/lists/updates', {}],
      ['/api/v1/feeds', { url: 'https://example.org/feed' }],
      ['/api/v1/feeds/runs', {}],
    ] as const) {
      const { status: code, json } = await served.post(url, body);
      expect({ url, code, told: json().code }).toEqual({ url, code: 409, told: 'ENT_SERVE_OFFLINE' });
    }
    expect((await served.get('/api/v1/feeds')).json()).toEqual({ feeds: [] });
    await served.close();
  });
});

describe('feeds over the API', () => {
  it('are added, read with each item’s outcome, listed with their state, and removed', async () => {
    const host = await publisher();
    vi.stubEnv('ENTENTE_ALLOW_HOSTS', '127.0.0.1');
    const served = await serve({ ftm: [] });
    const item = `<item><guid>a1</guid><title>Blast in Testabad</title><link>${host.url('/a1')}</link><description>TESTABAD: Two people were hurt on Monday, officials said.</description></item>`;
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample wire</title><link>${host.url('/')}</link><description>d</description>${item}</channel></rss>`;
    host.serve('/rss.xml', file(rss, { type: 'application/rss+xml' }));
    const added = conforms(
      'addFeed',
      await served.post('/api/v1/feeds', { url: host.url('/rss.xml'), id: 'sample', items: 'only' }),
    );
    expect(added).toMatchObject({ feed: { id: 'sample', title: 'Sample wire', pages: false }, items: 1 });
    const again = await served.post('/api/v1/feeds', { url: host.url('/rss.xml') });
    expect(again.json().code).toBe('ENT_FEED_KNOWN');
    const { id } = conforms('runFeeds', await served.post('/api/v1/feeds/runs', { feeds: ['sample'] }));
    const over = async (): Promise<any> => {
      const run = conforms('feedRun', await served.get(`/api/v1/feeds/runs/${id}`));
      if (run.finished !== null) return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return over();
    };
    expect(await over()).toMatchObject({
      state: 'done',
      progress: { done: 1, of: 1, items: 1 },
      feeds: [{ feed: 'sample', outcome: 'changed', steps: [{ outcome: 'new', extent: 'summary' }] }],
    });
    const { feeds } = conforms('feeds', await served.get('/api/v1/feeds'));
    expect(feeds).toMatchObject([{ id: 'sample', state: 'up to date', items: { summary: 1 } }]);
    expect((await served.post('/api/v1/feeds/runs', { feeds: ['nonsense'] })).json().code).toBe(
      'ENT_FEED_UNKNOWN',
    );
    expect(await remove(served, '/api/v1/feeds/sample')).toBe(204);
    expect((await served.get('/api/v1/feeds')).json()).toEqual({ feeds: [] });
    vi.unstubAllEnvs();
    await served.close();
    await host.close();
  });
});

describe('what is taken away in bulk', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ ftm: [] });
  });
  afterAll(() => served.close());
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('is what the command line exports: FollowTheMoney lines, nested or not, CSV, the record', async () => {
    const plain = await served.get('/api/v1/export');
    expect(plain.headers['content-type']).toContain('application/x-ndjson');
    expect(lines(plain.text).filter(({ schema }: any) => schema !== 'Sanction')).toHaveLength(3);
    const nested = lines((await served.get('/api/v1/export?format=ftm-nested')).text);
    expect(nested).toHaveLength(3);
    const csv = await served.get('/api/v1/export?format=csv&list=un-sc&target=true');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.trim().split(/\r?\n/)).toHaveLength(4);
    const one = lines((await served.get('/api/v1/export?format=ftm-nested&id=un-sc:QDe.901')).text);
    expect(one.map(({ caption }: any) => caption)).toEqual(['INVENTED SAMPLE FRONT BRAVO']);
    expect((await served.get('/api/v1/export?id=un-sc:QDe.999')).json().code).toBe('ENT_NOT_FOUND');
    const unknown = await served.get('/api/v1/export?list=zz-none');
    expect([unknown.status, unknown.json().code]).toEqual([404, 'ENT_LIST_NOT_LOADED']);
    const record = await served.get('/api/v1/export?format=record');
    expect({ status: record.status, type: record.headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/yaml; charset=utf-8',
    });
    expect((await served.get('/api/v1/export?format=record&target=true')).status).toBe(400);
  });

  it('leaves out what its subject may not take, names it in no count, and stands in the audit log', async () => {
    // Of its own: a server that was asked while it had no accounts believes for a while that it has none.
    const own = await serve({ ftm: [] });
    const { store } = own.server.record;
    const now = '2026-11-24T12:00:00.000Z';
    const keyOf = async (
      name: string,
      roles: readonly ('analyst' | 'reader')[],
      clearance: Readonly<Record<string, unknown>>,
    ) => {
      await store.accounts.add({ name, roles, clearance, password: null, by: 'test', now });
      const key = { label: 'test', scopes: null, by: 'test', now, expiresAt: null };
      return { authorization: `Bearer ${(await store.accounts.addKey(name, key)).secret}` };
    };
    const plain = await keyOf('ina', ['analyst'], {});
    const cleared = await keyOf('cleo', ['analyst'], { tlp: 'AMBER', organisation: 'in-mea' });
    const reader = await keyOf('ray', ['reader'], {});
    await store.markings.set('record', 'un-sc:QDe.901', 'TLP:AMBER//OWNER in-mea', {
      by: 'test',
      at: now,
      why: 'a test',
    });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const count = async (headers: Record<string, string>) =>
      lines((await own.get('/api/v1/export?format=ftm-nested', headers)).text).length;
    expect([await count(plain), await count(cleared)]).toEqual([2, 3]);
    expect((await own.get('/api/v1/export?id=un-sc:QDe.901', plain)).status).toBe(404);
    expect((await own.get('/api/v1/export', reader)).status).toBe(403);
    const entries = await store.audit.list({ action: 'export', verdict: 'permit', limit: 10 });
    const taken = entries.find(({ subject }) => subject.name === 'cleo');
    expect(taken?.markings).toContain('TLP:AMBER//OWNER in-mea');
    const less = entries.find(({ subject }) => subject.name === 'ina');
    expect(less?.markings).not.toContain('TLP:AMBER//OWNER in-mea');
    await own.close();
  });
});

describe('questions of sameness over the API', () => {
  const NOW = '2026-11-24T12:00:00.000Z';
  const PAIR = { left: 'un-sc:QDe.900', right: 'un-sc:QDe.901' };
  const served = async (fourEyes: boolean) => {
    const one = await serve({ ftm: [], settings: { fourEyes } });
    const { store } = one.server.record;
    const evidence = { points: '7', name: 'both say Sample Front' };
    await store.judgeSame([{ ...PAIR, verdict: 'unsure', by: 'rule:test', evidence }], NOW);
    const keys: Record<string, Record<string, string>> = {};
    for (const [name, roles] of [
      ['ana', ['analyst']],
      ['rev', ['reviewer']],
      ['rex', ['reviewer']],
    ] as const) {
      await store.accounts.add({ name, roles, clearance: {}, password: null, by: 'test', now: NOW });
      const key = { label: 'test', scopes: null, by: 'test', now: NOW, expiresAt: null };
      keys[name] = { authorization: `Bearer ${(await store.accounts.addKey(name, key)).secret}` };
    }
    const questions = async () =>
      conforms('sameQuestions', await one.get('/api/v1/judgements/questions', keys.ana));
    const joined = async () => (await store.resolve(PAIR.left)) === (await store.resolve(PAIR.right));
    return { one, keys, questions, joined };
  };

  it('are listed with what speaks for them, and answered by a reviewer at once where two eyes suffice', async () => {
    const { one, keys, questions, joined } = await served(false);
    expect(await questions()).toMatchObject({
      total: 1,
      questions: [
        {
          left: { key: PAIR.left, caption: 'INVENTED SAMPLE FRONT ALPHA' },
          points: 7,
          judgement: { by: 'rule:test' },
          proposals: [],
        },
      ],
    });
    const said = { ...PAIR, verdict: 'same', why: 'one and the same' };
    expect((await one.post('/api/v1/judgements', said, keys.ana)).status).toBe(403);
    expect(conforms('judge', await one.post('/api/v1/judgements', said, keys.rev))).toMatchObject({
      added: 1,
      proposed: false,
    });
    expect(await joined()).toBe(true);
    expect(await questions()).toEqual({ total: 0, questions: [] });
    const about = await one.get(`/api/v1/judgements?of=${PAIR.left}`, keys.ana);
    const { judgements } = conforms('judgements', about);
    const { id } = judgements.find(({ by }: any) => by === 'rev');
    const back = await one.post(`/api/v1/judgements/${id}/withdraw`, { why: 'I erred' }, keys.rev);
    expect(conforms('withdrawJudgement', back)).toMatchObject({ withdrawn: { by: 'rev', why: 'I erred' } });
    expect(await joined()).toBe(false);
    await one.close();
  });

  it('wait for a second person under four eyes, and for a reviewer when an analyst proposes', async () => {
    const { one, keys, questions, joined } = await served(true);
    const said = { ...PAIR, verdict: 'same', why: 'one and the same' };
    const proposed = await one.post('/api/v1/judgements/proposals', said, keys.ana);
    expect(conforms('proposeJudgement', proposed)).toMatchObject({ proposed: true });
    expect(conforms('judge', await one.post('/api/v1/judgements', said, keys.rev)).proposed).toBe(true);
    expect(await joined()).toBe(false);
    const [{ proposals }] = (await questions()).questions;
    expect(proposals.map(({ by, proposes }: any) => [by, proposes])).toEqual([
      ['ana', 'same'],
      ['rev', 'same'],
    ]);
    const address = `/api/v1/judgements/${proposals[1].id}/approve`;
    expect((await one.post(address, { why: 'mine' }, keys.rev)).json().code).toBe('ENT_REVIEW_SAME_PERSON');
    expect(await joined()).toBe(false);
    conforms('approveJudgement', await one.post(address, { why: 'looked at both' }, keys.rex));
    expect(await joined()).toBe(true);
    expect((await questions()).total).toBe(0);
    // To propose that they are different parts nothing before another person agrees.
    const apart = { ...PAIR, verdict: 'different', why: 'two' };
    conforms('proposeJudgement', await one.post('/api/v1/judgements/proposals', apart, keys.ana));
    expect(await joined()).toBe(true);
    expect((await questions()).questions[0].proposals).toMatchObject([{ by: 'ana', proposes: 'different' }]);
    await one.close();
  });

  it('are worked out again by the rules on demand', async () => {
    const one = await serve({ ftm: [] });
    const done = conforms('runSameRules', await one.post('/api/v1/judgements/run', {}));
    expect(done.records).toBe(3);
    await one.close();
  });
});
