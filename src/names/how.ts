/**
 * What joins two aligned parts of names, or sets them apart:
 *
 * - `same` equal after folding
 * - `spelling` two spellings of one word, or one of them misspelt
 * - `transliteration` one word in two scripts
 * - `translation`, `abbreviation` by the tables of equivalent words
 * - `nickname` a short form of a given name
 * - `initial` a letter that stands for a word
 * - `acronym` letters that stand for words, one by one
 * - `number` one number written in two ways
 * - `joined` words written together on one side and apart on the other
 * - `differs` the parts stand in each other's place and are different words
 * - `query-only`, `candidate-only` nothing stands against the part on the other side
 */
export const HOWS = [
  'same',
  'spelling',
  'transliteration',
  'translation',
  'abbreviation',
  'nickname',
  'initial',
  'acronym',
  'number',
  'joined',
  'differs',
  'query-only',
  'candidate-only',
] as const;

/** One of {@link HOWS}. */
export type How = (typeof HOWS)[number];
