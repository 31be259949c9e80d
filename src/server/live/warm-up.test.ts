import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Store } from '../../store/index.ts';
import { LiveRecord } from './live-record.ts';

let folder: string;
let location: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-warm-'));
  location = join(folder, 'record.db');
  await (await Store.open(location)).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a record of no names has nothing to warm up, is ready at once, and no failure is told', async () => {
  const failures: unknown[] = [];
  const live = await LiveRecord.open(location, {
    now: () => new Date(),
    everyMs: 0,
    onFailure: (error) => failures.push(error),
  });
  await live.refresh();
  expect(live.ready).toBe(true);
  await live.edition.warmUp();
  expect(live.edition.warm).toBe(false);
  await live.close();
  expect(failures).toEqual([]);
});
