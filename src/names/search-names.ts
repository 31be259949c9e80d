import { type Schema, schemasAgree } from '../kernel/index.ts';
import { fold } from '../text/index.ts';
import { acronymsOf } from './acronym.ts';
import { judge, type Verdict } from './compare-names.ts';
import { namesError } from './errors.ts';
import { type Explanation, explain } from './explain.ts';
import type { NameEntry, NameIndex } from './name-index.ts';
import { type ParsedName, parseName } from './parse-name.ts';
import { printedForms } from './printed-forms.ts';
import { DEFAULT_THRESHOLD } from './rules.ts';
import { partWeight } from './weights.ts';
import type { Word } from './word.ts';
import { worthOf } from './word-similarity.ts';

/** What to look for and how much of it to return. */
export interface SearchOptions {
  /** What the name is a name of. Left out, names of all schemas are found. */
  readonly schema?: Schema;
  /** Hits below this score are not returned. Default .7. */
  readonly threshold?: number;
  /** At most so many hits. Default 20. */
  readonly limit?: number;
  /** Names for which this is false are passed over, before they are compared: lists, dates, strength. */
  readonly accept?: (entry: NameEntry) => boolean;
}

/** A name of the index that is like the query. */
export interface NameHit {
  /** The entry's id. */
  readonly id: number;
  readonly entry: NameEntry;
  readonly score: number;
  readonly explanation: Explanation;
}

/** So many candidates are compared in full; the rest shared too little to score higher. */
const MOST_COMPARED = 240;
/** How far the estimate of a candidate may lie below the threshold before it is not compared. */
const SLACK = 0.8;
/** The least that a part which only one side has can cost, for the estimate. */
const LEAST_CHARGE = 0.15;
const DEFAULT_LIMIT = 20;

/**
 * Finds the names that are like a text, best first; of equal scores the one that was indexed first. Each
 * name stands by itself, so an entity with several like names has several hits.
 *
 * Candidates are all names that have a word like one of the query's, so no common word crowds out a rare one.
 * For each the score that it could reach at best is estimated from the words it shares, and those that could
 * reach the threshold are compared in full.
 *
 * @throws ENT_NAME_EMPTY, ENT_NAME_THRESHOLD, ENT_NAME_LIMIT
 */
export function searchNames(index: NameIndex, text: string, options: SearchOptions = {}): readonly NameHit[] {
  const { schema, threshold = DEFAULT_THRESHOLD, limit = DEFAULT_LIMIT, accept } = options;
  if (!(threshold >= 0 && threshold <= 1)) throw namesError('ENT_NAME_THRESHOLD', { threshold });
  if (!Number.isInteger(limit) || limit < 1) throw namesError('ENT_NAME_LIMIT', { limit });
  if (fold(text) === '') throw namesError('ENT_NAME_EMPTY', { name: text });
  const best = new Map<number, Found>();
  for (const form of printedForms(text)) searchForm(index, form, schema, threshold, accept, best);
  return [...best]
    .sort(([a, left], [b, right]) => right.score - left.score || a - b)
    .slice(0, limit)
    .map(([, { entry, score, query, candidate, alignment }]) => ({
      id: entry.id,
      entry,
      score,
      explanation: explain(query, candidate, alignment, score),
    }));
}

/** A hit before it is put into words. */
interface Found extends Verdict {
  readonly entry: NameEntry;
  readonly query: ParsedName;
  readonly candidate: ParsedName;
}

/** Searches for one of the names that a text holds, keeping the best hit of each entry. */
function searchForm(
  index: NameIndex,
  text: string,
  schema: Schema | undefined,
  threshold: number,
  accept: SearchOptions['accept'],
  best: Map<number, Found>,
): void {
  const query = parseName(text, schema, index.book);
  const asked = new Map<Schema | undefined, ParsedName>([[schema, query]]);
  for (const name of candidates(index, query, threshold * SLACK, (entry) => {
    if (schema !== undefined && !schemasAgree(schema, entry.schema)) return false;
    return accept === undefined || accept(entry);
  })) {
    const number = index.entryOf(name);
    const entry = index.entries[number];
    if (entry === undefined) continue;
    // A query that does not say what it names is read as a name of what it is compared with.
    const as = schema === undefined || schema === 'LegalEntity' ? entry.schema : schema;
    let question = asked.get(as);
    if (question === undefined) {
      question = parseName(text, as, index.book);
      asked.set(as, question);
    }
    const candidate = index.parsed(name, as);
    const verdict = judge(question, candidate, index);
    if (verdict.score < threshold || verdict.score === 0) continue;
    if (verdict.score <= (best.get(number)?.score ?? 0)) continue;
    best.set(number, { ...verdict, entry, query: question, candidate });
  }
}

/** Numbers of the names worth comparing, the most promising first. */
function candidates(
  index: NameIndex,
  query: ParsedName,
  least: number,
  accept: (entry: NameEntry) => boolean,
): number[] {
  const asked = gather(index, query);
  const ranked: { readonly name: number; readonly estimate: number }[] = [];
  index.gathering.drain((name, weight, worth) => {
    const here = Math.max(0, asked - weight);
    const there = Math.max(0, index.sizeOf(name) - weight);
    const against = Math.min(here, there);
    const estimate = worth / (weight + against + LEAST_CHARGE * (here + there - 2 * against));
    if (estimate >= least) ranked.push({ name, estimate });
  });
  ranked.sort((a, b) => b.estimate - a.estimate || a.name - b.name);
  const chosen: number[] = [];
  for (const { name } of ranked) {
    if (chosen.length === MOST_COMPARED) break;
    const entry = index.entries[index.entryOf(name)];
    if (entry !== undefined && accept(entry)) chosen.push(name);
  }
  return chosen;
}

/** Gathers all that shares something with the query, and returns the weight of the query's words. */
function gather(index: NameIndex, query: ParsedName): number {
  const { gathering } = index;
  const bodies = query.schema !== 'Person';
  const whole = (name: number) => gathering.note(name, index.sizeOf(name), index.sizeOf(name));
  // A word that comes again finds nothing new.
  const seen = new Set<string>();
  let asked = 0;
  for (const part of query.parts) {
    if (part.kind === 'particle' || part.kind === 'legal' || part.kind === 'initial') continue;
    if (seen.has(part.form)) continue;
    seen.add(part.form);
    const weight = partWeight(part, index);
    if (part.kind === 'word' || part.kind === 'number') asked += weight;
    lookUp(index, part.word, weight);
    const bare = withoutArticle(part.form);
    if (bare !== undefined) lookUp(index, index.book.word(bare), weight);
    for (const name of apart(index, part.form)) whole(name);
    if (bodies) for (const name of index.spelledBy(part.form)) whole(name);
    gathering.settle();
  }
  for (const join of query.joins) {
    if (seen.has(join.word.form)) continue;
    seen.add(join.word.form);
    const parts = query.parts.slice(join.from, join.to);
    const weight = parts.reduce((sum, part) => sum + partWeight(part, index), 0);
    for (const near of index.near.near(join.word)) {
      for (const name of index.namesOf(near.id)) gathering.note(name, weight, weight * worthOf(near));
    }
    gathering.settle();
  }
  for (const letters of bodies ? acronymsOf(query.parts) : []) {
    const id = index.idOf(letters);
    if (id === undefined) continue;
    const alone = index.weightAt(id) + 0.01;
    for (const name of index.namesOf(id)) {
      if (index.sizeOf(name) <= alone) gathering.note(name, asked, asked);
    }
    gathering.settle();
  }
  return asked;
}

function lookUp(index: NameIndex, word: Word, weight: number): void {
  const { gathering } = index;
  for (const near of index.near.near(word)) {
    const shared = Math.min(weight, index.weightAt(near.id));
    const worth = shared * worthOf(near);
    for (const name of index.namesOf(near.id)) gathering.note(name, shared, worth);
  }
}

/** A word that begins with the Arabic article, written together, without it. */
function withoutArticle(form: string): string | undefined {
  return form.length > 5 && (form.startsWith('al') || form.startsWith('el')) ? form.slice(2) : undefined;
}

/** Names that have a long word's two halves as words. */
function* apart(index: NameIndex, form: string): Generator<number> {
  if (form.length < 6 || form.length > 32) return;
  for (let at = 2; at <= form.length - 2; at++) {
    const first = index.idOf(form.slice(0, at));
    const second = first === undefined ? undefined : index.idOf(form.slice(at));
    if (first === undefined || second === undefined) continue;
    const names = new Set(index.namesOf(first));
    for (const name of index.namesOf(second)) if (names.has(name)) yield name;
  }
}
