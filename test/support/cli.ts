import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output read as JSON. */
  readonly json: () => Record<string, unknown> & { [key: string]: any };
}

/** A folder with a store in it, and the command line working on that store as a person would. */
export interface Desk {
  readonly folder: string;
  readonly store: string;
  readonly entente: (...args: readonly string[]) => Promise<Outcome>;
  readonly close: () => void;
}

/** Opens a desk. `terminal` makes the output a terminal's, 100 columns wide. */
export function desk(
  options: {
    readonly terminal?: boolean;
    readonly stdin?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly now?: () => Date;
  } = {},
): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'entente-desk-'));
  const store = join(folder, 'record.db');
  const terminal = options.terminal === true;
  return {
    folder,
    store,
    entente: async (...args) => {
      let out = '';
      let err = '';
      const code = await run(args, {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        stdin: async function* () {
          yield new TextEncoder().encode(options.stdin ?? '');
        },
        env: { ENTENTE_STORE: store, ...options.env },
        now: options.now ?? (() => new Date('2026-11-24T12:00:00Z')),
        terminal: { out: terminal, err: terminal, columns: 100 },
      });
      return { code, out, err, json: () => JSON.parse(out) };
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
