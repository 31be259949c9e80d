import type { Command } from 'commander';
import { type Clocks, type EntError, parseMoment } from '../kernel/index.ts';
import { Store } from '../store/index.ts';
import { enterAct } from './enter-act.ts';
import { enteredAct } from './entered-acts.ts';
import { cliError } from './errors.ts';
import type { Io } from './terminal/io.ts';
import { type Style, styleFor } from './terminal/style.ts';

/** What every command gets. */
export interface Context {
  readonly io: Io;
  readonly style: Style;
  /** Writes an answer: as JSON with `--json`, else as the text that `human` makes. */
  readonly answer: (json: unknown, human: () => string) => void;
  /** A line for the person, never on standard output. */
  readonly note: (text: string) => void;
  readonly json: boolean;
  readonly location: string;
  /** Opens the store for the length of `work`, and enters in the audit log what the command did (`entered-acts.ts`). */
  readonly withStore: <T>(
    work: (store: Store) => Promise<T>,
    options?: { readonly create?: boolean },
  ) => Promise<T>;
  /** Makes a command's outcome a failed check (exit 1) after its answer was written. */
  readonly fail: () => void;
}

/** Makes an action's context from its command; a command file gets this instead of the globals. */
export type WithContext = (command: Command) => Context;

interface GlobalOptions {
  readonly store?: string;
  readonly json?: boolean;
}

/** The context of a command from its own and the global options. */
export function contextOf(io: Io, command: Command, fail: () => void): Context {
  const options = command.optsWithGlobals<GlobalOptions>();
  const location = options.store ?? io.env.ENTENTE_STORE ?? 'entente.db';
  const json = options.json === true;
  let act = enteredAct(command);
  return {
    io,
    style: styleFor(io),
    json,
    location,
    fail,
    answer: (value, human) =>
      io.out(json ? `${JSON.stringify(value, null, io.terminal.out ? 2 : 0)}\n` : human()),
    note: (text) => io.err(`${text}\n`),
    withStore: async (work, { create = false } = {}) => {
      const auditKey = io.env.ENTENTE_AUDIT_KEY;
      const store = await Store.open(location, {
        mustExist: !create,
        ...(auditKey === undefined ? {} : { auditKey }),
      });
      try {
        const done = await work(store);
        if (act !== undefined) await enterAct(io.now(), store, act.action, act.asked);
        act = undefined;
        return done;
      } finally {
        await store.close();
      }
    },
  };
}

/** Options for a question's two clocks, as commander gives them. */
export interface ClockOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Reads the two clocks; throws `ENT_USAGE` naming the flag that is not one moment. */
export function clocksOf(options: ClockOptions): Clocks {
  return { asOf: momentOf('--as-of', options.asOf), knownAt: momentOf('--known-at', options.knownAt) };
}

/** Reads one moment; `null` when the flag is not given. */
export function momentOf(flag: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return parseMoment(text);
  } catch (error) {
    throw cliError('ENT_USAGE', { why: `${flag}: ${(error as EntError).message}` }, { cause: error });
  }
}
