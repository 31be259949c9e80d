import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The longest text that is kept, in UTF-8 bytes: longer than what is read of any. */
export const LONGEST_KEPT = 16 * 1024 * 1024;

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A text as it is stored. */
export function packText(text: string): Uint8Array {
  return gzipSync(text, { level: 6 });
}

/** A stored text. */
export function unpackText(body: Uint8Array): string {
  return gunzipSync(body, { maxOutputLength: 4 * LONGEST_KEPT }).toString('utf8');
}
