import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordBasis, replayScreening, screeningAsked, screeningResult } from '../src/app/index.ts';
import { Screener } from '../src/screening/index.ts';
import { Store } from '../src/store/index.ts';
import { type Desk, desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const STORE = pathToFileURL(resolve(import.meta.dirname, '../dist/store/index.js')).href;
const KILLS = 100;

/** What a killed process was doing: it enters events, acts that take effect among them, and says what is kept. */
const WRITER = `
import { Store } from ${JSON.stringify(STORE)};
const store = await Store.open(process.argv[1]);
const event = (i) => ({
  at: new Date().toISOString(), subject: { id: 'usr-a', name: 'amina', kind: 'person', key: null }, channel: 'http',
  action: i % 5 === 0 ? 'decide' : 'screen', verdict: 'permit', reasons: [], asked: { i }, basis: null, result: null,
  markings: [], request: null,
});
const worker = async (n) => {
  for (let i = n; ; i += 8) {
    const effect = i % 5 === 0;
    if (effect) await store.markings.set('entity', 'ent-' + i, 'TLP:GREEN', { by: 'amina', at: '', why: '' });
    const { id } = await store.audit.append(event(i), { durable: effect });
    process.stdout.write(id + (effect ? ' ent-' + i : '') + '\\n');
  }
};
await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(worker));
`;

let here: Desk;
beforeEach(() => {
  here = desk();
});
afterEach(() => here.close());

/** Runs the writer until it is killed, some time after its first word; what it said was kept. */
function killedWriter(afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, here.store], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((done) => {
    child.on('close', () => done(said.split('\n').slice(0, -1)));
  });
}

describe('an audit log whose writer is killed', () => {
  it(`verifies and has lost nothing that was acknowledged, ${KILLS} times at random points`, async () => {
    const acknowledged = new Set<string>();
    const marked = new Set<string>();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const lines = await killedWriter(Math.random() * 60);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const [id = '', object] = line.split(' ');
        acknowledged.add(id);
        if (object !== undefined) marked.add(object);
      }
      if (kill % 10 !== 0) continue;
      const store = await Store.open(here.store);
      const report = await store.audit.verify();
      expect(report.faults).toEqual([]);
      const kept = new Set((await store.audit.list({ limit: 1_000_000 })).map(({ id }) => id));
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
      const standing = await store.markings.standing('entity');
      expect([...marked].filter((object) => !standing.has(object))).toEqual([]);
      await store.close();
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS * 8);
  }, 400_000);
});

const NOW = '2026-11-24T12:00:00.000Z';
const NAMES = ['INVENTED FRONT', 'INVENTED FRONT OF THE EAST', 'THE BLUE LANTERN', 'BLUE LANTERN MOVEMENT'];

async function load(day: string, names: readonly string[], ...more: readonly string[]): Promise<void> {
  const file = join(here.folder, 'un.xml');
  const groups = names.map((name, i) => ({
    reference: `QDe.${900 + i}`,
    name,
    aliases: [{ name: `${name} (N)` }],
  }));
  writeFileSync(file, unList(groups));
  const { code, err } = await here.entente('load', 'un-sc', file, '--observed', day, ...more);
  expect({ day, code, err: code === 0 ? '' : err }).toEqual({ day, code: 0, err: '' });
}

/** Screens a name as the server does, and gives the id of its entry. */
async function screened(
  name: string,
  clocks = { asOf: null as string | null, knownAt: null as string | null },
): Promise<string> {
  const store = await Store.open(here.store);
  const scope = { clocks, lists: null };
  const question = { query: { name }, options: { threshold: 0.5, limit: 10 }, scope };
  const answer = await (await Screener.over(store, scope)).screen(question.query, question.options);
  expect(answer.results.length).toBeGreaterThan(0);
  const { id } = await store.audit.append({
    at: NOW,
    subject: { id: 'usr-a', name: 'amina', kind: 'person', key: null },
    channel: 'http',
    action: 'screen',
    verdict: 'permit',
    reasons: [],
    asked: screeningAsked(question),
    basis: await recordBasis(store),
    result: screeningResult(answer),
    markings: [],
    request: null,
  });
  await store.close();
  return id;
}

const replay = async (id: string) => {
  const { code, json } = await here.entente('audit', 'replay', id, '--json');
  return { code, outcome: json().outcome, rewound: json().rewound };
};

describe('a past screening', () => {
  it('is replayed to the same bytes, whatever was loaded, filled in, taken off and judged since', async () => {
    await load('2026-01-01', NAMES);
    await load('2026-03-01', [...NAMES, 'INVENTED FRONT OF THE WEST']);
    const first = await screened('Invented Front');
    const then = await screened('Invented Front', { asOf: '2026-02-01', knownAt: '2026-02-15' });
    expect(await replay(first)).toEqual({ code: 0, outcome: 'same', rewound: false });

    await load('2026-05-01', [...NAMES.map((name) => `${name} RENAMED`), 'INVENTED FRONT AT LARGE']);
    const second = await screened('Invented Front');
    await load('2026-02-01', [...NAMES.slice(0, 2), 'INVENTED FRONT UNDER ANOTHER NAME', ...NAMES.slice(3)]);
    await here.entente('reject', 'un-sc', '2026-03-01', '--note', 'a wrong file');
    const store = await Store.open(here.store);
    await store.judgeSame(
      [{ left: 'un-sc:QDe.900', right: 'un-sc:QDe.901', verdict: 'same', by: 'amina', evidence: {} }],
      NOW,
    );
    await store.close();
    for (const id of [first, then, second])
      expect(await replay(id)).toEqual({ code: 0, outcome: 'same', rewound: true });
    // The record itself was not taken back.
    const lists = (await here.entente('lists', '--json')).json().lists as {
      id: string;
      snapshots: unknown[];
    }[];
    expect(lists.find(({ id }) => id === 'un-sc')?.snapshots).toHaveLength(4);
  });

  it('that no longer gives the same answer is a failed check, and other entries are none', async () => {
    await load('2026-01-01', NAMES);
    const id = await screened('Blue Lantern');
    const store = await Store.open(here.store);
    const entry = await store.audit.get(id);
    const altered = { ...entry, result: { sha256: '0'.repeat(64), count: 1 } };
    expect((await replayScreening(store, altered)).outcome).toBe('different');
    const other = await store.audit.append({ ...entry, action: 'read', asked: { id: 'x' }, result: null });
    await store.close();
    expect(await here.entente('audit', 'replay', other.id)).toMatchObject({
      code: 2,
      err: expect.stringContaining('ENT_AUDIT_NOT_A_SCREENING'),
    });
    expect(await here.entente('audit', 'replay', 'aud-none')).toMatchObject({ code: 1 });
  });
});

describe('entente audit, user and key', () => {
  it('show what was asked, and say so when there is nothing', async () => {
    await load('2026-01-01', NAMES);
    expect((await here.entente('audit', 'list')).out).toContain('No such entries');
    expect((await here.entente('audit', 'verify')).code).toBe(0);
    await screened('Invented Front');
    expect((await here.entente('audit', 'list')).out).toMatch(/amina\s+screen\s+Invented Front\s+aud-/);
    expect((await here.entente('audit', 'list', '--denied')).out).toContain('No such entries');
    expect((await here.entente('audit', 'list', '--by', 'nobody')).out).toContain('No such entries');
  });

  it('find a log that was altered or shortened, with exit code 1', async () => {
    await load('2026-01-01', NAMES);
    await screened('Invented Front');
    await screened('Blue Lantern');
    const note = join(here.folder, 'note.txt');
    writeFileSync(note, (await here.entente('audit', 'checkpoint')).out);
    expect(readFileSync(note, 'utf8')).toContain('entente audit checkpoint v1');
    expect((await here.entente('audit', 'verify', '--kept', note)).code).toBe(0);
    const key = join(here.folder, 'key.pem');
    writeFileSync(key, (await here.entente('audit', 'key')).out);
    expect((await here.entente('audit', 'verify', '--public-key', key)).code).toBe(0);
    rmSync(`${here.store}.ledger`);
    await screened('Invented Front');
    const shortened = await here.entente('audit', 'verify', '--kept', note);
    expect(shortened).toMatchObject({ code: 1, out: expect.stringContaining('does not hold entry 2') });
    expect(await here.entente('audit', 'verify', '--kept', key)).toMatchObject({ code: 3 });
  });

  it('make accounts and keys, and enter who made them', async () => {
    await load('2026-01-01', NAMES);
    expect((await here.entente('user', 'list')).out).toContain('No accounts');
    const added = await here.entente(
      'user',
      'add',
      'Amina',
      '--role',
      'analyst',
      '--tlp',
      'amber',
      '--state',
      'in',
    );
    expect(added.out).toContain('may screen, search, read');
    expect(await here.entente('user', 'add', 'amina', '--role', 'analyst')).toMatchObject({ code: 3 });
    expect(await here.entente('user', 'add', 'bo', '--role', 'king')).toMatchObject({ code: 2 });
    const key = await here.entente(
      'key',
      'add',
      'amina',
      '--label',
      'test',
      '--scope',
      'screen',
      '--days',
      '30',
    );
    expect(key.out).toMatch(/^ent_[a-z2-7]{16}_[A-Z2-7]{32}\n$/);
    expect(key.err).toContain('shown this once');
    const [listed] = (await here.entente('key', 'list', '--json')).json().keys;
    expect(listed).toMatchObject({
      account: 'amina',
      scopes: ['screen'],
      expiresAt: '2026-12-24T12:00:00.000Z',
    });
    expect((await here.entente('key', 'list')).out).not.toContain(key.out.trim().slice(-32));
    const rotated = await here.entente('key', 'rotate', listed.id, '--overlap', '2');
    expect(rotated.err).toContain('2026-11-26');
    expect((await here.entente('key', 'revoke', listed.id)).out).toContain('void');
    expect((await here.entente('user', 'totp', 'amina')).out).toMatch(
      /^otpauth:\/\/totp\/Entente:amina\?secret=[A-Z2-7]{32}&/,
    );
    expect((await here.entente('user', 'revoke', 'amina')).code).toBe(0);
    expect((await here.entente('user', 'list')).out).toContain('disabled 2026-11-24');
    const { entries } = (await here.entente('audit', 'list', '--action', 'administer', '--json')).json();
    expect(entries.map(({ asked }: { asked: object }) => Object.values(asked)[0])).toEqual([
      'revoke',
      'totp',
      'revoke',
      'rotate',
      'add',
      'add',
    ]);
    expect(JSON.stringify(entries)).not.toContain(key.out.trim());
  });

  it('set, show and take off markings, with the reason', async () => {
    await load('2026-01-01', NAMES);
    const set = await here.entente(
      'mark',
      'set',
      'un-sc:QDe.900',
      'tlp:amber//owner in-mea',
      '--why',
      'as received',
    );
    expect(set.out).toContain('TLP:AMBER//OWNER in-mea');
    expect(await here.entente('mark', 'set', 'un-sc:QDe.900', 'TLP:PURPLE', '--why', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('states no TLP level'),
    });
    expect(await here.entente('mark', 'set', 'un-sc:QDe.999', 'TLP:RED', '--why', 'x')).toMatchObject({
      code: 1,
    });
    const [shown] = (await here.entente('mark', 'show', 'un-sc:QDe.900', '--json')).json().markings;
    expect(shown).toMatchObject({ marking: 'TLP:AMBER//OWNER in-mea', why: 'as received', removed: null });
    expect((await here.entente('mark', 'remove', String(shown.id), '--why', 'published')).code).toBe(0);
    expect((await here.entente('mark', 'remove', String(shown.id), '--why', 'published')).code).toBe(1);
    expect((await here.entente('mark', 'show', 'un-sc:QDe.900')).out).toContain('taken off');
  });

  it('take a password from standard input, and a short one not at all', async () => {
    here.close();
    here = desk({ stdin: 'correct horse battery\n' });
    await load('2026-01-01', NAMES);
    const { code } = await here.entente('user', 'add', 'amina', '--role', 'reader', '--password-stdin');
    expect(code).toBe(0);
    const store = await Store.open(here.store);
    const given = { name: 'amina', password: 'correct horse battery', code: null };
    expect(await store.accounts.signIn(given, () => null, new Date(NOW))).toMatchObject({
      outcome: 'signed-in',
    });
    await store.close();
  });

  it('cut the log by a rule, and the rest still verifies', async () => {
    await load('2026-01-01', NAMES);
    await screened('Invented Front');
    await here.entente('user', 'add', 'amina');
    expect((await here.entente('audit', 'cut', '--before', '2026-11-25', '--why', 'the rule')).out).toContain(
      '1 entries',
    );
    const { entries, cutTo, faults } = (await here.entente('audit', 'verify', '--json')).json();
    expect({ entries, cutTo, faults }).toEqual({ entries: 2, cutTo: 1, faults: [] });
  });
});
