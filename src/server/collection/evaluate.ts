import type { Collection } from './collection.ts';
import type { QueryNode } from './query-text.ts';
import { rowsOf } from './scope.ts';
import { pairTerm, plain, term, wordsIn } from './terms.ts';

/** How well each row answers; 0 for one that does not. */
export type Scores = Float32Array;

/** A word of a name says more than the same word elsewhere. */
const OF_A_NAME = 3;
/** A pattern or a fuzzy word stands for so many words at most. */
const MOST_WORDS = 2000;
/** A phrase is looked for in so many entities at most, those first that come first. */
const MOST_PHRASES = 5000;

/** Scores every row against a question. */
export function evaluate(collection: Collection, node: QueryNode): Scores {
  switch (node.kind) {
    case 'all':
      return new Float32Array(collection.rowsEnd).fill(1);
    case 'word':
      return wordScores(collection, node);
    case 'phrase':
      return phraseScores(collection, node.text, node.field);
    case 'pattern':
      return patternScores(collection, node.text, node.field);
    case 'range':
      return rangeScores(collection, node);
    case 'not': {
      const inside = evaluate(collection, node.part);
      return inside.map((score) => (score > 0 ? 0 : 1));
    }
    case 'or': {
      const sum = new Float32Array(collection.rowsEnd);
      for (const part of node.parts) {
        evaluate(collection, part).forEach((score, row) => {
          sum[row] = (sum[row] ?? 0) + score;
        });
      }
      return sum;
    }
    case 'and': {
      const sum = new Float32Array(collection.rowsEnd).fill(1e-6);
      for (const part of node.parts) {
        evaluate(collection, part).forEach((score, row) => {
          sum[row] = score > 0 && (sum[row] ?? 0) > 0 ? (sum[row] ?? 0) + score : 0;
        });
      }
      return sum;
    }
  }
}

type Word = Extract<QueryNode, { kind: 'word' }>;

function wordScores(collection: Collection, { text, field, fuzzy }: Word): Scores {
  const scores = new Float32Array(collection.rowsEnd);
  if (field !== null && field !== 'text' && field !== 'names') {
    for (const rows of rowsOf(collection, field, text))
      addRows(scores, rows, rarity(collection, rows.length));
    return scores;
  }
  const words = wordsIn(text);
  // "O'Brien" and "al-Qaida" are several words: all of them are asked for.
  const each = words.map((word) => oneWord(collection, word, field, fuzzy));
  const [first, ...rest] = each;
  if (first === undefined) return scores;
  return rest.reduce(
    (all, one) => all.map((score, row) => (score > 0 && (one[row] ?? 0) > 0 ? score + (one[row] ?? 0) : 0)),
    first,
  );
}

function oneWord(collection: Collection, word: string, field: string | null, fuzzy: number): Scores {
  const scores = new Float32Array(collection.rowsEnd);
  const kinds = field === 'names' ? (['n'] as const) : (['n', 't'] as const);
  for (const kind of kinds) {
    const boost = kind === 'n' ? OF_A_NAME : 1;
    const rows = collection.rows(term(kind, word));
    addRows(scores, rows, rarity(collection, rows.length) * boost);
    if (fuzzy === 0 || word.length < 3) continue;
    const most = Math.min(fuzzy, word.length < 6 ? 1 : 2);
    let looked = 0;
    // As search servers do: the first letter stands.
    for (const [found, own] of collection.beginningWith(term(kind, word.slice(0, 1)))) {
      const other = found.slice(1);
      if (other === word || Math.abs(other.length - word.length) > most || !within(word, other, most))
        continue;
      addRows(scores, own, rarity(collection, own.length) * boost * 0.5);
      looked += 1;
      if (looked >= MOST_WORDS) break;
    }
  }
  return scores;
}

function phraseScores(collection: Collection, text: string, field: string | null): Scores {
  const words = wordsIn(text);
  const scores = new Float32Array(collection.rowsEnd);
  if (words.length === 0) return scores;
  if (field !== null && field !== 'text' && field !== 'names') {
    for (const rows of rowsOf(collection, field, text))
      addRows(scores, rows, rarity(collection, rows.length));
    return scores;
  }
  const all = wordScores(collection, { kind: 'word', text, field, fuzzy: 0 });
  const wanted = ` ${words.join(' ')} `;
  let looked = 0;
  for (let row = 0; row < all.length && looked < MOST_PHRASES; row += 1) {
    const score = all[row] ?? 0;
    if (score === 0) continue;
    looked += 1;
    const values = Object.values(collection.entity(row).properties).flat();
    if (values.some((value) => ` ${wordsIn(value).join(' ')} `.includes(wanted))) scores[row] = score * 2;
  }
  return scores;
}

function patternScores(collection: Collection, text: string, field: string | null): Scores {
  const scores = new Float32Array(collection.rowsEnd);
  const wanted = plain(text);
  const fixed = /^[^*?]*/.exec(wanted)?.[0] ?? '';
  const named = field === null || field === 'text' || field === 'names';
  const base = named
    ? [term('t', '')]
    : [pairTerm('k', field.replace(/^properties\./, ''), ''), pairTerm('g', field, '')];
  for (const head of base) {
    let looked = 0;
    for (const [found, rows] of collection.beginningWith(head + fixed)) {
      if (!matchesPattern(found.slice(head.length), wanted)) continue;
      addRows(scores, rows, 1);
      looked += 1;
      if (looked >= MOST_WORDS) break;
    }
  }
  return scores;
}

/** Whether a word fits a pattern of `*` and `?`; in time of their lengths' product and never more. */
export function matchesPattern(word: string, pattern: string): boolean {
  let [at, on, star, mark] = [0, 0, -1, 0];
  while (at < word.length) {
    const sign = pattern[on];
    if (sign === '?' || (sign !== '*' && sign === word[at])) {
      at += 1;
      on += 1;
    } else if (sign === '*') {
      star = on;
      mark = at;
      on += 1;
    } else if (star >= 0) {
      on = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (pattern[on] === '*') on += 1;
  return on === pattern.length;
}

type Range = Extract<QueryNode, { kind: 'range' }>;

function rangeScores(collection: Collection, { field, from, to }: Range): Scores {
  const scores = new Float32Array(collection.rowsEnd);
  if (field === null) return scores;
  const moments = { first_seen: 'firstSeen', last_seen: 'lastSeen', last_change: 'lastChange' } as const;
  const column = Object.entries(moments).find(([name]) => name === field)?.[1];
  if (column !== undefined) {
    const seen = collection.seen(column);
    const bound = (text: string | null, open: number) => (text === null ? open : Date.parse(text) / 1000);
    const [low, high] = [bound(from, Number.NEGATIVE_INFINITY), bound(to, Number.POSITIVE_INFINITY)];
    seen.forEach((at, row) => {
      if (at >= low && at <= high) scores[row] = 1;
    });
    return scores;
  }
  const name = field.replace(/^properties\./, '');
  for (const head of [pairTerm('k', name, ''), pairTerm('g', name, '')]) {
    for (const [found, rows] of collection.beginningWith(head)) {
      const value = found.slice(head.length);
      // `[2015 TO 2016]` takes in all of 2016.
      if ((from === null || value >= from) && (to === null || value <= `${to}\uffff`))
        addRows(scores, rows, 1);
    }
  }
  return scores;
}

function addRows(scores: Scores, rows: Uint32Array, score: number): void {
  for (const row of rows) scores[row] = (scores[row] ?? 0) + score;
}

/** How telling a word is: what few have says much (the inverse document frequency of BM25). */
function rarity(collection: Collection, having: number): number {
  return Math.log(1 + (collection.size - having + 0.5) / (having + 0.5)) + 1e-3;
}

/** Whether two words are within so many edits of each other. */
function within(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return false;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
