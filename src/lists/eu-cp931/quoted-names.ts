import type { OtherName } from '../also-known.ts';
import { kindOfAlias } from '../also-known.ts';
import { stripped } from '../stripped.ts';

/** The names of a group in their order, and what stands beside them. */
export interface QuotedNames {
  readonly names: readonly OtherName[];
  /** The words outside of the quotation marks and of the words that introduce names, `Philippines`. */
  readonly rest: string;
}

const LONGEST = 8_000;
const OPEN = '‘“"';
/** What may stand between two names: nothing of worth. */
const BETWEEN =
  /^(?:[\s(),;–—-]|a\.?k\.?a\.?|f\.?k\.?a\.?|and|or|also known as|formerly(?: known as)?|previously(?: known as)?|including|alias|i\.e\.?)+$/i;

/**
 * Reads the names of a group as the Council prints them, each in quotation marks: `‘Abu Nidal Organisation’ – ‘ANO’ (a.k.a.
 * ‘Fatah Revolutionary Council’)`. Words before a mark say what the name behind it is (`including`, `f.k.a.`). An
 * apostrophe inside of a name (`‘Martyrs’ Brigade’`) is told from the closing mark by what follows. A text without
 * quotation marks gives no names.
 */
export function quotedNames(text: string): QuotedNames {
  const names: OtherName[] = [];
  let [rest, from] = ['', 0];
  if (text.length > LONGEST) return { names, rest: text };
  for (let at = nextOpen(text, 0); at >= 0; at = nextOpen(text, from)) {
    const end = closeOf(text, at);
    if (end < 0) break;
    const before = text.slice(from, at);
    const name = text.slice(at + 1, end).trim();
    if (!BETWEEN.test(before)) rest += ` ${before}`;
    if (/\p{L}/u.test(name)) names.push(named(name, before));
    from = end + 1;
  }
  const tail = text.slice(from);
  if (!BETWEEN.test(tail)) rest += ` ${tail}`;
  return { names, rest: stripped(rest, ',;.()–—-') };
}

function named(text: string, before: string): OtherName {
  const former = /\b(?:f\.?k\.?a\.?|formerly|previously)\b/i.test(before);
  const kind = former ? 'former' : kindOfAlias(text);
  return { text, kind, ...(/\bincluding\b/i.test(before) ? { type: 'including' } : {}) };
}

/** Where the next opening mark stands: one that no letter is before. */
function nextOpen(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (OPEN.includes(text[at] ?? '') && !/\p{L}/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/** Where the mark closes that opens at a place; -1 when it never does. */
function closeOf(text: string, open: number): number {
  const close = text[open] === '‘' ? '’' : text[open] === '“' ? '”' : '"';
  for (let at = text.indexOf(close, open + 1); at >= 0; at = text.indexOf(close, at + 1)) {
    const after = text.slice(at + 1);
    if (/^\p{L}/u.test(after)) continue;
    // `Martyrs’ Brigade’`: before the next mark opens, another one closes.
    const [again, next] = [closing(after, close), nextOpen(after, 0)];
    if (
      /^ \p{L}/u.test(after) &&
      again >= 0 &&
      (next < 0 || again < next) &&
      !BETWEEN.test(after.slice(0, next))
    )
      continue;
    return at;
  }
  return -1;
}

/** Where a closing mark stands that is no apostrophe inside of a word; -1 for none. */
function closing(text: string, close: string): number {
  for (let at = text.indexOf(close); at >= 0; at = text.indexOf(close, at + 1)) {
    if (!/^\p{L}/u.test(text.slice(at + 1))) return at;
  }
  return -1;
}
