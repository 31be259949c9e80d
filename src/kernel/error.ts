/**
 * What kind of failure an error is. The command line turns it into an exit code and the server into an
 * HTTP status, each in one place; no other code looks at it.
 *
 * - `usage` the caller asked wrongly (exit 2)
 * - `refused` an input was read and not accepted (exit 3)
 * - `not-found` the thing asked for is not in the record (exit 1)
 * - `failed` a check ran and found a fault (exit 1)
 * - `store` the store could not be opened, read or written (exit 4)
 */
export type ErrorStatus = 'usage' | 'refused' | 'not-found' | 'failed' | 'store';

/** Where in an input a fault is. Lines and columns count from 1; `path` is a path inside a document. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

/** Writes a place as `file:line:column (path)`, leaving out what is not known; empty when nothing is. */
export function formatPlace(place: Place): string {
  const spot = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  if (place.path === undefined) return spot;
  return spot === '' ? place.path : `${spot} (${place.path})`;
}

/** The one error class of the system. `code` is stable and documented; the message is for people. */
export class EntError extends Error {
  readonly code: string;
  readonly status: ErrorStatus;
  readonly place: Place | undefined;

  constructor(
    code: string,
    status: ErrorStatus,
    message: string,
    options: { place?: Place; cause?: unknown } = {},
  ) {
    const spot = options.place === undefined ? '' : formatPlace(options.place);
    super(
      spot === '' ? message : `${spot}: ${message}`,
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.name = 'EntError';
    this.code = code;
    this.status = status;
    this.place = options.place;
  }
}

/** One row of a room's error table: `text` makes the message, `doc` is its line in the reference. */
export interface ErrorSpec {
  readonly status: ErrorStatus;
  readonly doc: string;
  // biome-ignore lint/suspicious/noExplicitAny: each row has its own detail type, which the call site checks
  readonly text: (detail: any) => string;
}

/** A room's error table made callable: `listError('ENT_LIST_EMPTY', { list }, { place })`. */
export interface ErrorTable<T extends Record<string, ErrorSpec>> {
  <C extends keyof T & string>(
    code: C,
    detail: Parameters<T[C]['text']>[0],
    options?: { place?: Place; cause?: unknown },
  ): EntError;
  /** The table itself, for the reference page and the test that compares the two. */
  readonly specs: T;
}

/** Makes a room's error table. Every code starts with `ENT_`. */
export function errorTable<const T extends Record<`ENT_${string}`, ErrorSpec>>(specs: T): ErrorTable<T> {
  const make = (code: string, detail: unknown, options?: { place?: Place; cause?: unknown }): EntError => {
    const spec = (specs as Record<string, ErrorSpec>)[code];
    if (spec === undefined) throw new TypeError(`no error code ${code}`);
    return new EntError(code, spec.status, spec.text(detail), options);
  };
  return Object.assign(make, { specs }) as ErrorTable<T>;
}
