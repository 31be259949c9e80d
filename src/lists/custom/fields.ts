import type { Schema, Statement } from '../../kernel/index.ts';

/** The columns of a list of one's own. All but `id` and `name` may be left out. */
export const FIELDS = [
  'id',
  'name',
  'type',
  'aliases',
  'weak aliases',
  'former names',
  'original names',
  'birth date',
  'birth place',
  'founded on',
  'nationality',
  'country',
  'address',
  'identifiers',
  'un reference',
  'programme',
  'legal basis',
  'authority',
  'listed on',
  'amended on',
  'delisted on',
  'remarks',
  'url',
] as const;

/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

/** The columns that must be there. */
export const NEEDED: readonly Field[] = ['id', 'name'];

/** Other words for a column. */
const SYNONYMS: ReadonlyMap<string, Field> = new Map([
  ['schema', 'type'],
  ['alias', 'aliases'],
  ['weak alias', 'weak aliases'],
  ['former name', 'former names'],
  ['original name', 'original names'],
  ['date of birth', 'birth date'],
  ['place of birth', 'birth place'],
  ['program', 'programme'],
  ['programs', 'programme'],
  ['programmes', 'programme'],
  ['identifier', 'identifiers'],
  ['listing date', 'listed on'],
  ['notes', 'remarks'],
]);

/** The column that a word is meant for: capitals, `_`, `-` and spaces do not count. The word itself for any other. */
export function fieldOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return SYNONYMS.get(plain) ?? plain;
}

/** What a type may be; FollowTheMoney's names are taken too. */
export const TYPES: ReadonlyMap<string, Schema> = new Map([
  ['', 'LegalEntity'],
  ['person', 'Person'],
  ['individual', 'Person'],
  ['organization', 'Organization'],
  ['organisation', 'Organization'],
  ['group', 'Organization'],
  ['entity', 'LegalEntity'],
  ['legalentity', 'LegalEntity'],
  ['company', 'Organization'],
  ['vessel', 'Vessel'],
  ['airplane', 'Airplane'],
  ['aircraft', 'Airplane'],
]);

/** The columns that hold texts and no more, and what they say. */
export const TEXTS: ReadonlyMap<Field, Statement['property']> = new Map<Field, Statement['property']>([
  ['programme', 'programme'],
  ['legal basis', 'legalBasis'],
  ['authority', 'authority'],
  ['birth place', 'birthPlace'],
  ['nationality', 'nationality'],
  ['country', 'country'],
  ['address', 'address'],
  ['identifiers', 'identifier'],
  ['url', 'website'],
]);

/** The columns that hold dates. */
export const DATES: ReadonlyMap<Field, Statement['property']> = new Map<Field, Statement['property']>([
  ['listed on', 'listedOn'],
  ['amended on', 'amendedOn'],
  ['delisted on', 'delistedOn'],
  ['birth date', 'birthDate'],
  ['founded on', 'foundedOn'],
]);
