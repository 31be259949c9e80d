import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../src/store/index.ts';
import { type Desk, desk } from './support/cli.ts';
import { load } from './support/served.ts';

let at: Desk;
beforeAll(async () => {
  at = desk();
  const store = await Store.open(at.store);
  await load(store, at.folder, '2026-01-01', 3);
  await store.close();
});
afterAll(() => at.close());

describe('a backup', () => {
  it('is of one moment while another process reads the store, and comes back as the same record', async () => {
    const reader = await Store.open(at.store, { mustExist: true, frozen: true });
    const stamp = await reader.stamp();
    const folder = join(at.folder, 'backup');
    const made = await at.entente('backup', folder, '--json');
    expect({ code: made.code, ...made.json() }).toMatchObject({ code: 0, stamp, faults: [] });
    await reader.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const elsewhere = join(at.folder, 'restored.db');
    const restored = await at.entente('restore', folder, '--store', elsewhere);
    expect({ code: restored.code, err: restored.err }).toEqual({ code: 0, err: '' });
    const store = await Store.open(elsewhere, { mustExist: true });
    expect(await store.stamp()).toBe(stamp);
    await store.close();
  });

  it('is written over nothing, and restored over nothing', async () => {
    const folder = join(at.folder, 'twice');
    expect((await at.entente('backup', folder)).code).toBe(0);
    const again = await at.entente('backup', folder);
    expect({ code: again.code, err: again.err }).toMatchObject({
      code: 3,
      err: expect.stringContaining('is there already'),
    });
    const over = await at.entente('restore', folder);
    expect(over.code).toBe(3);
    expect(over.err).toContain('nothing is written over');
    expect(
      (await at.entente('restore', join(at.folder, 'nothing'), '--store', join(at.folder, 'new.db'))).code,
    ).toBe(3);
    expect(existsSync(join(at.folder, 'new.db'))).toBe(false);
  });
});
