import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KeepOptions } from '../app/index.ts';
import type { Received, Store } from '../store/index.ts';
import type { Context } from './context.ts';
import { cliError } from './errors.ts';
import { VERSION } from './version.ts';

/** A document as it was given: its words with what it says of itself, and the bytes that it came as. */
export interface DocumentInput {
  readonly received: Received;
  /** How its bytes are kept, and since when it is known. */
  readonly origin: Pick<KeepOptions, 'bytes' | 'file' | 'known'>;
}

/** The longest document that is read, in bytes. */
const LONGEST = 20 * 1024 * 1024;

/** Whether an argument is an address, not a file. */
export function isAddress(given: string): boolean {
  return /^https?:\/\//i.test(given);
}

/**
 * A document from a file, from standard input (`-`) or, with a store that keeps what was fetched, from an address. What
 * it is (text, HTML, PDF, mail …) is told by its content. Throws `ENT_INPUT_UNREADABLE`, `ENT_FETCH_…`, `ENT_INTAKE_…`.
 */
export async function documentInput(
  context: Context,
  given: string,
  store: Store | null,
): Promise<DocumentInput> {
  const { receive } = await import('../intake/index.ts');
  if (isAddress(given)) {
    if (store === null) throw unreadable(given, 'an address is fetched into a store, and none is open');
    const { fetchDocument, fetcherOf } = await import('../app/index.ts');
    const fetcher = fetcherOf(context.io.env, VERSION);
    try {
      const brought = await fetchDocument(store, fetcher, given, { now: context.io.now });
      const { bytes, mediaType, charset, url, sha256, since } = brought;
      const received = await receive(bytes, { mediaType, charset, url });
      return { received, origin: { file: sha256, known: since } };
    } finally {
      await fetcher.close();
    }
  }
  const bytes = given === '-' ? await fromStdin(context) : await fromFile(given);
  const name = given === '-' ? null : basename(given);
  const received = await receive(bytes, { name });
  const text = received.format === 'text' ? asItStands(bytes) : null;
  return {
    received: text === null ? received : { ...received, text },
    origin: { bytes: { content: bytes, mediaType: MEDIA_TYPES[received.format] ?? null } },
  };
}

/**
 * What a person should know of a document before its reading: that it replaces or withdraws another, who sent it by
 * its own fields, and what was left out.
 */
export function wordsAbout({ signal, agency, publisher, notes }: Received): readonly string[] {
  const from = [agency, publisher].filter((name) => name !== null).join(', ');
  return [
    ...(SIGNALS[signal] ?? []),
    ...(from === '' ? [] : [`from ${from}, as its own fields say`]),
    ...notes,
  ];
}

const SIGNALS: Readonly<Partial<Record<Received['signal'], readonly string[]>>> = {
  update: ['it updates an earlier version'],
  correction: ['it corrects an earlier version'],
  kill: ['it WITHDRAWS an earlier report: nothing of that one is to be used'],
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  eml: 'message/rfc822',
};

/** A plain text is read as it stands, but for its line ends; `null` when it is not in UTF-8. */
function asItStands(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function fromFile(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause.code === 'ENOENT' ? 'no such file' : cause.message, cause);
  });
  if (bytes.length > LONGEST) throw tooLong(file);
  return bytes;
}

async function fromStdin({ io }: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin()) {
    size += chunk.length;
    if (size > LONGEST) throw tooLong('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLong(what: string) {
  return unreadable(what, `over ${LONGEST / 1024 / 1024} MiB, which no report is`);
}

function unreadable(what: string, why: string, cause?: unknown) {
  return cliError('ENT_INPUT_UNREADABLE', { why: `${what}: ${why}` }, cause === undefined ? {} : { cause });
}
