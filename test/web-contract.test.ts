import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  ACCOUNT_ROLES,
  API,
  addressOf,
  type OperationName,
  TLP_LEVELS,
  USE_PURPOSES,
} from '../src/contract/index.ts';
import { PURPOSES, ROLES, TLP } from '../src/policy/index.ts';
import { type Served, serve } from './support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ ftm: [] });
});
afterAll(() => served.close());

/** Asks an operation and reads the answer by its own schema, which throws where the two differ. */
async function asked(
  name: OperationName,
  { params = {}, query = {}, body, key }: { params?: any; query?: any; body?: object; key?: string } = {},
): Promise<any> {
  const reply = await served.app.inject({
    method: API[name].method,
    url: addressOf(API[name], params, query),
    ...(body === undefined ? {} : { payload: body }),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  });
  const { status = 200 } = API[name] as { status?: number };
  expect({ name, status: reply.statusCode, body: reply.statusCode === status ? '' : reply.payload }).toEqual({
    name,
    status,
    body: '',
  });
  if (status === 204) return undefined;
  return (API[name].answer as z.ZodType).parse(reply.json());
}

describe('roles, levels and purposes of the contract', () => {
  it('are those of the policy', () => {
    expect(ACCOUNT_ROLES).toEqual(ROLES);
    expect(TLP_LEVELS).toEqual(TLP);
    expect(USE_PURPOSES).toEqual(PURPOSES);
  });
});

describe('accounts, keys and the audit log over the contract', () => {
  it('answers in its shapes, from an open server to one with people and keys', async () => {
    expect(await asked('session')).toMatchObject({ open: true, csrf: null, expiresAt: null });
    expect(await asked('accounts')).toEqual({ accounts: [] });
    await asked('screenLink', { query: { name: 'INVENTED SAMPLE FRONT ALPHA' } });

    const [entry] = (await asked('audit', { query: { action: 'screen' } })).entries;
    expect(entry).toMatchObject({ action: 'screen', verdict: 'permit', subject: { kind: 'local' } });
    expect(await asked('auditEntry', { params: { id: entry.id } })).toEqual(entry);
    expect(await asked('replay', { params: { id: entry.id } })).toMatchObject({
      outcome: 'same',
      sha256: { before: entry.result.sha256, now: entry.result.sha256 },
    });
    expect(await asked('verifyAudit')).toMatchObject({ faults: [] });

    const admin = await asked('addAccount', { body: { name: 'Keeper', roles: ['admin'] } });
    expect(admin).toMatchObject({ name: 'keeper', hasPassword: false, disabledAt: null });
    // The server stayed open for as long as it believes what it last read; then it wants a key.
    const { key } = await asked('addKey', { params: { name: 'keeper' }, body: { label: 'desk' } });
    await new Promise((done) => setTimeout(done, 2100));
    const as = { key };
    await asked('addAccount', {
      ...as,
      body: { name: 'amina', roles: ['analyst'], password: 'correct horse battery' },
    });
    const changed = await asked('changeAccount', {
      ...as,
      params: { name: 'amina' },
      body: { roles: ['reviewer'], clearance: { tlp: 'GREEN' } },
    });
    expect(changed).toMatchObject({ roles: ['reviewer'], clearance: { tlp: 'GREEN' } });
    expect((await asked('newTotp', { ...as, params: { name: 'amina' } })).uri).toMatch(
      /^otpauth:\/\/totp\/Entente:amina\?secret=[A-Z2-7]{32}&/,
    );
    const made = await asked('addKey', {
      ...as,
      params: { name: 'amina' },
      body: { label: 'desk', scopes: ['screen'] },
    });
    await asked('revokeKey', { ...as, params: { key: made.id } });
    const { keys } = await asked('keys', { ...as, params: { name: 'amina' } });
    expect(keys).toMatchObject([{ id: made.id, label: 'desk', scopes: ['screen'] }]);
    expect(keys[0].revokedAt).not.toBeNull();
    expect(
      (await asked('changeAccount', { ...as, params: { name: 'amina' }, body: { disabled: true } }))
        .disabledAt,
    ).not.toBeNull();
  });

  it('enters neither passwords nor keys nor second factors in the log', async () => {
    const log = JSON.stringify(
      await served.server.record.store.audit.list({ limit: 1000, action: 'administer' }),
    );
    expect(log).toContain('/api/v1/accounts');
    expect(log).not.toMatch(/correct horse|otpauth|ent_[a-z2-7]{16}_/);
  });
});

describe('an answer that holds something marked', () => {
  it('comes with its banner and duties, and is never answered from a tag', async () => {
    const own = await serve({ ftm: [] });
    const url = '/api/v1/entities/un-sc:QDe.900';
    const { headers } = await own.get(url);
    expect(headers['x-marking']).toBeUndefined();
    await own.server.record.store.markings.set('record', 'un-sc:QDe.900', 'TLP:GREEN//CAVEAT no-court', {
      by: 'test',
      at: '2026-11-24T12:00:00.000Z',
      why: 'test',
    });
    await new Promise((done) => setTimeout(done, 1100));
    const again = await own.get(url, { 'if-none-match': headers.etag });
    expect(again.status).toBe(200);
    expect(again.headers['x-marking']).toMatch(/^TLP:GREEN/);
    expect(again.headers['x-marking-duties']).toContain('caveat=no-court');
    const screened = await own.get('/api/v1/screen?name=INVENTED+SAMPLE+FRONT+ALPHA&limit=1');
    expect(screened.headers['x-marking']).toMatch(/^TLP:GREEN/);
    expect((await own.get('/api/v1/entities/un-sc:QDe.901')).headers['x-marking']).toBeUndefined();
    await own.close();
  });
});
