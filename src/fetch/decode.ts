import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The content codings that are asked for (RFC 9110, 8.4.1). */
export const ACCEPT_ENCODING = 'gzip, br';

/**
 * What undoes a `Content-Encoding` header, first step first; `null` when it names a coding that is not known. More
 * than two codings on top of each other are not undone: no honest server does that.
 */
export function decodersOf(header: string | null): readonly Duplex[] | null {
  const codings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 2) return null;
  const decoders: Duplex[] = [];
  for (const coding of codings.reverse()) {
    if (coding === 'gzip' || coding === 'x-gzip') decoders.push(createGunzip());
    else if (coding === 'br') decoders.push(createBrotliDecompress());
    else if (coding === 'deflate') decoders.push(createInflate());
    else return null;
  }
  return decoders;
}

/** Inflates what is itself a gzip file (RFC 1952), and passes all else on as it is. */
export async function* inflateGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await source.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole();
  yield* through(whole(), createGunzip());
}

/** Bytes sent through a transform. A fault in either, and a reader who leaves early, end both. */
export function through(chunks: AsyncIterable<Uint8Array>, transform: Duplex): AsyncIterable<Uint8Array> {
  // A fault destroys `transform` with it, and so reaches whoever reads from there; there is nobody else to tell.
  pipeline(Readable.from(chunks, { highWaterMark: 1 }), transform, () => undefined);
  return transform;
}
