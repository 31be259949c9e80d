/** Caps on what one fetch may take. Times in milliseconds. */
export interface Caps {
  /** To make a connection, its encryption included. */
  readonly connectMs: number;
  /** From the request to the first byte of the answer. */
  readonly firstByteMs: number;
  /** Between two pieces of the answer. */
  readonly idleMs: number;
  /** For everything, redirects, pauses and repetitions included. */
  readonly wholeMs: number;
  /** Bytes, as sent and as inflated. */
  readonly bytes: number;
  /** Inflated bytes for each byte sent, once more than a mebibyte has come out. */
  readonly ratio: number;
  readonly redirects: number;
  /** Attempts in all, where a failure may pass. */
  readonly attempts: number;
  /** The longest `Retry-After` that is waited for. */
  readonly longestPauseMs: number;
}

/**
 * The caps in force unless the caller sets others. Some publishers make a file of 25 MB when it is asked for and
 * take a minute to begin; the largest list is about 130 MB.
 */
export const CAPS: Caps = Object.freeze({
  connectMs: 15_000,
  firstByteMs: 120_000,
  idleMs: 60_000,
  wholeMs: 15 * 60_000,
  bytes: 512 * 1024 * 1024,
  ratio: 100,
  redirects: 5,
  attempts: 4,
  longestPauseMs: 60_000,
});
