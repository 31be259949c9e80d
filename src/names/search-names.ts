import { type Schema, schemasAgree } from '../kernel/index.ts';
import { fold } from '../text/index.ts';
import { acronymsOf } from './acronym.ts';
import { partedByWade } from './chinese.ts';
import { judge, mannerOf, mostWithout, type Verdict } from './compare-names.ts';
import { namesError } from './errors.ts';
import { type Explanation, explain } from './explain.ts';
import type { PassOver } from './gathering.ts';
import type { NameIndex, SegmentView } from './name-index.ts';
import { type Join, type NamePart, type ParsedName, parseName } from './parse-name.ts';
import { printedForms } from './printed-forms.ts';
import { DEFAULT_THRESHOLD } from './rules.ts';
import type { NameEntry } from './segment.ts';
import type { Word } from './word.ts';
import { LikenessBook } from './word-similarity.ts';

/** What to look for and how much of it to return. */
export interface SearchOptions {
  /** What the name is a name of. Left out, names of all schemas are found. */
  readonly schema?: Schema;
  /** Hits below this score are not returned. Default .7. */
  readonly threshold?: number;
  /** At most so many hits. Default 20. */
  readonly limit?: number;
  /**
   * Entries for whose id this is false are passed over, before they are compared: lists, dates, strength. It is
   * asked of thousands.
   */
  readonly accept?: (id: number) => boolean;
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
const MOST_COMPARED = 120;
/** And no more than so many pairs of parts and joins: a name of sixty words is compared with fewer. */
const MOST_PAIRS = 12_000;
/** How far the estimate of a candidate may lie below the threshold before it is not compared. */
const SLACK = 0.75;
/** The least that a part which only one side has can cost, for the estimate. */
const LEAST_CHARGE = 0.15;
/** A name of a dozen words has fewer joins; more are looked up for nobody. */
const MOST_JOINS = 24;
const DEFAULT_LIMIT = 20;
/** A text with one of these is no empty name, which is quicker seen than by folding it. */
const ASCII_LETTER = /[A-Za-z]/;

/**
 * Finds the names that are like a text, best first; of equal scores the one that is printed as the text is, then
 * the one that was indexed first. Each name stands by itself, so an entity with several like names has several
 * hits.
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
  if (!ASCII_LETTER.test(text) && fold(text) === '') throw namesError('ENT_NAME_EMPTY', { name: text });
  const best = new Map<number, Found>();
  const likeness = new LikenessBook();
  for (const form of printedForms(text)) {
    searchForm({ index, text: form, schema, threshold, accept, best, likeness });
  }
  const printed = text.trim();
  const hits = [...best].map(([number, found]) => {
    const entry = found.view.segment.entry(number - found.view.first);
    return { number, found, entry, asPrinted: Number(entry.text === printed) };
  });
  return hits
    .sort((a, b) => b.found.score - a.found.score || b.asPrinted - a.asPrinted || a.number - b.number)
    .slice(0, limit)
    .map(({ found, entry }) => hitOf(found, entry));
}

/** A hit that is put into words when it is asked for them: most are ranked, and few are shown. */
function hitOf({ score, query, candidate, alignment }: Found, entry: NameEntry): NameHit {
  let explanation: Explanation | undefined;
  return {
    id: entry.id,
    entry,
    score,
    get explanation() {
      explanation ??= explain(query, candidate, alignment, score);
      return explanation;
    },
  };
}

/** A hit before it is put into words. */
interface Found extends Verdict {
  readonly view: SegmentView;
  readonly query: ParsedName;
  readonly candidate: ParsedName;
}

/** A search for one of the names that a text holds. */
interface Search {
  readonly index: NameIndex;
  readonly text: string;
  readonly schema: Schema | undefined;
  readonly threshold: number;
  readonly accept: SearchOptions['accept'];
  /** The best hit of each entry so far, by the entry's number in the whole index. */
  readonly best: Map<number, Found>;
  readonly likeness: LikenessBook;
}

/** A name of a segment that may be like the query, and how like at best. */
interface Candidate {
  readonly view: SegmentView;
  readonly name: number;
  readonly estimate: number;
}

function searchForm(search: Search): void {
  const { index, text, schema, threshold, best, likeness } = search;
  const query = parseName(text, schema, index.book);
  const asked = new Map<Schema | undefined, ParsedName>([[schema, query]]);
  // Lists print one name alike, and what is parsed once is judged once.
  const judged = new Map<ParsedName, Verdict>();
  let pairs = 0;
  for (const { view, name } of mostPromising(candidates(search, query))) {
    const { segment } = view;
    const entry = segment.entryOf(name);
    const own = segment.schemaOf(entry);
    // A query that does not say what it names is read as a name of what it is compared with.
    const as = schema === undefined || schema === 'LegalEntity' ? own : schema;
    let question = asked.get(as);
    if (question === undefined) {
      question = parseName(text, as, index.book);
      asked.set(as, question);
    }
    const candidate = segment.parsed(name, as);
    let verdict = judged.get(candidate);
    if (verdict === undefined) {
      pairs += pieces(question) * pieces(candidate);
      verdict = judge(question, candidate, index, likeness);
      judged.set(candidate, verdict);
    }
    if (verdict.score >= threshold && verdict.score > 0) {
      const number = view.first + entry;
      if (verdict.score > (best.get(number)?.score ?? 0)) {
        best.set(number, { ...verdict, view, query: question, candidate });
      }
    }
    if (pairs > MOST_PAIRS) break;
  }
}

/** How many things of a name are laid against those of another. */
function pieces({ parts, joins }: ParsedName): number {
  return parts.length + joins.length;
}

/** The names of all segments that could reach the threshold, in no order. */
function candidates(search: Search, query: ParsedName): readonly Candidate[] {
  const { index, schema, accept, threshold } = search;
  const least = threshold * SLACK;
  const found: Candidate[] = [];
  for (const view of index.views) {
    const { segment, weighed, removed } = view;
    const asked = gather(index, view, query, least);
    segment.gathering.drain((name, weight, worth) => {
      const here = Math.max(0, asked - weight);
      const there = Math.max(0, (weighed.sizes[name] ?? 0) - weight);
      const against = Math.min(here, there);
      const estimate = worth / (weight + against + LEAST_CHARGE * (here + there - 2 * against));
      if (estimate < least) return;
      const entry = segment.entryOf(name);
      if (removed?.[entry] === 1) return;
      if (schema !== undefined && !schemasAgree(schema, segment.schemaOf(entry))) return;
      if (accept !== undefined && !accept(segment.idOf(entry))) return;
      found.push({ view, name, estimate });
    });
  }
  return found;
}

/** So many steps between 0 and 1 in which estimates are counted before the best are sorted. */
const STEPS = 256;

/** As many candidates as are compared, the highest estimates first; of equals the oldest name. */
function mostPromising(found: readonly Candidate[]): readonly Candidate[] {
  const step = (estimate: number) => Math.min(STEPS - 1, Math.floor(estimate * (STEPS - 1)));
  let cut = 0;
  if (found.length > MOST_COMPARED) {
    const counts = new Uint32Array(STEPS);
    for (const { estimate } of found) counts[step(estimate)] = (counts[step(estimate)] ?? 0) + 1;
    let above = 0;
    for (cut = STEPS; cut > 0 && above < MOST_COMPARED; ) above += counts[--cut] ?? 0;
  }
  return found
    .filter(({ estimate }) => step(estimate) >= cut)
    .sort((a, b) => b.estimate - a.estimate || a.view.first - b.view.first || a.name - b.name)
    .slice(0, MOST_COMPARED);
}

/** Gathers all that shares something with the query, and returns the weight of the query's words. */
function gather(index: NameIndex, view: SegmentView, query: ParsedName, least: number): number {
  const { segment, weighed } = view;
  const { gathering } = segment;
  const bodies = query.schema !== 'Person';
  const sizeOf = (name: number) => weighed.sizes[name] ?? 0;
  const whole = (name: number) => gathering.note(name, sizeOf(name), sizeOf(name));
  // The most telling words first: a name that has none of them is not worth noting for the common ones.
  const parts = tellingParts(query, index);
  const asked = parts.reduce((sum, { part, weight }) => sum + (counts(part) ? weight : 0), 0);
  const seen = new Set(parts.map(({ part }) => part.form));
  const manner = mannerOf(query, query);
  const joins = query.joins.slice(0, MOST_JOINS).filter(({ form }) => !seen.has(form) && seen.add(form));
  const others = parts.map(({ part }) => othersOf(view, part.word, bodies));
  markOthers(view, others, joins);
  const isSure = query.schema !== undefined && query.schema !== 'LegalEntity';
  let rest = parts.reduce((sum, { weight }) => sum + weight, 0);
  const lacked: number[] = [];
  for (const [rank, { part, weight }] of parts.entries()) {
    const over: PassOver = {
      late: isSure && mostWithout(manner, lacked, rest, parts.length - rank) < least,
      most: rank === 0 ? Number.POSITIVE_INFINITY : largest(asked, rest, least),
      sizes: weighed.sizes,
    };
    lookUp(view, part.word, weight, over);
    const bare = withoutArticle(part.form);
    if (bare !== undefined) lookUp(view, index.book.word(bare), weight, over);
    for (const name of others[rank]?.apart ?? []) gathering.note(name, weight, weight);
    for (const name of others[rank]?.spelled ?? []) whole(name);
    gathering.settle();
    rest -= weight;
    lacked.push(weight);
  }
  const weighs = query.weightsBy(index);
  const all: PassOver = { late: false, most: Number.POSITIVE_INFINITY, sizes: weighed.sizes };
  for (const join of joins) {
    let weight = 0;
    for (let at = join.from; at < join.to; at++) weight += weighs[at] ?? 0;
    for (const near of segment.near.nearest(join.word)) {
      // The two words may have been found apart as well; more than the one word weighs would count them twice.
      const shared = Math.min(weight, weighed.weights[near.id] ?? 1);
      segment.noteNamesOf(near.id, shared, shared * near.worth, all);
    }
    gathering.settle();
  }
  for (const letters of bodies ? acronymsOf(query.parts) : []) {
    const word = segment.wordOf(letters);
    if (word === undefined) continue;
    const alone = (weighed.weights[word] ?? 1) + 0.01;
    for (const name of segment.namesOf(word)) {
      if (sizeOf(name) <= alone) gathering.note(name, asked, asked);
    }
    gathering.settle();
  }
  return asked;
}

/** Names that a part of the query finds by more than a word like it. */
interface Others {
  /** Names that have its two halves as words. */
  readonly apart: readonly number[];
  /** Names of bodies that it spells by their first letters. */
  readonly spelled: readonly number[];
}

function othersOf(view: SegmentView, word: Word, bodies: boolean): Others {
  return { apart: [...apart(view, word)], spelled: bodies ? [...view.segment.spelledBy(word.form)] : [] };
}

/**
 * Marks the names for which more will be noted than words: those that write joined words together or a word apart, or
 * that letters stand for. Acronyms of the query are noted for names of one word, which no size passes over.
 */
function markOthers({ segment }: SegmentView, others: readonly Others[], joins: readonly Join[]): void {
  const { gathering } = segment;
  for (const join of joins) {
    for (const near of segment.near.nearest(join.word)) segment.markNamesOf(near.id);
  }
  for (const { apart, spelled } of others) {
    for (const name of apart) gathering.mark(name);
    for (const name of spelled) gathering.mark(name);
  }
}

const ROUNDING = 1e-3;

/**
 * The most that the words of a name may weigh together, so that with words that weigh `rest` in common, of a query
 * whose words weigh `asked`, its estimate is `least` or more: the estimate, solved for what only the name has.
 */
function largest(asked: number, rest: number, least: number): number {
  const here = Math.max(0, asked - rest);
  const room = rest * (1 / least - 1);
  const there =
    here >= room ? (room - LEAST_CHARGE * here) / (1 - LEAST_CHARGE) : here + (room - here) / LEAST_CHARGE;
  return rest + Math.max(0, there) + ROUNDING;
}

/** A part of a query to look up, and what it weighs. */
interface TellingPart {
  readonly part: NamePart;
  readonly weight: number;
}

/** The parts of a query that find names, each form once, the most telling first. */
function tellingParts(query: ParsedName, index: NameIndex): readonly TellingPart[] {
  const parts = new Map<string, TellingPart>();
  const weighs = query.weightsBy(index);
  for (const [at, part] of query.parts.entries()) {
    if (part.kind === 'particle' || part.kind === 'legal' || part.kind === 'initial') continue;
    if (!parts.has(part.form)) parts.set(part.form, { part, weight: weighs[at] ?? 0 });
  }
  return [...parts.values()].sort((a, b) => b.weight - a.weight);
}

/** Whether a part is one that names are filed under, and so counts in what a name could share. */
function counts({ kind }: NamePart): boolean {
  return kind === 'word' || kind === 'number';
}

function lookUp({ segment, weighed }: SegmentView, word: Word, weight: number, over: PassOver): void {
  for (const near of segment.near.near(word)) {
    const shared = Math.min(weight, weighed.weights[near.id] ?? 1);
    segment.noteNamesOf(near.id, shared, shared * near.worth, over);
  }
}

/** A word that begins with the Arabic article, written together, without it. */
function withoutArticle(form: string): string | undefined {
  return form.length > 5 && (form.startsWith('al') || form.startsWith('el')) ? form.slice(2) : undefined;
}

/** Names that have a long word's two halves as words, also those of a Chinese word by the other spelling. */
function* apart(view: SegmentView, { form, syllables }: Word): Generator<number> {
  if (form.length >= 6 && form.length <= 32) {
    for (let at = 2; at <= form.length - 2; at++) yield* withBoth(view, form.slice(0, at), form.slice(at));
  }
  if (syllables === undefined) return;
  for (const [first, second] of partedByWade(syllables)) yield* withBoth(view, first, second);
}

/** Names that have both of two words. */
function* withBoth({ segment }: SegmentView, one: string, other: string): Generator<number> {
  const first = segment.wordOf(one);
  const second = first === undefined ? undefined : segment.wordOf(other);
  if (first === undefined || second === undefined) return;
  const names = new Set(segment.namesOf(first));
  for (const name of segment.namesOf(second)) if (names.has(name)) yield name;
}
