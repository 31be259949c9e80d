import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeServer, settingsOf } from '../src/server/index.ts';
import { Store } from '../src/store/index.ts';

const event = (at: string) => ({
  at,
  subject: { id: 'usr-1', name: 'amina', kind: 'person', key: null },
  channel: 'http' as const,
  action: 'screen',
  verdict: 'permit' as const,
  reasons: [],
  asked: { name: 'Invented Testmann' },
  basis: null,
  result: null,
  markings: [],
  request: null,
});

let folder: string;
afterEach(() => rmSync(folder, { recursive: true }));

async function afterStart(days: string | undefined, starts = 1) {
  folder = mkdtempSync(join(tmpdir(), 'entente-retention-'));
  const location = join(folder, 'record.db');
  const store = await Store.open(location);
  for (const day of ['2024-01-01', '2025-11-23', '2025-11-24', '2026-11-23'])
    await store.audit.append(event(`${day}T09:00:00.000Z`));
  const lines: string[] = [];
  for (let start = 0; start < starts; start += 1) {
    const server = await makeServer({
      location,
      settings: { ...settingsOf({ ENTENTE_AUDIT_KEEP_DAYS: days }), refreshSeconds: 0 },
      now: () => new Date('2026-11-24T12:00:00Z'),
      workbench: join(folder, 'none'),
      log: { write: (line) => lines.push(line) },
    });
    await server.app.ready();
    await server.close();
  }
  const entries = await store.audit.list({ limit: 100 });
  const report = await store.audit.verify();
  await store.close();
  return { entries, report, log: lines.join('') };
}

describe('the audit log', () => {
  it('is kept for ever where nothing else is set', async () => {
    const { entries, report } = await afterStart(undefined);
    expect([entries.length, report.cutTo, report.faults]).toEqual([4, 0, []]);
  });

  it('is kept for so many days by the server itself, which signs and says that it cut', async () => {
    const { entries, report, log } = await afterStart('365', 2);
    expect(entries.map(({ at, asked }) => [at.slice(0, 10), asked])).toEqual([
      ['2026-11-24', { audit: 'cut', before: '2025-11-24', why: 'ENTENTE_AUDIT_KEEP_DAYS=365', entries: 2 }],
      ['2026-11-23', { name: 'Invented Testmann' }],
      ['2025-11-24', { name: 'Invented Testmann' }],
    ]);
    expect([report.cutTo, report.faults]).toEqual([2, []]);
    expect(report.checkpoints).toBeGreaterThan(0);
    expect(log).not.toContain('Invented Testmann');
  });

  it('refuses a number of days that is none', () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-retention-'));
    expect(() => settingsOf({ ENTENTE_AUDIT_KEEP_DAYS: 'two years' })).toThrowError(
      expect.objectContaining({ code: 'ENT_SERVE_SETTING' }),
    );
  });
});
