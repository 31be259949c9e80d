import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../store.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000);
const PASSWORD = 'correct horse battery';
const noCode = () => null;

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-accounts-'));
  store = await Store.open(join(folder, 'record.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const add = (name: string, password: string | null = PASSWORD) =>
  store.accounts.add({ name, roles: ['reader'], clearance: {}, password, by: 'test', now: NOW });
const attempt = (name: string, password: string, at: Date) =>
  store.accounts.signIn({ name, password, code: null }, noCode, at);
const newKey = (label: string, expiresAt: string | null = null) => ({
  label,
  scopes: ['screen'],
  expiresAt,
  by: 'test',
  now: NOW,
});

describe('an account', () => {
  it('P1: is nowhere, and no second file is made, until the first is added', async () => {
    expect(await store.accounts.any()).toBe(false);
    expect(await store.accounts.list()).toEqual([]);
    expect(await store.accounts.holderOfKey('ent_x', NOW)).toBeNull();
    expect(() => statSync(join(folder, 'record.db.ledger'))).toThrow('ENOENT');
  });

  it('P2: keeps its password as a hash, in a file that its owner alone can read', async () => {
    await add('amina');
    await store.close();
    const bytes = readFileSync(join(folder, 'record.db.ledger'));
    expect(bytes.includes(PASSWORD)).toBe(false);
    expect(statSync(join(folder, 'record.db.ledger')).mode & 0o077).toBe(0);
    store = await Store.open(join(folder, 'record.db'));
    expect((await store.accounts.get('Amina')).hasPassword).toBe(true);
  });

  it('P1: has a name of its own, in whatever case, even when the first is disabled', async () => {
    await add('amina');
    await store.accounts.change('amina', { disabledAt: NOW });
    await expect(add('AMINA')).rejects.toMatchObject({ code: 'ENT_ACCOUNT_EXISTS' });
    await expect(add('a b')).rejects.toMatchObject({ code: 'ENT_ACCOUNT_NAME' });
    await expect(add('bo', 'short')).rejects.toMatchObject({ code: 'ENT_ACCOUNT_PASSWORD' });
  });
});

describe('signing in', () => {
  it('P3: takes the right password, and says no more than no to all else', async () => {
    await add('amina');
    await add('robot', null);
    await add('gone');
    await store.accounts.change('gone', { disabledAt: NOW });
    expect(await attempt('amina', PASSWORD, later(0))).toMatchObject({ outcome: 'signed-in' });
    for (const [name, password] of [
      ['amina', 'wrong horse battery'],
      ['nobody-by-that-name', PASSWORD],
      ['robot', PASSWORD],
      ['gone', PASSWORD],
    ] as const)
      expect(await attempt(name, password, later(0))).toEqual({ outcome: 'wrong' });
  });

  it('P4: locks a name after five failures, for longer each time, whether there is such an account or not', async () => {
    await add('amina');
    const waits: Record<string, number[]> = { amina: [], 'no-such-name': [] };
    const guess = async (name: string) => {
      let at = later(0);
      for (let i = 0; i < 5; i += 1) {
        expect(await attempt(name, 'guess', at)).toEqual({ outcome: 'wrong' });
        const next = await attempt(name, 'guess', at);
        if (next.outcome !== 'locked') continue;
        waits[name]?.push(next.seconds);
        at = new Date(at.getTime() + next.seconds * 1000);
      }
    };
    await Promise.all(Object.keys(waits).map(guess));
    expect(waits.amina).toEqual(waits['no-such-name']);
    expect(waits.amina).toEqual([1, 2, 4]);
  });

  it('P4: does not let the right password through a lock', async () => {
    await add('amina');
    for (let i = 0; i < 5; i += 1) await attempt('amina', 'guess', later(0));
    expect(await attempt('amina', PASSWORD, later(0))).toMatchObject({ outcome: 'locked' });
    expect(await attempt('amina', PASSWORD, later(1))).toMatchObject({ outcome: 'signed-in' });
  });

  it('P4: counts guesses that are made at the same time one by one', async () => {
    await add('amina');
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => attempt('amina', 'guess', later(0))));
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong').length).toBe(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'locked').length).toBe(7);
  });

  it('P3: wants the one-time code where one is set, and takes each but once', async () => {
    await add('amina');
    await store.accounts.newTotp('amina');
    const step = (_secret: string, code: string) => (code === '' ? null : Number(code));
    const withCode = (code: string | null) =>
      store.accounts.signIn({ name: 'amina', password: PASSWORD, code }, step, later(0));
    expect(await withCode(null)).toEqual({ outcome: 'wrong' });
    expect(await withCode('100')).toMatchObject({ outcome: 'signed-in' });
    expect(await withCode('100')).toEqual({ outcome: 'wrong' });
    expect(await withCode('99')).toEqual({ outcome: 'wrong' });
    expect(await withCode('101')).toMatchObject({ outcome: 'signed-in' });
  });
});

describe('a session', () => {
  it('P5: is known by its token alone, ends idle and at its end, and with its account', async () => {
    const { id } = await add('amina');
    const { token, csrf } = await store.accounts.openSession(id, NOW);
    const session = await store.accounts.session(token, NOW);
    expect(session?.account.name).toBe('amina');
    expect(session?.hasCsrf(csrf)).toBe(true);
    expect(session?.hasCsrf(token)).toBe(false);
    expect(await store.accounts.session('A'.repeat(40), NOW)).toBeNull();
    expect(await store.accounts.session(token, later(61).toISOString())).toBeNull();
    for (let m = 30; m < 12 * 60; m += 30)
      expect(await store.accounts.session(token, later(m).toISOString())).not.toBeNull();
    expect(await store.accounts.session(token, later(12 * 60).toISOString())).toBeNull();
    const other = await store.accounts.openSession(id, NOW);
    await store.accounts.change('amina', { roles: ['admin'] });
    expect(await store.accounts.session(other.token, NOW)).toBeNull();
  });
});

describe('an API key', () => {
  it('P6: is kept as a hash and holds its account, scopes and expiry', async () => {
    await add('robot', null);
    const { id, secret } = await store.accounts.addKey('robot', newKey('nightly', later(10).toISOString()));
    expect(await store.accounts.holderOfKey(secret, NOW)).toMatchObject({
      account: { name: 'robot' },
      key: id,
      scopes: ['screen'],
    });
    expect(await store.accounts.holderOfKey(secret, later(10).toISOString())).toBeNull();
    expect(JSON.stringify(await store.accounts.keys())).not.toContain(secret.slice(-32));
    await store.close();
    expect(readFileSync(join(folder, 'record.db.ledger')).includes(secret.slice(-32))).toBe(false);
    store = await Store.open(join(folder, 'record.db'));
  });

  it('P6: ends when it is revoked, when its account is disabled, and not before', async () => {
    await add('robot', null);
    const one = await store.accounts.addKey('robot', newKey('one'));
    const two = await store.accounts.addKey('robot', newKey('two'));
    await store.accounts.revokeKey(one.id, NOW);
    expect(await store.accounts.holderOfKey(one.secret, NOW)).toBeNull();
    expect(await store.accounts.holderOfKey(two.secret, NOW)).not.toBeNull();
    await store.accounts.change('robot', { disabledAt: NOW });
    expect(await store.accounts.holderOfKey(two.secret, NOW)).toBeNull();
    await expect(store.accounts.revokeKey('key-none', NOW)).rejects.toMatchObject({
      code: 'ENT_KEY_UNKNOWN',
    });
  });

  it('P6: is rotated with a time in which both are valid', async () => {
    await add('robot', null);
    const old = await store.accounts.addKey('robot', newKey('nightly'));
    const until = later(60).toISOString();
    const fresh = await store.accounts.rotateKey(old.id, { until, by: 'test', now: NOW });
    expect(await store.accounts.holderOfKey(old.secret, NOW)).not.toBeNull();
    expect(await store.accounts.holderOfKey(old.secret, until)).toBeNull();
    expect(await store.accounts.holderOfKey(fresh.secret, until)).toMatchObject({ scopes: ['screen'] });
  });

  it('P6: that is one letter off, of another id, or no key at all is none', async () => {
    await add('robot', null);
    const { secret } = await store.accounts.addKey('robot', newKey('one'));
    const other = await store.accounts.addKey('robot', newKey('two'));
    for (const text of [
      '',
      'ent_',
      secret.slice(0, -1),
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      other.secret.slice(0, 20) + secret.slice(20),
      secret.toLowerCase(),
      `${secret}' or '1'='1`,
    ])
      expect(await store.accounts.holderOfKey(text, NOW)).toBeNull();
  });
});
