import type { Alignment } from './align.ts';
import type { How } from './how.ts';
import type { ParsedName } from './parse-name.ts';
import { RULES_VERSION } from './rules.ts';

/**
 * One line of an alignment: the query's part, the candidate's part, how alike they are from 0 to 1, and what
 * joins them or sets them apart. A side with nothing to show is the empty text.
 */
export type ExplainedPart = readonly [query: string, candidate: string, similarity: number, how: How];

/** Why a name scored what it scored, for a person to read and for an audit to repeat. */
export interface Explanation {
  /** One plain sentence. */
  readonly sentence: string;
  /** In the order of the query; what only the candidate has comes last. */
  readonly parts: readonly ExplainedPart[];
  readonly rules: string;
}

/** Puts an alignment into words. */
export function explain(
  query: ParsedName,
  candidate: ParsedName,
  alignment: Alignment,
  score: number,
): Explanation {
  const lines: { readonly at: number; readonly part: ExplainedPart }[] = alignment.links.map((link) => ({
    at: link.query[0],
    part: [
      textOf(query, link.query[0], link.query[1]),
      textOf(candidate, link.candidate[0], link.candidate[1]),
      Math.round(link.similarity * 100) / 100,
      link.how,
    ],
  }));
  const against = contradictions(query, candidate, alignment);
  for (const [at, other] of against) {
    lines.push({ at, part: [textOf(query, at, at + 1), textOf(candidate, other, other + 1), 0, 'differs'] });
  }
  for (const at of alignment.queryLeft) {
    if (!against.has(at)) lines.push({ at, part: [textOf(query, at, at + 1), '', 0, 'query-only'] });
  }
  const facing = new Set(against.values());
  for (const at of alignment.candidateLeft) {
    if (facing.has(at)) continue;
    lines.push({
      at: query.parts.length + at,
      part: ['', textOf(candidate, at, at + 1), 0, 'candidate-only'],
    });
  }
  const parts = lines.sort((a, b) => a.at - b.at).map((line) => line.part);
  return { sentence: sentenceOf(query, candidate, parts, score), parts, rules: RULES_VERSION };
}

function textOf(name: ParsedName, from: number, to: number): string {
  return name.parts
    .slice(from, to)
    .map((part) => part.text)
    .join(' ');
}

/** Parts left on both sides that stand against each other, in order, kind for kind. */
function contradictions(
  query: ParsedName,
  candidate: ParsedName,
  alignment: Alignment,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const numbers of [true, false]) {
    const counts = (name: ParsedName) => (at: number) => {
      const kind = name.parts[at]?.kind;
      return numbers ? kind === 'number' : kind === 'word' || kind === 'initial';
    };
    const there = alignment.candidateLeft.filter(counts(candidate));
    for (const [rank, at] of alignment.queryLeft.filter(counts(query)).entries()) {
      const other = there[rank];
      if (other !== undefined) pairs.set(at, other);
    }
  }
  return pairs;
}

const JOINED_BY: Readonly<Record<How, string>> = {
  same: 'is the same',
  spelling: 'is a spelling of',
  transliteration: 'is, in another script,',
  translation: 'translates',
  abbreviation: 'abbreviates or is written out as',
  nickname: 'is a short form of, or stands for,',
  initial: 'shares its initial with',
  acronym: 'stands, by its letters, for',
  number: 'is the same number as',
  joined: 'is written apart or together as',
  differs: 'differs from',
  'query-only': '',
  'candidate-only': '',
};

function sentenceOf(
  query: ParsedName,
  candidate: ParsedName,
  parts: readonly ExplainedPart[],
  score: number,
): string {
  const names = `“${query.text}” and “${candidate.text}”`;
  if (score === 1) return `${names} are the same name.`;
  const same = parts.filter(([, , , how]) => how === 'same').map(([text]) => text);
  const clauses: string[] = [];
  if (same.length > 0) clauses.push(`share ${list(same)}`);
  for (const [a, b, , how] of parts) {
    if (how === 'same' || how === 'query-only' || how === 'candidate-only') continue;
    clauses.push(`“${a}” ${JOINED_BY[how]} “${b}”`);
  }
  const only = (side: How, index: 0 | 1) => parts.filter(([, , , how]) => how === side).map((p) => p[index]);
  const here = only('query-only', 0);
  const there = only('candidate-only', 1);
  if (here.length > 0) clauses.push(`only the first has ${list(here)}`);
  if (there.length > 0) clauses.push(`only the second has ${list(there)}`);
  return `${names}${clauses.length === 0 ? ' have nothing in common' : `: ${clauses.join('; ')}`}.`;
}

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
