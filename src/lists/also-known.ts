import type { NameKind } from '../kernel/index.ts';
import { stripped } from './stripped.ts';

/** A further name that stands beside a name in one text. */
export interface OtherName {
  readonly text: string;
  readonly kind: NameKind & ('alias' | 'former' | 'acronym');
  /** The words that introduce it, where they say more than the kind: `including`, `n.k.a.` */
  readonly type?: string;
}

/** A text taken apart into the name that it begins with and those that it gives beside it. */
export interface NamesInText {
  readonly name: string;
  readonly others: readonly OtherName[];
}

/** The words that introduce a further name. They are looked for at the beginning of a piece. */
const MARKERS: readonly (readonly [pattern: RegExp, kind: 'alias' | 'former', type?: string])[] = [
  [/^(?:a\.?k\.?a\.?|also known as|also called|sometimes known as)\s+/i, 'alias'],
  [
    /^(?:f\.?k\.?a\.?|formerly (?:known|listed|designated) as|formerly designated under (?:the )?description|formerly|previously known as|previously)\s+/i,
    'former',
  ],
  [/^(?:n\.?k\.?a\.?|now known as)\s+/i, 'alias', 'n.k.a.'],
  [/^including\s+/i, 'alias', 'including'],
];

const MARKER =
  '(?:[afn]\\.?k\\.?a\\.?|also known as|also called|formerly known as|formerly|previously known as|now known as|including)\\s';
/** Where a piece ends: at a semicolon, and at a comma or nothing before words that introduce a name. */
const SEPARATOR = new RegExp(`\\s*;\\s*|\\s*,?\\s+(?:and\\s+)?(?=${MARKER})|\\s*,\\s*(?=${MARKER})`, 'i');
const INTRODUCED = new RegExp(`^(?:.*[,;\\s])?${MARKER}`, 'i');
const ACRONYM = /^(?=(?:[^A-Z]*[A-Z]){2})(?!.*[a-z]{3})[A-Za-z][A-Za-z./-]{1,10}$/;
const LONGEST = 4_000;

/**
 * Reads `NAME (a.k.a. X; f.k.a. Y)`, `NAME, also known as X`, `NAME (PKK, aka X)`, `NAME (formerly X)`. Brackets
 * that introduce nothing (`(LeT)`, `(Bangladesh)`) stay with the name: they may be part of it. A leading `the` of a
 * further name is kept. A text of more than 4,000 characters is a name as a whole.
 */
export function namesInText(text: string): NamesInText {
  if (text.length > LONGEST) return { name: text, others: [] };
  const others: OtherName[] = [];
  let outside = '';
  for (const { inside, text: piece } of bracketed(text)) {
    if (inside && INTRODUCED.test(piece)) others.push(...piece.split(SEPARATOR).flatMap(named));
    else outside += inside ? `(${piece})` : piece;
  }
  const [name = '', ...rest] = tidied(outside).split(SEPARATOR);
  return { name: trimmed(name), others: [...rest.flatMap(named), ...others] };
}

/** The kind of a name that stands alone: capitals without a space are an acronym. */
export function kindOfAlias(text: string): 'alias' | 'acronym' {
  return ACRONYM.test(text) ? 'acronym' : 'alias';
}

/** Parts `A, B and C` at its commas and at its last `and`, with quotation marks taken off. */
export function enumerated(text: string): readonly string[] {
  const pieces = text.split(/\s*[,;]\s*/);
  const last = pieces.at(-1) ?? '';
  const at = last.search(/(?:^|\s)and\s/i);
  if (at >= 0) {
    pieces.splice(-1, 1, last.slice(0, at), last.slice(at).trim().slice('and '.length));
  }
  return pieces.map(trimmed).filter((piece) => piece !== '');
}

function named(piece: string): readonly OtherName[] {
  const bare = piece.trim();
  const found = MARKERS.find(([pattern]) => pattern.test(bare));
  const text = trimmed(found === undefined ? bare : bare.replace(found[0], ''));
  if (text === '' || !/\p{L}/u.test(text)) return [];
  if (found === undefined) return [{ text, kind: kindOfAlias(text) }];
  const [, kind, type] = found;
  return [
    { text, kind: kind === 'alias' ? kindOfAlias(text) : kind, ...(type === undefined ? {} : { type }) },
  ];
}

/** The text outside of brackets and inside of them, in order; brackets inside brackets stay as they are. */
function bracketed(text: string): readonly { readonly inside: boolean; readonly text: string }[] {
  const pieces: { inside: boolean; text: string }[] = [];
  let [depth, from] = [0, 0];
  const cut = (to: number, inside: boolean) => {
    if (to > from) pieces.push({ inside, text: text.slice(from, to) });
    from = to + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') {
      if (depth === 0) cut(at, false);
      depth += 1;
    } else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) cut(at, true);
    }
  }
  // A bracket that never closes belongs to the text.
  if (depth > 0 && from > 0) from -= 1;
  cut(text.length, false);
  return pieces;
}

function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;])/g, '')
    .trim();
}

function trimmed(text: string): string {
  return stripped(text, ',;"“”‘«', ',;"“”«»');
}
