import { FTM_SCHEMATA, ftmSchema, matchableSchemata } from '../../exchange/index.ts';
import type { Collection } from './collection.ts';
import { isKeyword, pairTerm, plain, term, wordsIn } from './terms.ts';

/** Rows of a collection: 1 for one that is in. */
export type Mask = Uint8Array;

/** What narrows a question, beside its text. */
export interface Narrowing {
  /** Datasets that an entity must be of, one of them; `null`: any. */
  readonly within: ReadonlySet<string> | null;
  readonly includeDataset: readonly string[];
  readonly excludeDataset: readonly string[];
  readonly excludeSchema: readonly string[];
  /** Changed after this moment, as `last_change` is written; `null`: any. */
  readonly changedSince: string | null;
  /** Field and value; values of one field are joined by `operator`, fields always by and. */
  readonly filters: readonly (readonly [field: string, value: string])[];
  readonly operator: 'AND' | 'OR';
  readonly excludeIds: readonly string[];
}

/** Nothing narrowed. */
export const ANYTHING: Narrowing = Object.freeze({
  within: null,
  includeDataset: [],
  excludeDataset: [],
  excludeSchema: [],
  changedSince: null,
  filters: [],
  operator: 'OR',
  excludeIds: [],
});

/** The rows that a narrowing leaves, of the schemata given (`null`: all). */
export function maskOf(
  collection: Collection,
  narrowing: Narrowing,
  schemata: ReadonlySet<string> | null,
): Mask {
  const mask = collection.rowsHeld();
  const { within, includeDataset, excludeDataset } = narrowing;
  if (within !== null || includeDataset.length > 0 || excludeDataset.length > 0) {
    keep(
      mask,
      datasetsOf(collection, narrowing).map((name) => collection.rows(pairTerm('g', 'datasets', name))),
    );
  }
  if (schemata !== null)
    keep(
      mask,
      [...schemata].map((name) => collection.rows(pairTerm('g', 'schema', name))),
    );
  for (const name of narrowing.excludeSchema) drop(mask, collection.rows(pairTerm('g', 'schema', name)));
  const fields = new Map<string, string[]>();
  for (const [field, value] of narrowing.filters) fields.set(field, [...(fields.get(field) ?? []), value]);
  for (const [field, values] of fields) {
    if (narrowing.operator === 'OR')
      keep(
        mask,
        values.flatMap((value) => rowsOf(collection, field, value)),
      );
    else for (const value of values) keep(mask, rowsOf(collection, field, value));
  }
  if (narrowing.changedSince !== null) {
    const since = momentOf(narrowing.changedSince);
    const changed = collection.seen('lastChange');
    for (let row = 0; row < mask.length; row += 1) if (!((changed[row] ?? Number.NaN) > since)) mask[row] = 0;
  }
  for (const id of narrowing.excludeIds) {
    drop(mask, collection.rows(term('e', id)));
    drop(mask, collection.rows(term('r', id)));
  }
  return mask;
}

/** The schemata that a question about one schema looks at: what can be matched with it, else all that extend it. */
export function schemataAsked(schema: string): ReadonlySet<string> | null {
  const asked = ftmSchema(schema);
  if (asked === undefined) return null;
  const names = new Set(matchableSchemata(asked));
  if (!asked.matchable) for (const name of [asked.name, ...asked.descendants]) names.add(name);
  return names.size === FTM_SCHEMATA.size ? null : names;
}

/**
 * Whether a field can be filtered by. A field is a group (`countries`, `topics`, `identifiers` …), `schema`,
 * `datasets`, `target`, `entity_id`, `referents`, or a property, with `properties.` before it or without.
 */
export function rowsOf(collection: Collection, field: string, value: string): readonly Uint32Array[] {
  const name = field.replace(/^properties\./, '');
  if (field === 'entity_id' || field === 'id') return [collection.rows(term('e', value))];
  if (field === 'referents') return [collection.rows(term('r', value))];
  if (field === 'schema') return [collection.rows(pairTerm('g', 'schema', value))];
  if (field === 'names' || field === 'text') {
    return allWords(
      collection,
      wordsIn(value).map((word) => term(field === 'names' ? 'n' : 't', word)),
    );
  }
  const whole = plain(value);
  if (name === field) {
    const group = collection.rows(pairTerm('g', field, whole));
    if (group.length > 0 || KEYWORD_FIELDS.has(field)) return [group];
  }
  const words = wordsIn(value).map((word) => pairTerm('k', name, word));
  return [
    collection.rows(pairTerm('k', name, whole)),
    ...(KEYWORDS.has(name) ? [] : allWords(collection, words)),
  ];
}

const KEYWORD_FIELDS: ReadonlySet<string> = new Set(['datasets', 'topics', 'countries', 'target', 'genders']);
const KEYWORDS: ReadonlySet<string> = new Set(
  [...FTM_SCHEMATA.values()].flatMap(({ properties }) =>
    [...properties.values()].filter(isKeyword).map(({ name }) => name),
  ),
);

/** The rows that have all of some terms. */
function allWords(collection: Collection, terms: readonly string[]): readonly Uint32Array[] {
  const [first, ...rest] = terms.map((each) => collection.rows(each)).sort((a, b) => a.length - b.length);
  if (first === undefined) return [];
  const sets = rest.map((rows) => new Set(rows));
  return [first.filter((row) => sets.every((set) => set.has(row)))];
}

function datasetsOf(
  collection: Collection,
  { within, includeDataset, excludeDataset }: Narrowing,
): readonly string[] {
  const all =
    within ??
    new Set(
      [...collection.beginningWith(pairTerm('g', 'datasets', ''))].map(([text]) =>
        text.slice(DATASETS.length),
      ),
    );
  const included = includeDataset.map(datasetName);
  const excluded = new Set(excludeDataset.map(datasetName));
  return [...all].filter((name) => (included.length === 0 || included.includes(name)) && !excluded.has(name));
}

const DATASETS = pairTerm('g', 'datasets', '');

/** A dataset's name as it is filed: a list's own id (`us-ofac-sdn`) means the same. */
export function datasetName(text: string): string {
  return plain(text).replaceAll('-', '_');
}

function momentOf(text: string): number {
  const padded = /T\d{2}$/.test(text) ? `${text}:00` : text;
  return Date.parse(padded.length === 10 ? `${padded}T00:00:00Z` : `${padded}Z`) / 1000;
}

/** Leaves in only the rows that are in one of the sets. */
function keep(mask: Mask, sets: readonly Uint32Array[]): void {
  const marked = new Uint8Array(mask.length);
  for (const rows of sets) for (const row of rows) marked[row] = 1;
  for (let row = 0; row < mask.length; row += 1) if (marked[row] === 0) mask[row] = 0;
}

function drop(mask: Mask, rows: Uint32Array): void {
  for (const row of rows) mask[row] = 0;
}
