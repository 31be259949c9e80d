import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../src/app/index.ts';
import { OPERATION_ACTIONS } from '../src/contract/index.ts';
import { ACTIONS } from '../src/policy/index.ts';
import { listen, makeServer, type Server, settingsOf } from '../src/server/index.ts';
import { Store } from '../src/store/index.ts';
import { unList } from './support/un-list.ts';

const PASSWORD = 'correct horse battery';
let folder: string;
let clock = Date.parse('2026-11-24T12:00:00.000Z');
const now = () => new Date(clock);
const pass = (seconds: number) => {
  clock += seconds * 1000;
};
const settings = { ...settingsOf({}), logLevel: 'silent' as const, refreshSeconds: 0 };

/** A store with an invented group, at a path of its own. */
async function newStore(name: string): Promise<string> {
  const path = join(folder, `${name}.db`);
  const store = await Store.open(path);
  const file = join(folder, 'un.xml');
  writeFileSync(
    file,
    unList([
      { reference: 'QDe.901', name: 'INVENTED FRONTS' },
      { reference: 'QDe.902', name: 'INVENTED FRONT' },
    ]),
  );
  await loadFiles(store, 'un-sc', [file], { observed: '2026-01-01', now });
  await store.close();
  return path;
}

interface Asked {
  readonly headers?: Record<string, string>;
  readonly payload?: object;
  readonly cookies?: Record<string, string>;
}
let server: Server;
const ask = async (
  method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS',
  url: string,
  { headers, payload, cookies }: Asked = {},
) => {
  const response = await server.app.inject({
    method,
    url,
    headers: { host: '127.0.0.1:4620', ...headers },
    ...(payload === undefined ? {} : { payload }),
    ...(cookies === undefined ? {} : { cookies }),
  });
  return {
    status: response.statusCode,
    body: response.body === '' ? null : response.json(),
    headers: response.headers,
    cookies: response.cookies as unknown as { name: string; value: string; [key: string]: unknown }[],
  };
};
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-auth-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the actions of the contract', () => {
  it('are those of the policy, and public', () => {
    expect([...OPERATION_ACTIONS].sort()).toEqual(['public', ...ACTIONS].sort());
  });
});

describe('a server without accounts', () => {
  beforeAll(async () => {
    server = await makeServer({ location: await newStore('open'), settings, now });
    await server.ready();
  });
  afterAll(() => server.close());

  it('is open to whoever is at the machine, and says so', async () => {
    expect((await ask('GET', '/api/v1/session')).body).toMatchObject({
      open: true,
      subject: { kind: 'local' },
      actions: [...ACTIONS],
    });
    expect((await ask('GET', '/api/v1/lists')).status).toBe(200);
  });

  it('does not answer a page that rebinds its own name to this machine', async () => {
    const rebound = await ask('GET', '/api/v1/lists', { headers: { host: 'evil.example' } });
    expect(rebound.status).toBe(401);
    expect((await ask('GET', '/api/v1/lists', { headers: { host: 'localhost:4620' } })).status).toBe(200);
    expect((await ask('GET', '/api/v1/lists', { headers: { host: '[::1]:4620' } })).status).toBe(200);
  });

  it('lets a page of another origin ask what is published, and nothing that changes or is kept', async () => {
    const foreign = { headers: { origin: 'https://elsewhere.example' } };
    expect((await ask('GET', '/api/v1/screen?name=Invented', foreign)).status).toBe(200);
    const session = await ask('GET', '/api/v1/session', foreign);
    expect(session.body.actions).toEqual(['screen', 'search', 'read']);
    expect((await ask('GET', '/metrics', foreign)).status).toBe(403);
  });

  it('is listened to on this machine only', async () => {
    const location = join(folder, 'open.db');
    for (const host of ['0.0.0.0', '::', '192.0.2.1'])
      await expect(listen({ location, settings: { ...settings, host, port: 0 }, now })).rejects.toMatchObject(
        {
          code: 'ENT_AUTH_OPEN_ADDRESS',
        },
      );
    const proxied = { ...settings, port: 0, behindProxy: true };
    await expect(listen({ location, settings: proxied, now })).rejects.toMatchObject({
      code: 'ENT_AUTH_OPEN_ADDRESS',
    });
  });
});

describe('a server with accounts', () => {
  const keys: Record<string, string> = {};
  let store: Store;
  beforeAll(async () => {
    const path = await newStore('closed');
    store = await Store.open(path);
    const add = (name: string, role: string, password: string | null = null, clearance = {}) =>
      store.accounts.add({ name, roles: [role], clearance, password, by: 'test', now: now().toISOString() });
    await add('amina', 'analyst', PASSWORD);
    await add('bela', 'reader', PASSWORD);
    await add('root', 'admin');
    await add('ear', 'auditor');
    await add('cleared', 'reader', null, { tlp: 'AMBER', organisation: 'in-mea' });
    for (const name of ['amina', 'root', 'ear', 'cleared'])
      keys[name] = (
        await store.accounts.addKey(name, {
          label: 'test',
          scopes: null,
          expiresAt: null,
          by: 'test',
          now: now().toISOString(),
        })
      ).secret;
    server = await makeServer({ location: path, settings, now });
    await server.ready();
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  const key = (name: string) => bearer(keys[name] ?? '');

  it('answers health to all, and nothing else to those who show no key', async () => {
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect((await ask('GET', '/api/v1/session')).body).toMatchObject({
      subject: { kind: 'nobody' },
      actions: [],
    });
    const routes = ['/api/v1/lists', '/api/v1/screen?name=x', '/metrics', '/api/v1/entities/un-sc:QDe.901'];
    for (const url of routes) {
      const answer = await ask('GET', url);
      expect({ url, status: answer.status, code: answer.body?.code }).toEqual({
        url,
        status: 401,
        code: 'ENT_AUTH_REQUIRED',
      });
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    }
    expect((await ask('POST', '/mcp', { payload: {} })).status).toBe(401);
  });

  it('answers a key what its roles hold; an administrator reads no content', async () => {
    expect((await ask('GET', '/api/v1/lists', key('amina'))).status).toBe(200);
    expect(
      (await ask('GET', '/api/v1/lists', { headers: { authorization: `ApiKey ${keys.amina}` } })).status,
    ).toBe(200);
    expect((await ask('GET', '/api/v1/screen?name=Invented', key('root'))).status).toBe(403);
    expect((await ask('GET', '/api/v1/entities/un-sc:QDe.901', key('root'))).status).toBe(403);
    expect((await ask('GET', '/metrics', key('amina'))).status).toBe(403);
  });

  it('says the same to every key that is none, and soon does not listen', async () => {
    const revoked = await store.accounts.addKey('bela', {
      label: 'gone',
      scopes: null,
      expiresAt: now().toISOString(),
      by: 'test',
      now: now().toISOString(),
    });
    const wrong = [
      'x',
      revoked.secret,
      `${(keys.amina ?? '').slice(0, -1)}`,
      (keys.amina ?? '').replace(/.$/, '2'),
    ];
    const answers = [];
    for (const text of wrong) {
      const { status, body, headers } = await ask('GET', '/api/v1/lists', bearer(text));
      answers.push({ status, code: body.code, detail: body.detail, length: headers['content-length'] });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    for (let i = 0; i < 60; i += 1) await ask('GET', '/api/v1/lists', bearer(`ent_${i}`));
    const locked = await ask('GET', '/api/v1/lists', bearer('ent_61'));
    expect({ status: locked.status, code: locked.body.code }).toEqual({
      status: 429,
      code: 'ENT_AUTH_LOCKED',
    });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    pass(61);
    expect((await ask('GET', '/api/v1/lists', key('amina'))).status).toBe(200);
  });

  it('forgets a key within seconds of its being revoked', async () => {
    const made = await store.accounts.addKey('bela', {
      label: 'short',
      scopes: ['read'],
      expiresAt: null,
      by: 'test',
      now: now().toISOString(),
    });
    expect((await ask('GET', '/api/v1/lists', bearer(made.secret))).status).toBe(200);
    expect((await ask('GET', '/api/v1/screen?name=x', bearer(made.secret))).status).toBe(403);
    await store.accounts.revokeKey(made.id, now().toISOString());
    pass(3);
    expect((await ask('GET', '/api/v1/lists', bearer(made.secret))).status).toBe(401);
  });

  const signIn = (name: string, password: string, more: Asked & { code?: string } = {}) =>
    ask('POST', '/api/v1/session', {
      ...more,
      payload: { name, password, ...(more.code === undefined ? {} : { code: more.code }) },
    });

  it('signs in with a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn('bela', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ subject: { name: 'bela', kind: 'person' }, open: false });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(answer.headers['cache-control']).toBe('no-store');
    const cookies = { [answer.cookies[0]?.name ?? '']: answer.cookies[0]?.value ?? '' };
    expect((await ask('GET', '/api/v1/lists', { cookies })).status).toBe(200);
    expect((await ask('GET', '/api/v1/session', { cookies })).body.csrf).toBe(answer.body.csrf);
    const out = { cookies, headers: { 'x-csrf-token': answer.body.csrf } };
    expect((await ask('DELETE', '/api/v1/session', { cookies })).status).toBe(403);
    expect((await ask('DELETE', '/api/v1/session', out)).status).toBe(204);
    expect((await ask('GET', '/api/v1/lists', { cookies })).status).toBe(401);
  });

  it('takes no change by cookie without the token of that very session', async () => {
    const one = await signIn('bela', PASSWORD);
    const two = await signIn('amina', PASSWORD);
    const cookies = { entente: one.cookies[0]?.value ?? '' };
    const payload = { name: 'Invented Front' };
    const post = (token?: string) =>
      ask('POST', '/api/v1/screen', {
        cookies,
        payload,
        headers: token === undefined ? {} : { 'x-csrf-token': token },
      });
    expect((await post()).body.code).toBe('ENT_AUTH_CSRF');
    expect((await post(two.body.csrf)).body.code).toBe('ENT_AUTH_CSRF');
    expect((await post(one.body.csrf)).status).toBe(200);
  });

  it('never takes over a session that was planted before signing in, and ends the one it replaces', async () => {
    const planted = 'A'.repeat(40);
    const answer = await signIn('bela', PASSWORD, { cookies: { entente: planted } });
    const token = answer.cookies[0]?.value ?? '';
    expect(token).not.toBe(planted);
    expect((await ask('GET', '/api/v1/lists', { cookies: { entente: planted } })).status).toBe(401);
    const again = await signIn('bela', PASSWORD, { cookies: { entente: token } });
    expect(again.cookies[0]?.value).not.toBe(token);
    expect((await ask('GET', '/api/v1/lists', { cookies: { entente: token } })).status).toBe(401);
  });

  it('does not let a page of another origin sign somebody in', async () => {
    const answer = await signIn('bela', PASSWORD, { headers: { origin: 'https://elsewhere.example' } });
    expect({ status: answer.status, cookies: answer.cookies }).toEqual({ status: 403, cookies: [] });
  });

  it('tells a name without account from a wrong password by nothing, time least of all', async () => {
    const time = async (name: string) => {
      const from = performance.now();
      const { status, body } = await signIn(name, 'not the password');
      return { took: performance.now() - from, said: { status, code: body.code, detail: body.detail } };
    };
    await time('warm-up');
    const [known, unknown] = [await time('amina'), await time('nobody-here')];
    expect(known.said).toEqual(unknown.said);
    // Both derive a key; a name that is looked up and left would take a hundredth of the time.
    expect(unknown.took).toBeGreaterThan(known.took / 5);
    pass(3600 * 25);
  });

  it('wants the second factor where there is one', async () => {
    const secret = await store.accounts.newTotp('bela');
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock });
    expect((await signIn('bela', PASSWORD)).status).toBe(401);
    expect((await signIn('bela', PASSWORD, { code: '000000' })).status).toBe(401);
    const used = code();
    expect((await signIn('bela', PASSWORD, { code: used })).status).toBe(200);
    expect((await signIn('bela', PASSWORD, { code: used })).status).toBe(401);
    await store.accounts.change('bela', { totp: null });
  });

  it('hides what is marked: no result, no count, no status and no word tells it from what is not there', async () => {
    const before = await ask('GET', '/api/v1/screen?name=Invented%20Front&limit=1', key('amina'));
    expect(before.body.results[0].caption).toBe('INVENTED FRONT');
    await store.markings.set('record', 'un-sc:QDe.902', 'TLP:AMBER//OWNER in-mea', {
      by: 'test',
      at: now().toISOString(),
      why: 'test',
    });
    await new Promise((done) => setTimeout(done, 1100));
    const screened = async (name: string) =>
      (await ask('GET', '/api/v1/screen?name=Invented%20Front&limit=1', key(name))).body.results.map(
        (result: { caption: string }) => result.caption,
      );
    // The next best takes its place, so that a short answer does not tell of it.
    expect(await screened('amina')).toEqual(['INVENTED FRONTS']);
    expect(await screened('cleared')).toEqual(['INVENTED FRONT']);
    const plain = ({ status, body }: Awaited<ReturnType<typeof ask>>) => ({
      status,
      ...body,
      detail: body.detail.replace(/QDe\.\d+/, ''),
      requestId: '',
    });
    for (const path of ['', '/history']) {
      const hidden = await ask('GET', `/api/v1/entities/un-sc:QDe.902${path}`, key('amina'));
      const none = await ask('GET', `/api/v1/entities/un-sc:QDe.909${path}`, key('amina'));
      expect(hidden.status).toBe(404);
      expect(plain(hidden)).toEqual(plain(none));
    }
    expect((await ask('GET', '/api/v1/entities/un-sc:QDe.902', key('cleared'))).status).toBe(200);
    expect((await ask('GET', '/api/v1/matrix?id=un-sc:QDe.902', key('amina'))).status).toBe(404);
    // A route that does not leave things out itself is not given to who may not see all of them.
    const agenda = (name: string) => ask('GET', '/api/v1/agenda?a=PK&b=US', key(name));
    expect((await agenda('amina')).body.code).toBe('ENT_AUTH_MARKED');
    expect((await agenda('cleared')).status).toBe(200);
  });

  it('enters what it answered, denied and let in, under the request id, and says where', async () => {
    const answer = await ask('GET', '/api/v1/screen?name=Invented', {
      headers: { ...key('amina').headers, 'x-request-id': 'req-1' },
    });
    const id = String(answer.headers['x-audit-id']);
    expect(await store.audit.get(id)).toMatchObject({
      request: 'req-1',
      action: 'screen',
      subject: { name: 'amina', kind: 'key' },
      asked: { screening: { query: { name: 'Invented' } } },
      basis: {
        lists: expect.arrayContaining([expect.objectContaining({ id: 'un-sc', observed: '2026-01-01' })]),
      },
    });
    await ask('GET', '/metrics', key('amina'));
    const [denied] = await store.audit.list({ limit: 1, verdict: 'deny' });
    expect(denied).toMatchObject({ action: 'metrics', reasons: ['role'], subject: { name: 'amina' } });
    const all = await store.audit.list({ limit: 10_000 });
    expect(all.filter(({ action }) => action === 'sign-in').length).toBeGreaterThan(5);
    expect(JSON.stringify(all)).not.toContain(PASSWORD);
    expect((await store.audit.verify()).faults).toEqual([]);
  });
});

describe('the audit log over the API', () => {
  it('is read, checked and replayed by auditors, without what is marked beyond their clearance', async () => {
    const path = await newStore('audited');
    const store = await Store.open(path);
    const keyOf = async (name: string, role: string, clearance = {}) => {
      const at = now().toISOString();
      await store.accounts.add({ name, roles: [role], clearance, password: null, by: 'test', now: at });
      return (
        await store.accounts.addKey(name, { label: '', scopes: null, expiresAt: null, by: '', now: at })
      ).secret;
    };
    const cleared = { tlp: 'AMBER', organisation: 'in-mea' };
    const reader = await keyOf('reader', 'reader', cleared);
    const [auditor, insider] = [
      await keyOf('auditor', 'auditor'),
      await keyOf('insider', 'auditor', cleared),
    ];
    await store.markings.set('record', 'un-sc:QDe.902', 'TLP:AMBER//OWNER in-mea', {
      by: 'test',
      at: now().toISOString(),
      why: 'test',
    });
    server = await makeServer({ location: path, settings, now });
    await server.ready();
    const asked = await ask('GET', '/api/v1/screen?name=Invented%20Front', bearer(reader));
    const id = String(asked.headers['x-audit-id']);
    await ask('GET', '/api/v1/lists', bearer(reader));

    expect((await ask('GET', '/api/v1/audit', bearer(reader))).status).toBe(403);
    const actions = async (key: string) =>
      (await ask('GET', '/api/v1/audit?limit=50', bearer(key))).body.entries.map(
        ({ action, verdict }: { action: string; verdict: string }) => `${action} ${verdict}`,
      );
    expect(await actions(auditor)).toEqual(['audit deny', 'read permit']);
    expect(await actions(insider)).toEqual(['audit permit', 'audit deny', 'read permit', 'screen permit']);
    expect((await ask('GET', `/api/v1/audit/${id}`, bearer(auditor))).status).toBe(404);
    expect((await ask('POST', `/api/v1/audit/${id}/replay`, bearer(auditor))).status).toBe(404);
    const replay = await ask('POST', `/api/v1/audit/${id}/replay`, bearer(insider));
    expect({ status: replay.status, outcome: replay.body.outcome }).toEqual({ status: 200, outcome: 'same' });
    expect((await ask('GET', '/api/v1/audit/verify', bearer(auditor))).body.faults).toEqual([]);
    const pages = [];
    for (let next: number | null = Number.MAX_SAFE_INTEGER; next !== null; ) {
      const { body }: { body: any } = await ask(
        'GET',
        `/api/v1/audit?limit=1&action=read&before=${next}`,
        bearer(auditor),
      );
      pages.push(body.entries.length);
      next = body.next;
    }
    expect(pages).toEqual([1]);
    await server.close();
    await store.close();
  });
});

describe('accounts over the API', () => {
  it('are kept by administrators, keys given once, passwords never entered', async () => {
    const path = await newStore('kept');
    const store = await Store.open(path);
    server = await makeServer({ location: path, settings, now });
    await server.ready();
    const first = { name: 'boss', roles: ['admin'], password: PASSWORD };
    // On the open server the person at the machine makes the first account, and that closes it.
    expect((await ask('POST', '/api/v1/accounts', { payload: first })).status).toBe(201);
    pass(3);
    expect((await ask('GET', '/api/v1/accounts')).status).toBe(401);
    const { secret } = await store.accounts.addKey('boss', {
      label: '',
      scopes: null,
      expiresAt: null,
      by: '',
      now: now().toISOString(),
    });
    const as = { headers: { authorization: `Bearer ${secret}` } };
    const made = await ask('POST', '/api/v1/accounts', {
      ...as,
      payload: { name: 'rita', roles: ['reader'] },
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'rita', clearance: { tlp: 'CLEAR' } } });
    const odd = { name: 'x', roles: ['king'], password: 'a secret word of mine' };
    expect((await ask('POST', '/api/v1/accounts', { ...as, payload: odd })).status).toBe(400);
    const key = await ask('POST', '/api/v1/accounts/rita/keys', {
      ...as,
      payload: { label: 'x', scopes: ['read'] },
    });
    expect(key.headers['cache-control']).toBe('no-store');
    expect((await ask('GET', '/api/v1/lists', bearer(key.body.key))).status).toBe(200);
    expect((await ask('GET', '/api/v1/accounts', bearer(key.body.key))).status).toBe(403);
    const listed = await ask('GET', '/api/v1/accounts/rita/keys', as);
    expect(JSON.stringify(listed.body)).not.toContain(key.body.key.slice(-32));
    expect((await ask('DELETE', `/api/v1/keys/${key.body.id}`, as)).status).toBe(204);
    pass(3);
    expect((await ask('GET', '/api/v1/lists', bearer(key.body.key))).status).toBe(401);
    const entries = JSON.stringify(await store.audit.list({ limit: 1000, action: 'administer' }));
    expect(entries).toContain('/api/v1/accounts');
    for (const word of [PASSWORD, 'a secret word of mine', key.body.key.slice(-32)])
      expect(entries).not.toContain(word);
    await server.close();
    await store.close();
  });
});

describe('a server over TLS', () => {
  it('names its cookie so that no neighbour can plant it', async () => {
    const path = await newStore('tls');
    const store = await Store.open(path);
    await store.accounts.add({
      name: 'amina',
      roles: ['reader'],
      clearance: {},
      password: PASSWORD,
      by: '',
      now: now().toISOString(),
    });
    await store.close();
    server = await makeServer({ location: path, settings: { ...settings, behindProxy: true }, now });
    await server.ready();
    const { cookies } = await ask('POST', '/api/v1/session', {
      payload: { name: 'amina', password: PASSWORD },
    });
    expect(cookies[0]).toMatchObject({ name: '__Host-entente', secure: true, httpOnly: true, path: '/' });
    expect(cookies[0]).not.toHaveProperty('domain');
    await server.close();
  });

  it('does not start with a route that names no action', async () => {
    server = await makeServer({ location: join(folder, 'tls.db'), settings, now });
    expect(() => server.app.get('/nobody-thought-of-me', async () => 'content')).toThrow(
      expect.objectContaining({ code: 'ENT_AUTH_ROUTE_WITHOUT_ACTION' }),
    );
    await server.close();
  });
});
