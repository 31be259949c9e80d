import { spelledOutBy } from './acronym.ts';
import type { How } from './how.ts';
import type { Join, NamePart, ParsedName } from './parse-name.ts';
import { EQUIVALENT_OF } from './tables/equivalents.ts';
import { particleClass } from './tables/particles.ts';
import type { Weights } from './weights.ts';
import type { Word } from './word.ts';
import {
  areFarApart,
  isOtherSystem,
  LEAST_SIMILARITY,
  type Likeness,
  LikenessBook,
  likenessIn,
} from './word-similarity.ts';

/** Parts of the query and of the candidate that stand for each other. Ranges are half-open. */
export interface Link {
  readonly query: readonly [from: number, to: number];
  readonly candidate: readonly [from: number, to: number];
  /** From 0 to 1. */
  readonly similarity: number;
  readonly how: How;
  /** What the link is worth: the lesser of what its two sides weigh. */
  readonly weight: number;
}

/** Which part stands for which. Every part is in at most one link. */
export interface Alignment {
  /** In the order of the query. */
  readonly links: readonly Link[];
  /** Indices of the parts in no link. */
  readonly queryLeft: readonly number[];
  readonly candidateLeft: readonly number[];
}

/**
 * How two names are compared. Persons leave names out and swap their order; bodies have acronyms and kinds;
 * ships and aircraft are named from a few common words, so that one letter or number makes another ship.
 */
export type Manner = 'person' | 'body' | 'craft';

const INITIAL_SIMILARITY = 0.8;
/** Letters that fit the first letters of words are a sign and no more. */
const ACRONYM_SIMILARITY = 0.74;
/** Letters that the name itself prints behind its words. */
const PRINTED_ACRONYM_SIMILARITY = 0.92;
const LINK_SIMILARITY = 0.95;
/** Words of the names of ships less alike than this are different words. */
const CRAFT_LEAST = 0.9;
const JOIN_LEAST = 0.88;
const JOIN_FACTOR = 0.98;
/** Words of two Chinese names less alike than this are other syllables. */
const CHINESE_LEAST = 0.965;
/** `Abu Bakr`, `Boubacar`: a word that the tables hold for the words written together. */
const SPELT_APART: Likeness = { similarity: 0.95, how: 'joined' };
const OTHER_SYSTEM: Likeness = { similarity: 0.94, how: 'joined' };

/**
 * Aligns the parts of two names: all links that could be are laid out, and the best are taken, best first,
 * each part once. With at most 64 parts a side and links only between parts that are alike this is the best
 * alignment in all but contrived cases, and it is the one that a reader would draw.
 *
 *                         TEHRIK   E    TALIBAN  PAKISTAN  (TTP)
 *            tehreek       .97*    .       .        .        .
 *            e              .      1*      .        .        .
 *            taliban        .      .       1*       .        .
 *            pakistan       .      .       .        1*       .
 *
 *    * taken; a dot is no link; `(TTP)` is left on the candidate's side.
 */
export function align(
  query: ParsedName,
  candidate: ParsedName,
  weights: Weights,
  manner: Manner,
  book: LikenessBook = new LikenessBook(),
): Alignment {
  const links = possibleLinks(query, candidate, weights, manner, book);
  links.sort(
    (a, b) =>
      b.similarity * b.similarity * b.weight - a.similarity * a.similarity * a.weight ||
      Math.abs(a.query[0] - a.candidate[0]) - Math.abs(b.query[0] - b.candidate[0]) ||
      a.query[0] - b.query[0] ||
      a.candidate[0] - b.candidate[0],
  );
  const queryTaken = new Uint8Array(query.parts.length);
  const candidateTaken = new Uint8Array(candidate.parts.length);
  const taken: Link[] = [];
  for (const link of links) {
    if (isTaken(queryTaken, link.query) || isTaken(candidateTaken, link.candidate)) continue;
    queryTaken.fill(1, link.query[0], link.query[1]);
    candidateTaken.fill(1, link.candidate[0], link.candidate[1]);
    taken.push(link);
  }
  taken.sort((a, b) => a.query[0] - b.query[0]);
  return { links: taken, queryLeft: left(queryTaken), candidateLeft: left(candidateTaken) };
}

function isTaken(taken: Uint8Array, [from, to]: readonly [number, number]): boolean {
  for (let at = from; at < to; at++) if (taken[at] === 1) return true;
  return false;
}

function left(taken: Uint8Array): number[] {
  const indices: number[] = [];
  for (let at = 0; at < taken.length; at++) if (taken[at] === 0) indices.push(at);
  return indices;
}

function possibleLinks(
  query: ParsedName,
  candidate: ParsedName,
  weights: Weights,
  manner: Manner,
  book: LikenessBook,
): Link[] {
  const links: Link[] = [];
  const least = manner === 'craft' ? CRAFT_LEAST : LEAST_SIMILARITY;
  const chinese = query.isChinese && candidate.isChinese;
  const leastOf = (one: Word, other: Word) =>
    chinese && one.script === other.script ? CHINESE_LEAST : least;
  const queryWeights = query.weightsBy(weights);
  const candidateWeights = candidate.weightsBy(weights);
  for (let i = 0; i < query.parts.length; i++) {
    const a = query.parts[i] as NamePart;
    const row = a.kind === 'word' ? book.row(a.word) : undefined;
    for (let j = 0; j < candidate.parts.length; j++) {
      const b = candidate.parts[j] as NamePart;
      if (row !== undefined && b.kind === 'word' && areFarApart(a.word, b.word)) continue;
      const likeness =
        row !== undefined && b.kind === 'word'
          ? likeEnough(likenessIn(row, a.word, b.word), leastOf(a.word, b.word))
          : partLikeness(a, b, manner);
      if (likeness === undefined) continue;
      const { similarity, how } = likeness;
      const weight = Math.min(queryWeights[i] ?? 0, candidateWeights[j] ?? 0);
      links.push({ query: [i, i + 1], candidate: [j, j + 1], similarity, how, weight });
    }
  }
  const offer = (q: readonly [number, number], c: readonly [number, number], likeness: Likeness) => {
    const weight = Math.min(heaviest(queryWeights, ...q), heaviest(candidateWeights, ...c));
    links.push({ query: q, candidate: c, ...likeness, weight });
  };
  for (const join of query.joins) {
    for (let j = 0; j < candidate.parts.length; j++) {
      const likeness = joinLikeness(join, candidate.parts[j] as NamePart, book, chinese);
      if (likeness !== undefined) offer([join.from, join.to], [j, j + 1], likeness);
    }
  }
  for (const join of candidate.joins) {
    for (let i = 0; i < query.parts.length; i++) {
      const likeness = joinLikeness(join, query.parts[i] as NamePart, book, chinese);
      if (likeness !== undefined) offer([i, i + 1], [join.from, join.to], likeness);
    }
  }
  if (manner === 'body') {
    const likeness: Likeness = { similarity: ACRONYM_SIMILARITY, how: 'acronym' };
    for (const [i, part] of query.parts.entries()) {
      const run = acronymRun(part, candidate.parts);
      if (run !== undefined) offer([i, i + 1], run, likeness);
    }
    for (const [j, part] of candidate.parts.entries()) {
      const run = acronymRun(part, query.parts);
      if (run !== undefined) offer(run, [j, j + 1], likeness);
    }
    const printed: Likeness = { similarity: PRINTED_ACRONYM_SIMILARITY, how: 'acronym' };
    // Nearly no name prints letters, so most pairs have none to lay against each other.
    if (printsLetters(query) || printsLetters(candidate)) {
      for (const [i, a] of query.parts.entries()) {
        for (const [j, b] of candidate.parts.entries()) {
          if (a.form !== b.form || a.kind === b.kind) continue;
          // The letters in brackets stand for the words before them, which one side gives and the other does not.
          if (b.kind === 'acronym' && a.kind === 'word') offer([i, i + 1], [0, j + 1], printed);
          if (a.kind === 'acronym' && b.kind === 'word') offer([0, i + 1], [j, j + 1], printed);
        }
      }
    }
  }
  return links;
}

function heaviest(weights: readonly number[], from: number, to: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at++) most = Math.max(most, weights[at] ?? most);
  return most;
}

function printsLetters({ parts }: ParsedName): boolean {
  return parts.some(({ kind }) => kind === 'acronym');
}

function acronymRun(part: NamePart, parts: readonly NamePart[]): [number, number] | undefined {
  return part.kind === 'word' || part.kind === 'acronym' ? spelledOutBy(part.form, parts) : undefined;
}

/** Written-together against written-apart: only where the letters leave no doubt. */
function joinLikeness(
  join: Join,
  part: NamePart,
  book: LikenessBook,
  chinese: boolean,
): Likeness | undefined {
  if (part.kind !== 'word') return undefined;
  if (isOtherSystem(join, part.word)) return OTHER_SYSTEM;
  const { equivalent } = part.word;
  if (equivalent !== undefined && equivalent.group === EQUIVALENT_OF.get(join.form)?.group)
    return SPELT_APART;
  // Double letters and digraphs make keys shorter than words, by a few letters at most.
  const written = join.form.length - part.form.length;
  const { key, script } = part.word;
  if (script === 'Latn' && (written > 5 || written < -5)) return undefined;
  // Seen without working the join out: its key is that of its words, less a letter where they meet.
  const seams = join.to - join.from - 1;
  const seen = join.length - key.length;
  if (script === 'Latn') {
    if (seen - seams > 2 || seen + seams < -2) return undefined;
    if (join.first !== '' && join.first !== key.charAt(0) && isLatin(join)) return undefined;
  }
  const gap = join.word.key.length - key.length;
  if (gap > 2 || gap < -2 || join.word.key.charAt(0) !== part.word.key.charAt(0)) {
    if (join.word.script === part.word.script) return undefined;
  }
  if (areFarApart(join.word, part.word, JOIN_LEAST)) return undefined;
  const { similarity } = book.of(join.word, part.word);
  const strict = chinese && join.word.script === part.word.script;
  if (similarity < (strict ? CHINESE_LEAST : JOIN_LEAST)) return undefined;
  return { similarity: similarity * JOIN_FACTOR, how: 'joined' };
}

/** Whether a join is of words in Latin letters, by its first: names mix no scripts within. */
function isLatin({ form }: Join): boolean {
  return form.charCodeAt(0) < FIRST_NOT_LATIN;
}

const FIRST_NOT_LATIN = 0x250;

/** A likeness of two words, when by it they can stand for each other. */
function likeEnough(likeness: Likeness, least: number): Likeness | undefined {
  return likeness.similarity < least ? undefined : likeness;
}

/** Whether two parts that are not both words can stand for each other, by their kinds, and how alike they then are. */
function partLikeness(a: NamePart, b: NamePart, manner: Manner): Likeness | undefined {
  if (a.kind === 'initial' || b.kind === 'initial') {
    return manner === 'person' ? initialLikeness(a, b) : exactly(a, b);
  }
  if (a.kind === 'number' || b.kind === 'number') {
    if (a.kind !== b.kind || a.form !== b.form) return undefined;
    return { similarity: 1, how: a.text === b.text ? 'same' : 'number' };
  }
  if (a.kind === 'legal' && b.kind === 'legal') {
    if (a.form !== b.form) return undefined;
    return { similarity: 1, how: a.text === b.text ? 'same' : 'abbreviation' };
  }
  if (a.kind === 'particle' && b.kind === 'particle') {
    if (particleClass(a.form) !== particleClass(b.form)) return undefined;
    return {
      similarity: a.form === b.form ? 1 : LINK_SIMILARITY,
      how: a.form === b.form ? 'same' : 'spelling',
    };
  }
  if (a.kind === 'acronym' || b.kind === 'acronym') return a.kind === b.kind ? exactly(a, b) : undefined;
  return exactly(a, b);
}

function exactly(a: NamePart, b: NamePart): Likeness | undefined {
  return a.form === b.form || a.text === b.text ? { similarity: 1, how: 'same' } : undefined;
}

function initialLikeness(a: NamePart, b: NamePart): Likeness | undefined {
  if (a.kind === b.kind) return exactly(a, b);
  const [initial, whole] = a.kind === 'initial' ? [a, b] : [b, a];
  if (whole.kind !== 'word' || whole.word.script !== initial.word.script) return undefined;
  return whole.form.startsWith(initial.form) ? { similarity: INITIAL_SIMILARITY, how: 'initial' } : undefined;
}
