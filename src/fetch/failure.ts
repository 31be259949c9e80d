import { errors } from 'undici';
import { EntError, wordTable } from '../kernel/index.ts';
import type { Caps } from './caps.ts';
import { fetchError } from './errors.ts';

/** Why an attempt brought nothing, and whether another may. */
export interface Failure {
  readonly error: EntError;
  /** Whether asking again may help. */
  readonly again: boolean;
  /** Milliseconds that the host asks to wait before; `null` when it says nothing. */
  readonly after: number | null;
}

/** A failure that asking again does not mend. */
export function final(error: EntError): Failure {
  return { error, again: false, after: null };
}

/** Where an attempt was when it failed. */
export interface Attempt {
  readonly host: string;
  readonly proxy: string | null;
  readonly caps: Caps;
}

const TIMEOUTS: Readonly<
  Record<string, readonly [what: string, cap: 'connectMs' | 'firstByteMs' | 'idleMs']>
> = {
  UND_ERR_CONNECT_TIMEOUT: ['did not take the connection', 'connectMs'],
  UND_ERR_HEADERS_TIMEOUT: ['did not begin to answer', 'firstByteMs'],
  UND_ERR_BODY_TIMEOUT: ['did not go on with its answer', 'idleMs'],
};

/** Codes of failures to connect that asking again may mend; those of names and certificates are not among them. */
const PASSING: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

const WORDS = wordTable<string>({
  ENOTFOUND: 'no such name',
  EAI_AGAIN: 'its name cannot be resolved now',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it broke off the connection',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'it does not answer',
});

/** The system's and TLS's codes for files, as opposed to those for connections. */
const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** Reads what an attempt threw. Errors that are no failure of fetching, such as a cancelled signal, pass through. */
export function failureOf(thrown: unknown, { host, proxy, caps }: Attempt): Failure {
  if (thrown instanceof EntError) return final(thrown);
  if (!(thrown instanceof Error)) throw thrown;
  const code = codeOf(thrown);
  const options = { cause: thrown };
  const timeout = TIMEOUTS[code];
  if (timeout !== undefined) {
    const [what, cap] = timeout;
    return passing(fetchError('ENT_FETCH_TIMEOUT', { host, what, seconds: caps[cap] / 1000 }, options));
  }
  if (DISK.has(code)) return final(fetchError('ENT_FETCH_DISK', { why: thrown.message }, options));
  if (/^(?:Z_|ERR__ERROR_|ERR_BROTLI)/.test(code))
    return passing(
      fetchError('ENT_FETCH_BROKEN', { host, why: 'its compression is damaged or cut short' }, options),
    );
  if (thrown instanceof errors.HTTPParserError || code === 'UND_ERR_HEADERS_OVERFLOW')
    return final(fetchError('ENT_FETCH_BROKEN', { host, why: 'it is not HTTP as it should be' }, options));
  if (
    code === 'UND_ERR_SOCKET' ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE'
  )
    return passing(fetchError('ENT_FETCH_BROKEN', { host, why: 'the connection ended early' }, options));
  if (proxy !== null && (code === 'UND_ERR_ABORTED' || code === 'UND_ERR_INVALID_ARG'))
    return final(fetchError('ENT_FETCH_PROXY', { proxy, host, why: proxyWords(thrown.message) }, options));
  if (thrown instanceof errors.UndiciError)
    return final(fetchError('ENT_FETCH_BROKEN', { host, why: `the exchange failed (${code})` }, options));
  if (code === '') throw thrown;
  const why = WORDS[code] ?? `${code}${/cert|tls|ssl/i.test(code) ? ' (its certificate or encryption)' : ''}`;
  const error =
    proxy === null
      ? fetchError('ENT_FETCH_UNREACHABLE', { host, why }, options)
      : fetchError('ENT_FETCH_PROXY', { proxy, host, why }, options);
  return { error, again: PASSING.has(code), after: null };
}

function passing(error: EntError): Failure {
  return { error, again: true, after: null };
}

/** The code of an error; of several attempts to connect at once, that of the first. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}

/** What a proxy refused, from the message of the client; anything else in the message is not shown. */
function proxyWords(message: string): string {
  const status = /\b([45]\d\d)\b/.exec(message)?.[1];
  if (status === '407') return 'it wants a user name and password, which go into the address of the proxy';
  return status === undefined ? 'it did not connect' : `it answered ${status}`;
}
