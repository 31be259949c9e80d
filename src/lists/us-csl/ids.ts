import type { Statement } from '../../kernel/index.ts';
import { statement } from '../statements.ts';
import type { At } from '../tidy.ts';
import { isFieldHead, readField } from '../us-ofac/read-field.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const COUNTRY = /^[A-Z]{2}$/;
const PLACE = 'ids';

/**
 * Reads one piece of the `ids` column, which flattens OFAC's typed features. Files to 2022 print the type last
 * (`UA, 2023-10-01, 2013-10-01, EX600377, Passport`: country, expiry, issue, number), later ones first
 * (`Passport, U00242309, TR`). A piece of no known type is kept whole as a note.
 */
export function readId(piece: string, at: At): Statement {
  const parts = piece.split(', ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length > 1 && isFieldHead(first)) return typeFirst(first, parts.slice(1), at);
  if (parts.length > 1 && isFieldHead(last)) return typeLast(last, parts.slice(0, -1), at);
  return statement('note', piece, PLACE);
}

function typeFirst(type: string, rest: readonly string[], at: At): Statement {
  const last = rest.at(-1) ?? '';
  const country = rest.length > 1 && COUNTRY.test(last) ? ` (${last})` : '';
  const number = (country === '' ? rest : rest.slice(0, -1)).join(', ');
  return readField(`${type} ${number}${country}`, at, PLACE);
}

function typeLast(type: string, rest: readonly string[], at: At): Statement {
  const [first = '', ...others] = rest;
  const country = others.length > 0 && COUNTRY.test(first) ? ` (${first})` : '';
  const dated = country === '' ? rest : others;
  const days = dated.slice(
    0,
    dated.findIndex((part) => !DAY.test(part)),
  );
  const number = dated.slice(days.length).join(', ');
  const [expires, issued] = days;
  if (days.length === 2) {
    return readField(`${type} ${number}${country} issued ${issued} expires ${expires}`, at, PLACE);
  }
  const read = readField(`${type} ${number}${country}`, at, PLACE);
  // One day alone may be either; which, the file does not tell.
  return days.length === 1 && expires !== undefined
    ? { ...read, detail: { ...read.detail, dated: expires } }
    : read;
}
