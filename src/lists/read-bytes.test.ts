import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import { readText } from './read-text.ts';
import { refusal } from './reading-for-test.ts';
import { type SourceFile, sourceBytes, sourceFile } from './source-file.ts';

async function allOf(file: SourceFile, limits = LIMITS) {
  const pieces: Uint8Array[] = [];
  let digest = '';
  const onEnd = (sha256: string) => {
    digest = sha256;
  };
  for await (const piece of readBytes(file, limits, onEnd)) pieces.push(piece);
  return { text: Buffer.concat(pieces).toString('latin1'), digest, pieces: pieces.length };
}

async function textOf(file: SourceFile) {
  let text = '';
  for await (const piece of readText(file, LIMITS)) text += piece;
  return text;
}

/** A file that comes a byte at a time, and knows whether it was closed. */
function dripping(bytes: Uint8Array) {
  let closed = 0;
  const open = async function* () {
    try {
      for (const byte of bytes) yield Uint8Array.of(byte);
    } finally {
      closed += 1;
    }
  };
  return { file: { name: 'dripping', open }, closed: () => closed };
}

const LONG = 'North Harbour Front\n'.repeat(20_000);

describe('the bytes of a file', () => {
  it('are the same plain, gzipped, or a byte at a time, and so is their digest', async () => {
    const digest = createHash('sha256').update(LONG).digest('hex');
    for (const bytes of [Buffer.from(LONG), gzipSync(LONG)]) {
      const { text, ...rest } = await allOf(sourceBytes('f', bytes));
      expect(text === LONG).toBe(true);
      expect(rest.digest).toBe(digest);
      expect(rest.pieces).toBeGreaterThan(5);
    }
    expect((await allOf(dripping(gzipSync('QUAY')).file)).text).toBe('QUAY');
    expect((await allOf(sourceBytes('f', ''))).text).toBe('');
  });

  it('come from disk, and again at each opening', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-lists-'));
    const path = join(folder, 'sdn.csv.gz');
    writeFileSync(path, gzipSync('QUAY'));
    const file = sourceFile(path);
    expect([(await allOf(file)).text, (await allOf(file)).text]).toEqual(['QUAY', 'QUAY']);
    rmSync(folder, { recursive: true });
    const error = await refusal(allOf(file));
    expect(error.code).toBe('ENT_LIST_UNREADABLE');
    expect(error.message).toMatch(/sdn\.csv\.gz: cannot be read: ENOENT/);
  });

  it('are closed when the reader stops early, gzipped or not', async () => {
    for (const bytes of [Buffer.from(LONG), gzipSync(LONG)]) {
      const { file, closed } = dripping(bytes);
      for await (const _ of readBytes(file, LIMITS)) break;
      await new Promise((resolve) => setImmediate(resolve));
      expect(closed()).toBe(1);
    }
  });

  it('of a gzip bomb are refused long before they are all there', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const error = await refusal(allOf(sourceBytes('bomb.gz', bomb)));
    expect(error.message).toBe(
      'bomb.gz: more than 100 inflated bytes for each byte of gzip, the most that is read',
    );
  });

  it('beyond the cap are refused', async () => {
    const error = await refusal(allOf(sourceBytes('f', LONG), { ...LIMITS, bytes: 1000 }));
    expect([error.code, error.message]).toEqual([
      'ENT_LIST_TOO_LARGE',
      'f: more than 1000 bytes, the most that is read',
    ]);
  });

  it('of a gzip that is cut short or damaged are refused as such', async () => {
    const packed = gzipSync(LONG);
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 12, 40);
    for (const bytes of [packed.subarray(0, packed.length - 9), damaged]) {
      expect((await refusal(allOf(sourceBytes('f.gz', bytes)))).code).toBe('ENT_LIST_GZIP');
    }
  });
});

describe('the text of a file', () => {
  it('is whole although a character comes in two pieces, and without its byte order mark', async () => {
    const text = 'Öskö \u{1f3db} أبو';
    expect(await textOf(dripping(Buffer.from(`\ufeff${text}`)).file)).toBe(text);
  });

  it('is refused where it is not UTF-8, with the line', async () => {
    const bad = Buffer.concat([
      Buffer.from('one Öskö\ntwo\nthr'),
      Buffer.from([0xe9, 0x20]),
      Buffer.from('\nfour'),
    ]);
    for (const file of [
      sourceBytes('f', bad),
      { name: 'f', open: () => [bad.subarray(0, 5), bad.subarray(5)] },
    ]) {
      const error = await refusal(textOf(file));
      expect([error.code, error.place]).toEqual(['ENT_LIST_ENCODING', { file: 'f', line: 3 }]);
    }
  });

  it('is refused when it ends inside a character', async () => {
    const error = await refusal(textOf(sourceBytes('f', Buffer.from('one\nÖ').subarray(0, 5))));
    expect([error.code, error.place]).toEqual(['ENT_LIST_ENCODING', { file: 'f', line: 2 }]);
  });
});
