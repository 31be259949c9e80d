import { EntError, type ErrorStatus } from '../kernel/index.ts';

/** The exit code of each kind of failure: 1 a check failed, 2 usage, 3 input refused, 4 store. */
export const EXIT: Readonly<Record<ErrorStatus, number>> = Object.freeze({
  failed: 1,
  'not-found': 1,
  usage: 2,
  refused: 3,
  store: 4,
});

/** The exit code of a fault in the program itself (sysexits.h, EX_SOFTWARE). */
export const EXIT_INTERNAL = 70;

/** The exit code that an error leads to. */
export function exitCodeOf(error: unknown): number {
  return error instanceof EntError ? EXIT[error.status] : EXIT_INTERNAL;
}
