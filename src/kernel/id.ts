import { kernelError } from './errors.ts';

/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** An entity's id, `ent-` and 16 random characters (80 bits). Never made from a name, never reused. */
export type EntityId = string;

/** Draws a new entity id. */
export function newEntityId(): EntityId {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  let text = 'ent-';
  for (const byte of bytes) text += ALPHABET[byte & 31];
  return text;
}

/** Whether a text has the form of an entity id. */
export function isEntityId(text: string): boolean {
  return /^ent-[0-9a-hjkmnp-tv-z]{16}$/.test(text);
}

/** The key of a source record: the list's id, a colon, the publisher's own stable key (`un-sc:QDe.132`). */
export interface SourceKey {
  readonly list: string;
  readonly reference: string;
}

/** Writes a source key. */
export function formatSourceKey(key: SourceKey): string {
  return `${key.list}:${key.reference}`;
}

/** Reads a source key; throws `ENT_ID_SYNTAX` when the text has no `list:` before the reference. */
export function parseSourceKey(text: string): SourceKey {
  const match = /^([a-z][a-z0-9-]*):(\S(?:.*\S)?)$/.exec(text);
  if (match === null) throw kernelError('ENT_ID_SYNTAX', { value: text });
  return { list: match[1] ?? '', reference: match[2] ?? '' };
}
