import { createWriteStream } from 'node:fs';
import { cliError } from '../errors.ts';
import type { Io } from './io.ts';

/** Where an export goes: standard output, or a file. `close` waits until all is written. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens an output. A file that cannot be written throws `ENT_INPUT_UNREADABLE` on the first write. */
export function openOutput(io: Io, path: string | undefined): Output {
  if (path === undefined) {
    return {
      write: async (text) => io.out(text),
      close: async () => undefined,
    };
  }
  const stream = createWriteStream(path);
  let failed: Error | null = null;
  stream.on('error', (error) => {
    failed = error;
  });
  const check = () => {
    if (failed !== null)
      throw cliError(
        'ENT_INPUT_UNREADABLE',
        { why: `cannot write ${path}: ${failed.message}` },
        { cause: failed },
      );
  };
  return {
    write: async (text) => {
      check();
      if (!stream.write(text) && failed === null)
        await new Promise<void>((resolve) => {
          stream.once('drain', resolve);
          stream.once('error', () => resolve());
        });
      check();
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        stream.end(() => resolve());
        stream.once('error', () => resolve());
      });
      check();
    },
  };
}
