import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { API, addressOf, type OperationName, problem } from '../src/contract/index.ts';
import { type Settings, settingsOf } from '../src/server/index.ts';
import { Store } from '../src/store/index.ts';
import { load, type Reply, type Served, serve } from './support/served.ts';

const ROOT = resolve(import.meta.dirname, '..');
const lines: string[] = [];
let served: Served;
beforeAll(async () => {
  served = await serve({ log: (line) => lines.push(line) });
});
afterAll(() => served.close());

const conforms = (name: OperationName, reply: Reply) => (API[name].answer as z.ZodType).parse(reply.json());
const un = (name: string) => `INVENTED SAMPLE FRONT ${name}`;

describe('the native API', () => {
  it('answers a screening in the shape of the contract, by address and by body alike', async () => {
    const link = await served.get(addressOf(API.screenLink, {}, { name: un('BRAVO') }));
    const body = await served.post('/api/v1/screen', { name: un('BRAVO') });
    conforms('screen', link);
    expect(link.json().results[0]).toMatchObject({
      caption: un('BRAVO'),
      match: true,
      schema: 'Organization',
    });
    expect(body.json()).toEqual(link.json());
    expect(link.json().searched.lists).toContainEqual({ id: 'un-sc', observed: '2026-01-01', records: 3 });
  });

  it('screens many names with what was searched said once', async () => {
    const reply = await served.post('/api/v1/screen/many', {
      queries: [{ id: 'a', name: un('ALPHA') }, { name: 'Zzyzx Qwrt' }],
    });
    const { answers } = conforms('screenMany', reply) as any;
    expect(answers.map((one: any) => [one.id, one.answer.results.length > 0])).toEqual([
      ['a', true],
      [null, false],
    ]);
  });

  it('shows an entity, its history, the changes, the matrix and the lists', async () => {
    const entity = await served.get('/api/v1/entities/un-sc:QDe.900?asOf=2020-01-01');
    expect(conforms('entity', entity)).toMatchObject({ caption: un('ALPHA'), asOf: '2020-01-01' });
    expect(conforms('history', await served.get('/api/v1/entities/un-sc:QDe.900/history'))).toMatchObject({
      events: [{ kind: 'listed', reference: 'QDe.900' }],
    });
    expect(conforms('changes', await served.get('/api/v1/changes?list=un-sc&from=2020-01-01'))).toMatchObject(
      {
        snapshots: ['2026-01-01'],
        next: null,
      },
    );
    const matrix = conforms('matrix', await served.get('/api/v1/matrix?id=un-sc:QDe.900&list=un-sc')) as any;
    expect(matrix.rows[0].cells[0]).toMatchObject({ list: 'un-sc', status: 'listed' });
    conforms('lists', await served.get('/api/v1/lists'));
    expect(conforms('list', await served.get('/api/v1/lists/un-sc'))).toMatchObject({
      id: 'un-sc',
      accepted: 1,
    });
    expect(conforms('about', await served.get('/api/v1'))).toMatchObject({ name: 'entente' });
    conforms('verify', await served.get('/api/v1/verify'));
  });

  it('reads a document in the shape of the contract', async () => {
    const text = readFileSync(join(ROOT, 'samples/dialogue-2025-08-13.txt'), 'utf8');
    const reply = await served.post('/api/v1/documents', { text });
    const reading = conforms('readDocument', reply) as any;
    for (const { span } of reading.events)
      expect(reading.document.text.slice(span.start, span.end)).toBe(span.quote);
  });

  it('says what is wrong with a request, where, and under which request id', async () => {
    const reply = await served.post(
      '/api/v1/screen',
      { name: '', asof: '2020-01-01' },
      { 'x-request-id': 'mine-1' },
    );
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    const body = problem.parse(reply.json());
    expect(body).toMatchObject({ code: 'ENT_HTTP_INPUT', status: 400, requestId: 'mine-1' });
    expect(body.faults?.map(({ where }) => where)).toEqual(expect.arrayContaining(['body.name']));
    expect(reply.text).toContain('asof');
    expect(reply.headers['x-request-id']).toBe('mine-1');
  });

  it.each([
    ['/api/v1/entities/ent-0000000000000000', 404, 'ENT_NOT_FOUND'],
    ['/api/v1/entities/not-an-id', 400, 'ENT_ID_SYNTAX'],
    ['/api/v1/entities/un-sc:QDe.900?asOf=soon', 400, 'ENT_HTTP_INPUT'],
    ['/api/v1/screen?name=x&list=nowhere', 404, 'ENT_SCREEN_LIST_UNKNOWN'],
    ['/api/v1/changes?list=un-sc&from=2020-01-01&cursor=%00%00', 400, 'ENT_HTTP_INPUT'],
    ['/api/v1/nothing', 404, 'ENT_HTTP_ROUTE'],
    ['/api/v1/jobs/job-000000000000', 404, 'ENT_JOB_UNKNOWN'],
  ])('answers %s with %i and %s', async (url, status, code) => {
    const reply = await served.get(url);
    expect({ status: reply.status, code: problem.parse(reply.json()).code }).toEqual({ status, code });
  });

  it('answers 304 to who has an answer already, until the record changes', async () => {
    const url = '/api/v1/entities/un-sc:QDe.901';
    const { etag } = (await served.get(url)).headers;
    expect((await served.get(url, { 'if-none-match': etag })).status).toBe(304);
    expect((await served.get('/api/v1/entities/un-sc:QDe.902', { 'if-none-match': etag })).status).toBe(200);
  });

  it('compresses answers for who takes it', async () => {
    const url = '/api/v1/lists';
    const plain = await served.app.inject({ url });
    const packed = await served.app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload);
    const brotli = await served.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.payload);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length);
  });

  it('describes every operation in its OpenAPI document, with the schemas that it checks by', async () => {
    const document = (await served.get('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.values(document.paths).flatMap((methods: any) =>
      Object.values(methods).map((one: any) => one.operationId),
    );
    expect(described.sort()).toEqual(Object.keys(API).sort());
    expect(
      document.paths['/api/v1/screen'].post.requestBody.content['application/json'].schema.required,
    ).toEqual(['name']);
  });

  it('serves every operation that the contract declares', () => {
    const missing = Object.values(API).filter(
      ({ method, path }) => !served.app.hasRoute({ method, url: path }),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

describe("names of one's own", () => {
  it('are watched, screened, and tell who is newly hit and why', async () => {
    const names = [{ name: un('ALPHA'), reference: 'C-1' }, { name: 'Zzyzx Qwrt' }];
    const added = await served.post('/api/v1/watch', { names });
    expect(conforms('watch', added)).toMatchObject({ added: 2 });
    expect((await served.post('/api/v1/watch', { names })).json().added).toBe(0);
    const report = conforms('runWatch', await served.post('/api/v1/watch/run', {})) as any;
    expect(report.changes.map(({ kind, reference }: any) => [kind, reference])).toEqual([['new', 'C-1']]);
    const watched = conforms('watched', await served.get('/api/v1/watch')) as any;
    expect(watched.names.map(({ hits }: any) => hits.length)).toEqual([1, 0]);
    const gone = await served.app.inject({ method: 'DELETE', url: `/api/v1/watch/${watched.names[1].id}` });
    expect({ status: gone.statusCode, body: gone.payload }).toEqual({ status: 204, body: '' });
    expect((await served.get('/api/v1/watch')).json().names).toHaveLength(1);
  });
});

describe('a record that changes while it is served', () => {
  it('shows a new snapshot in the next answer, with a new tag, and cursors neither skip nor repeat', async () => {
    const own = await serve({ ftm: [] });
    const url = '/api/v1/changes?list=un-sc&from=2020-01-01&limit=2';
    const first = (await own.get(url)).json();
    expect(first.events).toHaveLength(2);
    const { etag } = (await own.get('/api/v1/lists')).headers;
    const store = await Store.open(own.location);
    await load(store, own.folder, '2026-02-01', 8);
    await store.close();
    await own.server.record.refresh();
    expect((await own.get('/api/v1/lists', { 'if-none-match': etag })).status).toBe(200);
    expect((await own.post('/api/v1/screen', { name: un('HOTEL') })).json().results[0].match).toBe(true);
    const rest: any[] = [];
    for (let cursor = first.next; cursor !== null; ) {
      const page = (await own.get(`${url}&cursor=${cursor}`)).json();
      rest.push(...page.events);
      cursor = page.next;
    }
    const keys = [...first.events, ...rest].map(
      (event: any) => `${event.seen} ${event.reference} ${event.kind}`,
    );
    expect(keys).toHaveLength(8);
    expect(new Set(keys).size).toBe(8);
    await own.close();
  });

  it('answers a request from one state, from its start to its end', async () => {
    const own = await serve({ ftm: [] });
    const { edition } = own.server.record;
    const release = edition.hold();
    const store = await Store.open(own.location);
    await load(store, own.folder, '2026-02-01', 5);
    await store.close();
    await own.server.record.refresh();
    expect(own.server.record.edition).not.toBe(edition);
    expect(await edition.store.resolve('un-sc:QDe.904')).toBeNull();
    expect(await own.server.record.edition.store.resolve('un-sc:QDe.904')).not.toBeNull();
    release();
    await own.close();
  });

  it('loads a snapshot that is sent to it, holds one that shrank, and lets a person decide', async () => {
    const own = await serve({ ftm: [] });
    const form = (text: string, fields: Record<string, string>) => {
      const boundary = 'a-boundary';
      const parts = Object.entries(fields).map(
        ([name, value]) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../../un.xml"\r\ncontent-type: text/xml\r\n\r\n${text}\r\n--${boundary}--\r\n`;
      return own.post('/api/v1/lists/un-sc/snapshots', parts.join('') + file, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      });
    };
    const xml = readFileSync(join(own.folder, 'un-2026-01-01.xml'), 'utf8');
    const report = await form(xml.replaceAll('BRAVO', 'BRAVISSIMO'), { observed: '2026-03-01' });
    expect({ status: report.status, ...report.json() }).toMatchObject({
      status: 201,
      outcome: 'loaded',
      list: 'un-sc',
    });
    conforms('loadSnapshot', report);
    expect((await own.post('/api/v1/screen', { name: un('BRAVISSIMO') })).json().results[0].match).toBe(true);
    expect((await form('no xml', { observed: '2026-03-02' })).status).toBe(422);
    expect((await form(xml, { observed: 'soon' })).status).toBe(400);
    const decided = await own.post('/api/v1/lists/un-sc/snapshots/2026-03-01/decision', {
      verdict: 'reject',
      note: 'a test',
    });
    expect(conforms('decideSnapshot', decided)).toMatchObject({
      verdict: 'reject',
      decision: { note: 'a test' },
    });
    expect((await own.get('/api/v1/lists/un-sc')).json().accepted).toBe(1);
    await own.close();
  });
});

describe('a file of names', () => {
  const upload = (text: string, settings: object = {}) => {
    const boundary = 'a-boundary';
    const body =
      `--${boundary}\r\ncontent-disposition: form-data; name="settings"\r\n\r\n${JSON.stringify(settings)}\r\n` +
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="names.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return served.post('/api/v1/jobs/screen', body, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
  const ended = async (id: string) => {
    for (;;) {
      const job = (await served.get(`/api/v1/jobs/${id}`)).json();
      if (job.finished !== null) return job;
      await new Promise((done) => setTimeout(done, 20));
    }
  };

  it('is screened beside the requests, with progress, and its results can be had in pieces', async () => {
    const started = await upload(`name\n${un('ALPHA')}\nZzyzx Qwrt\n`, { outputFormat: 'csv' });
    expect(started.status).toBe(202);
    const { id } = conforms('startBatch', started) as any;
    expect(started.headers.location).toBe(`/api/v1/jobs/${id}`);
    const job = await ended(id);
    expect(job).toMatchObject({
      state: 'done',
      counts: { match: 1, clear: 1, bad: 0 },
      progress: { share: 1 },
    });
    const whole = await served.get(`/api/v1/jobs/${id}/result`);
    expect(whole.headers['content-disposition']).toBe(`attachment; filename="${id}.csv"`);
    const part = await served.get(`/api/v1/jobs/${id}/result`, { range: 'bytes=10-19' });
    expect({ status: part.status, text: part.text }).toEqual({ status: 206, text: whole.text.slice(10, 20) });
    const rest = await served.get(`/api/v1/jobs/${id}/result`, {
      range: 'bytes=20-',
      'if-range': whole.headers.etag,
    });
    expect(whole.text.slice(0, 20) + rest.text).toBe(whole.text);
    expect((await served.get(`/api/v1/jobs/${id}/result`, { range: 'bytes=999999-' })).status).toBe(416);
    const events = await served.get(`/api/v1/jobs/${id}/events`);
    expect(events.headers['content-type']).toContain('text/event-stream');
    expect(events.text).toMatch(/^event: end\ndata: \{/);
    expect((await served.get('/api/v1/jobs')).json().jobs[0].id).toBe(id);
    await served.app.inject({ method: 'DELETE', url: `/api/v1/jobs/${id}` });
    expect((await served.get(`/api/v1/jobs/${id}`)).status).toBe(404);
  });

  it('never gives a spreadsheet a formula', async () => {
    const { id } = (await upload('name,id\n=HYPERLINK(1),=1+1\n', { outputFormat: 'csv' })).json();
    await ended(id);
    const { text } = await served.get(`/api/v1/jobs/${id}/result`);
    expect(text).toContain("'=1+1");
    for (const line of text.split('\n'))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@]/);
  });

  it('that cannot be read says why, without a path of the server', async () => {
    const { id } = (await upload('nothing,known\n1,2\n')).json();
    const job = await ended(id);
    expect(job.state).toBe('failed');
    expect(job.why).toContain('no column');
    expect(JSON.stringify(job)).not.toContain(served.folder);
  });

  it('is refused with settings that are not understood', async () => {
    expect((await upload('name\nx\n', { treshold: 0.5 })).status).toBe(400);
  });
});

describe('what the server withstands', () => {
  it.each([
    '/app/../package.json',
    '/app/..%2f..%2fpackage.json',
    '/app/%2e%2e/%2e%2e/etc/passwd',
    '/app/....//etc/passwd',
  ])('sends no file from outside for %s', async (url) => {
    const reply = await served.get(url);
    expect(reply.text).not.toContain('"dependencies"');
    expect(reply.text).not.toContain('root:');
  });

  it('sends data as data: nothing in an answer can be taken for a page', async () => {
    const reply = await served.get('/search/xx_test?q=testmann');
    expect(reply.text).toContain('<script>alert(1)</script>');
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(["' OR 1=1 --", '"; drop table statement; --', '%00', '{{7*7}}', '../../etc/passwd'])(
    'takes %s for a name',
    async (name) => {
      const reply = await served.post('/api/v1/screen', { name: `${name} x` });
      expect(reply.status).toBe(200);
      const found = await served.get(`/search/xx_test?simple=true&q=${encodeURIComponent(name)}`);
      expect([200, 400]).toContain(found.status);
      expect((await served.get('/api/v1/verify')).json().faults).toEqual([]);
    },
  );

  it.each([
    '{"__proto__":{"weak":true},"name":"x"}',
    '{"constructor":{"prototype":{"weak":true}},"name":"x"}',
  ])('refuses %s', async (body) => {
    const reply = await served.post('/api/v1/screen', body, { 'content-type': 'application/json' });
    expect(reply.status).toBe(400);
    expect(({} as any).weak).toBeUndefined();
  });

  it('refuses a body that is too long, of another kind, or no JSON', async () => {
    const long = await served.post('/api/v1/screen', { name: 'x', aliases: [`${'y'.repeat(3_000_000)}`] });
    expect({ status: long.status, code: long.json().code }).toEqual({
      status: 413,
      code: 'ENT_HTTP_TOO_LARGE',
    });
    expect((await served.post('/api/v1/screen', '<name/>', { 'content-type': 'text/xml' })).status).toBe(415);
    expect(
      (await served.post('/api/v1/screen', '{"name":', { 'content-type': 'application/json' })).status,
    ).toBe(400);
  });

  it('bounds what a hostile name costs', async () => {
    const from = performance.now();
    for (const name of ['a '.repeat(499), 'ا'.repeat(999), 'mohammed '.repeat(110)]) {
      expect((await served.post('/api/v1/screen', { name })).status).toBe(200);
      expect(
        (
          await served.post('/match/default', {
            queries: { q: { schema: 'Thing', properties: { name: [name] } } },
          })
        ).status,
      ).toBe(200);
    }
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it('answers a smuggled second request of two lengths with 400 and closes', async () => {
    const address = await served.app.listen({ host: '127.0.0.1', port: 0 });
    const port = Number(new URL(address).port);
    const raw = (text: string) =>
      new Promise<string>((done) => {
        let got = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => {
          got += data.toString();
        });
        socket.on('close', () => done(got));
        socket.on('error', () => done(got));
        setTimeout(() => socket.destroy(), 3000).unref();
      });
    const two = await raw(
      'POST /api/v1/screen HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nhost: x\r\n\r\n',
    );
    expect(two).toMatch(/^HTTP\/1\.1 400/);
    expect(two.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(await raw('GET /healthz HTTP/1.1\r\nhost: x\r\nx-bad: a\x00b\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });

  it('tells others to come back when it has as much in hand as it takes', async () => {
    const own = await serve({ ftm: [], settings: { mostRequests: 1 } });
    const address = await own.app.listen({ host: '127.0.0.1', port: 0 });
    const slow = connect(Number(new URL(address).port), '127.0.0.1');
    slow.write(
      'POST /api/v1/screen HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"na',
    );
    const ask = (path: string) => fetch(`${address}${path}`);
    let refused = await ask('/api/v1/lists');
    for (let tries = 0; refused.status !== 503 && tries < 50; tries += 1)
      refused = await ask('/api/v1/lists');
    expect({ status: refused.status, after: refused.headers.get('retry-after') }).toEqual({
      status: 503,
      after: '1',
    });
    expect((await ask('/healthz')).status).toBe(200);
    slow.destroy();
    let again = await ask('/api/v1/lists');
    for (let tries = 0; again.status !== 200 && tries < 50; tries += 1) again = await ask('/api/v1/lists');
    expect(again.status).toBe(200);
    await own.close();
  });

  it('limits how often one caller asks, and never its health', async () => {
    const own = await serve({ ftm: [], settings: { ratePerMinute: 3 } });
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await own.get('/api/v1/lists')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await own.get('/api/v1/lists');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await own.get('/healthz')).status).toBe(200);
    await own.close();
  });
});

describe('how the server is run', () => {
  it('logs no name that it was asked about, nor an address that holds one', async () => {
    lines.length = 0;
    await served.get('/api/v1/screen?name=Secretperson');
    await served.get('/search/xx_test?q=Secretperson');
    await served.get('/entities/Secretperson');
    await served.post('/match/xx_test', {
      queries: { q: { schema: 'Person', properties: { name: ['Secretperson'] } } },
    });
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join('')).not.toContain('Secretperson');
    expect(lines.join('')).toContain('"route":"/entities/:id"');
  });

  it('gives its figures as Prometheus reads them, each documented', async () => {
    const { text } = await served.get('/metrics');
    const own = [...text.matchAll(/^# TYPE (entente_\w+)/gm)].map((match) => match[1] ?? '');
    expect(own).toContain('entente_request_seconds');
    const documented = readFileSync(join(ROOT, 'docs/reference/metrics.md'), 'utf8');
    const ours = own.filter((name) => !/entente_(process|nodejs)_/.test(name));
    expect(ours.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
    expect(text).not.toContain('Secretperson');
  });

  it('says that it is not ready, and is alive, before there is an index', async () => {
    const folder = served.folder;
    const { makeServer } = await import('../src/server/index.ts');
    const server = await makeServer({
      location: served.location,
      settings: { ...settingsOf({ ENTENTE_LOG_LEVEL: 'silent' }), refreshSeconds: 0 },
      now: () => new Date(),
      workbench: folder,
    });
    const status = async (url: string) => (await server.app.inject({ url })).statusCode;
    expect([await status('/healthz'), await status('/readyz'), await status('/api/v1/lists')]).toEqual([
      200, 503, 503,
    ]);
    await server.ready();
    expect(await status('/readyz')).toBe(200);
    await server.close();
  });

  it('sends a browser to the workbench, under a policy that runs nothing from elsewhere', async () => {
    const folder = join(served.folder, 'page');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><style nonce="__CSP_NONCE__"></style>');
    writeFileSync(join(folder, 'assets/app-0123456789ab.js'), 'export {};');
    const own = await serve({ ftm: [], workbench: folder });
    const root = await own.get('/', { accept: 'text/html' });
    expect({ status: root.status, location: root.headers.location }).toEqual({
      status: 302,
      location: '/app/',
    });
    const page = await own.get('/app/entities/un-sc:QDe.900');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:/);
    const nonce = /nonce="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(policy).toContain(`'nonce-${nonce}'`);
    const script = await own.get('/app/assets/app-0123456789ab.js');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await own.get('/app/assets/missing.js')).status).toBe(404);
    await own.close();
  });

  it('documents every setting that it reads', () => {
    const documented = readFileSync(join(ROOT, 'docs/reference/settings.md'), 'utf8');
    const source = readFileSync(join(ROOT, 'src/server/settings.ts'), 'utf8');
    const names = new Set([...source.matchAll(/ENTENTE_[A-Z_]+[A-Z]/g)].map(([name]) => name));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  it.each<[string, string]>([
    ['ENTENTE_PORT', '70000'],
    ['ENTENTE_PORT', 'http'],
    ['ENTENTE_MOST_REQUESTS', '0'],
    ['ENTENTE_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and says what it may be', (name, value) => {
    expect(() => settingsOf({ [name]: value })).toThrowError(
      expect.objectContaining({ code: 'ENT_SERVE_SETTING' }),
    );
    expect(() => settingsOf({ [name]: value })).toThrowError(name);
  });

  it('has settings for every part of it', () => {
    const settings: Settings = settingsOf({});
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 4620, ratePerMinute: 0 });
  });
});
