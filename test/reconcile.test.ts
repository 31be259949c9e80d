import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcile } from '../src/exchange/index.ts';
import { type Served, serve } from './support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const at = '/reconcile/xx_test';
const form = (fields: Record<string, unknown>) =>
  served.post(
    at,
    new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
    ).toString(),
    { 'content-type': 'application/x-www-form-urlencoded' },
  );

describe('what OpenRefine asks (Reconciliation Service API 0.2)', () => {
  it('describes the service in a manifest of the published shape', async () => {
    const reply = await served.get(at, { host: 'localhost:4620' });
    const manifest = reconcile.manifest.strict().parse(reply.json());
    expect(manifest.versions).toEqual(['0.2']);
    expect(manifest.suggest.entity.service_url).toBe('http://localhost:4620/reconcile/xx_test');
    expect(reply.headers['content-type']).toContain('application/json');
    expect((await served.get('/reconcile/nowhere')).status).toBe(404);
  });

  it('hands the query string on to its services, where a key may stand', async () => {
    const { suggest } = (await served.get(`${at}?api_key=abc`)).json();
    expect(suggest.type.service_path).toBe('/suggest/type?api_key=abc');
  });

  it('answers a batch of questions sent as a form, each under its key', async () => {
    const reply = await form({
      queries: {
        q0: { query: 'Azure River Front', type: 'Organization', limit: 3 },
        q1: { query: 'Testmann Alifur', properties: [{ pid: 'Person:birthDate', v: '1970-05-01' }] },
        q2: { query: 'Nobody By This Name' },
      },
    });
    const body = reply.json();
    expect(Object.keys(body)).toEqual(['q0', 'q1', 'q2']);
    for (const one of Object.values(body)) reconcile.reconcileResult.strict().parse(one);
    expect(body.q0.result[0]).toMatchObject({
      id: 'zz-river',
      name: 'Azure River Front',
      score: 100,
      match: true,
    });
    expect(body.q0.result[0].type[0]).toEqual({ id: 'Organization', name: 'Organization' });
    expect(body.q1.result[0]).toMatchObject({ id: 'aa-person', match: true });
    expect(body.q2).toEqual({ result: [] });
  });

  it('answers the same by GET', async () => {
    const queries = encodeURIComponent(JSON.stringify({ q0: { query: 'Azure River Front' } }));
    const body = (await served.get(`${at}?queries=${queries}`)).json();
    expect(body.q0.result[0].id).toBe('zz-river');
  });

  it('leaves the choice to a person where several are meant equally', async () => {
    const twins = [1, 2].map((n) => ({
      id: `t${n}`,
      schema: 'Person',
      properties: { name: ['Doppel Sampleson'] },
    }));
    const other = await serve({ ftm: twins });
    const queries = encodeURIComponent(JSON.stringify({ q: { query: 'Doppel Sampleson' } }));
    const { q } = (await other.get(`${at}?queries=${queries}`)).json();
    expect(q.result.map(({ id, match }: any) => [id, match])).toEqual([
      ['t1', false],
      ['t2', false],
    ]);
    await other.close();
  });

  it.each([
    ['entity', 'azu', 'zz-river'],
    ['type', 'per', 'Person'],
    ['property', 'birth', 'Person:birthDate'],
  ])('suggests %s by a prefix', async (kind, prefix, id) => {
    const body = (await served.get(`${at}/suggest/${kind}?prefix=${prefix}`)).json();
    reconcile.suggestAnswer.parse(body);
    expect(body.result.map((one: any) => one.id)).toContain(id);
  });

  it('explains what it suggests', async () => {
    expect((await served.get(`${at}/flyout/entity?id=zz-river`)).json()).toEqual({
      id: 'zz-river',
      html: '<p><strong>Azure River Front</strong></p><p>pk · XX-TEST</p>',
    });
    expect((await served.get(`${at}/flyout/entity?id=nobody`)).status).toBe(404);
  });

  it('proposes properties and extends rows by them', async () => {
    const proposed = (await served.get(`${at}/extend/property?type=Person&limit=200`)).json();
    expect(proposed.properties).toContainEqual({ id: 'birthDate', name: 'Birth date' });
    const reply = await form({
      extend: {
        ids: ['aa-person', 'nobody'],
        properties: [{ id: 'nationality', settings: { limit: 1 } }, { id: 'birthDate' }],
      },
    });
    expect(reconcile.extendAnswer.strict().parse(reply.json())).toEqual({
      meta: [
        { id: 'nationality', name: 'Nationality' },
        { id: 'birthDate', name: 'Birth date' },
      ],
      rows: {
        'aa-person': { nationality: [{ str: 'pk' }], birthDate: [{ str: '1970-05-01' }] },
        nobody: { nationality: [], birthDate: [] },
      },
    });
  });

  it('shows a preview in which nothing of a source runs', async () => {
    const reply = await served.get(`${at}/preview?id=aa-person`);
    expect(reply.headers['content-security-policy']).toContain('sandbox');
    expect(reply.text).toContain('Testmann Alifur');
    expect(reply.text).not.toContain('<script>alert');
  });

  it.each([
    [{ queries: { q: { query: 'x', limit: 0 } } }, 400],
    [{ queries: { q: { query: 'x', type: 'Nothing' } } }, 400],
    [{ nothing: {} }, 400],
  ])('refuses %j with %i', async (fields, status) => {
    const reply = await form(fields);
    expect({ status: reply.status, detail: typeof reply.json().detail }).toEqual({
      status,
      detail: 'string',
    });
  });
});
