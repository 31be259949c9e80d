import { CommanderError } from 'commander';
import { EntError } from '../kernel/index.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { program } from './program.ts';
import type { Io } from './terminal/io.ts';
import { printable } from './terminal/style.ts';

/**
 * Runs one command line and gives its exit code. Every error becomes one line on stderr that says the place
 * and the reason; a fault of the program itself is shown with its stack.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let failed = false;
  try {
    await program(io, () => {
      failed = true;
    }).parseAsync([...argv], { from: 'user' });
    return failed ? EXIT.failed : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
    if (error instanceof EntError) {
      io.err(`${printable(error.message)} [${error.code}]\n`);
    } else {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.err(`This is a fault in Entente itself, please report it:\n${printable(text)}\n`);
    }
    return exitCodeOf(error);
  }
}
