import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchDocument, fetcherOf, LIST_ADDRESSES } from '../src/app/index.ts';
import { LISTS } from '../src/lists/index.ts';
import { Store } from '../src/store/index.ts';
import { type Desk, desk } from './support/cli.ts';
import {
  bomb,
  breaksOff,
  file,
  type Publisher,
  publisher,
  redirect,
  silent,
  stalls,
  status,
} from './support/publisher.ts';
import { type UnGroup, unList } from './support/un-list.ts';

const ROOT = resolve(import.meta.dirname, '..');
const BLUE = { reference: 'QDe.901', name: 'AZURE RIVER FRONT' };
const RED = { reference: 'QDe.902', name: 'RED VALLEY COLUMN' };
const fixture = (path: string) => readFileSync(join(ROOT, 'src/lists', path));
const breaking = breaksOff(unList([BLUE, RED]));
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('entente-fetch-')).length;

describe('entente update', () => {
  let at: Desk;
  let host: Publisher;
  let clock: string;

  /** Points lists at the publisher of the test, by the paths of their files. */
  const addresses = (lists: Readonly<Record<string, readonly string[]>>): string => {
    const path = join(at.folder, 'addresses.json');
    const urls = Object.entries(lists).map(([list, paths]) => [list, paths.map((name) => host.url(name))]);
    writeFileSync(path, JSON.stringify(Object.fromEntries(urls)));
    return path;
  };
  const un = (...groups: UnGroup[]) => unList(groups, `${clock.slice(0, 10)}T00:00:00Z`);
  const updateUn = (...args: string[]) =>
    at.entente('update', 'un-sc', '--addresses', addresses({ 'un-sc': ['/un.xml'] }), ...args);
  const listed = async (id: string, ...flags: string[]) =>
    (await at.entente('lists', '--json', ...flags)).json().lists.find((list: any) => list.id === id);
  const archive = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await Store.open(at.store, { mustExist: true });
    return work(store).finally(() => store.close());
  };

  beforeEach(async () => {
    host = await publisher();
    clock = '2026-11-24T12:00:00.000Z';
    at = desk({ env: { ENTENTE_ALLOW_HOSTS: '127.0.0.1' }, now: () => new Date(clock) });
  });
  afterEach(async () => {
    at.close();
    await host.close();
  });

  it('fetches a list, keeps its bytes and loads it as observed now; then hears that nothing changed', async () => {
    const before = leftovers();
    const content = un(BLUE, RED);
    host.serve('/un.xml', file(content, { etag: '"v1"', gzip: true }));
    expect(await updateUn()).toMatchObject({
      code: 0,
      out: 'un-sc  loaded: 2 records, 2 differing, published 2026-11-24T00:00:00Z\n',
    });
    expect((await at.entente('screen', 'Azure River Front')).out).toContain('1 match');
    clock = '2026-11-25T12:00:00.000Z';
    expect(await updateUn()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^un-sc {2}unchanged since 2026-11-24T12:00:00\.000Z, published 2026-11-24/),
    });
    expect(host.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
    expect(await listed('un-sc')).toMatchObject({
      accepted: 1,
      observed: '2026-11-24T12:00:00.000Z',
      unchangedOn: '2026-11-25T12:00:00.000Z',
      ageDays: 0,
      freshness: 'fresh',
      nextDue: '2026-11-26',
      due: false,
      lastAttempt: { at: '2026-11-25T12:00:00.000Z', failure: null },
    });
    expect((await at.entente('verify')).code).toBe(0);
    expect(leftovers()).toBe(before);
  });

  it('lets any answer be traced to the bytes that the publisher sent', async () => {
    const content = un(BLUE);
    host.serve('/un.xml', file(content));
    await updateUn();
    const [snapshot] = (await listed('un-sc')).snapshots;
    const { sha256 } = snapshot.parts[0];
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(snapshot.parts[0].file).toMatch(/^127\.0\.0\.1:\d+\/un\.xml$/);
    await archive(async ({ files }) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of files.open(sha256)) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe(content);
      expect(await files.originsOf(sha256)).toMatchObject([
        { source: 'un-sc', url: host.url('/un.xml'), at: clock },
      ]);
    });
  });

  it('gives out a kept file, with where it came from and which snapshots were made of it', async () => {
    const content = un(BLUE);
    host.serve('/un.xml', file(content));
    await updateUn();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const copy = join(at.folder, 'copy.xml');
    const { code, out } = await at.entente('file', sha256, '--output', copy);
    expect(code).toBe(0);
    expect(out).toContain(`fetched for un-sc from ${host.url('/un.xml')} on 2026-11-24T12:00:00.000Z`);
    expect(out).toContain('un-sc as observed on 2026-11-24T12:00:00.000Z was loaded from it');
    expect(readFileSync(copy, 'utf8')).toBe(content);
    expect(await at.entente('file', sha256, '--output', copy)).toMatchObject({ code: 3 });
    expect((await at.entente('file', sha256, '--json')).json()).toMatchObject({
      sha256,
      size: Buffer.byteLength(content),
      fetches: [{ source: 'un-sc', at: clock }],
      snapshots: [{ list: 'un-sc', observed: clock, parts: ['main'] }],
    });
    expect(await at.entente('file', '0'.repeat(64))).toMatchObject({
      code: 1,
      err: expect.stringContaining('[ENT_FILE_UNKNOWN]'),
    });
  });

  it('loads what changed, by way of a redirect to a short-lived link, whose signature is not kept', async () => {
    host.serve('/un.xml', redirect('/blob?X-Amz-Signature=s3cret'));
    host.serve('/blob', file(un(BLUE), { etag: '"1"' }), file(un(BLUE, RED), { etag: '"2"' }));
    await updateUn();
    clock = '2026-11-26T12:00:00.000Z';
    const { code, out } = await updateUn();
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('2 records, 1 differing') });
    expect((await at.entente('changes', '--list', 'un-sc', '--from', '2026-11-25')).out).toContain(
      'RED VALLEY COLUMN',
    );
    expect(readFileSync(at.store).includes('s3cret')).toBe(false);
  });

  it('sees that the very same bytes are no new version, where the publisher has no validators', async () => {
    host.serve('/un.xml', file(un(BLUE)));
    const content = un(BLUE);
    host.serve(
      '/un.xml',
      file(content),
      file(content),
      file(gzipSync(content), { type: 'application/gzip' }),
    );
    await updateUn();
    for (const day of ['2026-11-25', '2026-11-26']) {
      clock = `${day}T12:00:00.000Z`;
      expect((await updateUn()).out).toContain('unchanged since 2026-11-24');
    }
    expect((await listed('un-sc')).accepted).toBe(1);
  });

  it('tries again after a failure that passes, and waits as long as it is told', async () => {
    host.serve('/un.xml', status(500), status(429, { 'retry-after': '1' }), file(un(BLUE)));
    expect(await updateUn()).toMatchObject({ code: 0, out: expect.stringContaining('loaded') });
    expect(host.asked).toHaveLength(3);
  });

  it.each([
    ['is gone', status(404), 'ENT_FETCH_STATUS', 'answered 404'],
    [
      'wants to be asked tomorrow',
      status(503, { 'retry-after': '86400' }),
      'ENT_FETCH_LATER',
      '86400 seconds',
    ],
    ['breaks off in the middle', breaking, 'ENT_FETCH_(BROKEN|TIMEOUT)', '127\\.0\\.0\\.1'],
    ['never answers', silent, 'ENT_FETCH_TIMEOUT', 'did not finish within 1 seconds'],
    ['stops in the middle', stalls, 'ENT_FETCH_TIMEOUT', 'did not finish within 1 seconds'],
    ['inflates without end', bomb, 'ENT_FETCH_TOO_LARGE', 'inflated bytes'],
    [
      'leads into the network of whoever asks',
      redirect('http://10.0.0.1/'),
      'ENT_FETCH_PRIVATE',
      '10\\.0\\.0\\.1 is a private',
    ],
    ['leads to a service of the machine', redirect('http://localhost:1/'), 'ENT_FETCH_REDIRECT', 'localhost'],
    ['is a page with a notice', file('<!DOCTYPE html><html>Back soon</html>'), 'ENT_LIST_', ''],
    [
      'is cut short by the publisher',
      file(unList([BLUE, RED]).slice(0, -100)),
      'ENT_LIST_XML',
      'un\\.xml:\\d+',
    ],
    ['is of another list', file(fixture('us-ofac/fixtures/sdn-xml/sdn.xml')), 'ENT_LIST_', ''],
    ['is empty', file(''), 'ENT_LIST_', ''],
  ])(
    'leaves the record as it was when the file %s, says why, and exits with 1',
    async (_what, answer, code, words) => {
      const before = leftovers();
      host.serve('/un.xml', file(un(BLUE)));
      await updateUn();
      clock = '2026-12-24T12:00:00.000Z';
      host.serve('/un.xml', answer);
      // Only what would go on for ever is cut off; the rest must come to its end by itself.
      const endless = answer === silent || answer === stalls || answer === breaking;
      const failed = await updateUn('--timeout', endless ? '1' : '60');
      expect(failed).toMatchObject({
        code: 1,
        out: expect.stringMatching(new RegExp(`failed: .*${words}.* \\[${code}`)),
      });
      const row = await listed('un-sc');
      expect(row).toMatchObject({
        accepted: 1,
        observed: '2026-11-24T12:00:00.000Z',
        freshness: 'stale',
        due: true,
      });
      expect(row.lastAttempt).toMatchObject({ at: clock, failure: { code: expect.stringMatching(code) } });
      expect((await at.entente('lists')).out).toContain(
        'The last attempt to fetch failed:\n  un-sc on 2026-12-24',
      );
      expect(leftovers()).toBe(before);
    },
  );

  it('lets the other lists load when one fails', async () => {
    host.serve('/un.xml', status(404));
    host.serve('/SDN.XML', file(fixture('us-ofac/fixtures/sdn-xml/sdn.xml')));
    host.serve('/UK.xml', file(fixture('uk-sanctions/fixtures/designations/uk.xml'), { type: 'text/xml' }));
    const path = addresses({
      'un-sc': ['/un.xml'],
      'us-ofac-sdn': ['/SDN.XML'],
      'uk-sanctions': ['/UK.xml'],
    });
    const { code, json } = await at.entente(
      'update',
      'un-sc',
      'us-ofac-sdn',
      'uk-sanctions',
      '--addresses',
      path,
      '--json',
    );
    expect(code).toBe(1);
    expect(json().lists).toMatchObject([
      { list: 'un-sc', outcome: 'failed', error: { code: 'ENT_FETCH_STATUS' }, observed: null },
      { list: 'us-ofac-sdn', outcome: 'loaded', observed: clock, error: null },
      { list: 'uk-sanctions', outcome: 'loaded', observed: clock, error: null },
    ]);
    expect((await at.entente('verify')).code).toBe(0);
  });

  it.each([
    ['eu-fsf', 'entries/fsf.xml', 'application/xml'],
    ['in-mha', 'page/banned.html', 'text/html'],
    ['us-csl', 'type-first/consolidated.csv', 'text/csv'],
    ['us-federal-register', 'search/documents.json', 'application/json'],
    ['uk-home-office', 'page/proscribed.html', 'text/html'],
    ['us-state-fto', 'page/foreign-terrorist-organizations.html', 'text/html'],
    ['us-state-tel', 'page/terrorist-exclusion-list.html', 'text/html'],
  ])('loads %s in its own format, and finds it unchanged afterwards', async (list, path, type) => {
    host.serve(
      '/file',
      file(fixture(`${list}/fixtures/${path}`), { type, modified: 'Mon, 23 Nov 2026 10:00:00 GMT' }),
    );
    const own = addresses({ [list]: ['/file'] });
    expect(await at.entente('update', list, '--addresses', own)).toMatchObject({
      code: 0,
      out: expect.stringContaining('loaded'),
    });
    clock = '2026-11-25T12:00:00.000Z';
    expect((await at.entente('update', list, '--addresses', own)).out).toContain(
      'unchanged since 2026-11-24',
    );
  });

  it('holds a version that regressed in quarantine, again when it is unchanged, and says what to do', async () => {
    const groups = (quality: string) =>
      Array.from({ length: 120 }, (_, index) => ({
        reference: `QDe.${100 + index}`,
        name: `INVENTED COLUMN ${index}`,
        aliases: [{ name: `Invented Alias ${index}`, quality }],
      }));
    host.serve('/un.xml', file(un(...groups('a.k.a.')), { etag: '"1"' }));
    await updateUn();
    clock = '2026-11-25T12:00:00.000Z';
    host.serve('/un.xml', file(un(...groups('Good')), { etag: '"2"' }));
    const next = 'entente accept un-sc 2026-11-25T12:00:00.000Z --note';
    for (const day of ['2026-11-25', '2026-11-26']) {
      clock = `${day}T12:00:00.000Z`;
      const held = await updateUn();
      expect(held).toMatchObject({ code: 0, out: expect.stringContaining(next) });
      expect(held.out).toContain('held in quarantine, observed 2026-11-25');
    }
    clock = '2026-12-24T12:00:00.000Z';
    expect(await listed('un-sc')).toMatchObject({
      accepted: 1,
      waiting: 1,
      unchangedOn: null,
      freshness: 'stale',
    });
    await at.entente('reject', 'un-sc', '2026-11-25T12:00:00.000Z', '--note', 'the publisher says so');
    expect((await updateUn()).out).toContain('rejected');
    await at.entente('accept', 'un-sc', '2026-11-25T12:00:00.000Z', '--note', 'it was right after all');
    expect((await updateUn()).out).toContain('unchanged since 2026-11-25');
    expect(await listed('un-sc')).toMatchObject({ accepted: 2, waiting: 0, freshness: 'fresh' });
  });

  it('refuses a list that shrank, and takes it from the archive when forced, by whom and why', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      reference: `QDe.${700 + index}`,
      name: `INVENTED ${index}`,
    }));
    host.serve('/un.xml', file(un(...many), { etag: '"1"' }));
    await updateUn();
    clock = '2026-11-25T12:00:00.000Z';
    host.serve('/un.xml', file(un(...many.slice(0, 9)), { etag: '"2"' }));
    expect(await updateUn()).toMatchObject({
      code: 1,
      out: expect.stringContaining('entente update un-sc --force <why>'),
    });
    const forced = await updateUn('--force', 'the committee said so', '--by', 'ann');
    expect(forced).toMatchObject({ code: 0, out: expect.stringContaining('9 records') });
    expect(host.asked.at(-1)?.headers['if-none-match']).toBe('"2"');
    expect((await listed('un-sc')).snapshots.at(-1).decision).toMatchObject({
      by: 'ann',
      note: 'the committee said so',
    });
    expect(await at.entente('update', '--force', 'why not')).toMatchObject({ code: 2 });
  });

  it('loads from the archive what was fetched before and is not on the record', async () => {
    host.serve('/un.xml', file(un(BLUE), { etag: '"1"' }));
    await at.entente('init');
    await archive(async (store) => {
      const fetcher = fetcherOf({ ENTENTE_ALLOW_HOSTS: '127.0.0.1' }, 'test');
      await fetchDocument(store, fetcher, host.url('/un.xml'), {
        now: () => new Date(clock),
        source: 'un-sc',
      });
      await fetcher.close();
    });
    const { out } = await updateUn();
    expect(host.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(out).toContain('loaded: 1 records');
  });

  it('asks only for what is due, when told so', async () => {
    host.serve('/un.xml', file(un(BLUE), { etag: '"1"' }));
    await updateUn('--due');
    expect(await updateUn('--due')).toMatchObject({ code: 0, out: 'No list is due.\n' });
    expect(host.asked).toHaveLength(1);
    clock = '2026-11-25T06:00:00.000Z';
    expect((await updateUn('--due')).out).toContain('unchanged');
    expect(host.asked).toHaveLength(2);
  });

  it('says how a list is loaded that no program can fetch, and exits with 1 when it was asked for', async () => {
    const { code, out } = await at.entente('update', 'jp-mof');
    expect(code).toBe(1);
    expect(out).toMatch(/by hand only: entente load jp-mof <file> --observed <date>\n.*workbook/);
  });

  it('explains the token that the EU wants when its server refuses, and sends the one that is set', async () => {
    host.serve('/fsf', status(403));
    const eu = LIST_ADDRESSES.find(({ list }) => list === 'eu-fsf');
    expect(eu?.files[0]?.url).toContain('{token}');
    expect(eu?.access).toContain('ENTENTE_EU_FSF_TOKEN');
    const { updateLists } = await import('../src/app/index.ts');
    await at.entente('init');
    await archive(async (store) => {
      const fetcher = fetcherOf({ ENTENTE_ALLOW_HOSTS: '127.0.0.1' }, 'test');
      const files = [{ url: host.url('/fsf?token={token}'), format: 'xml' as const }];
      const env = { ENTENTE_EU_FSF_TOKEN: 's3cret' };
      const lists = eu === undefined ? [] : [{ ...eu, files }];
      const [update] = await updateLists(store, fetcher, lists, { now: () => new Date(clock), env });
      await fetcher.close();
      expect(update).toMatchObject({ outcome: 'failed', hint: expect.stringContaining('sign in at') });
      expect(JSON.stringify(update)).not.toContain('s3cret');
      const [latest] = (await store.files.latest()).get('eu-fsf') ?? [];
      expect(latest?.attempt.url).toBe(host.url('/fsf?token=…'));
    });
  });

  it.each([
    ['no list of that name', ['update', 'xx-none'], 2, 'ENT_LIST_UNKNOWN'],
    ['a time that is none', ['update', 'un-sc', '--timeout', 'soon'], 2, 'ENT_USAGE'],
    ['addresses that are not there', ['update', '--addresses', '/no/such/file'], 3, 'ENT_INPUT_UNREADABLE'],
  ])('refuses %s', async (_what, args, code, error) => {
    expect(await at.entente(...args)).toMatchObject({ code, err: expect.stringContaining(`[${error}]`) });
  });

  it.each(['[]', '{"un-sc": "https://example.org/"}', '{"un-sc": []}', 'nonsense', 'null'])(
    'refuses %s for a file of addresses',
    async (text) => {
      const path = join(at.folder, 'own.json');
      writeFileSync(path, text);
      expect(await at.entente('update', '--addresses', path)).toMatchObject({
        code: 2,
        err: expect.stringContaining('[ENT_ADDRESSES]'),
      });
    },
  );

  it('shows on a terminal what is going on, and leaves its line empty', async () => {
    at.close();
    let tick = Date.parse('2026-11-24T12:00:00Z');
    at = desk({
      terminal: true,
      env: { ENTENTE_ALLOW_HOSTS: '127.0.0.1' },
      now: () => {
        tick += 150;
        return new Date(tick);
      },
    });
    host.serve('/un.xml', status(500), file(un(BLUE)));
    const { err } = await updateUn();
    expect(err).toContain('un-sc again in 1 s');
    expect(err).toMatch(/un-sc \d+\.\d MB of \d+\.\d MB/);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });
});

describe('a document at an address', () => {
  it('is fetched once and comes from the archive while it is unchanged', async () => {
    const host = await publisher();
    const at = desk();
    host.serve(
      '/report',
      file('<html>Talks were held.</html>', { type: 'text/html; charset=utf-8', etag: '"1"' }),
    );
    const store = await Store.open(at.store);
    const fetcher = fetcherOf(
      { ENTENTE_ALLOW_HOSTS: '127.0.0.1', ENTENTE_CONTACT: 'desk@example.org' },
      '1.0',
    );
    const read = (day: string) =>
      fetchDocument(store, fetcher, host.url('/report'), { accept: ['text/html'], now: () => new Date(day) });
    const first = await read('2026-11-24');
    const second = await read('2026-11-25');
    expect(first).toMatchObject({ outcome: 'fetched', mediaType: 'text/html', charset: 'utf-8' });
    expect(second).toMatchObject({ outcome: 'unchanged', mediaType: 'text/html', since: first.at });
    expect(Buffer.from(second.bytes).toString()).toBe('<html>Talks were held.</html>');
    expect(host.asked[0]?.headers['user-agent']).toContain('desk@example.org');
    await fetcher.close();
    await store.close();
    at.close();
    await host.close();
  });
});

describe('the table of addresses', () => {
  it('has one line for each list that can be read', () => {
    const lines = LIST_ADDRESSES.map(({ list }) => list);
    expect(new Set(lines).size).toBe(lines.length);
    expect(LISTS.map(({ info }) => info.id).filter((id) => !lines.includes(id))).toEqual([]);
  });

  it('has https addresses only, and says for each list what a person must know', () => {
    for (const { list, files, byHand, cadence, terms, everyDays } of LIST_ADDRESSES) {
      expect(files.every(({ url }) => new URL(url).protocol === 'https:')).toBe(true);
      expect({ list, reachable: files.length > 0 || byHand !== undefined }).toEqual({
        list,
        reachable: true,
      });
      expect([cadence, terms].every((text) => text.length > 3) && everyDays > 0).toBe(true);
    }
  });
});
