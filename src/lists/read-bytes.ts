import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { SourceFile } from './source-file.ts';

const PIECE = 64 * 1024;
const RATIO_FROM = 1024 * 1024;

/**
 * The bytes of a file in pieces of at most 64 KiB, inflated when it begins with the gzip magic (RFC 1952).
 * `onEnd` is given the SHA-256 of all inflated bytes, in hex. Throws `ENT_LIST_UNREADABLE`, `ENT_LIST_GZIP`
 * and `ENT_LIST_TOO_LARGE`.
 */
export async function* readBytes(
  file: SourceFile,
  limits: Limits,
  onEnd?: (sha256: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const digest = createHash('sha256');
  let total = 0;
  for await (const chunk of inflated(file, limits)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      total += piece.length;
      if (total > limits.bytes) throw tooLarge(file, 'bytes', limits.bytes);
      digest.update(piece);
      yield piece;
    }
  }
  onEnd?.(digest.digest('hex'));
}

async function* inflated(file: SourceFile, limits: Limits): AsyncGenerator<Uint8Array, void, undefined> {
  const raw = opened(file);
  try {
    const head = await headOf(raw);
    if (head[0] === 0x1f && head[1] === 0x8b) {
      yield* gunzipped(head, raw, file, limits);
    } else {
      yield head;
      yield* raw;
    }
  } finally {
    // Whoever looks only at the beginning must not leave the file open.
    await raw.return();
  }
}

async function* gunzipped(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void, undefined>,
  file: SourceFile,
  limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  let packed = 0;
  const counted = async function* () {
    packed += head.length;
    yield head;
    for await (const chunk of rest) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(counted(), { highWaterMark: 1 });
  const gunzip = createGunzip({ chunkSize: PIECE });
  // `pipe` carries no errors across, and an unreadable file must not look like a short one.
  source.on('error', (cause) => gunzip.destroy(cause));
  try {
    let out = 0;
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Uint8Array>) {
      out += chunk.length;
      if (out > RATIO_FROM && out > packed * limits.ratio) {
        throw tooLarge(file, 'inflated bytes for each byte of gzip', limits.ratio);
      }
      yield chunk;
    }
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw listsError('ENT_LIST_GZIP', { why: cause.message }, { place: { file: file.name }, cause });
  } finally {
    source.destroy();
  }
}

async function* opened(file: SourceFile): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of file.open()) yield chunk;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw listsError('ENT_LIST_UNREADABLE', { why }, { place: { file: file.name }, cause });
  }
}

/** Reads on until two bytes are there, or the end. */
async function headOf(chunks: AsyncGenerator<Uint8Array, void, undefined>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

function tooLarge(file: SourceFile, what: string, cap: number) {
  return listsError('ENT_LIST_TOO_LARGE', { what, cap }, { place: { file: file.name } });
}
