import { readFile } from 'node:fs/promises';
import type { Context } from './context.ts';
import { cliError } from './errors.ts';

/** The longest text that is read, in bytes. */
const LONGEST = 8 * 1024 * 1024;

/** A text file's words, or standard input's for `-`. Throws `ENT_INPUT_UNREADABLE` naming the file and why. */
export async function readTextInput(context: Context, file: string): Promise<string> {
  const bytes = file === '-' ? await fromStdin(context) : await fromFile(file);
  if (bytes.length > LONGEST)
    throw unreadable(file, `over ${LONGEST / 1024 / 1024} MiB, which no statement is`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(file, 'not UTF-8 text', cause);
  }
}

async function fromFile(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause.code === 'ENOENT' ? 'no such file' : cause.message, cause);
  });
}

async function fromStdin({ io }: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin()) {
    size += chunk.length;
    if (size > LONGEST) throw unreadable('-', `over ${LONGEST / 1024 / 1024} MiB, which no statement is`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unreadable(file: string, why: string, cause?: unknown) {
  const what = file === '-' ? 'standard input' : file;
  return cliError('ENT_INPUT_UNREADABLE', { why: `${what}: ${why}` }, cause === undefined ? {} : { cause });
}
