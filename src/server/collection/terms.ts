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
/** Terms of one entity beyond this many are not filed. */
const MOST_TERMS = 60_000;
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

const ASCII = /^[ -~]*$/;

/** A text without case and marks, as both sides of a comparison are brought to. */
export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
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
  return pairTerm('g', '=', bareOf(value));
}

function bareOf(value: string): string {
  return value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether values of a property are looked for whole, and not word by word. */
export function isKeyword({ type }: Pick<FtmProperty, 'type'>): boolean {
  return FTM_GROUPS[type] !== undefined && type !== 'name' && type !== 'address';
}

/** All terms of an entity, each once. */
export function termsOf(entity: FtmEntity, words: boolean): ReadonlySet<string> {
  const terms = new Set<string>();
  eachTerm(entity, words, (head, rest) => terms.add(head + rest));
  return terms;
}

/** What is told of each term: the kind and name that it begins with, and the rest. */
type TellTerm = (head: string, rest: string) => void;

/** Tells every term of an entity; one may come several times. */
export function eachTerm(entity: FtmEntity, words: boolean, tell: TellTerm): void {
  let told = 0;
  const one: TellTerm = (head, rest) => {
    told += 1;
    tell(head, rest.length > LONGEST ? rest.slice(0, LONGEST) : rest);
  };
  one('e', entity.id);
  one(headOf('g', 'schema'), entity.schema);
  one(headOf('g', 'target'), String(entity.target));
  for (const referent of entity.referents) one('r', referent);
  for (const dataset of entity.datasets) one(headOf('g', 'datasets'), plain(dataset));
  const schema = ftmSchema(entity.schema);
  for (const [name, values] of Object.entries(entity.properties)) {
    const property = schema?.properties.get(name);
    for (const value of values) {
      if (told > MOST_TERMS) return;
      tellValue(one, name, property, value, words);
    }
  }
}

const heads = new Map<string, string>();

/** The beginning of the terms of a property or group: one string for all of them. */
function headOf(kind: 'k' | 'g', name: string): string {
  const key = kind + name;
  const known = heads.get(key);
  if (known !== undefined) return known;
  const head = `${key}${SEPARATOR}`;
  // Properties of foreign files may have any name.
  if (heads.size < MOST_HEADS) heads.set(key, head);
  return head;
}

const MOST_HEADS = 5000;

function tellValue(
  tell: TellTerm,
  name: string,
  property: FtmProperty | undefined,
  value: string,
  words: boolean,
): void {
  const type = property?.type ?? 'string';
  if (type === 'entity') tell('x', value);
  const group = FTM_GROUPS[type];
  const keyword = property !== undefined && isKeyword(property);
  const whole = keyword || group !== undefined ? plain(value) : '';
  if (keyword) tell(headOf('k', name), whole);
  // What may not be matched on is no value of its group either, unless its whole type is for facets.
  const grouped =
    property?.matchable === true || type === 'topic' || type === 'gender' || type === 'language';
  if (group !== undefined && grouped) {
    const head = headOf('g', group);
    tell(head, whole);
    if (type === 'identifier' || type === 'iban') tell(headOf('g', '='), bareOf(value));
    if (type === 'date') for (const length of [4, 7]) tell(head, whole.slice(0, length));
  }
  if (!words) return;
  const named = type === 'name' && property?.matchable === true;
  const head = keyword ? null : headOf('k', name);
  for (const word of wordsIn(value)) {
    tell('t', word);
    if (named) tell('n', word);
    if (head !== null) tell(head, word);
  }
}
