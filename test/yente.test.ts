import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES, type Served, serve } from './support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ settings: { updateToken: 'let-me-in' } });
});
afterAll(() => served.close());

const KEYS = [
  'id',
  'caption',
  'schema',
  'properties',
  'datasets',
  'referents',
  'target',
  'first_seen',
  'last_seen',
  'last_change',
];
const match = (queries: object, query = '') => served.post(`/match/xx_test${query}`, { queries });

describe("what yente's clients ask", () => {
  it('searches by words, with totals and facets', async () => {
    const reply = await served.get('/search/xx_test?q=azure');
    const { results, total, facets, limit, offset } = reply.json();
    expect(results.map((entity: any) => entity.id)).toEqual(['zz-river']);
    expect({ total, limit, offset }).toEqual({ total: { value: 1, relation: 'eq' }, limit: 10, offset: 0 });
    expect(Object.keys(facets)).toEqual(['countries', 'topics', 'datasets']);
    expect(facets.countries).toEqual({
      label: 'Countries',
      values: [{ name: 'pk', label: 'Pakistan', count: 1 }],
    });
    expect(facets.topics.values).toContainEqual({ name: 'sanction', label: 'Sanctioned', count: 1 });
  });

  it('gives every entity all its keys, stamps of 19 characters or null, and what the file left out', async () => {
    const { results } = (await served.get('/search/xx_test?schema=Thing')).json();
    for (const entity of results) expect(Object.keys(entity)).toEqual(KEYS);
    const [river, person] = results;
    expect(river).toEqual(ENTITIES[0]);
    expect(person).toMatchObject({
      caption: 'Testmann Alifur',
      datasets: ['xx_test'],
      referents: [],
      target: false,
    });
    expect(person).toMatchObject({ first_seen: null, last_seen: null, last_change: null });
  });

  it("shows entities in the file's order where nothing else orders them", async () => {
    const { results } = (await served.get('/search/xx_test')).json();
    expect(results.map((entity: any) => entity.id)).toEqual([
      'zz-river',
      'aa-person',
      'mm-company',
      'bb-vessel',
    ]);
    const page = (await served.get('/search/xx_test?limit=1&offset=1')).json();
    expect(page.results.map((entity: any) => entity.id)).toEqual(['aa-person']);
    expect(page.total.value).toBe(4);
  });

  it.each([
    ['schema=Person', ['aa-person']],
    ['schema=LegalEntity', ['zz-river', 'aa-person', 'mm-company']],
    ['schema=Sanction', ['sanc-1']],
    ['countries=pk', ['zz-river', 'aa-person']],
    ['countries=pk&countries=pa', ['zz-river', 'aa-person', 'bb-vessel']],
    ['countries=pk&countries=af&filter_op=AND', ['aa-person']],
    ['topics=sanction', ['zz-river']],
    ['datasets=xx_source', ['zz-river']],
    ['include_dataset=xx_source', ['zz-river']],
    ['exclude_dataset=xx_source', ['aa-person', 'mm-company', 'bb-vessel']],
    ['exclude_schema=Vessel', ['zz-river', 'aa-person', 'mm-company']],
    ['filter=properties.birthDate:1970-05-01', ['aa-person']],
    ['filter=birthDate:1970-05-01', ['aa-person']],
    ['filter=programId:xx-test', ['zz-river']],
    ['filter=target:true', ['zz-river']],
    ['target=true', ['zz-river']],
    ['changed_since=2024-01-01', ['mm-company']],
    ['changed_since=2025-02-01T00:00:00', []],
    ['sort=caption:desc', ['aa-person', 'bb-vessel', 'mm-company', 'zz-river']],
    ['sort=last_change:desc', ['mm-company', 'zz-river', 'aa-person', 'bb-vessel']],
  ])('narrows and orders a search by %s', async (query, ids) => {
    const { results } = (await served.get(`/search/xx_test?${query}`)).json();
    expect(results.map((entity: any) => entity.id)).toEqual(ids);
  });

  it.each([
    ['azure OR sample', ['zz-river', 'mm-company', 'bb-vessel']],
    ['sample NOT queen', ['mm-company']],
    ['+sample -queen', ['mm-company']],
    ['"river front"', ['zz-river']],
    ['"front river"', []],
    ['az*re', ['zz-river']],
    ['asure~1', ['zz-river']],
    ['(azure OR queen) AND front', ['zz-river']],
    ['properties.name:queen', ['bb-vessel']],
    ['birthDate:[1969 TO 1971]', ['aa-person']],
    ['jabhat', ['zz-river']],
    ['nothing-like-it', []],
  ])('reads the query %s', async (q, ids) => {
    const { results } = (await served.get(`/search/xx_test?q=${encodeURIComponent(q)}`)).json();
    expect(results.map((entity: any) => entity.id).sort()).toEqual([...ids].sort());
  });

  it('takes a query that is not well-formed as words in the simple syntax, and refuses it otherwise', async () => {
    expect((await served.get('/search/xx_test?q=%22azure%20(')).status).toBe(400);
    const { results } = (await served.get('/search/xx_test?q=%22azure%20(&simple=true')).json();
    expect(results.map((entity: any) => entity.id)).toEqual(['zz-river']);
  });

  it.each([
    ['/search/nowhere', 404, 'No such dataset.'],
    ['/search/xx_test?schema=Nothing', 400, 'Invalid schema'],
    ['/search/xx_test?filter=nocolon', 400, "Invalid filter: 'nocolon'"],
    ['/entities/nobody', 404, 'No such entity!'],
    ['/entities/aa-person/adjacent/birthDate', 404, 'No such property!'],
  ])('refuses %s in its own shape', async (url, status, detail) => {
    const reply = await served.get(url);
    expect({ status: reply.status, body: reply.json() }).toEqual({ status, body: { detail } });
  });

  it.each([
    'limit=501',
    'offset=9500',
    'limit=x',
    'facets=nothing',
    'changed_since=yesterday',
    'filter_op=XOR',
  ])('answers 422 to %s and says where', async (query) => {
    const reply = await served.get(`/search/xx_test?${query}`);
    expect(reply.status).toBe(422);
    expect(reply.json().detail[0]).toMatchObject({ loc: ['query', query.split('=')[0]] });
  });

  it('nests what links to an entity under its reverse names, and what an edge leads to', async () => {
    const river = (await served.get('/entities/zz-river')).json();
    expect(river.properties.sanctions.map((one: any) => one.id)).toEqual(['sanc-1']);
    expect(river.properties.sanctions[0].properties.entity).toBeUndefined();
    const person = (await served.get('/entities/aa-person')).json();
    expect(person.properties.ownershipOwner[0].properties.asset[0]).toMatchObject({
      id: 'mm-company',
      schema: 'Company',
    });
    const flat = (await served.get('/entities/aa-person?nested=false')).json();
    expect(flat.properties.ownershipOwner).toBeUndefined();
  });

  it('pages what stands around an entity', async () => {
    const { entity, adjacent } = (await served.get('/entities/mm-company/adjacent?limit=5')).json();
    expect(entity.id).toBe('mm-company');
    expect(adjacent.ownershipAsset).toMatchObject({
      total: { value: 1, relation: 'eq' },
      limit: 5,
      offset: 0,
    });
    const one = (await served.get('/entities/mm-company/adjacent/ownershipAsset')).json();
    expect(one.results[0].properties.owner[0].id).toBe('aa-person');
  });

  it('sends a referent to the entity that it was merged into', async () => {
    for (const path of ['/entities/xx-old-1', '/entities/xx-old-2/adjacent']) {
      const reply = await served.get(path);
      expect({ status: reply.status, location: reply.headers.location }).toEqual({
        status: 308,
        location: '/entities/zz-river',
      });
    }
  });

  it('matches, cleans and echoes what was asked, and says what it left out', async () => {
    const reply = await match({
      q1: {
        id: 'mine',
        schema: 'Person',
        properties: {
          name: ['Testman Alifur'],
          birthDate: [1970],
          nationality: 'Pakistan',
          shoeSize: ['44'],
        },
      },
    });
    expect(reply.headers['x-batch-size']).toBe('1');
    const { limit, responses } = reply.json();
    expect(limit).toBe(5);
    expect(responses.q1).toMatchObject({
      status: 200,
      total: { value: 1, relation: 'eq' },
      query: {
        id: 'mine',
        schema: 'Person',
        properties: { name: ['Testman Alifur'], birthDate: ['1970'], nationality: ['pk'] },
      },
    });
    expect(responses.q1.warnings).toEqual([expect.stringContaining('shoeSize')]);
    const [hit] = responses.q1.results;
    expect(hit).toMatchObject({ id: 'aa-person', match: true });
    expect(hit.score).toBeGreaterThan(0.7);
    expect(hit.explanations.name_match).toMatchObject({
      query: 'Testman Alifur',
      candidate: 'Testmann Alifur',
    });
  });

  it('lets dates, countries and identifiers speak', async () => {
    const score = async (properties: object) =>
      (await match({ q: { schema: 'Person', properties } }, '?threshold=0&cutoff=0')).json().responses.q
        .results[0]?.score ?? 0;
    const plain = await score({ name: ['Testmann Alifur'] });
    expect(plain).toBe(1);
    expect(await score({ name: ['Testmann Alifur'], birthDate: ['1950'] })).toBeLessThan(plain);
    expect(await score({ name: ['Testmann Alifur'], nationality: ['br'] })).toBeLessThan(plain);
    expect(await score({ passportNumber: ['ab1234567'] })).toBeGreaterThan(0.8);
  });

  it('composes a name from its parts', async () => {
    const { responses } = (
      await match({ q: { schema: 'Person', properties: { firstName: ['Testmann'], lastName: ['Alifur'] } } })
    ).json();
    expect(responses.q.query.properties.alias).toEqual(['Testmann Alifur']);
    expect(responses.q.results[0].id).toBe('aa-person');
  });

  it('keeps a threshold, a limit, topics, schemata and excluded ids, by any id of the entity', async () => {
    const ids = async (query: string, name = 'Azure River Front') =>
      (await match({ q: { schema: 'Organization', properties: { name: [name] } } }, query))
        .json()
        .responses.q.results.map((one: any) => one.id);
    expect(await ids('')).toEqual(['zz-river']);
    expect(await ids('?topics=role.pep')).toEqual([]);
    expect(await ids('?exclude_entity_ids=xx-old-2')).toEqual([]);
    expect(await ids('?exclude_schema=Organization')).toEqual([]);
    expect(await ids('?changed_since=2024-01-01')).toEqual([]);
    expect(await ids('?limit=0')).toEqual([]);
  });

  it.each([
    [{ queries: { a: { schema: 'Nothing', properties: {} } } }, 400],
    [{ queries: { a: { schema: 'Sanction', properties: {} } } }, 400],
    [{ queries: { a: { properties: {} } } }, 422],
    [{}, 422],
    [{ queries: {}, config: { nm_number_mismatch: 0.4 } }, 400],
    [
      {
        queries: Object.fromEntries(
          Array.from({ length: 101 }, (_, i) => [`q${i}`, { schema: 'Person', properties: {} }]),
        ),
      },
      400,
    ],
  ])('refuses the body %j with %i', async (body, status) => {
    expect((await served.post('/match/xx_test', body)).status).toBe(status);
  });

  it('refuses an algorithm that it does not know and takes the names of those that clients ask for', async () => {
    expect((await match({}, '?algorithm=guess')).status).toBe(400);
    expect((await match({}, '?algorithm=logic-v2')).status).toBe(200);
    const { algorithms, best } = (await served.get('/algorithms')).json();
    expect(algorithms.map((one: any) => one.name)).toContain(best);
  });

  it('takes a body without a content type, and tells broken JSON as 422', async () => {
    const body = JSON.stringify({
      queries: { q: { schema: 'Person', properties: { name: 'Testmann Alifur' } } },
    });
    const { status, json } = await served.post('/match/xx_test', body);
    expect({ status, hits: json().responses.q.results.length }).toEqual({ status: 200, hits: 1 });
    expect((await served.post('/match/xx_test', '{"queries":')).status).toBe(422);
  });

  it('describes its datasets, and answers 304 to who has that already', async () => {
    const reply = await served.get('/catalog');
    const { datasets, current } = reply.json();
    expect(datasets.map((one: any) => one.name)).toEqual(['default', 'un_sc', 'xx_test']);
    expect(current).toEqual(['default', 'un_sc', 'xx_test']);
    expect(datasets[0].children).toEqual(['un_sc']);
    for (const { version } of datasets) expect(version).toMatch(/^\d{14}-[a-z]{3}$/);
    const tag = reply.headers.etag;
    expect((await served.get('/manifest', { 'if-none-match': tag })).status).toBe(304);
  });

  it('serves a list of the record under its own id too', async () => {
    for (const name of ['un_sc', 'un-sc', 'default']) {
      const { results } = (await served.get(`/search/${name}?q=bravo`)).json();
      expect(results[0]).toMatchObject({
        caption: 'INVENTED SAMPLE FRONT BRAVO',
        target: true,
        datasets: ['un_sc'],
      });
    }
  });

  it('updates only with the token', async () => {
    expect((await served.post('/updatez', '')).status).toBe(403);
    expect((await served.post('/updatez?token=guess', '')).status).toBe(403);
    expect((await served.post('/updatez?token=let-me-in&sync=true', '')).json()).toEqual({ status: 'ok' });
  });

  it('says 414 to an address over 60,000 bytes', async () => {
    const reply = await served.get(`/search/xx_test?q=${'x'.repeat(60_000)}`);
    expect({ status: reply.status, detail: reply.json().detail }).toEqual({
      status: 414,
      detail: 'Request URI too long',
    });
  });

  it('keeps the trace of the caller and replaces a broken one', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const kept = await served.get('/healthz', {
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
      tracestate: 'other=1',
    });
    expect(kept.headers.traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
    expect(kept.headers.traceparent).not.toContain('b7ad6b7169203331');
    expect(kept.headers.tracestate).toMatch(/^entente=[0-9a-f]{16},other=1$/);
    const broken = await served.get('/healthz', { traceparent: '00-zz-1-01' });
    expect(broken.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('lets pages of other origins ask', async () => {
    const reply = await served.get('/healthz', { origin: 'https://example.org' });
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    const preflight = await served.app.inject({
      method: 'OPTIONS',
      url: '/match/xx_test',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.statusCode).toBe(204);
  });

  it('reads a key named __proto__ as nothing but a key', async () => {
    const body =
      '{"queries":{"q":{"schema":"Person","properties":{"name":["x"],"__proto__":{"polluted":true}}}}}';
    expect((await served.post('/match/xx_test', body)).status).toBe(200);
    expect(({} as any).polluted).toBeUndefined();
  });
});
