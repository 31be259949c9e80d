import { type FtmEntity, type FtmSchema, ftmSchema } from '../../exchange/index.ts';
import { type NameHit, searchNames } from '../../names/index.ts';
import { nameSchemaOf } from './build-collection.ts';
import type { Collection } from './collection.ts';
import type { Example } from './example.ts';
import { type MatchFeature, matchFeatures } from './match-features.ts';
import { type Mask, maskOf, type Narrowing, schemataAsked } from './scope.ts';
import { bareTerm } from './terms.ts';

/** How to match. */
export interface MatchOptions {
  readonly narrowing: Narrowing;
  readonly limit: number;
  /** From this score on a result is a match. */
  readonly threshold: number;
  /** Results must score above this to be given, or be a match. */
  readonly cutoff: number;
}

/** An entity that an example may mean. */
export interface Matched {
  readonly row: number;
  readonly score: number;
  readonly match: boolean;
  readonly explanations: Readonly<Record<string, MatchFeature>>;
}

/** Names of an example that are looked for, at most: the first ones. */
const MOST_NAMES = 30;
/** Names looked at for each result asked for: an entity has several, and each may hit. */
const NAMES_A_RESULT = 10;
const FEWEST_NAMES = 40;
const MOST_HITS = 2000;
/** What an identifier that is the same makes of a score by itself. */
const IDENTIFIER_ALONE = 0.85;

interface Candidate {
  readonly row: number;
  hit: NameHit | null;
  query: string | null;
}

/**
 * The entities that an example may mean, best first: those that bear a name like one of its names, and those with an
 * identifier of its own. A weak name confirms and never alerts alone. Gives how many there are, and the first.
 */
export function match(
  collection: Collection,
  example: Example,
  options: MatchOptions,
): { readonly total: number; readonly results: readonly Matched[] } {
  const mask = scopeMask(collection, example.schema, options.narrowing);
  const candidates = new Map<number, Candidate>();
  const least = Math.min(options.threshold, options.cutoff);
  byName(collection, example, { mask, least, limit: options.limit }, candidates);
  byIdentifier(collection, example, mask, candidates);
  const scored: Matched[] = [];
  for (const candidate of candidates.values()) {
    const result = scoredOf(collection.entity(candidate.row), candidate, example);
    if (result.score < options.threshold && result.score <= options.cutoff) continue;
    scored.push({ ...result, match: result.score >= options.threshold });
  }
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  return { total: scored.length, results: scored.slice(0, options.limit) };
}

/** Masks that no caller narrowed are the same each time. */
const masks = new WeakMap<Collection, Map<Narrowing['within'], Map<string, Mask>>>();

function scopeMask(collection: Collection, schema: FtmSchema, narrowing: Narrowing): Mask {
  const plainly =
    narrowing.includeDataset.length + narrowing.excludeDataset.length + narrowing.excludeSchema.length ===
      0 &&
    narrowing.filters.length + narrowing.excludeIds.length === 0 &&
    narrowing.changedSince === null;
  if (!plainly) return maskOf(collection, narrowing, schemataAsked(schema.name));
  // What a dataset is narrowed to is one set for as long as it is served.
  const bySet = masks.get(collection) ?? new Map<Narrowing['within'], Map<string, Mask>>();
  masks.set(collection, bySet);
  const kept = bySet.get(narrowing.within) ?? new Map<string, Mask>();
  bySet.set(narrowing.within, kept);
  const known = kept.get(schema.name);
  if (known !== undefined) return known;
  const made = maskOf(collection, narrowing, schemataAsked(schema.name));
  kept.set(schema.name, made);
  return made;
}

/** The names of an example that may find something: never a weak one. */
function namesOf({ schema, properties }: Example): readonly string[] {
  const names = Object.entries(properties).flatMap(([name, values]) => {
    const property = schema.properties.get(name) ?? ftmSchema('Person')?.properties.get(name);
    return property?.type === 'name' && property.matchable ? values : [];
  });
  return [...new Set(names)].filter((text) => /[\p{L}\p{N}]/u.test(text)).slice(0, MOST_NAMES);
}

function byName(
  collection: Collection,
  example: Example,
  { mask, least, limit }: { readonly mask: Mask; readonly least: number; readonly limit: number },
  candidates: Map<number, Candidate>,
): void {
  const kind = nameSchemaOf(example.schema.name);
  const most = Math.min(MOST_HITS, Math.max(FEWEST_NAMES, limit * NAMES_A_RESULT));
  for (const query of namesOf(example)) {
    const hits = searchNames(collection.names, query, {
      threshold: least,
      limit: most,
      // A schema that may be anything says nothing of how its names are built.
      ...(example.schema.name === 'Thing' ? {} : { schema: kind }),
      accept: (name) => mask[collection.rowOfName(name)] === 1,
    });
    for (const hit of hits) {
      const row = collection.rowOfName(hit.id);
      const known = candidates.get(row);
      if (known === undefined) candidates.set(row, { row, hit, query });
      else if (better(hit, known.hit)) Object.assign(known, { hit, query });
    }
  }
  for (const [row, { hit }] of candidates) if (hit?.entry.strength === 'weak') candidates.delete(row);
}

/** A weak name is better than none and worse than any other. */
function better(hit: NameHit, than: NameHit | null): boolean {
  if (than === null) return true;
  const weak = Number(hit.entry.strength === 'weak') - Number(than.entry.strength === 'weak');
  return weak === 0 ? hit.score > than.score : weak < 0;
}

function byIdentifier(
  collection: Collection,
  example: Example,
  mask: Mask,
  candidates: Map<number, Candidate>,
): void {
  for (const [name, values] of Object.entries(example.properties)) {
    const type = example.schema.properties.get(name)?.type;
    if (type !== 'identifier' && type !== 'iban') continue;
    for (const value of values) {
      for (const row of collection.rows(bareTerm(value)).slice(0, MOST_HITS)) {
        if (mask[row] === 1 && !candidates.has(row)) candidates.set(row, { row, hit: null, query: null });
      }
    }
  }
}

function scoredOf(
  entity: FtmEntity,
  { row, hit, query }: Candidate,
  example: Example,
): Omit<Matched, 'match'> {
  const features = matchFeatures(example, entity);
  const same = features.identifier_match !== undefined;
  const base = Math.max(hit?.score ?? 0, same ? IDENTIFIER_ALONE : 0);
  const points = Object.values(features).reduce((sum, { score }) => sum + score, 0);
  const score = Math.floor(Math.max(0, Math.min(1, base + points)) * 1000) / 1000;
  const named: Record<string, MatchFeature> =
    hit === null
      ? {}
      : {
          name_match: {
            score: Math.floor(hit.score * 1000) / 1000,
            detail: hit.explanation.sentence,
            query,
            candidate: hit.entry.text,
          },
        };
  return { row, score, explanations: { ...named, ...features } };
}
