import { adjoins, type DateExpression, type Token } from '../../text/index.ts';
import type { Named } from '../mentions/named.ts';

/** What a unit does in its sentence. */
export type Tag =
  | 'name'
  | 'noun'
  | 'adj'
  | 'det'
  | 'num'
  | 'verb'
  | 'aux'
  | 'to'
  | 'prep'
  | 'conj'
  | 'sub'
  | 'rel'
  | 'pron'
  | 'adv'
  | 'neg'
  | 'poss'
  | 'date'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'mark';

/** A word, a named thing, a date or a mark: what the grammar works on. Offsets are into the text. */
export interface Unit {
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
  readonly number: boolean;
  /** The thing that the whole unit names. */
  readonly named: Named | null;
  /** Things named by parts of a compound (`Pakistan` in `Pakistan-based`). */
  readonly parts: readonly Named[];
  /** The last part of a compound (`based`), else `null`. */
  readonly tail: string | null;
  readonly date: DateExpression | null;
  readonly quoted: boolean;
}

/** A named thing and the tokens `[first, last)` that it covers. */
export interface PlacedThing {
  readonly first: number;
  readonly last: number;
  readonly thing: Named;
}

/** A remark in brackets longer than this is read as part of its sentence. */
const LONGEST_ASIDE = 40;
const OPENING = new Set(['“', '«', '‘']);
const CLOSING = new Set(['”', '»', '’']);

/**
 * The units of a sentence, the tokens `[from, to)`. Remarks in brackets are left out (their names are still
 * mentions); quotation marks are left out and remembered as `quoted`; hyphens make compounds.
 */
export function unitsOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  things: readonly PlacedThing[],
  dates: readonly DateExpression[],
): readonly Unit[] {
  const units: Unit[] = [];
  const thingAt = new Map(things.map((thing) => [thing.first, thing]));
  const dateAt = new Map(dates.map((date) => [date.first, date]));
  let quoted = false;
  let single = false;
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark') {
      const skip = asideEnd(tokens, at, to);
      if (skip !== null) {
        at = skip;
        continue;
      }
      if (isPluralPossessive(tokens, at, single)) {
        // "the United States’ shared determination"
        units.push({ ...markUnit(token), low: "'s", quoted });
        at += 1;
        continue;
      }
      if (isQuote(token.text)) {
        if (token.text === '‘' || (token.text === "'" && !adjoins(tokens[at - 1], token))) single = true;
        else if (token.text === '’' || token.text === "'") single = false;
        if (OPENING.has(token.text)) quoted = true;
        else if (CLOSING.has(token.text)) quoted = false;
        else if (token.text === '"') quoted = !quoted;
        at += 1;
        continue;
      }
      if (token.text === '(' || token.text === ')' || token.text === '[' || token.text === ']') {
        at += 1;
        continue;
      }
    }
    const unit = compound(tokens, at, to, thingAt, dateAt, quoted);
    units.push(unit.unit);
    at = unit.next;
  }
  return units;
}

function isPluralPossessive(tokens: readonly Token[], at: number, single: boolean): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (single || token === undefined || (token.text !== '’' && token.text !== "'")) return false;
  return (
    adjoins(before, token) &&
    /s$/i.test(before?.text ?? '') &&
    after !== undefined &&
    after.kind === 'word' &&
    !adjoins(token, after)
  );
}

function markUnit(token: Token): Unit {
  return {
    text: token.text,
    low: token.text,
    start: token.start,
    end: token.end,
    mark: true,
    number: false,
    named: null,
    parts: [],
    tail: null,
    date: null,
    quoted: false,
  };
}

function isQuote(text: string): boolean {
  return text === '"' || text === "'" || OPENING.has(text) || CLOSING.has(text);
}

/** The place after a remark in brackets that begins at `at`, or `null`. */
function asideEnd(tokens: readonly Token[], at: number, to: number): number | null {
  const open = tokens[at]?.text;
  if (open !== '(' && open !== '[') return null;
  const close = open === '(' ? ')' : ']';
  const last = Math.min(to, at + LONGEST_ASIDE);
  for (let next = at + 1; next < last; next += 1) {
    const text = tokens[next]?.text;
    if (text === open) return null;
    if (text === close) return next + 1;
  }
  return null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly named: Named | null;
  readonly date: DateExpression | null;
}

function compound(
  tokens: readonly Token[],
  at: number,
  to: number,
  thingAt: ReadonlyMap<number, PlacedThing>,
  dateAt: ReadonlyMap<number, DateExpression>,
  quoted: boolean,
): { readonly unit: Unit; readonly next: number } {
  const first = piece(tokens, at, thingAt, dateAt);
  const pieces = [first];
  let { next } = first;
  while (first.date === null && next + 1 < to && joins(tokens, next)) {
    const more = piece(tokens, next + 1, thingAt, dateAt);
    if (more.date !== null) break;
    pieces.push(more);
    next = more.next;
  }
  const last = pieces.at(-1) ?? first;
  const text = join(tokens, at, next);
  const low = text.toLowerCase().replaceAll('’', "'");
  const token = tokens[at];
  const single = pieces.length === 1;
  return {
    next,
    unit: {
      text,
      low,
      start: first.start,
      end: last.end,
      mark: single && token?.kind === 'mark' && first.named === null,
      number: single && token?.kind === 'number',
      named: single ? first.named : null,
      parts: single ? [] : pieces.flatMap((part) => (part.named === null ? [] : [part.named])),
      tail: single || last.named !== null ? null : (tokens[last.next - 1]?.text.toLowerCase() ?? null),
      date: single ? first.date : null,
      quoted,
    },
  };
}

function piece(
  tokens: readonly Token[],
  at: number,
  thingAt: ReadonlyMap<number, PlacedThing>,
  dateAt: ReadonlyMap<number, DateExpression>,
): Piece {
  const thing = thingAt.get(at);
  if (thing !== undefined) {
    return {
      start: thing.thing.start,
      end: thing.thing.end,
      next: thing.last,
      named: thing.thing,
      date: null,
    };
  }
  const date = dateAt.get(at);
  const last = date === undefined ? at + 1 : date.last;
  const [a, b] = [tokens[at], tokens[last - 1]];
  return { start: a?.start ?? 0, end: b?.end ?? 0, next: last, named: null, date: date ?? null };
}

/** The little words that tie Persian, Urdu and Arabic names together. */
const PARTICLE = /^(?:e|i|ul|ur|al|us)$/;

/** Whether the token at `at` is a hyphen that joins the words on its sides. */
function joins(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  // "26/11" is one word; "ISIS/Daesh" is two.
  if (hyphen?.text === '/' && before?.kind === 'number' && after?.kind === 'number')
    return adjoins(before, hyphen) && adjoins(hyphen, after);
  if (hyphen === undefined || !'-–‑‐'.includes(hyphen.text)) return false;
  // "Tehreek-e- Azadi": a copy's line break after a particle leaves a space in the name.
  if (adjoins(before, hyphen) && PARTICLE.test(before?.text ?? '') && adjoins(tokens[at - 2], before)) {
    return after?.kind === 'word' && /^\p{Lu}/u.test(after.text);
  }
  return (
    adjoins(before, hyphen) && adjoins(hyphen, after) && after?.kind !== 'mark' && before?.kind !== 'mark'
  );
}

function join(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = at > from && !adjoins(tokens[at - 1], token) ? ' ' : '';
    text += gap + token.text;
  }
  return text;
}
