import {
  formatDate,
  type NameKind,
  type RecordPart,
  type Statement,
  type Strength,
  tryParseDate,
} from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { kindOfAlias } from '../also-known.ts';
import { anyDate } from '../dated.ts';
import { listsError } from '../errors.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import { DATES, type Field, TEXTS, TYPES } from './fields.ts';

/** The values of an entry's field, none of them empty. */
export type Values = (field: Field) => readonly string[];

const KEY = /^[^\s:]{1,120}$/u;

/**
 * Makes the record of an entry. Throws `ENT_LIST_ROW` for one without an id or a name, and `ENT_LIST_VALUE`, with the
 * field, for an id with white space or a colon, an unknown type, a date that cannot be read and a formula.
 */
export function recordOf(values: Values, at: At): RecordPart {
  const bad = (field: Field, value: string, expected: string) =>
    listsError('ENT_LIST_VALUE', { field, value, expected }, { place: at.place });
  const texts = (field: Field) =>
    values(field).flatMap((printed) => {
      // A spreadsheet keeps the formula and loses what it showed.
      if (/^[=@]/.test(printed)) throw bad(field, printed, 'a text and no formula');
      const text = tidy(printed.replace(/^'(?=[=+@-])/, ''), at);
      return text === '' ? [] : [text];
    });
  const [key] = texts('id');
  const [name, ...more] = texts('name');
  if (key === undefined) throw listsError('ENT_LIST_ROW', { why: 'no id' }, { place: at.place });
  if (!KEY.test(key)) throw bad('id', key, 'letters, figures and marks without white space or colons');
  if (name === undefined || !/[\p{L}\p{N}]/u.test(name))
    throw listsError('ENT_LIST_ROW', { why: `${key} has no name` }, { place: at.place });
  const type = texts('type')[0] ?? '';
  const schema = TYPES.get(type.toLowerCase().replace(/[\s_-]/g, ''));
  if (schema === undefined) throw bad('type', type, 'person, organization, vessel, airplane or none');
  const names = (field: Field, kind: NameKind | null, strength: Strength) =>
    texts(field).map((text) => nameStatement(text, kind ?? kindOf(text), strength, field));
  return {
    key,
    part: 'main',
    schema,
    statements: distinct([
      nameStatement(name, 'primary', 'strong', 'name'),
      ...more.map((text) => nameStatement(text, kindOf(text), 'unstated', 'name')),
      ...names('aliases', null, 'unstated'),
      ...names('weak aliases', null, 'weak'),
      ...names('former names', 'former', 'unstated'),
      ...names('original names', 'original', 'unstated'),
      ...[...DATES].flatMap(([field, property]) =>
        texts(field).map((printed) => {
          const date = dateOf(printed);
          if (date === null)
            throw bad(field, printed, 'a date like 2026-08-22, 22/08/2026 or 22 August 2026');
          return statement(property, date, field, { original: printed });
        }),
      ),
      ...texts('un reference').map((printed) => reference(printed)),
      ...[...TEXTS].flatMap(([field, property]) =>
        texts(field).map((text) => statement(property, text, field)),
      ),
      ...texts('remarks').map((text) => statement('remarks', text, 'remarks')),
    ]),
  };
}

function kindOf(text: string): NameKind {
  const script = scriptOf(text);
  return script === 'Latn' || script === 'Zyyy' ? kindOfAlias(text) : 'original';
}

function reference(printed: string): Statement {
  return statement('identifier', unReference(printed) ?? printed, 'un reference', {
    original: printed,
    detail: { type: 'UN reference' },
  });
}

/** EDTF as it is, or one of the shapes in which lists print dates. */
function dateOf(printed: string): string | null {
  const edtf = tryParseDate(printed);
  return edtf === null ? anyDate(printed) : formatDate(edtf);
}
