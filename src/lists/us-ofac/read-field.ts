import type { Statement } from '../../kernel/index.ts';
import { printedDate } from '../printed-date.ts';
import { statement } from '../statements.ts';
import type { At } from '../tidy.ts';
import { weakAlias } from './entry.ts';
import { FIELD_HEADS, type FieldHead, type FieldRule, NAME_TYPES } from './field-table.ts';

/** Where the fields of remarks stand; `sdnList` XML, which has lists of them, is given the same place. */
export const REMARKS = 'Remarks';

const BY_FIRST_WORD = new Map<string, FieldHead[]>();
for (const entry of [...FIELD_HEADS].sort((a, b) => b.head.length - a.head.length)) {
  const head = entry.head.toLowerCase();
  const word = firstWord(head);
  BY_FIRST_WORD.set(word, [...(BY_FIRST_WORD.get(word) ?? []), { ...entry, head }]);
}

const WALLET = 'digital currency address';
const HEADS: ReadonlySet<string> = new Set(
  FIELD_HEADS.map(({ head }) => head.toLowerCase().replace(/:$/, '')),
);

const QUOTED_NAME = /^([afnd]\.[kb]\.a\.) '(.*)'$/i;
/** A field longer than this is prose. The longest that OFAC prints as anything else has 150 characters. */
const LONGEST = 1_000;
const DATED = / (?:issued|expires|expired) /;
const MOST_WORDS = 6;

/**
 * Reads one field of remarks (`DOB 12 Aug 1965`, `Passport A123 (Iran) expires 01 Jan 2030`, `a.k.a. 'BLA'`)
 * by {@link FIELD_HEADS}. A field of no known kind, or whose rest does not fit its kind, becomes a note with
 * its text: nothing is lost. The leading `alt.`, which tells only that the field is not the first of its kind,
 * is kept (as `alternate`) where OFAC holds one of them to be the main one: birth, nationality, citizenship.
 * `text` must be tidied.
 */
export function readField(text: string, at: At, place = REMARKS): Statement {
  const field = text.replace(/^alt\. /i, '');
  const alternate = field.length < text.length;
  if (field.length > LONGEST) return statement('note', field, place);
  const name = quotedName(field, place);
  if (name !== null) return name;
  const found = findRule(field) ?? (isWrapped(field) ? findRule(field.slice(1, -1)) : null);
  const made = found === null ? null : applyRule(found.rule, found.rest, { field, alternate, at, place });
  return made ?? statement('note', field, place);
}

/** Whether a text is one of the heads, with or without its colon. */
export function isFieldHead(text: string): boolean {
  const head = text.toLowerCase().replace(/:$/, '');
  return HEADS.has(head) || head.startsWith(`${WALLET} - `);
}

function quotedName(field: string, place: string): Statement | null {
  const quoted = QUOTED_NAME.exec(field);
  const named = quoted === null ? undefined : NAME_TYPES.get((quoted[1] ?? '').toLowerCase());
  const value = quoted?.[2]?.trim() ?? '';
  if (named === undefined || value === '') return null;
  return weakAlias(named, value, place);
}

function findRule(field: string): { rule: FieldRule; rest: string } | null {
  const lower = field.toLowerCase();
  for (const { head, rule } of BY_FIRST_WORD.get(firstWord(lower)) ?? []) {
    const next = lower.charAt(head.length);
    if (!lower.startsWith(head) || !(next === '' || next === ' ' || next === ':')) continue;
    const rest = field.slice(next === ':' ? head.length + 1 : head.length).trim();
    return rest === '' ? null : { rule, rest };
  }
  return null;
}

function firstWord(lower: string): string {
  const end = lower.search(/[ :]/);
  return end < 0 ? lower : lower.slice(0, end);
}

function isWrapped(field: string): boolean {
  return field.startsWith('(') && field.endsWith(')');
}

const WITH_MAIN_ENTRY: ReadonlySet<string> = new Set([
  'birthDate',
  'birthPlace',
  'nationality',
  'citizenship',
]);

interface FieldContext {
  readonly field: string;
  readonly alternate: boolean;
  readonly at: At;
  readonly place: string;
}

function applyRule(rule: FieldRule, rest: string, context: FieldContext): Statement | null {
  const { field, alternate, at, place } = context;
  switch (rule.kind) {
    case 'date': {
      const value = printedDate(rest);
      if (value === null) {
        at.log.note('date-unread', at.place, `cannot read the date in "${field.slice(0, 80)}"`);
        return null;
      }
      return statement(rule.property, value, place, {
        original: rest,
        detail: alternateOf(rule.property, alternate),
      });
    }
    case 'text': {
      const value = rule.property === 'gender' ? rest.toLowerCase() : rest;
      const detail = { ...rule.detail, ...alternateOf(rule.property, alternate) };
      return statement(rule.property, value, place, { detail });
    }
    case 'identifier':
      return identifier(rule.type, rest, rule.letters, place);
    case 'wallet': {
      const [dash, currency, address, ...more] = rest.split(' ');
      if (dash !== '-' || currency === undefined || address === undefined || more.length > 0) return null;
      return statement('cryptoWallet', address, place, { detail: { currency } });
    }
  }
}

function alternateOf(property: string, alternate: boolean): { readonly alternate?: string } {
  return alternate && WITH_MAIN_ENTRY.has(property) ? { alternate: 'yes' } : {};
}

function identifier(type: string, rest: string, letters: boolean, place: string): Statement | null {
  const dated = rest.search(DATED);
  const { text, groups } = withoutGroups(dated < 0 ? rest : rest.slice(0, dated));
  const number = text.replace(/^IMO (?=\d+$)/, '');
  if (number === '' || number.split(' ').length > MOST_WORDS || !(letters || /\d/.test(number))) return null;
  return statement('identifier', number, place, {
    detail: {
      type,
      scheme: number === text ? null : 'IMO',
      country: groups.at(-1),
      region: groups.slice(0, -1).join(', '),
      ...(dated < 0 ? {} : datesOf(rest.slice(dated))),
    },
  });
}

/** Takes the bracketed groups off the end: `42946 (Jalisco) (Mexico)`. */
function withoutGroups(rest: string): { text: string; groups: readonly string[] } {
  const groups: string[] = [];
  let text = rest.trim();
  while (text.endsWith(')')) {
    const open = text.lastIndexOf('(');
    if (open <= 0) break;
    groups.unshift(text.slice(open + 1, -1).trim());
    text = text.slice(0, open).trim();
  }
  return { text, groups };
}

/** Reads ` issued DATE expires DATE`; what is not a date is kept word for word. */
function datesOf(tail: string): Record<string, string> {
  const dates: Record<string, string> = {};
  for (const piece of tail.split(/ (?=issued |expires |expired )/)) {
    const space = piece.indexOf(' ');
    if (space <= 0) continue;
    const date = printedDate(piece.slice(space + 1));
    if (date === null) dates.note = [dates.note, piece].filter((text) => text !== undefined).join(' ');
    else dates[piece.startsWith('issued') ? 'issued' : 'expires'] = date;
  }
  return dates;
}
