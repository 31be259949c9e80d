import { createHash, randomBytes } from 'node:crypto';

/** RFC 4648's base 32 without padding, as authenticator apps read it. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Draws a secret: 5 bits a character. */
export function randomSecret(characters: number): string {
  let text = '';
  for (const byte of randomBytes(characters)) text += BASE32[byte & 31];
  return text;
}

/** SHA-256 in hexadecimal. Enough for secrets that were drawn with 128 bits or more; not for passwords. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Draws an id that says nothing: `prefix-` and 16 characters. */
export function newId(prefix: string): string {
  return `${prefix}-${randomSecret(16).toLowerCase()}`;
}

/** What an authenticator app is given, as a link (the Key URI format of Google Authenticator). */
export function totpUri(name: string, secret: string): string {
  return `otpauth://totp/Entente:${encodeURIComponent(name)}?secret=${secret}&issuer=Entente&algorithm=SHA1&digits=6&period=30`;
}
