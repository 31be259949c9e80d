/** Where a command reads from and writes to, so that it can run inside a test as it runs on a terminal. */
export interface Io {
  /** Answers. With `--json`, JSON and nothing else. */
  readonly out: (text: string) => void;
  /** Progress, notes and errors. */
  readonly err: (text: string) => void;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** What the output is: colour and bidi isolates go to a terminal only, progress to a terminal's stderr. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
}

/** The process's own streams. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: () => process.stdin,
    env: process.env,
    now: () => new Date(),
    terminal: {
      out: process.stdout.isTTY === true,
      err: process.stderr.isTTY === true,
      columns: process.stdout.columns ?? 100,
    },
  };
}
