import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../src/app/index.ts';
import { conforms } from './support/conforms.ts';
import { type Reply, type Served, serve } from './support/served.ts';
import { unList } from './support/un-list.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const NAME = 'Invented Sample Front Alpha';
const LINK = `/api/v1/screen?name=${encodeURIComponent(NAME)}&country=PK`;

type Headers = Record<string, string>;

describe('exceptions over the API', () => {
  let served: Served;
  const keys: Record<string, Headers> = {};

  /** Asks again, as a client should, while the server says that it is too busy. */
  const again = async (ask: () => Promise<Reply>): Promise<Reply> => {
    const reply = await ask();
    if (reply.status !== 503) return reply;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return again(ask);
  };
  const get = (url: string, by = 'ana', headers: Headers = {}) =>
    again(() => served.get(url, { ...keys[by], ...headers }));
  const post = (url: string, body: unknown, by = 'ana') => again(() => served.post(url, body, keys[by]));
  const proposal = (own: object = {}) => ({
    query: { name: NAME, country: 'PK' },
    entity: 'un-sc:QDe.900',
    reason: 'kind',
    why: 'a school of that name',
    until: '2027-05-01',
    ...own,
  });
  const hit = async (url = LINK) => conforms('screenLink', await get(url)).results[0];

  beforeAll(async () => {
    served = await serve({ ftm: [] });
    const { accounts } = served.server.record.store;
    for (const [name, roles] of [
      ['ray', ['reader']],
      ['ana', ['analyst']],
      ['ann', ['analyst']],
      ['rev', ['reviewer']],
      ['rex', ['reviewer']],
      ['aud', ['auditor']],
    ] as const) {
      await accounts.add({ name, roles, clearance: {}, password: null, by: 'test', now: NOW });
      const key = { label: 'test', scopes: null, by: 'test', now: NOW, expiresAt: null };
      keys[name] = { authorization: `Bearer ${(await accounts.addKey(name, key)).secret}` };
    }
  });
  afterAll(() => served.close());

  it('are proposed with a day within a year, a reason, and a hit to except', async () => {
    for (const [own, code] of [
      [{ until: '2026-11-24' }, 'ENT_EXCEPTION_REFUSED'],
      [{ until: '2027-11-25' }, 'ENT_EXCEPTION_REFUSED'],
      [{ until: '2027-02-30' }, 'ENT_EXCEPTION_REFUSED'],
      [{ query: { name: 'Somebody Else Altogether' } }, 'ENT_EXCEPTION_REFUSED'],
      [{ entity: 'un-sc:QDe.999' }, 'ENT_NOT_FOUND'],
      [{ why: ' ' }, 'ENT_HTTP_INPUT'],
      [{ query: undefined }, 'ENT_HTTP_INPUT'],
      [{ watch: 7 }, 'ENT_HTTP_INPUT'],
      [{ query: undefined, watch: 7 }, 'ENT_NOT_FOUND'],
    ] as const) {
      const reply = await post('/api/v1/exceptions', proposal(own));
      expect({ own, code: reply.json().code }).toEqual({ own, code });
    }
    expect((await post('/api/v1/exceptions', proposal(), 'ray')).status).toBe(403);
    expect(conforms('exceptions', await get('/api/v1/exceptions')).total).toBe(0);
  });

  it('except nothing until another person approves them, and then mark the hit and nothing else', async () => {
    const before = await get(LINK);
    const made = conforms('proposeException', await post('/api/v1/exceptions', proposal(), 'rev'));
    expect(made).toMatchObject({
      standing: 'proposed',
      proposed: { by: 'rev', why: 'a school of that name' },
      evidence: {
        match: true,
        snapshots: [{ id: 'un-sc', observed: '2026-01-01' }],
        rules: expect.any(String),
      },
      changes: { added: [], removed: [] },
    });
    expect(made.content.facts.map(({ property }: { property: string }) => property)).toContain('designation');
    expect((await hit()).exception).toBeUndefined();
    const own = await post(`/api/v1/exceptions/${made.id}/approve`, { why: 'yes' }, 'rev');
    expect(own.json().code).toBe('ENT_EXCEPTION_SAME_PERSON');
    expect((await post(`/api/v1/exceptions/${made.id}/approve`, { why: 'yes' }, 'ana')).status).toBe(403);
    conforms('approveException', await post(`/api/v1/exceptions/${made.id}/approve`, { why: 'yes' }, 'rex'));

    // What a browser holds from before is not given as unchanged.
    const etag = String(before.headers.etag);
    expect((await get(LINK, 'ana', { 'if-none-match': etag })).status).toBe(200);
    const { exception, ...rest } = await hit();
    expect(exception).toMatchObject({
      state: 'active',
      until: '2027-05-01',
      proposedBy: 'rev',
      approvedBy: 'rex',
      why: 'a school of that name',
    });
    expect(rest).toEqual(before.json().results[0]);
    const asked = { name: NAME, country: 'Pakistan' };
    const many = conforms(
      'screenMany',
      await post('/api/v1/screen/many', { queries: [asked, { name: NAME, country: 'AF' }] }),
    );
    expect(
      many.answers.map(({ answer }: { answer: { results: any[] } }) => answer.results[0].exception.state),
    ).toEqual(['active', 'question-changed']);
    const known = await hit(`${LINK}&knownAt=2026-11-23`);
    expect(known.exception).toBeUndefined();
  });

  it('leave the audit log’s hash as it was: the answer can be replayed, and the entry names them', async () => {
    const reply = await get(LINK);
    const id = String(reply.headers['x-audit-id']);
    const entry = conforms('auditEntry', await get(`/api/v1/audit/${id}`, 'aud'));
    expect(entry.asked.exceptions).toEqual([{ id: 1, state: 'active' }]);
    const replay = conforms('replay', await post(`/api/v1/audit/${id}/replay`, {}, 'aud'));
    expect(replay.outcome).toBe('same');
  });

  it('leave yente’s answers as they are', async () => {
    const reply = await post('/match/default', {
      queries: { q: { schema: 'Organization', properties: { name: [NAME] } } },
    });
    expect(reply.text).not.toContain('exception');
    expect(reply.json().responses.q.results[0].match).toBe(true);
  });

  it('wait again when the entity changes, with what changed, and when a watched name is asked otherwise', async () => {
    const { record } = served.server;
    const watched = conforms(
      'watch',
      await post('/api/v1/watch', { names: [{ reference: 'C-1', name: NAME.replace('Alpha', 'Bravo') }] }),
    );
    const two = conforms(
      'proposeException',
      await post(
        '/api/v1/exceptions',
        proposal({ query: undefined, watch: watched.ids[0], entity: 'un-sc:QDe.901' }),
      ),
    );
    conforms('approveException', await post(`/api/v1/exceptions/${two.id}/approve`, { why: 'yes' }, 'rev'));
    await post('/api/v1/watch', {
      names: [{ reference: 'C-1', name: NAME.replace('Alpha', 'Bravo'), country: 'AE' }],
    });
    const file = `${served.folder}/changed.xml`;
    writeFileSync(
      file,
      unList([
        {
          reference: 'QDe.900',
          name: 'INVENTED SAMPLE FRONT ALPHA',
          aliases: [{ name: 'Front of Schools' }],
        },
        { reference: 'QDe.901', name: 'INVENTED SAMPLE FRONT BRAVO', aliases: [{ name: 'Group of Bravo' }] },
        {
          reference: 'QDe.902',
          name: 'INVENTED SAMPLE FRONT CHARLIE',
          aliases: [{ name: 'Group of Charlie' }],
        },
      ]),
    );
    await loadFiles(record.store, 'un-sc', [file], { observed: '2026-11-20', now: () => new Date(NOW) });
    await record.refresh();
    expect((await hit()).exception).toMatchObject({ state: 'entity-changed' });
    const waiting = conforms(
      'exceptions',
      await get('/api/v1/exceptions?standing=entity-changed&standing=question-changed'),
    );
    expect(waiting.counts).toEqual({ 'entity-changed': 1, 'question-changed': 1 });
    const texts = (facts: readonly { text: string }[]) => facts.map(({ text }) => text).join('|');
    const [first, second] = waiting.exceptions;
    expect(texts(first.changes.added)).toContain('Front of Schools');
    expect(texts(first.changes.removed)).toContain('Group of Alpha');
    expect(second).toMatchObject({ watch: watched.ids[0], questionNow: { country: 'AE' } });

    const renewed = conforms('proposeException', await post('/api/v1/exceptions', proposal()));
    conforms(
      'approveException',
      await post(`/api/v1/exceptions/${renewed.id}/approve`, { why: 'still' }, 'rev'),
    );
    expect((await hit()).exception).toMatchObject({ id: renewed.id, state: 'active' });
    expect(conforms('exception', await get(`/api/v1/exceptions/${first.id}`)).standing).toBe('superseded');
  });

  it('are taken back by who proposed them or by a reviewer, and turned down with a reason', async () => {
    const one = conforms('proposeException', await post('/api/v1/exceptions', proposal({ reason: 'place' })));
    const refused = await post(`/api/v1/exceptions/${one.id}/withdraw`, { why: 'no' }, 'ann');
    expect(refused.json().code).toBe('ENT_EXCEPTION_REFUSED');
    const back = await post(`/api/v1/exceptions/${one.id}/withdraw`, { why: 'a slip' });
    expect(conforms('withdrawException', back)).toMatchObject({
      standing: 'withdrawn',
      withdrawn: { by: 'ana' },
    });
    const two = conforms('proposeException', await post('/api/v1/exceptions', proposal({ reason: 'place' })));
    const down = await post(`/api/v1/exceptions/${two.id}/reject`, { why: 'no school there' }, 'rev');
    expect(conforms('rejectException', down)).toMatchObject({
      standing: 'rejected',
      rejected: { by: 'rev' },
    });
    expect((await hit()).exception.state).toBe('active');
  });

  it('are approved in bulk only by a sample that another person decides blind', async () => {
    const ids: string[] = [];
    for (const country of ['AE', 'QA']) {
      const query = { name: NAME, country };
      const made = await post('/api/v1/exceptions', proposal({ query, reason: 'names' }));
      ids.push(String(conforms('proposeException', made).id));
    }
    const bulk = conforms(
      'proposeBulk',
      await post(
        '/api/v1/bulk-decisions',
        { kind: 'exception', verdict: 'approve', why: 'all', items: ids },
        'rev',
      ),
    );
    expect(bulk).toMatchObject({
      verdict: 'approve',
      by: 'rev',
      seed: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const seen = conforms('bulkDecisions', await get('/api/v1/bulk-decisions', 'rex')).bulks[0];
    expect(seen).toMatchObject({ id: bulk.id, verdict: null, why: null, ended: null });
    const waiting = conforms('exceptions', await get('/api/v1/exceptions?standing=proposed'));
    expect(waiting.exceptions.map(({ id }: { id: number }) => String(id))).not.toContain(ids[0]);
    const answer = (item: string | undefined, by: string) =>
      post(`/api/v1/bulk-decisions/${bulk.id}/answers`, { item, verdict: 'approve', why: 'looked' }, by);
    expect((await answer(ids[0], 'ana')).status).toBe(403);
    expect((await answer(ids[0], 'rev')).json().code).toBe('ENT_BULK_SAME_PERSON');
    expect(conforms('answerBulk', await answer(ids[0], 'rex'))).toMatchObject({ ended: null, verdict: null });
    expect(conforms('answerBulk', await answer(ids[1], 'rex'))).toMatchObject({
      ended: { outcome: 'applied', by: 'rex', done: 2 },
      verdict: 'approve',
    });
    expect((await hit(LINK.replace('PK', 'QA'))).exception).toMatchObject({
      state: 'active',
      approvedBy: 'rex',
    });
  });

  it('tell nothing of an entity that the caller may not know of', async () => {
    const { store } = served.server.record;
    const before = conforms('exceptions', await get('/api/v1/exceptions')).total;
    await store.markings.set('record', 'un-sc:QDe.900', 'TLP:RED', { by: 'test', at: NOW, why: 'test' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const { total, exceptions } = conforms('exceptions', await get('/api/v1/exceptions'));
    expect(total).toBeLessThan(before);
    expect(JSON.stringify(exceptions)).not.toMatch(/alpha/i);
    expect((await get('/api/v1/exceptions/1')).status).toBe(404);
    expect((await post('/api/v1/exceptions', proposal())).status).toBe(404);
  });
});
