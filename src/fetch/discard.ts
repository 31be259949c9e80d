import type { Readable } from 'node:stream';

/** Ends an answer whose body is not wanted, and its connection with it. */
export function discard(body: Readable): void {
  // The client reports the end that we ourselves make as a failure of the body, which nobody reads any more.
  body.on('error', () => undefined).destroy();
}
