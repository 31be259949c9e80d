import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../sqlite/dialect.ts';
import type { Store } from '../store.ts';
import { DIALECTS } from '../store-for-test.ts';
import type { Fetch } from './files.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const UN = 'https://lists.example/un.xml';
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function* inPieces(content: Uint8Array, size = 100_000) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

describe.each(DIALECTS)('the archive on $name', ({ fresh }) => {
  let at: Awaited<ReturnType<typeof fresh>>;
  let store: Store;

  const keep = (content: Uint8Array, sha256 = digestOf(content)) =>
    store.files.keep({ sha256, mediaType: 'application/xml', now: NOW }, () => inPieces(content));
  const fetched = (fetch: Partial<Fetch>): Promise<number> =>
    store.files.recordFetch({
      source: 'un-sc',
      url: UN,
      at: NOW,
      status: 200,
      etag: null,
      lastModified: null,
      sha256: null,
      error: null,
      ...fetch,
    });
  const failed = (time: string) =>
    fetched({
      at: time,
      status: 503,
      error: { code: 'ENT_FETCH_STATUS', reason: 'lists.example answered 503' },
    });

  beforeEach(async () => {
    at = await fresh();
    store = at.store;
  });
  afterEach(() => at.drop());

  it('A1 keeps a file once and gives it back whole, to another process too', async () => {
    const content = Buffer.from('<list>Azure River Front</list>'.repeat(10_000));
    expect(await keep(content)).toEqual({ added: true });
    expect(await keep(content)).toEqual({ added: false });
    const again = await at.again();
    expect(await all(again.files.open(digestOf(content)))).toEqual(content);
    expect(await again.files.find(digestOf(content))).toEqual({
      sha256: digestOf(content),
      mediaType: 'application/xml',
      size: content.length,
      keptAt: NOW,
    });
    await again.close();
  });

  it('A1 keeps any content, also what does not pack and takes several pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
        await keep(content);
        expect(await all(store.files.open(digestOf(content)))).toEqual(Buffer.from(content));
      }),
      { numRuns: 20 },
    );
    const noise = randomBytes(9_000_000);
    await keep(noise);
    expect(digestOf(await all(store.files.open(digestOf(noise))))).toBe(digestOf(noise));
  });

  it('A2 A5 keeps nothing under a digest that is not that of the content, or of a content that breaks off', async () => {
    const content = Buffer.from('<list/>');
    const other = digestOf(Buffer.from('other'));
    await expect(keep(content, other)).rejects.toMatchObject({ code: 'ENT_FILE_DAMAGED' });
    const breaks = async function* () {
      yield content;
      throw new Error('the disk went away');
    };
    const about = { sha256: digestOf(content), mediaType: null, now: NOW };
    await expect(store.files.keep(about, breaks)).rejects.toThrow('the disk went away');
    for (const sha256 of [other, digestOf(content)]) {
      expect(await store.files.find(sha256)).toBeNull();
      await expect(all(store.files.open(sha256))).rejects.toMatchObject({ code: 'ENT_FILE_UNKNOWN' });
    }
  });

  it('A3 A4 knows since when an address has what it has, whatever failed in between', async () => {
    const [one, two] = ['one', 'two'].map((text) => Buffer.from(text)) as [Buffer, Buffer];
    await keep(one);
    await keep(two);
    expect(await store.files.unchangedSince('un-sc', UN)).toBeNull();
    await fetched({ at: '2026-11-01', sha256: digestOf(two) });
    await fetched({ at: '2026-11-02', sha256: digestOf(one), etag: '"1"' });
    await failed('2026-11-03');
    await fetched({ at: '2026-11-04', sha256: digestOf(one), etag: '"1"', status: 304 });
    await failed('2026-11-05');
    await fetched({ source: 'feed', at: '2026-11-06', sha256: digestOf(two) });
    expect(await store.files.unchangedSince('un-sc', UN)).toBe('2026-11-02');
    expect(await store.files.lastAnswer('un-sc', UN)).toMatchObject({
      at: '2026-11-04',
      etag: '"1"',
      error: null,
    });
    const latest = await store.files.latest();
    expect([...latest.keys()]).toEqual(['un-sc', 'feed']);
    expect(latest.get('un-sc')).toMatchObject([
      { attempt: { at: '2026-11-05', error: { code: 'ENT_FETCH_STATUS' } }, answer: { at: '2026-11-04' } },
    ]);
    expect((await store.files.originsOf(digestOf(one))).map((fetch) => fetch.at)).toEqual([
      '2026-11-02',
      '2026-11-04',
    ]);
  });

  it('A3 remembers why what was brought was not taken', async () => {
    const content = Buffer.from('<list/>');
    await keep(content);
    const id = await fetched({ sha256: digestOf(content) });
    await store.files.refuse(id, { code: 'ENT_LIST_EMPTY', reason: 'no records' });
    expect(await store.files.lastAnswer('un-sc', UN)).toMatchObject({
      error: null,
      refused: { code: 'ENT_LIST_EMPTY', reason: 'no records' },
    });
  });

  it('A3 takes no fetch that brought a file and failed, or neither, or brought one that is not kept', async () => {
    await expect(fetched({})).rejects.toMatchObject({ code: 'ENT_STORE_FAILED' });
    await expect(fetched({ sha256: digestOf(Buffer.from('x')) })).rejects.toMatchObject({
      code: 'ENT_STORE_FAILED',
    });
  });
});

describe('a damaged archive', () => {
  it('A2 does not give out a content that changed on the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-files-'));
    const path = join(folder, 'record.db');
    const { Store: Opened } = await import('../store.ts');
    const store = await Opened.open(path);
    const content = Buffer.from('<list>Azure River Front</list>'.repeat(100));
    const sha256 = digestOf(content);
    await store.files.keep({ sha256, mediaType: null, now: NOW }, () => inPieces(content));
    expect(await store.files.faults()).toEqual([]);
    const db = openSqlite(path, { mustExist: true });
    const whole = await db.db.selectFrom('file_piece').select('body').executeTakeFirstOrThrow();
    for (let at = 0; at < whole.body.length; at += 3) {
      const body = Uint8Array.from(whole.body);
      body[at] = (body[at] ?? 0) ^ 0x10;
      await db.db.updateTable('file_piece').set({ body }).execute();
      await expect(all(store.files.open(sha256)), `byte ${at}`).rejects.toMatchObject({
        code: 'ENT_FILE_DAMAGED',
      });
    }
    await db.db
      .updateTable('file_piece')
      .set({ body: whole.body.subarray(0, 20) })
      .execute();
    await expect(all(store.files.open(sha256))).rejects.toMatchObject({ code: 'ENT_FILE_DAMAGED' });
    const fault = {
      rule: 'A2',
      where: 'the archive',
      what: expect.stringContaining(`${sha256} is damaged`),
    };
    expect(await store.files.faults()).toEqual([fault]);
    expect((await store.verify()).faults).toEqual([fault]);
    await db.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
