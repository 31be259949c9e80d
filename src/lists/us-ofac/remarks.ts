import type { Statement } from '../../kernel/index.ts';
import { statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { REMARKS, readField } from './read-field.ts';

/** The most characters that `sdn.csv` prints of remarks; the rest is in `sdn_comments.csv`. */
export const REMARKS_WIDTH = 1000;

/** A text cut after its last field separator: fields that are whole, and the one that goes on elsewhere. */
export interface CutRemarks {
  readonly statements: readonly Statement[];
  /** The beginning of the field that goes on, as printed with its spaces. */
  readonly begun: string;
}

/** Whether remarks of `sdn.csv` go on in `sdn_comments.csv`. */
export function areCut(remarks: string): boolean {
  return remarks.length >= REMARKS_WIDTH;
}

/** Reads remarks that are whole: the text itself word for word, then its fields. */
export function readRemarks(remarks: string, at: At): readonly Statement[] {
  return [asPrinted(remarks, REMARKS, at), ...fieldsOf(withoutFullStop(remarks), at)];
}

/** Reads remarks that are cut at their thousandth character, all but the field that the cut goes through. */
export function readCutRemarks(remarks: string, at: At): CutRemarks {
  const pieces = splitFields(remarks);
  const begun = pieces.at(-1) ?? '';
  return {
    statements: [
      asPrinted(remarks, REMARKS, at),
      ...pieces.slice(0, -1).flatMap((piece) => fieldOf(piece, at)),
    ],
    begun,
  };
}

/** Reads a text of `sdn_comments.csv`: itself word for word, and the fields after its first separator. */
export function readComments(comments: string, at: At): readonly Statement[] {
  const rest = splitFields(withoutFullStop(comments)).slice(1);
  return [asPrinted(comments, `${REMARKS} (continued)`, at), ...rest.flatMap((piece) => fieldOf(piece, at))];
}

/** Reads the field that begins at the end of cut remarks and ends at the beginning of the comments. */
export function readJoined(begun: string, comments: string, at: At): readonly Statement[] {
  const whole = begun + comments;
  return splitFields(withoutFullStop(whole))
    .slice(0, 1)
    .flatMap((piece) => fieldOf(piece, at));
}

/** Reads the fields of a text that has no full stop after the last: remarks of the XML, or of another list. */
export function fieldsOf(text: string, at: At, place = REMARKS): readonly Statement[] {
  return splitFields(text).flatMap((piece) => fieldOf(piece, at, place));
}

function fieldOf(piece: string, at: At, place = REMARKS): readonly Statement[] {
  const field = tidy(piece, at);
  return field === '' ? [] : [readField(field, at, place)];
}

function asPrinted(text: string, place: string, at: At): Statement {
  return statement('remarks', tidy(text, at), place);
}

/** Splits at `;`, but not inside a quoted name, which ends at a quote before the next separator. */
function splitFields(text: string): readonly string[] {
  const pieces = text.split(';');
  if (!text.includes(".a. '")) return pieces;
  const fields: string[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const close =
      /^\s*[afnd]\.[kb]\.a\. '/i.test(piece) && !piece.trimEnd().endsWith("'") ? closing(pieces, at) : at;
    fields.push(pieces.slice(at, close + 1).join(';'));
    at = close;
  }
  return fields;
}

/** The piece in which the quote opened in piece `from` closes, or `from` when another field comes first. */
function closing(pieces: readonly string[], from: number): number {
  for (let at = from + 1; at < pieces.length && at <= from + 3; at += 1) {
    const piece = pieces[at] ?? '';
    if (/^\s*(?:alt\. )?[a-z.]+ '/i.test(piece)) return from;
    if (piece.trimEnd().endsWith("'")) return at;
  }
  return from;
}

/**
 * Takes off the full stop that OFAC sets after the last field. It sets none after an abbreviation's own, so a
 * text that ends like `S.A.` keeps it.
 */
function withoutFullStop(remarks: string): string {
  const text = remarks.trimEnd();
  return text.endsWith('.') && !/(?:^|[\s(])(?:[A-Za-z]\.){2,}$/.test(text) ? text.slice(0, -1) : text;
}
