import { FTM_GROUPS, type FtmEntity, type FtmProperty, ftmSchema } from '../../exchange/index.ts';

/**
 * What an entity is found by, as text: a letter for the kind of term, then what it names.
 *
 * - `n` a word of one of its names
 * - `t` a word of any value
 * - `k` property, U+001F, value: whole for codes, dates and numbers; word by word for names, addresses and prose
 * - `g` group (`countries`, `datasets`, `schema` …), U+001F, value
 * - `e` its id; `r` a referent; `x` the id of an entity that it links to
 */
export type TermKind = 'n' | 't' | 'k' | 'g' | 'e' | 'r' | 'x';

const SEPARATOR = '\u001f';
/** No word or value that is looked for is longer; longer ones are found by their beginning. */
const LONGEST = 120;
/** Words of one entity beyond this many are not filed. */
const MOST_WORDS = 20_000;
const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** A text without case and marks, as both sides of a comparison are brought to. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** The words of a text. */
export function wordsIn(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A term of a kind with two parts. */
export function pairTerm(kind: 'k' | 'g', name: string, value: string): string {
  return `${kind}${name}${SEPARATOR}${value.slice(0, LONGEST)}`;
}

/** A term of a kind with one part. */
export function term(kind: Exclude<TermKind, 'k' | 'g'>, value: string): string {
  return `${kind}${value.slice(0, LONGEST)}`;
}

/** The term of an identifier by its letters and digits alone: `R-99 887` and `r99887` are the same number. */
export function bareTerm(value: string): string {
  return pairTerm('g', '=', value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

/** Whether values of a property are looked for whole, and not word by word. */
export function isKeyword({ type }: Pick<FtmProperty, 'type'>): boolean {
  return FTM_GROUPS[type] !== undefined && type !== 'name' && type !== 'address';
}

/** All terms of an entity, each once. */
export function termsOf(entity: FtmEntity, words: boolean): ReadonlySet<string> {
  const terms = new Set<string>([
    term('e', entity.id),
    pairTerm('g', 'schema', entity.schema),
    pairTerm('g', 'target', String(entity.target)),
  ]);
  for (const referent of entity.referents) terms.add(term('r', referent));
  for (const dataset of entity.datasets) terms.add(pairTerm('g', 'datasets', plain(dataset)));
  const schema = ftmSchema(entity.schema);
  for (const [name, values] of Object.entries(entity.properties)) {
    const property = schema?.properties.get(name);
    for (const value of values) {
      if (terms.size > MOST_WORDS) return terms;
      addValue(terms, name, property, value, words);
    }
  }
  return terms;
}

function addValue(
  terms: Set<string>,
  name: string,
  property: FtmProperty | undefined,
  value: string,
  words: boolean,
): void {
  const type = property?.type ?? 'string';
  if (type === 'entity') terms.add(term('x', value));
  const group = FTM_GROUPS[type];
  const whole = plain(value);
  if (property !== undefined && isKeyword(property)) terms.add(pairTerm('k', name, whole));
  // What may not be matched on is no value of its group either, unless its whole type is for facets.
  const grouped =
    property?.matchable === true || type === 'topic' || type === 'gender' || type === 'language';
  if (group !== undefined && grouped) {
    terms.add(pairTerm('g', group, whole));
    if (type === 'identifier' || type === 'iban') terms.add(bareTerm(value));
    if (type === 'date') for (const length of [4, 7]) terms.add(pairTerm('g', group, whole.slice(0, length)));
  }
  if (!words) return;
  const named = type === 'name' && property?.matchable === true;
  for (const word of wordsIn(value)) {
    terms.add(term('t', word));
    if (named) terms.add(term('n', word));
    if (property === undefined || !isKeyword(property)) terms.add(pairTerm('k', name, word));
  }
}
