/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** A document's id, `doc-` and 16 random characters (80 bits). Never made from its words, never reused. */
export type DocumentId = string;

/** Draws a new document id. */
export function newDocumentId(): DocumentId {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  let text = 'doc-';
  for (const byte of bytes) text += ALPHABET[byte & 31];
  return text;
}

/** Whether a text has the form of a document id. */
export function isDocumentId(text: string): boolean {
  return /^doc-[0-9a-hjkmnp-tv-z]{16}$/.test(text);
}
