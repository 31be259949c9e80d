import { createWriteStream } from 'node:fs';
import { cliError } from '../errors.ts';
import type { Io } from './io.ts';

/** Where an export goes: standard output, or a file. `close` waits until all is written. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens an output. A file that cannot be written throws `ENT_OUTPUT_UNWRITABLE`, at the latest on closing. */
export function openOutput(io: Io, path: string | undefined): Output {
  if (path === undefined) return { write: async (text) => io.out(text), close: async () => undefined };
  const stream = createWriteStream(path);
  const failed = (cause: Error) => cliError('ENT_OUTPUT_UNWRITABLE', { path, why: cause.message }, { cause });
  // Every failure comes to the write that waits for it; without a listener it would end the process as well.
  stream.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(failed(error)) : resolve()));
      }),
    close: () =>
      new Promise((resolve, reject) => {
        stream.end((error?: Error | null) => (error ? reject(failed(error)) : resolve()));
      }),
  };
}
