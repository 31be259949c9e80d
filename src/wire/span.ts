declare const made: unique symbol;

/**
 * A place in a text: `quote` is exactly `text.slice(start, end)`, UTF-16 offsets, never empty. Only
 * {@link spanAt} makes one, so an item that carries a span can be shown where it stands.
 */
export interface Span {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly [made]: true;
}

/**
 * The span of `text` from `start` to `end`, without white space at its ends. Throws `RangeError` when nothing
 * is left: an item with no words in the text is a fault in a rule, never an answer.
 */
export function spanAt(text: string, start: number, end: number): Span {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  if (from >= to) throw new RangeError(`no text between ${start} and ${end}`);
  return { quote: text.slice(from, to), start: from, end: to } as Span;
}

const LONGEST_LETTERS = 16;
const LETTERS = /^ ?\(\p{Lu}[\p{L}-]{0,11}\)/u;

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', '«': '»' };

/**
 * The same, with what belongs to its last word taken in: the letters in brackets that stand for it ("… (JeM)"),
 * and a closing quotation mark when the span holds its opening one and not itself.
 */
export function quotedWhole(text: string, start: number, end: number): Span {
  const bare = spanAt(text, start, end);
  const letters = LETTERS.exec(text.slice(bare.end, bare.end + LONGEST_LETTERS));
  const span = letters === null ? bare : spanAt(text, bare.start, bare.end + letters[0].length);
  for (const [open, close] of Object.entries(QUOTES)) {
    if (text[span.end] !== close) continue;
    const opened = count(span.quote, open);
    const unclosed = open === close ? opened % 2 === 1 : opened > count(span.quote, close);
    if (unclosed) return spanAt(text, span.start, span.end + 1);
  }
  return span;
}

function count(text: string, mark: string): number {
  let found = 0;
  for (const character of text) if (character === mark) found += 1;
  return found;
}

/** Whether two spans share a character. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}
