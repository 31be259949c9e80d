import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

/** Bytes of content in one piece. */
const PIECE = 8 * 1024 * 1024;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** What is known of a content when it has been read to its end. */
export interface Measured {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Packs a content, each 8 MiB of it by themselves, and tells its digest and size when all were read. Brotli at
 * quality 5 with a window of 16 MiB: lists repeat themselves at long distances (docs/decisions/0009).
 */
export async function* pack(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, Measured> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const piece of pieces(content)) {
    size += piece.length;
    digest.update(piece);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: piece.length,
    };
    yield await compress(piece, { params });
  }
  return { sha256: digest.digest('hex'), size };
}

/** Unpacks one piece that {@link pack} packed. A damaged one throws zlib's error. */
export function unpack(piece: Uint8Array): Promise<Uint8Array> {
  return decompress(piece, { maxOutputLength: PIECE });
}

async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE - bytes);
      waiting.push(part);
      bytes += part.length;
      at += part.length;
      if (bytes < PIECE) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
