import { ftmSchema, TOPICS } from '../../exchange/index.ts';
import { wordTable } from '../../kernel/index.ts';
import type { Collection, SeenColumn } from './collection.ts';
import { evaluate } from './evaluate.ts';
import { parseQuery, type QuerySyntax } from './query-text.ts';
import { type Mask, maskOf, type Narrowing, schemataAsked } from './scope.ts';
import { pairTerm } from './terms.ts';

/** What can be counted beside the results. */
export const FACETS = ['datasets', 'schema', 'countries', 'identifiers', 'topics', 'genders'] as const;

/** One of {@link FACETS}. */
export type FacetName = (typeof FACETS)[number];

/** A search in words. */
export interface SearchQuestion {
  readonly text: string;
  readonly schema: string;
  readonly syntax: QuerySyntax;
  readonly narrowing: Narrowing;
  readonly facets: readonly FacetName[];
  /** Fields with `asc` or `desc`; then by how well a row answers, then in the collection's order. */
  readonly sort: readonly (readonly [field: string, order: 'asc' | 'desc'])[];
  readonly limit: number;
  readonly offset: number;
}

/** One count of a facet. */
export interface FacetValue {
  readonly name: string;
  readonly label: string;
  readonly count: number;
}

/** What a search found. */
export interface Found {
  readonly total: number;
  /** The rows of the page asked for. */
  readonly rows: readonly number[];
  /** Whether a row is one of those that were found, on the page or not. */
  readonly matched: (row: number) => boolean;
  readonly facets: Readonly<
    Record<string, { readonly label: string; readonly values: readonly FacetValue[] }>
  >;
}

const MOST_VALUES = 1000;

/**
 * Finds the entities that answer a question in words: best first; without words, in the collection's order. Throws
 * `ENT_SEARCH_SYNTAX` for a question that is not well-formed.
 */
export function search(
  collection: Collection,
  question: SearchQuestion,
  titles: ReadonlyMap<string, string>,
): Found {
  const mask = maskOf(collection, question.narrowing, schemataAsked(question.schema));
  const worded = question.text.trim() !== '';
  const scores = worded ? evaluate(collection, parseQuery(question.text, question.syntax)) : null;
  const rows: number[] = [];
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 1 && (scores === null || (scores[row] ?? 0) > 0)) rows.push(row);
    else mask[row] = 0;
  }
  const { values } = collection;
  // A large entity is better known, and goes before a small one that answers about as well.
  const rank = (row: number) =>
    scores === null ? 0 : (scores[row] ?? 0) + Math.sqrt(0.5 * (values[row] ?? 0));
  const ordered = sorted(collection, rows, question.sort, rank);
  return {
    total: rows.length,
    matched: (row) => mask[row] === 1,
    rows: ordered.slice(question.offset, question.offset + question.limit),
    facets: Object.fromEntries(
      question.facets.map((name) => [name, facetOf(collection, mask, name, titles)]),
    ),
  };
}

const SEEN = wordTable<SeenColumn>({
  first_seen: 'firstSeen',
  last_seen: 'lastSeen',
  last_change: 'lastChange',
});

/** Rows by the fields asked for, what lacks one last; then by rank, then as they are. */
export function sorted(
  collection: Collection,
  rows: readonly number[],
  fields: SearchQuestion['sort'],
  rank: (row: number) => number = () => 0,
): readonly number[] {
  const keys = fields.map(([field, order]) => ({
    key: keyOf(collection, rows, field),
    sign: order === 'asc' ? 1 : -1,
  }));
  const ranks = new Map(rows.map((row) => [row, rank(row)]));
  return [...rows].sort((a, b) => {
    for (const { key, sign } of keys) {
      const [x, y] = [key(a), key(b)];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -sign : sign;
    }
    return (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0) || a - b;
  });
}

type Key = string | number | null;

function keyOf(collection: Collection, rows: readonly number[], field: string): (row: number) => Key {
  const column = SEEN[field];
  if (column !== undefined) {
    const seen = collection.seen(column);
    return (row) => (Number.isNaN(seen[row]) ? null : (seen[row] ?? null));
  }
  const name = field.replace(/^properties\./, '');
  const values = new Map<number, Key>();
  for (const row of rows) {
    const entity = collection.entity(row);
    const own =
      field === 'entity_id' || field === 'id'
        ? entity.id
        : field === 'caption'
          ? entity.caption
          : field === 'schema'
            ? entity.schema
            : undefined;
    values.set(row, own ?? [...(entity.properties[name] ?? [])].sort()[0] ?? null);
  }
  return (row) => values.get(row) ?? null;
}

const LABELS: Readonly<Record<FacetName, string>> = {
  datasets: 'Data sources',
  schema: 'Entity types',
  countries: 'Countries',
  identifiers: 'Identifiers',
  topics: 'Topics',
  genders: 'Genders',
};

function facetOf(collection: Collection, mask: Mask, name: FacetName, titles: ReadonlyMap<string, string>) {
  const head = pairTerm('g', name, '');
  const values: FacetValue[] = [];
  for (const [found, rows] of collection.beginningWith(head)) {
    let count = 0;
    for (const row of rows) count += mask[row] ?? 0;
    const value = found.slice(head.length);
    if (count > 0) values.push({ name: value, label: labelOf(name, value, titles), count });
  }
  values.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { label: LABELS[name], values: values.slice(0, MOST_VALUES) };
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function labelOf(facet: FacetName, value: string, titles: ReadonlyMap<string, string>): string {
  switch (facet) {
    case 'datasets':
      return titles.get(value) ?? value;
    case 'schema':
      return ftmSchema(value)?.plural ?? value;
    case 'topics':
      return TOPICS[value]?.label ?? value;
    case 'countries':
      return /^[a-z]{2}$/.test(value) ? (COUNTRIES.of(value.toUpperCase()) ?? value) : value;
    default:
      return value;
  }
}
