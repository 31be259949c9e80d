import { scriptOf } from '../../text/index.ts';

/** One name out of a field that may print several. */
export interface SplitName {
  readonly text: string;
  /** What the field prints beside the name and is not part of it. */
  readonly note?: string;
  /** The field calls it a name that the entry was listed under before. */
  readonly former: boolean;
}

/** A field longer than this is no list of names, and is kept whole. */
const LONGEST = 4_000;
const SCRIPT_LABEL = /^(?:original script|in [a-z]+(?: script)?):\s*/i;
const SCRIPT_WORDS = /\s*\(original script\)$/i;
const FORMERLY = /^(?:previously|formerly) listed as\b/i;
const DESCRIPTION =
  /^(?:birth name|combat name|nom de guerre|call sign|initials|(?:previously|formerly) listed as)$/i;
const BORN = /, born (?=in |on |\d)/i;

/**
 * Splits a field of the UN list that prints several names, which are printed as `A; B`, `A (B; C)`, `A (B)`
 * where A and B are of two scripts, or `A B` where the script changes once between two words. Brackets that
 * hold an acronym or another spelling in the same script (`Al-Qaida in Yemen (AQY)`) are part of the name.
 * Brackets that hold a figure or a description (`combat name`) are not, nor is `, born …`: they are notes.
 * `text` must be tidied.
 */
export function splitNames(text: string): readonly SplitName[] {
  return text.length > LONGEST ? asName(text) : splitOutside(text).flatMap(splitPiece);
}

/**
 * Splits the field for names in the original script, several of which `;`, `/` or `|` would part. Latin words
 * in brackets after one (`(Tigrinya)`) say something about it and are a note.
 */
export function splitOriginals(text: string): readonly SplitName[] {
  if (text.length > LONGEST) return asName(text);
  return text.split(/[;/|]/).flatMap((piece) => {
    const name = trimMarks(piece);
    const group = lastGroup(name);
    if (group === null || scriptOf(group.inside) !== 'Latn' || scriptOf(group.before) === 'Latn')
      return asName(name);
    return asName(group.before).map((found) => ({ ...found, note: group.inside }));
  });
}

/** Whether a note says that the name beside it is one that the entry was listed under before. */
export function saysFormer(note: string): boolean {
  return FORMERLY.test(note);
}

/**
 * The name in its own script that a note gives (`original script: Абу Банат`, `… In Arabic: …`), and whether
 * the note is nothing but that; `null` when there is none.
 */
export function nameInNote(note: string): { readonly text: string; readonly whole: boolean } | null {
  const label = /(?:^|[\s,.])(?:original script|in [a-z]+(?: script)?):\s*/i.exec(note);
  if (label === null) return null;
  const text = trimMarks(note.slice(label.index + label[0].length));
  return isName(text) && scriptOf(text) !== 'Latn' ? { text, whole: label.index === 0 } : null;
}

/** Names that a note lists, when it is nothing but a list of them (`A; B; C`); else none. */
export function namesInNote(note: string): readonly string[] {
  if (note.length > LONGEST) return [];
  const pieces = note.split(';').map(trimMarks);
  return pieces.length > 1 && pieces.every((piece) => isName(piece) && !/[\d:()]/.test(piece)) ? pieces : [];
}

function splitPiece(piece: string): readonly SplitName[] {
  const born = piece.search(BORN);
  if (born > 0)
    return splitPiece(piece.slice(0, born)).map((name) => ({ ...name, note: piece.slice(born + 2) }));
  const text = trimMarks(piece).replace(SCRIPT_WORDS, '');
  const group = lastGroup(text);
  if (group === null) return splitByScript(text);
  const { before, inside } = group;
  if (DESCRIPTION.test(inside) || /\d/.test(inside)) {
    const former = saysFormer(inside);
    return splitPiece(before).map((name) => ({ ...name, note: inside, former: former || name.former }));
  }
  const names = splitOutside(inside.replace(SCRIPT_LABEL, ''));
  const first = names[0] ?? '';
  const lists = names.length > 1 || (isName(first) && scriptOf(first) !== scriptOf(before));
  return lists ? [...splitPiece(before), ...names.flatMap(splitPiece)] : asName(text);
}

/** Splits at `;` outside brackets. */
function splitOutside(text: string): readonly string[] {
  const pieces: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)].map(trimMarks).filter((piece) => piece !== '');
}

/** The bracketed group that ends a text, and what stands before it; `null` when there is none. */
function lastGroup(text: string): { before: string; inside: string } | null {
  if (!text.endsWith(')')) return null;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    else if (text[at] === '(') depth -= 1;
    // A bracket inside a word is part of it: `華信船務(香港)有限公司`.
    if (depth === 0) {
      const before = text.slice(0, at);
      return before.endsWith(' ')
        ? { before: trimMarks(before), inside: trimMarks(text.slice(at + 1, -1)) }
        : null;
    }
  }
  return null;
}

/** Two names when the words are first all of one script and then all of another. */
function splitByScript(text: string): readonly SplitName[] {
  const words = text.split(' ');
  const scripts = words.map(scriptOf);
  const known = (script: string | undefined) => script !== undefined && script !== 'Zyyy';
  const change = scripts.findIndex(
    (script, at) => at > 0 && known(script) && known(scripts[at - 1]) && script !== scripts[at - 1],
  );
  if (change < 0) return asName(text);
  const [first, second] = [scripts[0], scripts[change]];
  const once = scripts.every((script, at) => !known(script) || script === (at < change ? first : second));
  if (!once || (first !== 'Latn' && second !== 'Latn')) return asName(text);
  return [...asName(words.slice(0, change).join(' ')), ...asName(words.slice(change).join(' '))];
}

function asName(text: string): readonly SplitName[] {
  return isName(text) ? [{ text, former: false }] : [];
}

function isName(text: string): boolean {
  return scriptOf(text) !== 'Zyyy';
}

function trimMarks(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isMark(text[from])) from += 1;
  while (to > from && isMark(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

function isMark(char: string | undefined): boolean {
  return char === ' ' || char === ',' || char === ';';
}
