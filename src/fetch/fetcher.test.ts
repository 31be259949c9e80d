import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bomb,
  breaksOff,
  file,
  type Publisher,
  publisher,
  redirect,
  silent,
  stalls,
  status,
} from '../../test/support/publisher.ts';
import { type Fetched, Fetcher, type FetchRequest, type FetchSettings } from './index.ts';

const LIST = '<list>Azure River Front</list>'.repeat(100);
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('entente-fetch-')).length;

describe('a fetcher', () => {
  let host: Publisher;
  let fetcher: Fetcher;
  const made: Fetched[] = [];

  const open = (settings: Partial<FetchSettings> = {}) =>
    new Fetcher({ userAgent: 'Entente/test', env: {}, allow: ['127.0.0.1'], gapMs: 0, ...settings });
  const get = async (url: string, request: Partial<FetchRequest> = {}) => {
    const outcome = await fetcher.get({ url, ...request });
    if (outcome.outcome === 'fetched') made.push(outcome);
    return outcome;
  };
  const text = async (url: string, request: Partial<FetchRequest> = {}) => {
    const outcome = await get(url, request);
    return outcome.outcome === 'fetched' ? Buffer.from(await outcome.file.bytes()).toString() : null;
  };
  const refusal = (code: string, words: RegExp | string = '') =>
    expect.objectContaining({
      code: expect.stringContaining(code || 'ENT_FETCH_'),
      message: expect.stringMatching(words),
    });

  beforeEach(async () => {
    host = await publisher();
    fetcher = open();
  });
  afterEach(async () => {
    await Promise.all(made.splice(0).map(({ file: body }) => body.remove()));
    await fetcher.close();
    await host.close();
  });

  it('brings a file with its digest, type and validators, and says who asks', async () => {
    host.serve('/list', file(LIST, { type: 'Application/XML; charset="UTF-8"', etag: '"v1"' }));
    const outcome = await get(host.url('/list'));
    expect(outcome).toMatchObject({
      outcome: 'fetched',
      mediaType: 'application/xml',
      charset: 'utf-8',
      etag: '"v1"',
      lastModified: null,
      size: LIST.length,
      sha256: createHash('sha256').update(LIST).digest('hex'),
    });
    expect(host.asked[0]?.headers['user-agent']).toBe('Entente/test');
  });

  it('hears that nothing changed, by either validator', async () => {
    host.serve('/etag', file(LIST, { etag: '"v1"' }));
    host.serve('/date', file(LIST, { modified: 'Mon, 23 Nov 2026 10:00:00 GMT' }));
    const etag = { etag: '"v1"', lastModified: null };
    const date = { etag: null, lastModified: 'Mon, 23 Nov 2026 10:00:00 GMT' };
    expect(await get(host.url('/etag'), { validators: etag })).toMatchObject({
      outcome: 'unchanged',
      ...etag,
    });
    expect(await get(host.url('/date'), { validators: date })).toMatchObject({
      outcome: 'unchanged',
      ...date,
    });
    expect(await get(host.url('/etag'), { validators: date })).toMatchObject({ outcome: 'fetched' });
  });

  it('takes an unasked "not modified" for the fault that it is', async () => {
    host.serve('/list', status(304));
    await expect(get(host.url('/list'))).rejects.toEqual(refusal('ENT_FETCH_STATUS', '304'));
  });

  it('undoes gzip and brotli on the way, and gzip of the file itself', async () => {
    host.serve('/gzip', file(LIST, { gzip: true }));
    host.serve('/file.gz', file(gzipSync(LIST), { type: 'application/gzip' }));
    host.serve('/twice', file(gzipSync(LIST), { gzip: true }));
    host.serve('/brotli', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(LIST));
    });
    for (const path of ['/gzip', '/file.gz', '/twice', '/brotli'])
      expect(await text(host.url(path))).toBe(LIST);
  });

  it('takes an empty file and one of a single byte as they are', async () => {
    host.serve('/none', file(''));
    host.serve('/one', file('\u001f'));
    expect([await text(host.url('/none')), await text(host.url('/one'))]).toEqual(['', '\u001f']);
  });

  it('follows redirects to their end and no further than the cap', async () => {
    host.serve('/a', redirect('/b', 301));
    host.serve('/b', redirect(host.url('/c?X-Amz-Signature=secret&part=1'), 307));
    host.serve('/c', file(LIST));
    host.serve('/loop', redirect('/loop'));
    host.serve('/nowhere', redirect('http://'));
    expect(await get(host.url('/a'))).toMatchObject({ address: host.url('/c?X-Amz-Signature=…&part=1') });
    await expect(get(host.url('/loop'))).rejects.toEqual(refusal('ENT_FETCH_REDIRECT', 'too many times'));
    host.serve('/files', redirect('file:///etc/passwd'));
    await expect(get(host.url('/files'))).rejects.toEqual(
      refusal('ENT_FETCH_REDIRECT', /^127\.0\.0\.1 redirects where nothing is fetched: .*file:/),
    );
    await expect(get(host.url('/nowhere'))).rejects.toEqual(refusal('ENT_FETCH_REDIRECT', 'not an address'));
  });

  it.each([
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://167772161/',
    'https://0xa.0.0.1/',
  ])('is not led by a redirect to %s', async (target) => {
    host.serve('/list', redirect(target));
    await expect(get(host.url('/list'), { http: true })).rejects.toEqual(refusal('ENT_FETCH_PRIVATE'));
    await expect(get(target, { http: true })).rejects.toEqual(refusal('ENT_FETCH_PRIVATE'));
  });

  it('refuses a name that resolves to a private address, at the connection itself', async () => {
    const strict = open({ allow: [] });
    const [, port] = /:(\d+)\//.exec(host.url('/')) ?? [];
    host.serve('/', file(LIST));
    await expect(strict.get({ url: `http://localhost:${port}/`, http: true })).rejects.toEqual(
      refusal('ENT_FETCH_PRIVATE', /^localhost is at a loopback address/),
    );
    await strict.close();
    expect(host.asked).toEqual([]);
    expect(await text(`http://localhost:${port}/`, { http: true })).toBe(LIST);
    const named = open({ allow: ['localhost'] });
    const outcome = await named.get({ url: `http://localhost:${port}/` });
    if (outcome.outcome === 'fetched') made.push(outcome);
    expect(outcome).toMatchObject({ outcome: 'fetched' });
    await named.close();
  });

  it.each([
    ['ftp://example.org/', /ftp: is not fetched/],
    ['http://example.org/', /plain http/],
    ['https://user:secret@example.org/', /^(?!.*secret).*user name or password/],
    ['un-sc', /not a URL/],
    ['file:///etc/passwd', /file: is not fetched/],
  ])('refuses the address %s', async (url, words) => {
    await expect(get(url)).rejects.toEqual(refusal('ENT_FETCH_ADDRESS', words));
  });

  it('asks again after failures that may pass, as long as the host says', async () => {
    host.serve('/list', status(500), status(429, { 'retry-after': '1' }), file(LIST));
    const pauses: number[] = [];
    const outcome = await text(host.url('/list'), { onRetry: ({ seconds }) => pauses.push(seconds) });
    expect(outcome).toBe(LIST);
    expect(pauses[0]).toBeLessThan(1);
    expect(pauses[1]).toBeGreaterThanOrEqual(1);
  });

  it('gives up at once where asking again does not help, and where the host wants a long pause', async () => {
    host.serve('/gone', status(404));
    host.serve('/later', status(503, { 'retry-after': '86400' }));
    await expect(get(host.url('/gone'))).rejects.toEqual(
      refusal('ENT_FETCH_STATUS', /^127\.0\.0\.1 answered 404/),
    );
    await expect(get(host.url('/later'))).rejects.toEqual(refusal('ENT_FETCH_LATER', /in 86400 seconds/));
    expect(host.asked).toHaveLength(2);
  });

  it('tells the last failure when every attempt failed', async () => {
    host.serve('/list', status(500));
    const caps = { attempts: 2 };
    await expect(get(host.url('/list'), { caps })).rejects.toEqual(
      refusal('ENT_FETCH_STATUS', /answered 500/),
    );
    expect(host.asked).toHaveLength(2);
  });

  it('does not take a part for the whole', async () => {
    host.serve('/cut', breaksOff(LIST));
    host.serve('/cut.gz', file(gzipSync(LIST).subarray(0, 40), { type: 'application/gzip' }));
    host.serve('/mended', breaksOff(LIST), file(LIST));
    const caps = { attempts: 1 };
    await expect(get(host.url('/cut'), { caps })).rejects.toEqual(refusal('ENT_FETCH_BROKEN', /ended early/));
    await expect(get(host.url('/cut.gz'), { caps })).rejects.toEqual(
      refusal('ENT_FETCH_BROKEN', /compression/),
    );
    expect(await text(host.url('/mended'))).toBe(LIST);
  });

  it('stops what is too slow to answer, to go on and to finish', async () => {
    host.serve('/silent', silent);
    host.serve('/stalls', stalls);
    const one = { attempts: 1 };
    await expect(get(host.url('/silent'), { caps: { ...one, firstByteMs: 300 } })).rejects.toEqual(
      refusal('ENT_FETCH_TIMEOUT', 'did not begin to answer within 0.3 seconds'),
    );
    await expect(get(host.url('/stalls'), { caps: { ...one, idleMs: 300 } })).rejects.toEqual(
      refusal('ENT_FETCH_TIMEOUT', 'did not go on'),
    );
    for (const path of ['/silent', '/stalls'])
      await expect(get(host.url(path), { caps: { wholeMs: 200 } })).rejects.toEqual(
        refusal('ENT_FETCH_TIMEOUT', 'did not finish within 0.2 seconds'),
      );
  });

  it('stops when the caller says so', async () => {
    host.serve('/silent', silent);
    const stop = new AbortController();
    const waiting = get(host.url('/silent'), { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('refuses what is too large, as announced, as sent and as inflated, and leaves nothing behind', async () => {
    const before = leftovers();
    host.serve('/announced', file(LIST));
    host.serve('/sent', (_request, response) => {
      response.writeHead(200);
      response.end(LIST);
    });
    host.serve('/bomb', bomb);
    const caps = { bytes: 1000 };
    await expect(get(host.url('/announced'), { caps })).rejects.toEqual(
      refusal('ENT_FETCH_TOO_LARGE', '1,000 bytes'),
    );
    await expect(get(host.url('/sent'), { caps })).rejects.toEqual(
      refusal('ENT_FETCH_TOO_LARGE', '1,000 bytes'),
    );
    await expect(get(host.url('/bomb'))).rejects.toEqual(
      refusal('ENT_FETCH_TOO_LARGE', 'inflated bytes for each'),
    );
    expect(leftovers()).toBe(before);
  });

  it('refuses a page where a list should be, and a coding that it does not know', async () => {
    host.serve('/list', file('<html>maintenance</html>', { type: 'text/html; charset=utf-8' }));
    host.serve('/coded', (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'zip' }).end(LIST),
    );
    await expect(get(host.url('/list'), { accept: ['application/xml', 'text/xml'] })).rejects.toEqual(
      refusal('ENT_FETCH_TYPE', 'sent text/html where application/xml or text/xml was expected'),
    );
    await expect(get(host.url('/coded'))).rejects.toEqual(refusal('ENT_FETCH_BROKEN', 'coding "zip"'));
  });

  it('takes large answers of hosts that close the connection behind them, whatever their framing', async () => {
    const content = 'Azure River Front. '.repeat(200_000);
    const heads = [
      'HTTP/1.0 200 OK\r\n\r\n',
      `HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: ${content.length}\r\n\r\n`,
    ];
    for (const head of heads) {
      const abrupt = createTcpServer((socket) => {
        socket.once('data', () => socket.end(head + content));
      });
      await new Promise<void>((resolve) => abrupt.listen(0, '127.0.0.1', resolve));
      const { port } = abrupt.address() as AddressInfo;
      for (let round = 0; round < 5; round++) expect(await text(`http://127.0.0.1:${port}/`)).toBe(content);
      await new Promise((resolve) => abrupt.close(resolve));
    }
  });

  it.each([
    ['says something that is not HTTP', 'NOT HTTP AT ALL\r\n\r\n'],
    ['says nothing and goes', ''],
    ['breaks off in its headers', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['has headers without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['breaks off in a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab'],
    ['has chunks of no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['states two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nabc'],
    ['states a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\nabc'],
    ['only goes on promising', 'HTTP/1.1 100 Continue\r\n\r\n'],
    [
      'redirects with a body that breaks off',
      'HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 9\r\n\r\nab',
    ],
    ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    [
      'sends brotli that is none',
      'HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: 5\r\n\r\nhello',
    ],
    [
      'sends deflate that is none',
      'HTTP/1.1 200 OK\r\ncontent-encoding: deflate\r\ncontent-length: 5\r\n\r\nhello',
    ],
  ])('refuses a host that %s', async (_what, answer) => {
    const odd = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const { port } = odd.address() as AddressInfo;
    await expect(get(`http://127.0.0.1:${port}/`, { caps: { attempts: 1, wholeMs: 5000 } })).rejects.toEqual(
      refusal('', /^(?:the answer of )?127\.0\.0\.1 /),
    );
    await new Promise((resolve) => odd.close(resolve));
  });

  it('follows a redirect whose own body is large', async () => {
    host.serve('/list', (_request, response) => {
      response.writeHead(302, { location: '/there' }).end('x'.repeat(1_000_000));
    });
    host.serve('/there', file(LIST));
    expect(await text(host.url('/list'))).toBe(LIST);
  });

  it('says why a host cannot be reached', async () => {
    await host.close();
    await expect(get(host.url('/'), { caps: { attempts: 1 } })).rejects.toEqual(
      refusal('ENT_FETCH_UNREACHABLE', /^127\.0\.0\.1 cannot be reached: it refuses the connection/),
    );
    await expect(get('https://no-such-host.invalid/', { caps: { attempts: 1 } })).rejects.toEqual(
      refusal('ENT_FETCH_UNREACHABLE', /^no-such-host\.invalid cannot be reached/),
    );
    host = await publisher();
  });

  it('keeps its pace towards one host', async () => {
    const slow = open({ gapMs: 150 });
    host.serve('/', file(LIST, { etag: '"1"' }));
    const started = performance.now();
    const validators = { etag: '"1"', lastModified: null };
    await Promise.all([1, 2, 3].map(() => slow.get({ url: host.url('/'), validators })));
    await slow.close();
    expect(performance.now() - started).toBeGreaterThan(280);
  });

  it('removes what it fetched when told to, and the removal may be repeated', async () => {
    host.serve('/', file(LIST));
    const outcome = (await get(host.url('/'))) as Fetched;
    expect(existsSync(outcome.file.path)).toBe(true);
    await outcome.file.remove();
    await outcome.file.remove();
    expect(existsSync(outcome.file.path)).toBe(false);
  });

  it('goes through the proxy of the environment, guards names behind it, and never shows its password', async () => {
    const lines: string[] = [];
    const proxy = createServer((request, response) => {
      lines.push(`${request.method} ${request.url} ${request.headers['proxy-authorization']}`);
      const { port, pathname } = new URL(request.url ?? '');
      const onward = connect(Number(port), '127.0.0.1', () =>
        onward.write(`GET ${pathname} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
      );
      onward.pipe(response.socket ?? onward);
    });
    proxy.on('connect', (request, socket) => {
      lines.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const at = `http://ann:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    host.serve('/list', file(LIST));
    fetcher = open({ env: { http_proxy: at, HTTPS_PROXY: at } });
    expect(await text(host.url('/list'))).toBe(LIST);
    expect(lines[0]).toBe(`GET ${host.url('/list')} Basic ${Buffer.from('ann:secret').toString('base64')}`);
    await expect(get('https://lists.invalid/un.xml', { caps: { attempts: 1 } })).rejects.toEqual(
      refusal(
        'ENT_FETCH_PROXY',
        /^(?!.*secret)lists\.invalid cannot be reached through the proxy 127\.0\.0\.1:\d+: it wants/,
      ),
    );
    expect(lines.at(-1)).toBe('CONNECT lists.invalid:443');
    await expect(get('https://10.0.0.1/un.xml')).rejects.toEqual(refusal('ENT_FETCH_PRIVATE'));
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
});
