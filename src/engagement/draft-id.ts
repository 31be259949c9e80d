/** What an id is the id of, by its first letters. */
export const ID_PREFIX = {
  series: 'ser',
  meeting: 'mtg',
  document: 'doc',
  commitment: 'com',
  happening: 'hap',
  'self-report': 'rep',
  evidence: 'evi',
  guideline: 'gui',
  assessment: 'ass',
  reply: 'rpl',
  withdrawal: 'wdr',
  body: 'bod',
} as const;

/** Crockford's base 32, lower case, as entity ids have it. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** Draws an id: three letters of its kind and 12 random characters (60 bits). Never made from content. */
export function newId(kind: keyof typeof ID_PREFIX): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  return `${ID_PREFIX[kind]}-${[...bytes].map((byte) => ALPHABET[byte & 31]).join('')}`;
}

/** Whether a text can be an id of an entry: one that was drawn, or a path of a file (`us-pakistan/2024-05-10`). */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)*$/.test(text) && text.length <= 160;
}
