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

/** What a drawn id is the id of; of any other, as the starter record has them, a promise is the likeliest. */
export function kindOfId(id: string): keyof typeof ID_PREFIX {
  const kinds = Object.keys(ID_PREFIX) as (keyof typeof ID_PREFIX)[];
  return kinds.find((kind) => id.startsWith(`${ID_PREFIX[kind]}-`)) ?? 'commitment';
}
