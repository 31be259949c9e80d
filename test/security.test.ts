import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './support/served.ts';

const INJECTED = [
  `x' or '1'='1`,
  `x'; drop table source_record; --`,
  `x" union select body from audit_entry --`,
  `x\u0000'; delete from entity; --`,
  `\${process.exit(1)}`,
  `{{constructor.constructor('return process')()}}`,
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
];

let served: Served;
let port: number;
beforeAll(async () => {
  served = await serve({ settings: { requestSeconds: 1 } });
  await served.app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(served.app.listeningOrigin).port);
});
afterAll(() => served.close());

describe('a server that is asked by somebody who means it ill', () => {
  it.each(INJECTED)('takes %j for nothing but a text, wherever it stands', async (text) => {
    const before = (await served.get('/api/v1')).json();
    const held = encodeURIComponent(text);
    const replies = [
      await served.get(`/api/v1/screen?name=${held}`),
      await served.get(`/api/v1/entities/${held}`),
      await served.get(`/api/v1/entities/un-sc:${held}`),
      await served.get(`/api/v1/lists/${held}`),
      await served.get(`/api/v1/documents/${held}`),
      await served.get(`/api/v1/jobs/${held}`),
      await served.get(`/api/v1/jobs/${held}/result`),
      await served.get(`/api/v1/audit?subject=${held}&action=${held}`),
      await served.get(`/search/xx_test?q=${held}&filter=${held}:x&sort=${held}&topics=${held}`),
      await served.get(`/search/${held}`),
      await served.get(`/entities/${held}`),
      await served.get(`/reconcile/xx_test/flyout/${held}?id=${held}`),
      await served.post('/match/xx_test', {
        queries: { [text]: { schema: 'Person', properties: { name: [text], [text]: [text] } } },
      }),
    ];
    for (const { status, text: body } of replies) {
      expect(status).toBeLessThan(500);
      expect(body).not.toMatch(/root:.*:0:0|SQLITE|syntax error near|node_modules/i);
    }
    expect((await served.get('/api/v1')).json()).toEqual(before);
  });

  it('keeps an upload in the folder of its job, whatever the caller calls the file', async () => {
    const folder = dirname(served.location);
    const around = () => readdirSync(dirname(folder)).filter((name) => /evil/.test(name));
    const boundary = 'xxBOUNDARYxx';
    for (const name of ['../../evil.jsonl', '..\\..\\evil.jsonl', '/evil.jsonl', 'evil.jsonl\u0000.csv']) {
      const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n{"name":"Nobody"}\r\n--${boundary}--\r\n`;
      const reply = await served.post('/api/v1/jobs/screen', body, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      });
      expect(reply.status).toBeLessThan(500);
      expect(reply.text).not.toContain(folder);
    }
    expect(around()).toEqual([]);
    expect(existsSync('/evil.jsonl')).toBe(false);
    expect(readdirSync(folder).filter((name) => /evil/.test(name))).toEqual([]);
  });

  it.each(['/api/v1/watch/file', '/api/v1/documents/file', '/api/v1/jobs/screen'])(
    'tells who sends %s a broken form that it is broken',
    async (path) => {
      for (const body of ['--b\r\n7.1e+16--b--\r\n', '--b\r\n\r\n--b--', '--b', '']) {
        const reply = await served.post(path, body, { 'content-type': 'multipart/form-data; boundary=b' });
        expect({ body, status: reply.status, code: reply.json().code }).toMatchObject({
          status: 400,
          code: 'ENT_HTTP_INPUT',
        });
      }
    },
  );

  it('says back no header that the caller could have split', async () => {
    for (const id of ['a\r\nset-cookie: x=1', 'a'.repeat(500), '<script>', 'ok\u0000']) {
      const reply = await served.get('/healthz', { 'x-request-id': id });
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(String(reply.headers['x-request-id'])).toMatch(/^[\w.:-]{1,64}$/);
    }
    // A redirect names only an id that it knows.
    const reply = await served.get('/entities/xx-old-1%0d%0aset-cookie:%20x=1');
    expect([reply.status, reply.headers['set-cookie']]).toEqual([404, undefined]);
  });

  it('does not wait for a request that comes byte by byte', async () => {
    const from = performance.now();
    const said = await new Promise<string>((done) => {
      const slow = connect(port, '127.0.0.1');
      let text = '';
      slow.write('POST /match/xx_test HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n{');
      const more = setInterval(() => slow.write(' '), 200);
      slow.on('data', (chunk) => {
        text += chunk;
      });
      slow.on('error', () => undefined);
      slow.on('close', () => {
        clearInterval(more);
        done(text);
      });
    });
    expect(said === '' || said.startsWith('HTTP/1.1 408')).toBe(true);
    // Node looks for such callers twice a minute.
    expect(performance.now() - from).toBeLessThan(45_000);
  }, 60_000);

  it.each([
    'http://127.0.0.1:4620/api/v1/accounts',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://0x7f000001/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
  ])('fetches nothing for a caller from inside: %s', async (url) => {
    const reply = await served.post('/api/v1/documents/page', { url });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.text).not.toMatch(/root:.*:0:0|"accounts"/);
  });

  it('exports no cell that a spreadsheet would run', async () => {
    const { status, text } = await served.get('/api/v1/export?format=csv');
    expect([status, text]).toEqual([200, expect.stringContaining('Testmann')]);
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@\t]/);
  });

  it.each([
    'POST /api/v1/screen HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/accounts HTTP/1.1\r\nhost: localhost\r\n\r\n',
    'POST /api/v1/screen HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\nGETx',
    'GET /healthz HTTP/1.1\r\nhost: localhost\r\nx-a: b\u0000c\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nhost : localhost\r\n\r\n',
  ])('does not read two requests out of one that two programs would read otherwise', async (raw) => {
    const said = await new Promise<string>((done) => {
      const caller = connect(port, '127.0.0.1');
      let text = '';
      caller.on('data', (chunk) => {
        text += chunk;
      });
      caller.on('error', () => undefined);
      caller.on('close', () => done(text));
      caller.write(raw);
    });
    expect(said).toMatch(/^HTTP\/1\.1 400/);
    expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('does not take the word of a caller for another address, host or protocol', async () => {
    const url = `http://127.0.0.1:${port}/reconcile/xx_test`;
    const text = await new Promise<string>((done, failed) => {
      const asked = httpRequest(url, {
        headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      });
      asked.on('response', (reply) => {
        let body = '';
        reply.on('data', (chunk) => {
          body += chunk;
        });
        reply.on('end', () => done(body));
      });
      asked.on('error', failed);
      asked.end();
    });
    expect(text).toContain(`http://127.0.0.1:${port}`);
    expect(text).not.toContain('evil.example');
  });

  it('answers a body that nests without end, or names prototypes, with a refusal and nothing else', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const [url, body] of [
      ['/api/v1/screen', deep],
      ['/match/xx_test', deep],
      ['/api/v1/screen', '{"name":"x","__proto__":{"polluted":true}}'],
      ['/api/v1/screen', '{"name":"x","constructor":{"prototype":{"polluted":true}}}'],
      ['/match/xx_test', '{"queries":{"__proto__":{"schema":"Person","properties":{"name":["x"]}}}}'],
    ] as const) {
      const reply = await served.post(url, body, { 'content-type': 'application/json' });
      expect([url, reply.status < 500]).toEqual([url, true]);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await served.get('/readyz')).status).toBe(200);
  });
});
