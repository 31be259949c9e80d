import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadFiles,
  replayBatch,
  replayScreening,
  screenBatchEntered,
  screenEntered,
} from '../src/app/index.ts';
import { Screener } from '../src/screening/index.ts';
import { Store } from '../src/store/index.ts';
import { desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const by = {
  subject: { id: 'local', name: 'amina', kind: 'local', key: null },
  channel: 'command-line',
  request: null,
} as const;
const scope = { clocks: { asOf: null, knownAt: null }, lists: null };
let folder: string;
let store: Store;
const load = (observed: string, groups: readonly string[]) => {
  const file = join(folder, 'un.xml');
  writeFileSync(file, unList(groups.map((name, at) => ({ reference: `QDe.${900 + at}`, name }))));
  return loadFiles(store, 'un-sc', [file], { observed, now });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-entered-'));
  store = await Store.open(join(folder, 'record.db'));
  await load('2026-01-01', ['INVENTED FRONT', 'AZURE RIVER ARMY', 'UMBER LEAGUE']);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('what is screened at the command line', () => {
  it('is entered like what a server is asked, and can be asked again', async () => {
    const screener = await Screener.over(store, scope);
    const question = { query: { name: 'Invented Front' }, options: { threshold: 0.7 }, scope };
    const answer = await screenEntered(store, screener, question, by, now);
    const [entry] = await store.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ ...by, action: 'screen', result: { count: answer.results.length } });
    expect((await replayScreening(store, entry as never)).outcome).toBe('same');
  });

  it('costs some milliseconds of work', async () => {
    const screener = await Screener.over(store, scope);
    const question = { query: { name: 'Azure River Army' }, options: {}, scope };
    await screenEntered(store, screener, question, by, now);
    const from = process.cpuUsage();
    for (let i = 0; i < 50; i += 1) await screenEntered(store, screener, question, by, now);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000 / 50).toBeLessThan(10);
  });
});

describe('a file of names', () => {
  it('is entered once, with the hashes of what came in and of all results, and can be made again', async () => {
    const [input, output] = [join(folder, 'names.csv'), join(folder, 'results.csv')];
    writeFileSync(input, 'id,name\n1,Invented Front\n2,Nobody Of Note\n3,\n4,Azure River Army\n');
    const job = { input, output, scope, options: { threshold: 0.7 }, workers: 0 };
    const before = await store.audit.list({ limit: 100 });
    await screenBatchEntered(store, job, by, now);
    const after = await store.audit.list({ limit: 100 });
    expect(after).toHaveLength(before.length + 1);
    const [entry] = after;
    if (entry === undefined) throw new TypeError('nothing was entered');
    expect(entry).toMatchObject({ ...by, result: { count: 4 }, asked: { batch: { rows: 4 } } });
    expect((await replayBatch(store, entry, input, { workers: 0 })).outcome).toBe('same');
    // A later record answers otherwise; the run is made again of the record as it was.
    await load('2026-02-01', ['INVENTED FRONT', 'NOBODY OF NOTE', 'UMBER LEAGUE']);
    expect((await replayBatch(store, entry, input, { workers: 0 })).outcome).toBe('same');
    writeFileSync(input, readFileSync(input, 'utf8').replace('Nobody', 'Anybody'));
    await expect(replayBatch(store, entry, input, { workers: 0 })).rejects.toMatchObject({
      code: 'ENT_AUDIT_OTHER_INPUT',
    });
    const [other] = before;
    if (other !== undefined)
      await expect(replayBatch(store, other, input, { workers: 0 })).rejects.toMatchObject({
        code: 'ENT_AUDIT_NOT_A_SCREENING',
      });
  });
});

describe('what is decided at the command line', () => {
  it('is entered with what was decided and why; what only shows is not, nor what was refused', async () => {
    const at = desk();
    try {
      const file = join(at.folder, 'un.xml');
      writeFileSync(file, unList([{ reference: 'QDe.900', name: 'INVENTED FRONT' }]));
      expect((await at.entente('load', 'un-sc', file, '--observed', '2026-01-01')).code).toBe(0);
      await at.entente('document', 'review');
      await at.entente('reject', 'un-sc', '2025-01-01', '--note', 'no such snapshot');
      expect((await at.entente('reject', 'un-sc', '2026-01-01', '--note', 'a trial')).code).toBe(0);
      expect((await at.entente('export', '--format', 'csv')).code).toBe(0);
      const { entries } = (await at.entente('audit', 'list', '--json')).json();
      expect(entries.map(({ action, asked }: any) => [action, asked.command, asked.options.note])).toEqual([
        ['export', 'export', undefined],
        ['decide', 'reject', 'a trial'],
      ]);
      expect(entries[1].asked.arguments).toEqual(['un-sc', '2026-01-01']);
      expect((await at.entente('audit', 'verify')).code).toBe(0);
    } finally {
      at.close();
    }
  });
});
