import { randomFillSync } from 'node:crypto';

/** Random bytes are drawn in one go: a draw for each request costs more than what it is for. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/** So many random bytes as text. */
export function randomText(bytes: number, encoding: 'hex' | 'base64url'): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString(encoding, used - bytes, used);
}
