import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../sqlite/dialect.ts';
import { Store } from '../store.ts';
import { entry, list, load, name } from '../store-for-test.ts';
import type { AuditEvent } from './entry.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const at = (minute: number) => new Date(Date.parse(NOW) + minute * 60_000).toISOString();

function event(minute: number, more: Partial<AuditEvent> = {}): AuditEvent {
  return {
    at: at(minute),
    subject: { id: 'usr-a', name: 'amina', kind: 'person', key: null },
    channel: 'http',
    action: 'read',
    verdict: 'permit',
    reasons: [],
    asked: { id: `thing-${minute}` },
    basis: null,
    result: null,
    markings: [],
    request: null,
    ...more,
  };
}

let folder: string;
let path: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-audit-'));
  path = join(folder, 'record.db');
  store = await Store.open(path);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const fill = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => store.audit.append(event(i))));

/** Does to the ledger what somebody with the file in hand could. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await store.close();
  const ledger = openSqlite(`${path}.ledger`, { mustExist: true });
  for (const text of statements) await sql.raw(text).execute(ledger.db);
  await ledger.close();
  store = await Store.open(path);
}

describe('the audit log', () => {
  it('L1: keeps entries in the order in which they came, each stating the hash of the one before', async () => {
    const receipts = await fill(50);
    expect(receipts.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    const report = await store.audit.verify();
    expect(report).toMatchObject({ entries: 50, faults: [], from: at(0), to: at(49) });
    expect(report.head).toEqual({ seq: 50, hash: receipts[49]?.hash });
  });

  it('L1: lists the newest first, by person, action, verdict and time, page by page', async () => {
    await fill(5);
    await store.audit.append(
      event(9, {
        verdict: 'deny',
        reasons: ['role'],
        subject: { id: 'usr-b', name: 'b', kind: 'key', key: 'key-1' },
      }),
    );
    const seqs = async (query: Parameters<typeof store.audit.list>[0]) =>
      (await store.audit.list(query)).map(({ seq }) => seq);
    expect(await seqs({ limit: 2 })).toEqual([6, 5]);
    expect(await seqs({ limit: 2, before: 5 })).toEqual([4, 3]);
    expect(await seqs({ limit: 9, subject: 'usr-b' })).toEqual([6]);
    expect(await seqs({ limit: 9, verdict: 'deny' })).toEqual([6]);
    expect(await seqs({ limit: 9, from: at(1), to: at(3) })).toEqual([3, 2]);
    expect((await store.audit.list({ limit: 1 }))[0]).toMatchObject({ reasons: ['role'], basis: null });
  });

  it('L5: gives an entry what its answer rests on, kept once for all that share it', async () => {
    const basis = { rules: 'r1', lists: [], record: await store.recordState() };
    await Promise.all([0, 1, 2].map((i) => store.audit.append(event(i, { basis }))));
    const entries = await store.audit.list({ limit: 9 });
    expect(entries.map((one) => one.basis)).toEqual([basis, basis, basis]);
    expect((await store.audit.verify()).faults).toEqual([]);
    await tamper(`update audit_basis set body = replace(body, 'r1', 'r2')`);
    expect((await store.audit.verify()).faults).toHaveLength(4);
  });

  it('L2: is added to by several processes at once', async () => {
    const other = await Store.open(path);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? store : other).audit.append(event(i))),
    );
    await other.close();
    expect(await store.audit.verify()).toMatchObject({ entries: 40, faults: [] });
  });

  it.each([
    ['a changed text', `update audit_entry set body = replace(body, 'amina', 'nobody') where seq = 7`],
    ['a changed column', `update audit_entry set subject = 'usr-z' where seq = 7`],
    ['a changed hash', `update audit_entry set hash = '${'0'.repeat(64)}' where seq = 7`],
    ['an entry that is gone', `delete from audit_entry where seq = 7`],
    ['two that changed places', `update audit_entry set seq = case seq when 7 then 1000 else seq end`],
    ['a first entry that is gone', `delete from audit_entry where seq = 1`],
    ['an end that is gone', `delete from audit_entry where seq > 10`],
    ['a checkpoint that was altered', `update audit_checkpoint set note = replace(note, '20', '19')`],
  ])('L3: finds %s', async (_what, statement) => {
    await fill(20);
    await tamper(statement);
    expect((await store.audit.verify()).faults.length).toBeGreaterThan(0);
  });

  it('L4: finds a whole chain that was written anew, by a note that was kept elsewhere', async () => {
    await fill(20);
    const note = await store.audit.checkpoint(at(20));
    await tamper('delete from audit_entry', 'delete from audit_checkpoint');
    await fill(25);
    expect((await store.audit.verify()).faults).toEqual([]);
    expect((await store.audit.verify({ kept: note })).faults).toEqual([
      `the chain does not hold entry 20 as the note of ${at(20)} has it`,
    ]);
  });

  it('L4: does not trust a checkpoint of another key', async () => {
    await fill(3);
    const note = (await store.audit.checkpoint(at(3))) ?? '';
    const pem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
    writeFileSync(join(folder, 'other.pem'), pem);
    const own = join(folder, 'own.pem');
    writeFileSync(own, store.audit.publicKey().pem);
    expect((await store.audit.verify({ publicKeys: [own] })).faults).toEqual([]);
    const { faults } = await store.audit.verify({ publicKeys: [join(folder, 'other.pem')], kept: note });
    expect(faults).toHaveLength(2);
    await expect(store.audit.verify({ kept: 'no note' })).rejects.toMatchObject({ code: 'ENT_AUDIT_NOTE' });
  });

  it('L4: keeps its key where only its owner reads it, and refuses one that others can read', async () => {
    await fill(1);
    await store.audit.checkpoint(at(1));
    expect(statSync(`${path}.audit-key`).mode & 0o777).toBe(0o600);
    await store.close();
    chmodSync(`${path}.audit-key`, 0o644);
    store = await Store.open(path);
    await expect(store.audit.verify()).rejects.toMatchObject({ code: 'ENT_AUDIT_KEY' });
    chmodSync(`${path}.audit-key`, 0o600);
  });

  it('L4: signs with another key from a moment on, and each key vouches for the other', async () => {
    await fill(5);
    const kept = (await store.audit.checkpoint(at(5))) ?? '';
    const old = join(folder, 'old.pem');
    writeFileSync(old, store.audit.publicKey().pem);
    const changed = await store.audit.changeKey({ now: at(6), why: 'a year is over' });
    expect(changed.before).not.toBe(changed.id);
    expect(changed.id).toBe(store.audit.publicKey().id);
    expect(statSync(`${path}.audit-key`).mode & 0o777).toBe(0o600);
    await fill(3);
    const note = (await store.audit.checkpoint(at(9))) ?? '';
    // By the new key, by the old one that somebody kept, and against notes of both.
    for (const publicKeys of [[], [old]])
      for (const one of [kept, note])
        expect(await store.audit.verify({ publicKeys, kept: one })).toMatchObject({
          entries: 8,
          keyChanges: 1,
          faults: [],
        });
    await tamper("update audit_key set note = replace(note, 'a year', 'a day')");
    expect((await store.audit.verify()).faults.length).toBeGreaterThan(0);
  });

  it('L4: counts the word of a key that gave way for nothing that came later', async () => {
    await fill(3);
    await store.audit.checkpoint(at(3));
    const stolen = readFileSync(`${path}.audit-key`);
    await store.audit.changeKey({ now: at(4), why: 'the key was seen by others' });
    await fill(3);
    await store.audit.checkpoint(at(8));
    await store.close();
    const now = readFileSync(`${path}.audit-key`);
    writeFileSync(`${path}.audit-key`, stolen);
    store = await Store.open(path);
    await fill(1);
    await store.audit.checkpoint(at(9));
    writeFileSync(`${path}.audit-key`, now);
    expect((await store.audit.verify()).faults).toEqual([
      expect.stringContaining('is not signed by a key that is trusted here'),
    ]);
  });

  it('L4: signs with the key that another process changed to', async () => {
    await fill(2);
    await store.audit.checkpoint(at(2));
    const other = await Store.open(path);
    const { id } = await other.audit.changeKey({ now: at(3), why: 'changed elsewhere' });
    await other.close();
    await fill(2);
    expect(await store.audit.checkpoint(at(4))).toContain(id);
    expect((await store.audit.verify()).faults).toEqual([]);
  });

  it('L6: is cut by rule so that the rest still verifies, and says so', async () => {
    await fill(30);
    expect(await store.audit.cut(at(10), { now: at(99), why: 'two years are over' })).toBe(10);
    expect(await store.audit.verify()).toMatchObject({ entries: 20, cutTo: 10, from: at(10), faults: [] });
    await store.audit.append(event(40));
    expect(await store.audit.cut(at(999), { now: at(99), why: 'all of it' })).toBe(20);
    expect(await store.audit.verify()).toMatchObject({ entries: 1, cutTo: 30, faults: [] });
    await tamper("delete from audit_checkpoint where kind = 'cut'");
    expect((await store.audit.verify()).faults.length).toBeGreaterThan(0);
  });

  it('L1: holds any JSON that is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const { id } = await store.audit.append(event(0, { asked: JSON.parse(text) }));
        expect(JSON.stringify((await store.audit.get(id)).asked)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 50 },
    );
    expect((await store.audit.verify()).faults).toEqual([]);
  });

  it('L2: takes less than .3 ms for an entry when a thousand come together', async () => {
    await fill(100);
    const from = performance.now();
    await fill(5000);
    expect((performance.now() - from) / 5000).toBeLessThan(0.3);
  });
});

describe('a record that is taken back, in a copy, to an earlier state', () => {
  it('L5: answers as it did, whatever was loaded, rejected and judged since', async () => {
    const groups = (suffix: string, count = 4) =>
      Array.from({ length: count }, (_, i) => entry(`E${i}`, name(`Front ${i}${suffix}`)));
    await load(store, '2026-01-01', groups(''));
    await load(store, '2026-03-01', groups(' renamed'));
    await load(store, '2026-01-01', groups(' abroad'), { list: list('yy-list') });
    await store.judgeSame(
      [{ left: 'xx-list:E0', right: 'yy-list:E0', verdict: 'same', by: 'amina', evidence: {} }],
      NOW,
    );
    const state = await store.recordState();
    const namesOf = async (of: Store) =>
      (await of.names({ asOf: null, knownAt: null }))
        .map(({ id, ...row }) => row)
        .sort((a, b) => a.record - b.record);
    const before = await namesOf(store);
    await load(store, '2026-02-01', groups(' between', 5));
    await load(store, '2026-05-01', groups(' again', 6));
    await store.decide('xx-list', '2026-03-01', 'reject', { by: 'amina', note: 'wrong file', at: NOW });
    await store.withdrawJudgement(1, { by: 'amina', why: 'not the same', now: NOW });
    await store.judgeSame(
      [{ left: 'xx-list:E1', right: 'yy-list:E1', verdict: 'same', by: 'amina', evidence: {} }],
      NOW,
    );
    expect(await namesOf(store)).not.toEqual(before);
    const copy = await store.rewoundTo(state, join(folder, 'copy.db'));
    expect(await namesOf(copy)).toEqual(before);
    expect(await copy.resolve('yy-list:E0')).toBe(await copy.resolve('xx-list:E0'));
    expect(await copy.resolve('yy-list:E1')).not.toBe(await copy.resolve('xx-list:E1'));
    await copy.close();
    expect(await store.resolve('yy-list:E0')).not.toBe(await store.resolve('xx-list:E0'));
  });
});
