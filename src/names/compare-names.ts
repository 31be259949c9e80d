import type { Schema } from '../kernel/index.ts';
import { type Alignment, align, type Manner } from './align.ts';
import { type Explanation, explain } from './explain.ts';
import type { ParsedName } from './parse-name.ts';
import { BODY_KINDS, KIND_CONTRADICTS } from './tables/body-kinds.ts';
import { countedAs, DEFAULT_WEIGHTS, type Weights } from './weights.ts';
import { type LikenessBook, worthOf } from './word-similarity.ts';

/** The outcome of comparing two names. */
export interface Comparison {
  /** From 0 to 1; exactly 1 only when the names are equal after folding. */
  readonly score: number;
  readonly explanation: Explanation;
}

/** What counts against two names, by manner. All are multiples of the weight of the parts concerned. */
interface Charges {
  /** A part on each side that stand in each other's place and differ. */
  readonly contradiction: number;
  /** Parts that only the query has, and only the candidate has. */
  readonly queryOnly: number;
  readonly candidateOnly: number;
  /** A contradicting word weighs at least this much, however common: another name is another name. */
  readonly leastContradiction: number;
  /** What is left of the score when the order differs. */
  readonly order: number;
}

const CHARGES: Readonly<Record<Manner, Charges>> = {
  person: {
    contradiction: 1.55,
    leastContradiction: 0.9,
    queryOnly: 0.35,
    candidateOnly: 0.25,
    order: 0.98,
  },
  body: {
    contradiction: 1.4,
    leastContradiction: 0.65,
    queryOnly: 0.6,
    candidateOnly: 0.4,
    order: 0.95,
  },
  craft: {
    contradiction: 1.8,
    leastContradiction: 0.9,
    queryOnly: 0.8,
    candidateOnly: 0.7,
    order: 0.9,
  },
};

/** What one side leaves out counts the more, the more it tells: `Company` is left out, `Khorasan` is not. */
const OMISSION_EXPONENT = 1.5;
/**
 * Names that share only common words are held together by little, and what one of them leaves out then counts
 * more: by this, for each unit by which the most telling shared word falls short of telling.
 */
const COMMONNESS = 4;
const TELLING = 0.9;
/** Two numbers that differ, and a number that one side lacks, in whole words. */
const NUMBERS_DIFFER = 1.6;
const NUMBER_LACKING = 0.8;
/** One word in common does not make two names of several words a hit. */
const ONE_WORD_CAP = 0.66;
/** What is not equal does not score 1. */
const UNEQUAL_CAP = 0.99;

/**
 * The most that a name can score which shares none of the telling words of a query, but only some that weigh
 * `rest` together: what the words that it lacks cost at least. `lacked` are their weights.
 */
export function mostWithout(
  manner: Manner,
  lacked: readonly number[],
  rest: number,
  restWords: number,
): number {
  const cost = lacked.reduce(
    (sum, weight) => sum + CHARGES[manner].queryOnly * weight ** OMISSION_EXPONENT,
    0,
  );
  const most = rest / (rest + cost);
  return manner === 'person' && restWords < 2 && lacked.length > 0 ? Math.min(most, ONE_WORD_CAP) : most;
}

/** Persons are compared as persons when either side says that it names one, and so are ships and aircraft. */
export function mannerOf(query: ParsedName, candidate: ParsedName): Manner {
  if (query.schema === 'Person' || candidate.schema === 'Person') return 'person';
  return isCraft(query.schema) || isCraft(candidate.schema) ? 'craft' : 'body';
}

function isCraft(schema: Schema | undefined): boolean {
  return schema === 'Vessel' || schema === 'Airplane';
}

/**
 * Compares two names. Symmetric but for what only one side has, since a list that leaves a middle name out
 * says less than a query that adds one. Deterministic; bounded by the caps on names.
 *
 * The score is what the linked parts are worth over that sum plus what counts against:
 *
 *     score = sum(weight * worth) / (sum(weight) + contradictions + omissions)
 */
export function compareNames(
  query: ParsedName,
  candidate: ParsedName,
  weights: Weights = DEFAULT_WEIGHTS,
): Comparison {
  const { score, alignment } = judge(query, candidate, weights);
  return { score, explanation: explain(query, candidate, alignment, score) };
}

/** A comparison before it is put into words. */
export interface Verdict {
  readonly score: number;
  readonly alignment: Alignment;
}

/** {@link compareNames} without the explanation, for the many candidates that will not be shown. */
export function judge(
  query: ParsedName,
  candidate: ParsedName,
  weights: Weights,
  book?: LikenessBook,
): Verdict {
  const manner = mannerOf(query, candidate);
  const alignment = align(query, candidate, weights, manner, book);
  return { score: scoreOf(query, candidate, alignment, weights, manner), alignment };
}

function scoreOf(
  query: ParsedName,
  candidate: ParsedName,
  alignment: Alignment,
  weights: Weights,
  manner: Manner,
): number {
  if (query.folded === '' || candidate.folded === '') return 0;
  if (query.folded === candidate.folded) return 1;
  const charges = CHARGES[manner];
  let worth = 0;
  let base = 0;
  let words = 0;
  let strongest = 0;
  for (const link of alignment.links) {
    worth += link.weight * worthOf(link);
    base += link.weight;
    strongest = Math.max(strongest, link.weight * link.similarity);
    if (link.how === 'initial') words += 0.5;
    else words += Math.max(wordsIn(query, link.query), wordsIn(candidate, link.candidate));
  }
  if (worth === 0) return 0;
  const here = leftOver(query, alignment.queryLeft, weights, manner);
  const there = leftOver(candidate, alignment.candidateLeft, weights, manner);
  const against = Math.min(here.contradicts, there.contradicts);
  base += charges.contradiction * against;
  const omitted =
    charges.queryOnly * remainder(here, against) + charges.candidateOnly * remainder(there, against);
  base += omitted * (1 + COMMONNESS * Math.max(0, TELLING - strongest));
  if (here.numbers > 0 && there.numbers > 0) base += NUMBERS_DIFFER;
  else if (here.numbers + there.numbers > 0) base += NUMBER_LACKING;
  let score = worth / base;
  if (isReordered(alignment)) score *= charges.order;
  if (manner === 'person' && words < 2 && (isLong(query) || isLong(candidate))) {
    score = Math.min(score, ONE_WORD_CAP);
  }
  return Math.min(UNEQUAL_CAP, Math.round(score * 1e4) / 1e4);
}

/** How many parts of a range carry a name: of `al Masri`, written apart or together, one. */
function wordsIn({ parts }: ParsedName, [from, to]: readonly [number, number]): number {
  let words = 0;
  for (let at = from; at < to; at++) if (parts[at]?.kind === 'word') words += 1;
  return words;
}

/** What is left unlinked on one side. */
interface LeftOver {
  /** Weight as an omission. */
  readonly weight: number;
  /** Weight as a contradiction, where common words weigh more. */
  readonly contradicts: number;
  readonly numbers: number;
}

function leftOver(name: ParsedName, left: readonly number[], weights: Weights, manner: Manner): LeftOver {
  const { leastContradiction } = CHARGES[manner];
  const said = manner !== 'person' && left.length < name.parts.length;
  const weighed = name.weightsBy(weights);
  let weight = 0;
  let contradicts = 0;
  let numbers = 0;
  for (const index of left) {
    const part = name.parts[index];
    if (part === undefined) continue;
    if (part.kind === 'number') {
      numbers += 1;
      continue;
    }
    // Letters in brackets only say again what the words before them say.
    if (part.kind === 'acronym') continue;
    // A word that the name has said before says nothing: `Bank Sepah and Bank Sepah International`.
    if (said && isLinked(name, left, part.form)) continue;
    const own = weighed[index] ?? 0;
    weight += own ** OMISSION_EXPONENT;
    if (part.kind !== 'word' && part.kind !== 'initial') continue;
    const isKind = manner === 'body' && BODY_KINDS.has(countedAs(part.form));
    contradicts += isKind ? KIND_CONTRADICTS : Math.max(own, leastContradiction);
  }
  return { weight, contradicts, numbers };
}

/** Whether a word of a name is among those that are linked, so that saying it again says nothing. */
function isLinked({ parts }: ParsedName, left: readonly number[], form: string): boolean {
  let next = 0;
  for (const [at, part] of parts.entries()) {
    if (at === left[next]) next += 1;
    else if (part.form === form) return true;
  }
  return false;
}

/** The weight as an omission of what stands against nothing on the other side. */
function remainder(side: LeftOver, against: number): number {
  return side.contradicts === 0 ? side.weight : side.weight * (1 - against / side.contradicts);
}

function isReordered(alignment: Alignment): boolean {
  let last = -1;
  for (const { candidate } of alignment.links) {
    if (candidate[0] < last) return true;
    last = candidate[0];
  }
  return false;
}

function isLong(name: ParsedName): boolean {
  let words = 0;
  for (const part of name.parts) if (part.kind === 'word' || part.kind === 'initial') words += 1;
  return words > 1;
}
