import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, POSTGRES } from '../src/store/store-for-test.ts';
import { type Desk, desk } from './support/cli.ts';
import { serveAt } from './support/served.ts';
import { unList } from './support/un-list.ts';

const GROUP = { reference: 'QDe.900', name: 'Invented Azure Front', aliases: [{ name: 'IAF' }] };

/** The whole program over a store in PostgreSQL: what its parts promise is tested beside them, over both databases. */
describe.runIf(POSTGRES !== undefined)('a store in PostgreSQL, through the program', () => {
  let at: Desk;
  let location: string;
  let drop: () => Promise<void>;
  const before = process.cwd();
  beforeAll(async () => {
    ({ location, drop } = await freshDatabase(POSTGRES ?? ''));
    at = desk({ env: { ENTENTE_STORE: location } });
    process.chdir(at.folder);
  });
  afterAll(async () => {
    process.chdir(before);
    at.close();
    await drop();
  });

  it('is made, loaded, asked and verified as a file is', async () => {
    const missing = await at.entente('lists');
    expect(missing).toMatchObject({ code: 4, err: expect.stringContaining('there is no store') });
    expect(await at.entente('init')).toMatchObject({ code: 0, err: '' });
    const file = join(at.folder, 'list.xml');
    writeFileSync(file, unList([GROUP]));
    expect(await at.entente('load', 'un-sc', file, '--observed', '2026-02-01')).toMatchObject({ code: 0 });
    const hit = await at.entente('screen', 'Invented Azur Front', '--json');
    expect(JSON.stringify(hit.json())).toContain('"reference":"QDe.900"');
    const again = await at.entente('screen', 'Invented Azur Front', '--json');
    expect(again.json()).toEqual(hit.json());
    expect(await at.entente('show', 'un-sc:QDe.900')).toMatchObject({ code: 0 });
    expect((await at.entente('matrix', '--json')).code).toBe(0);
    const read = await at.entente(
      'read',
      join(before, 'samples', 'dialogue-2025-08-13.txt'),
      '--published',
      '2025-08-13',
    );
    expect(read).toMatchObject({ code: 0, err: '' });
    expect((await at.entente('same', 'run')).code).toBe(0);
    expect((await at.entente('agenda', 'PK', 'US')).code).toBe(0);
    expect(await at.entente('verify')).toMatchObject({ code: 0 });
    expect(await at.entente('audit', 'verify')).toMatchObject({ code: 0 });
    const audited = (await at.entente('audit', 'list', '--action', 'screen', '--json')).json();
    const [{ id }] = (audited.entries ?? audited) as readonly { id: string }[] as [{ id: string }];
    expect(await at.entente('audit', 'replay', id)).toMatchObject({ code: 0 });
  }, 180_000);

  it('is backed up into files that are a store', async () => {
    const folder = join(at.folder, 'backup');
    const made = await at.entente('backup', folder, '--json');
    expect({ code: made.code, ...made.json() }).toMatchObject({ code: 0, faults: [], ledger: true });
    const elsewhere = join(at.folder, 'restored.db');
    expect((await at.entente('restore', folder, '--store', elsewhere)).code).toBe(0);
    const hit = await at.entente('screen', 'Invented Azur Front', '--json', '--store', elsewhere);
    expect(JSON.stringify(hit.json())).toContain('"reference":"QDe.900"');
    const refused = await at.entente('restore', folder);
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('pg_dump') });
  });

  it('is served, follows what is loaded, and keeps its index beside the process', async () => {
    const server = await serveAt(location, { settings: { refreshSeconds: 1 } });
    const match = async (name: string) => {
      const query = { schema: 'Organization', properties: { name: [name] } };
      const payload = { queries: { q: query } };
      const reply = await server.app.inject({ method: 'POST', url: '/match/default', payload });
      return { status: reply.statusCode, body: reply.body };
    };
    try {
      expect(await match('Invented Azure Front')).toMatchObject({
        status: 200,
        body: expect.stringContaining('QDe.900'),
      });
      const file = join(at.folder, 'later.xml');
      writeFileSync(file, unList([GROUP, { reference: 'QDe.901', name: 'Invented Umber League' }]));
      expect(await at.entente('load', 'un-sc', file, '--observed', '2026-03-01')).toMatchObject({ code: 0 });
      await expect
        .poll(async () => (await match('Invented Umber League')).body, { timeout: 30_000, interval: 500 })
        .toContain('QDe.901');
      const job = await server.app.inject({
        method: 'POST',
        url: '/api/v1/jobs/screen',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload:
          '--x\r\nContent-Disposition: form-data; name="file"; filename="names.csv"\r\nContent-Type: text/csv\r\n\r\nname\nInvented Umber League\n\r\n--x--\r\n',
      });
      expect(job.statusCode).toBe(202);
      await expect
        .poll(async () => (await server.app.inject(`${job.headers.location}/result`)).body, {
          timeout: 30_000,
          interval: 500,
        })
        .toContain('QDe.901');
      expect(readdirSync(at.folder).filter((name) => name.endsWith('.edition'))).toHaveLength(1);
    } finally {
      await server.close();
    }
  });
});
