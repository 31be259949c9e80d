import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { accountError } from './errors.ts';

/** OWASP's scrypt setting with 32 MiB: N = 2^15, r = 8, p = 3 (Password Storage Cheat Sheet, 2024). */
const COST = Object.freeze({ N: 2 ** 15, r: 8, p: 3 });
const LENGTH = 32;
const SALT = 16;
const MEMORY = 128 * 1024 * 1024;
const SHORTEST = 12;
const LONGEST = 256;

/** Hashes a password as `scrypt$N$r$p$salt$hash`. Throws `ENT_ACCOUNT_PASSWORD` when it is too short or long. */
export async function hashPassword(password: string): Promise<string> {
  const normal = password.normalize('NFKC');
  if (normal.length < SHORTEST || normal.length > LONGEST)
    throw accountError('ENT_ACCOUNT_PASSWORD', { shortest: SHORTEST, longest: LONGEST });
  const salt = randomBytes(SALT);
  const hash = await derive(normal, salt, LENGTH, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether a password is the hashed one. With `null` (no such account, or one without a password) it takes as
 * long and answers no.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = (hashed ?? NOBODY).split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const text = password.normalize('NFKC').slice(0, LONGEST);
  const derived = await derive(text, Buffer.from(salt, 'base64url'), expected.length, cost);
  return timingSafeEqual(derived, expected) && hashed !== null;
}

/** A hash that no password has: what a name without account is compared with. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

function derive(text: string, salt: Buffer, length: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((done, failed) => {
    scrypt(text, salt, length, { ...cost, maxmem: MEMORY }, (error, key) =>
      error === null ? done(key) : failed(error),
    );
  });
}
