import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepDocument, loadFiles, receivedText } from '../src/app/index.ts';
import { MARKED_OBJECT_KINDS } from '../src/contract/index.ts';
import { makeServer, type Server, settingsOf } from '../src/server/index.ts';
import { MARKED_KINDS, Store } from '../src/store/index.ts';
import { desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const now = () => new Date(NOW);
const GROUP = 'un-sc:QDe.901';
const OTHER = 'un-sc:QDe.902';

/** Who there is, with roles and clearance: two of the owner's, one of another's, a partner, an analyst, one who may not know. */
const PEOPLE = {
  amina: { roles: ['releaser'], clearance: { tlp: 'AMBER', organisation: 'in-mea' } },
  bela: { roles: ['releaser'], clearance: { tlp: 'AMBER', organisation: 'in-mea' } },
  chen: { roles: ['releaser'], clearance: { tlp: 'AMBER', organisation: 'us-state' } },
  partner: { roles: ['reader'], clearance: { tlp: 'AMBER', organisation: 'uk-fcdo' } },
  analyst: { roles: ['analyst'], clearance: { tlp: 'AMBER', organisation: 'in-mea' } },
  outside: { roles: ['releaser', 'analyst'], clearance: { tlp: 'GREEN' } },
} as const;
type Person = keyof typeof PEOPLE;

let folder: string;
let store: Store;
let server: Server;
let document: string;
const keys = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-marking-acts-'));
  const location = join(folder, 'record.db');
  store = await Store.open(location);
  const file = join(folder, 'un.xml');
  writeFileSync(
    file,
    unList([900, 901, 902].map((at) => ({ reference: `QDe.${at}`, name: `INVENTED FRONT ${at}` }))),
  );
  await loadFiles(store, 'un-sc', [file], { observed: '2026-01-01', now });
  const received = receivedText('KABUL: Officials met on Tuesday.', { url: 'https://wire.example/a' });
  ({ id: document } = await keepDocument(store, received, { by: 'test', now }));
  for (const [name, { roles, clearance }] of Object.entries(PEOPLE)) {
    await store.accounts.add({ name, roles, clearance, password: null, by: 'test', now: NOW });
    const key = { label: 'test', scopes: null, expiresAt: null, by: 'test', now: NOW };
    keys.set(name, (await store.accounts.addKey(name, key)).secret);
  }
  const settings = { ...settingsOf({}), logLevel: 'silent' as const, refreshSeconds: 0 };
  server = await makeServer({ location, settings, now, workbench: join(folder, 'none') });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function ask(person: Person, method: 'GET' | 'POST', url: string, body?: object) {
  const reply = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${keys.get(person) ?? ''}` },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: reply.statusCode, body: JSON.parse(reply.payload), headers: reply.headers };
}
const post = (person: Person, url: string, body: object) => ask(person, 'POST', url, body);
const get = (person: Person, url: string) => ask(person, 'GET', url);
const status = async (person: Person, id = GROUP) => (await get(person, `/entities/${id}`)).status;

describe('markings over the API', () => {
  it('are of what the store can mark', () => {
    expect(MARKED_OBJECT_KINDS).toEqual(MARKED_KINDS);
  });

  it('are set by one person on what is public, and hold with the next answer', async () => {
    expect(await status('outside')).toBe(200);
    const body = { id: GROUP, marking: 'tlp:amber//owner in-mea', why: 'received so' };
    const done = await post('amina', '/markings', body);
    expect([done.status, done.body.done]).toEqual([201, true]);
    expect([await status('outside'), await status('partner'), await status('bela')]).toEqual([404, 404, 200]);
    const shown = await get('bela', `/markings?id=${GROUP}`);
    expect(shown.body).toMatchObject({
      object: { kind: 'record', id: GROUP },
      markings: [{ marking: 'TLP:AMBER//OWNER in-mea', by: 'amina', why: 'received so', removed: null }],
      bearing: ['TLP:AMBER//OWNER in-mea'],
      releases: [],
    });
  });

  it('above TLP:CLEAR wait for a second person, who is not the first', async () => {
    const body = { id: GROUP, marking: 'TLP:AMBER//OWNER in-mea//CAVEAT no-court', why: 'an undertaking' };
    const { body: proposed } = await post('amina', '/markings', body);
    expect(proposed).toMatchObject({ done: false, proposal: { by: 'amina', decided: null } });
    const url = `/markings/proposals/${proposed.proposal.id}`;
    const own = await post('amina', `${url}/approve`, { why: 'mine' });
    expect([own.status, own.body.code, own.body.detail]).toEqual([
      422,
      'ENT_MARKING_DENIED',
      'the policy does not permit it: second-person',
    ]);
    expect((await get('bela', '/markings/proposals')).body.proposals).toHaveLength(1);
    // Who may not know of the object is told that there is no such proposal, in the words for one that never was.
    const hidden = await post('outside', `${url}/approve`, { why: 'let me' });
    const never = await post('outside', '/markings/proposals/prp-none/approve', { why: 'let me' });
    expect(hidden.status).toBe(404);
    expect(hidden.body.detail.replace(proposed.proposal.id, 'prp-none')).toBe(never.body.detail);
    expect((await get('outside', '/markings/proposals')).body.proposals).toEqual([]);
    expect((await post('bela', `${url}/withdraw`, { why: 'not so' })).body.decided).toMatchObject({
      verdict: 'withdrawn',
      by: 'bela',
    });
    expect((await post('bela', `${url}/approve`, { why: 'after all' })).status).toBe(409);
    expect((await get('amina', `/markings?id=${GROUP}`)).body.markings).toHaveLength(1);
  });

  it('are proposed by an analyst and set by a releaser; the record says who did what', async () => {
    const object = { id: OTHER };
    const asked = { object, proposed: { act: 'set', marking: 'TLP:GREEN' }, why: 'from a partner' };
    const { status: made, body } = await post('analyst', '/markings/proposals', asked);
    expect([made, body.done]).toEqual([201, false]);
    const url = `/markings/proposals/${body.proposal.id}/approve`;
    expect((await post('analyst', url, { why: 'x' })).status).toBe(403);
    expect((await post('bela', url, { why: 'right' })).body).toMatchObject({ done: true });
    const { markings } = (await get('bela', `/markings?id=${OTHER}`)).body;
    expect(markings).toMatchObject([{ marking: 'TLP:GREEN', by: 'analyst, agreed by bela' }]);
  });

  it('are taken off by two, and that they stood is kept', async () => {
    const { markings } = (await get('bela', `/markings?id=${OTHER}`)).body;
    const { body } = await post('bela', `/markings/${markings[0].id}/remove`, { why: 'published' });
    expect(body).toMatchObject({ done: false, proposal: { proposed: { act: 'remove' } } });
    const url = `/markings/proposals/${body.proposal.id}/approve`;
    expect((await post('amina', url, { why: 'yes' })).body.done).toBe(true);
    const after = (await get('amina', `/markings?id=${OTHER}`)).body;
    expect(after).toMatchObject({
      markings: [{ removed: { by: 'bela, agreed by amina' } }],
      bearing: ['TLP:CLEAR'],
    });
    expect((await post('amina', `/markings/${markings[0].id}/remove`, { why: 'again' })).status).toBe(409);
  });

  it('stand on documents and statements too', async () => {
    const set = { id: document, marking: 'TLP:GREEN', why: 'a subscriber’s copy' };
    expect((await post('amina', '/markings', set)).body.done).toBe(true);
    expect((await get('amina', `/markings?id=${document}`)).body.object.kind).toBe('document');
    const said = { id: 'un-sc:QDe.900', property: 'name', value: 'INVENTED FRONT 900' };
    const one = await post('amina', '/markings', {
      ...said,
      marking: 'TLP:AMBER//OWNER in-mea',
      why: 'held',
    });
    expect(one.body.done).toBe(true);
    expect(await status('partner', 'un-sc:QDe.900')).toBe(404);
    const none = await post('amina', '/markings', { ...said, value: 'Nobody', marking: 'TLP:RED', why: 'x' });
    expect(none.status).toBe(404);
  });

  it.each([
    ['GET', '/markings?id='],
    ['POST', '/markings'],
    ['POST', '/markings/proposals'],
    ['POST', '/releases'],
  ] as const)(
    'tell who may not know of a thing what they tell of one that never was: %s %s',
    async (method, url) => {
      const body = (id: string) =>
        url === '/markings/proposals'
          ? { object: { id }, proposed: { act: 'set', marking: 'TLP:RED' }, why: 'x' }
          : url === '/releases'
            ? { id, to: 'uk-fcdo', why: 'x' }
            : { id, marking: 'TLP:RED', why: 'x' };
      const of = (id: string) =>
        method === 'GET' ? get('outside', url + id) : post('outside', url, body(id));
      const [hidden, never] = [await of(GROUP), await of('un-sc:QDe.999')];
      expect(hidden.status).toBe(404);
      expect(hidden.body.code).toBe(never.body.code);
      expect(hidden.body.detail.replace(GROUP, 'un-sc:QDe.999')).toBe(never.body.detail);
    },
  );

  it('tell of a hidden marking’s number what they tell of one that no marking has', async () => {
    const of = (id: number) => post('outside', `/markings/${id}/remove`, { why: 'x' });
    const [hidden, never] = [await of(1), await of(999)];
    expect([hidden.status, never.status]).toEqual([404, 404]);
    expect(hidden.body.detail.replace('1', '999')).toBe(never.body.detail);
  });

  it('refuse what is no marking, and roles that hold no such act', async () => {
    const bad = await post('amina', '/markings', { id: GROUP, marking: 'SECRET', why: 'x' });
    expect([bad.status, bad.body.code]).toEqual([400, 'ENT_MARKING_SYNTAX']);
    expect((await post('analyst', '/markings', { id: GROUP, marking: 'TLP:RED', why: 'x' })).status).toBe(
      403,
    );
    expect((await post('partner', '/releases', { id: GROUP, to: 'x', why: 'x' })).status).toBe(403);
  });
});

describe('a release', () => {
  it('needs a second person, lets the partner see it, and is called back by one', async () => {
    expect(await status('partner')).toBe(404);
    const { body } = await post('amina', '/releases', {
      id: GROUP,
      to: 'uk-fcdo',
      why: 'our agreement, 4.2',
    });
    expect(body).toMatchObject({ done: false, release: null });
    const approved = await post('bela', `/markings/proposals/${body.proposal.id}/approve`, { why: 'agreed' });
    expect(approved.body).toMatchObject({
      done: true,
      release: {
        to: 'uk-fcdo',
        by: 'amina',
        word: 'bela',
        markings: ['TLP:AMBER//OWNER in-mea'],
        recalled: null,
      },
    });
    const seen = await get('partner', `/entities/${GROUP}`);
    expect([seen.status, seen.headers['x-marking']]).toEqual([200, 'TLP:AMBER//OWNER in-mea//TO uk-fcdo']);
    expect((await post('amina', '/releases', { id: GROUP, to: 'uk-fcdo', why: 'again' })).status).toBe(409);
    const { id } = approved.body.release;
    const recalled = await post('bela', `/releases/${id}/recall`, { why: 'it was wrong' });
    expect(recalled.body.recalled).toMatchObject({ by: 'bela', why: 'it was wrong' });
    expect(await status('partner')).toBe(404);
    expect((await get('amina', `/markings?id=${GROUP}`)).body.releases).toHaveLength(1);
    expect((await post('bela', `/releases/${id}/recall`, { why: 'again' })).status).toBe(409);
  });

  it('to an organisation of which nobody is cleared is refused as one to nobody is', async () => {
    for (const to of ['nobody-there', 'zz-uncleared']) {
      const { status: code, body } = await post('amina', '/releases', { id: GROUP, to, why: 'x' });
      expect([code, body.detail]).toEqual([422, 'the policy does not permit it: recipient, second-person']);
    }
  });

  it('of what another owns needs that owner’s word', async () => {
    await store.markings.set('record', OTHER, 'TLP:AMBER//OWNER in-mea//TO us-state', {
      by: 'test',
      at: NOW,
      why: 'test',
    });
    const { body } = await post('chen', '/releases', { id: OTHER, to: 'uk-fcdo', why: 'they ask' });
    expect(body.done).toBe(false);
    const url = `/markings/proposals/${body.proposal.id}/approve`;
    expect((await post('amina', url, { why: 'we agree' })).body).toMatchObject({
      done: true,
      release: { by: 'chen', word: 'amina' },
    });
  });

  it('counts the word of nobody whose account has ended', async () => {
    const again = { id: GROUP, to: 'uk-fcdo', why: 'once more' };
    const { body } = await post('bela', '/releases', again);
    await store.accounts.change('bela', { disabledAt: NOW });
    const url = `/markings/proposals/${body.proposal.id}/approve`;
    const refused = await post('amina', url, { why: 'agreed' });
    expect([refused.status, refused.body.detail]).toEqual([
      422,
      'the policy does not permit it: second-person',
    ]);
  });

  it('stands in the audit log under the markings of what it gives', async () => {
    const entries = await store.audit.list({ limit: 1000, action: 'release' });
    expect(entries.length).toBeGreaterThan(4);
    expect(entries.some(({ markings }) => markings.includes('TLP:AMBER//OWNER in-mea'))).toBe(true);
    const set = await store.audit.list({ limit: 1000, action: 'mark' });
    expect(JSON.stringify(set)).toContain('received so');
  });
});

describe('at the command line', () => {
  it('an object is released, shown so, and called back', async () => {
    const here = desk();
    const file = join(here.folder, 'un.xml');
    writeFileSync(file, unList([{ reference: 'QDe.900', name: 'INVENTED FRONT' }]));
    await here.entente('load', 'un-sc', file, '--observed', '2026-01-01');
    const why = ['--why', 'agreed'];
    await here.entente('mark', 'set', 'un-sc:QDe.900', 'TLP:AMBER//OWNER in-mea', ...why);
    const given = await here.entente('mark', 'release', 'un-sc:QDe.900', 'uk-fcdo', ...why, '--json');
    const { id } = given.json().release;
    expect((await here.entente('mark', 'show', 'un-sc:QDe.900')).out).toContain('released to uk-fcdo');
    const twice = await here.entente('mark', 'release', 'un-sc:QDe.900', 'uk-fcdo', ...why);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('already')]);
    expect((await here.entente('mark', 'recall', id, ...why)).code).toBe(0);
    expect((await here.entente('mark', 'recall', id, ...why)).code).toBe(1);
    expect((await here.entente('mark', 'show', 'un-sc:QDe.900')).out).toContain('called back');
    const said = ['--property', 'name', '--value', 'INVENTED FRONT'];
    const one = await here.entente('mark', 'set', 'un-sc:QDe.900', 'TLP:GREEN', ...said, ...why, '--json');
    expect(one.json()).toMatchObject({ kind: 'statement', marking: 'TLP:GREEN' });
    here.close();
  });
});
