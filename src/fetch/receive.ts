import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Duplex, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { Caps } from './caps.ts';
import { decodersOf, inflateGzip, through } from './decode.ts';
import { discard } from './discard.ts';
import { fetchError } from './errors.ts';
import { TemporaryFile } from './temporary-file.ts';

/** How far an answer has come. */
export interface Progress {
  /** Bytes received, as sent. */
  readonly received: number;
  /** Bytes that the host says it sends, where it says so. */
  readonly total: number | null;
}

/** The body of an answer, inflated, in a temporary file. */
export interface Received {
  readonly file: TemporaryFile;
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
}

const RATIO_FROM = 1024 * 1024;

/** What is to be known of an answer to take its body. */
export interface Answer {
  readonly host: string;
  /** Its `Content-Encoding`. */
  readonly encoding: string | null;
  /** Its length as sent, where it states one. */
  readonly total: number | null;
  readonly caps: Caps;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Takes an answer's body into a temporary file, undoing its content coding, and gzip where the body is itself a gzip
 * file: what is kept is the content, whichever way it was packed on that day. Memory does not grow with it. Nothing
 * is left behind when it throws: `ENT_FETCH_TOO_LARGE`, `ENT_FETCH_BROKEN` for an unknown coding, and whatever the
 * connection and the decoder throw. Must be called in the same turn in which the answer came (see {@link writeDown}).
 */
export async function receive(body: Readable, answer: Answer): Promise<Received> {
  const { host, encoding } = answer;
  const decoders = decodersOf(encoding);
  if (decoders === null) {
    discard(body);
    throw fetchError('ENT_FETCH_BROKEN', { host, why: `unknown content coding "${encoding?.slice(0, 60)}"` });
  }
  const file = TemporaryFile.place();
  try {
    const sent = `${file.path}.sent`;
    const received = await writeDown(body, sent, answer);
    const content = await unpack(sent, file.path, decoders, received, answer);
    await rm(sent);
    return { file, ...content };
  } catch (error) {
    await file.remove();
    throw error;
  }
}

/**
 * Writes a body to a file as it is sent, each piece at once. undici 7 pauses its parser when a body is not taken as
 * fast as it comes, and then a host that closes the connection ends the whole process with an assertion
 * (nodejs/undici#5360, mended in 8, which wants a newer Node): a body that is always taken at once is never paused.
 */
async function writeDown(body: Readable, path: string, answer: Answer): Promise<number> {
  const { host, total, caps, onProgress } = answer;
  const descriptor = openSync(path, 'wx', 0o600);
  let received = 0;
  body.on('data', (chunk: Uint8Array) => {
    try {
      received += chunk.length;
      if (received > caps.bytes)
        throw fetchError('ENT_FETCH_TOO_LARGE', { host, cap: caps.bytes, what: 'bytes' });
      for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
      onProgress?.({ received, total });
    } catch (error) {
      body.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  try {
    await finished(body);
    return received;
  } finally {
    closeSync(descriptor);
  }
}

/** Undoes the codings of what was sent, and measures the content. */
async function unpack(
  from: string,
  to: string,
  decoders: readonly Duplex[],
  received: number,
  { host, caps, signal }: Answer,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const digest = createHash('sha256');
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > caps.bytes)
        throw fetchError('ENT_FETCH_TOO_LARGE', { host, cap: caps.bytes, what: 'bytes' });
      if (size > RATIO_FROM && size > received * caps.ratio) {
        const what = 'inflated bytes for each byte of its answer';
        throw fetchError('ENT_FETCH_TOO_LARGE', { host, cap: caps.ratio, what });
      }
      digest.update(chunk);
      yield chunk;
    }
  };
  const decoded = decoders.reduce<AsyncIterable<Uint8Array>>(through, createReadStream(from));
  const sink = createWriteStream(to, { flags: 'wx', mode: 0o600 });
  await pipeline(measured(inflateGzip(decoded)), sink, { signal });
  return { size, sha256: digest.digest('hex') };
}
