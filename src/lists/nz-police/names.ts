import { enumerated, kindOfAlias, type OtherName } from '../also-known.ts';
import { stripped } from '../stripped.ts';

/** A name of an entity. */
export type DesignatedName = Pick<OtherName, 'text' | 'kind'>;

const MARKER =
  /[\s,;(]*\b(also known as|formerly (?:known as|designated under (?:the )?description)|(?:a|f)\.?k\.?a\.?)\b[:\s]*/gi;
const LONGEST = 6_000;

/**
 * The names of a cell: `Quay Front also known as QF, the Front, and Pier; formerly designated under the description
 * Old Quay`. The first is the one that the cell begins with, brackets included; behind words that introduce further
 * names these are parted at commas, semicolons and a last `and`. None of a cell without letters; a cell of more than
 * 6,000 characters is one name.
 */
export function designatedNames(cell: string): readonly DesignatedName[] {
  if (!/\p{L}/u.test(cell)) return [];
  if (cell.length > LONGEST) return [{ text: cell, kind: 'alias' }];
  const pieces = cell.split(MARKER);
  const names: DesignatedName[] = [{ text: trimmed(pieces[0] ?? ''), kind: 'alias' }];
  for (let at = 1; at < pieces.length; at += 2) {
    const former = /^f/i.test(pieces[at] ?? '');
    for (const text of enumerated(pieces[at + 1] ?? '').map(trimmed))
      if (/\p{L}/u.test(text)) names.push({ text, kind: former ? 'former' : kindOfAlias(text) });
  }
  return names.filter(({ text }) => text !== '');
}

/** Without marks around it, and without a bracket that was opened before it or closes nothing. */
function trimmed(text: string): string {
  const bare = stripped(text, ',;');
  const [opened, closed] = ['(', ')'].map((mark) => bare.split(mark).length - 1);
  if (closed === opened) return bare;
  return (closed ?? 0) > (opened ?? 0)
    ? bare.replace(/\)(?=[^)]*$)/, '').trim()
    : bare.replace(/\($/, '').trim();
}
