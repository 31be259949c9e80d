/**
 * A piece of a text: a word, a number, or one mark. `start` and `end` are UTF-16 offsets into the text, and
 * `text` is exactly that slice.
 */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const FORMAT_CHARACTER = /\p{Cf}/u;

/** What a character does in a word: 0 nothing, 1 letter or mark, 2 digit, 3 invisible format character. */
type Class = 0 | 1 | 2 | 3;

const ASCII: readonly Class[] = Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return 2;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 1 : 0;
});

function classOf(code: number): Class {
  if (code < 128) return ASCII[code] ?? 0;
  const character = String.fromCodePoint(code);
  if (WORD_CHARACTER.test(character)) return 1;
  return FORMAT_CHARACTER.test(character) ? 3 : 0;
}

/**
 * Splits a text, or its part `[from, to)`, into tokens. White space is between tokens and in none of them.
 *
 * - A word is a run of letters, marks and digits. An apostrophe inside stays in it (`Qa'ida`, `didn't`), but
 *   the possessive `'s` is a token of its own, so that a name is found with or without it.
 * - Letters with dots between them are one word with its last dot (`U.S.`, `D.C.`).
 * - A number keeps inner commas and points (`1,200`, `2.5`); `12:48` is three tokens.
 * - A hyphen is a mark; who cares whether it joins looks at the offsets.
 * - Invisible format characters (joiners, direction marks) never begin or end a token and never split one.
 *
 * One pass, linear in the length, for any input.
 */
export function tokenize(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const code = codeAt(text, at);
    const kind = classOf(code);
    if (kind === 0 || kind === 3) {
      const width = code > 0xffff ? 2 : 1;
      if (kind === 0 && !isSpace(code)) push(tokens, text, at, at + width, 'mark');
      at += width;
      continue;
    }
    const end = dottedEnd(text, at, to) ?? wordEnd(text, at, to);
    const isNumber = kind === 2 && allNumber(text, at, end);
    if (isNumber) {
      push(tokens, text, at, end, 'number');
      at = end;
      continue;
    }
    at = pushWord(tokens, text, at, end, to);
  }
  return tokens;
}

/** Whether the two tokens touch, with nothing between them. */
export function adjoins(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start;
}

function push(tokens: Token[], text: string, start: number, end: number, kind: Token['kind']): void {
  tokens.push({ text: text.slice(start, end), start, end, kind });
}

/** Adds a word that begins at `start`, following inner apostrophes, and its possessive; gives the next place. */
function pushWord(tokens: Token[], text: string, start: number, firstEnd: number, to: number): number {
  let end = firstEnd;
  while (end < to && isApostrophe(text.charCodeAt(end)) && end + 1 < to) {
    if (classOf(codeAt(text, end + 1)) !== 1) break;
    const next = wordEnd(text, end + 1, to);
    if (next === end + 2 && (text[end + 1] === 's' || text[end + 1] === 'S')) {
      push(tokens, text, start, end, 'word');
      push(tokens, text, end, next, 'mark');
      return next;
    }
    end = next;
  }
  push(tokens, text, start, end, 'word');
  return end;
}

/** The end of `U.S.` and the like beginning at `at`, or `null`: at least two single letters, each with its dot. */
function dottedEnd(text: string, at: number, to: number): number | null {
  let end = at;
  while (end + 1 < to && isCapital(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 46) end += 2;
  if (end - at >= 4) return end;
  // "U.S" at the end of a clause, where a writer left the last dot out.
  if (end - at === 2 && end < to && isCapital(text.charCodeAt(end))) {
    const after = end + 1;
    if (after >= to || classOf(codeAt(text, after)) === 0) return after;
  }
  return null;
}

function wordEnd(text: string, at: number, to: number): number {
  let end = at;
  let last = at;
  while (end < to) {
    const code = codeAt(text, end);
    const kind = classOf(code);
    if (kind === 0) {
      const joins = (code === 44 || code === 46) && isDigit(text, end - 1) && isDigit(text, end + 1);
      if (!joins || end + 1 >= to) break;
      end += 1;
      continue;
    }
    end += code > 0xffff ? 2 : 1;
    if (kind !== 3) last = end;
  }
  return last;
}

function allNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!(code >= 48 && code <= 57) && code !== 44 && code !== 46) return false;
  }
  return true;
}

function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60;
}

function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
