import { adjoins, type Token } from './tokens.ts';

/** A sentence: the tokens `[first, last)` of the tokens given, from offset `start` to `end` of the text. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose dot does not end a sentence, lower case, without the dot. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen lt col maj brig capt sgt cpl adm cmdr cdr rev hon sen rep gov pres amb supt insp ' +
    'st mt ft jr sr vs viz al approx ca dept art arts sec secs para paras pp ref inc ltd corp bros sh smt shri ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun est govt'
  ).split(' '),
);

/** Abbreviations only before a number (`No. 3856`). */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['no', 'nos', 'p', 'vol', 'fig', 'art', 'sec']);

/** Words that, capitalised after `U.S.`, begin a new sentence. */
const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an it he she they we this that these those in on at after before but and however since while when ' +
    'as for its his her their there last according both two no meanwhile earlier later'
  ).split(' '),
);

const FULL_STOPS = new Set(['.', '!', '?', '…', '۔', '؟', '।', '॥', '。', '！', '？']);
/** Marks that end a sentence with no look at what follows: they serve no other use. */
const SURE_STOPS = new Set(['۔', '؟', '।', '॥', '。', '！', '？']);
const CLOSERS = new Set(['"', '”', '’', "'", '»', ')', ']']);

/**
 * Splits the tokens `[from, to)` into sentences, in order, together covering all of them.
 *
 * A dot after an initial (`Gregory D. LoGerfo`), a title (`Lt. Gen.`), or a numbered thing (`No. 3856`) ends
 * nothing; a dot that belongs to `U.S.` ends a sentence only before a word that begins one. Urdu, Arabic and
 * Devanagari stops are known. Closing quotes and brackets stay with the sentence they close. Paragraphs are
 * the caller's: a sentence never knows of line ends. Linear.
 */
export function sentences(tokens: readonly Token[], from = 0, to = tokens.length): readonly Sentence[] {
  const out: Sentence[] = [];
  let first = from;
  let at = from;
  while (at < to) {
    if (!ends(tokens, first, at, to)) {
      at += 1;
      continue;
    }
    let last = at + 1;
    while (last < to && (isCloser(tokens, last) || FULL_STOPS.has(tokens[last]?.text ?? ''))) last += 1;
    add(out, tokens, first, last);
    first = last;
    at = last;
  }
  add(out, tokens, first, to);
  return out;
}

function add(out: Sentence[], tokens: readonly Token[], first: number, last: number): void {
  const [a, b] = [tokens[first], tokens[last - 1]];
  if (a === undefined || b === undefined || last <= first) return;
  out.push({ first, last, start: a.start, end: b.end });
}

function isCloser(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !CLOSERS.has(token.text)) return false;
  // A straight quote may open the next sentence: it closes only where it touches what it closes.
  return adjoins(tokens[at - 1], token);
}

function ends(tokens: readonly Token[], first: number, at: number, to: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const dotted = token.kind === 'word' && token.text.length > 2 && token.text.endsWith('.');
  if (!dotted && !FULL_STOPS.has(token.text)) return false;
  if (SURE_STOPS.has(token.text)) return true;
  let next = at + 1;
  while (next < to && isCloser(tokens, next)) next += 1;
  const following = tokens[next];
  if (following === undefined || next >= to) return true;
  if (dotted) return STARTERS.has(following.text.toLowerCase()) && isCapitalised(following.text);
  if (adjoins(tokens[next - 1], following) && following.kind !== 'mark') return false;
  if (isLower(following.text)) return false;
  if (token.text !== '.') return true;
  return !isAbbreviation(tokens, first, at, following);
}

function isAbbreviation(tokens: readonly Token[], first: number, dot: number, following: Token): boolean {
  const before = tokens[dot - 1];
  if (before === undefined || dot - 1 < first || !adjoins(before, tokens[dot]) || before.kind !== 'word') {
    return false;
  }
  const word = before.text.toLowerCase();
  if (BEFORE_NUMBER.has(word) && following.kind === 'number') return true;
  if (ABBREVIATIONS.has(word)) return true;
  return before.text.length === 1 && isCapitalised(before.text);
}

function isCapitalised(text: string): boolean {
  const head = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return head !== head.toLowerCase();
}

function isLower(text: string): boolean {
  const head = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return head !== head.toUpperCase();
}
