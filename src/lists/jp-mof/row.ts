import type { RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { namesInText } from '../also-known.ts';
import { listsError } from '../errors.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import type { Column } from './columns.ts';
import { japaneseDates } from './japanese-dates.ts';

/** A column of a sheet with the words above it. */
export interface TitledColumn {
  readonly title: string;
  readonly column: Column;
}

/** A row that was read, without its key. */
export interface ReadRow {
  readonly schema: Schema;
  readonly statements: readonly Statement[];
  /** The English name, or the Japanese one where there is none. */
  readonly name: string;
  readonly unReference: string | null;
  /** The number of the entry in its notice, `''` where there is none. */
  readonly number: string;
}

const UNKNOWN = /^(?:不明|なし|無し|-|―|—)?$/;
/** `(a)`, `（b）`, `(iv)`: what parts several things in one cell. */
const LETTER = /(?:^|\s)[(（](?:[a-z]|i{1,3}|iv|vi{0,3})[)）]\s*/;
const PERSONAL = new Set(['birthPlace', 'nationality', 'title', 'position']);

/** Reads a row below a header of a section. Throws `ENT_LIST_ROW` for a row without a name. */
export function readRow(
  cells: readonly string[],
  columns: readonly (TitledColumn | null)[],
  section: string,
  at: At,
): ReadRow {
  const statements: Statement[] = [];
  let [english, japanese, number, reference] = ['', '', '', null as string | null];
  for (const [index, titled] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (titled === null || UNKNOWN.test(cell.trim())) continue;
    const { title, column } = titled;
    switch (column.is) {
      case 'english':
      case 'japanese': {
        const names = namesOf(cell, title, column.is, english === '', at);
        if (column.is === 'english') english ||= names[0]?.value ?? '';
        else japanese ||= names[0]?.value ?? '';
        statements.push(...names);
        break;
      }
      case 'name':
        statements.push(...aliasesOf(cell, title, column, at));
        break;
      case 'number':
        number = tidy(cell, at);
        statements.push(statement('reference', number, title));
        break;
      case 'reference': {
        const printed = tidy(cell, at);
        reference = unReference(printed);
        statements.push(
          statement('identifier', reference ?? printed, title, {
            original: printed,
            detail: { type: 'UN reference' },
          }),
        );
        break;
      }
      case 'notified':
        statements.push(...notified(cell, title, at));
        break;
      case 'born':
        statements.push(...datesOf(cell, title, 'birthDate', at));
        break;
      case 'dates':
        statements.push(statement('note', tidy(cell, at), title, { detail: { type: column.about } }));
        break;
      case 'text':
        statements.push(
          ...pieces(cell).flatMap((piece) => {
            const value = tidy(piece, at);
            return UNKNOWN.test(value)
              ? []
              : [statement(column.property, value, title, { detail: { type: column.type } })];
          }),
        );
    }
  }
  const name = english || japanese;
  if (name === '') throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place: at.place });
  return {
    name,
    number,
    unReference: reference,
    schema: schemaOf(section, statements, reference),
    statements: distinct([...withPrimary(statements), statement('programme', section, 'section')]),
  };
}

/** The names of one of the two columns that every sheet has. */
function namesOf(
  cell: string,
  title: string,
  language: 'english' | 'japanese',
  first: boolean,
  at: At,
): readonly Statement[] {
  return pieces(cell).flatMap((piece, index) => {
    const printed = tidy(piece, at);
    const { name, others } = namesInText(printed);
    if (!/\p{L}/u.test(name)) return [];
    const kind = index === 0 && first && language === 'english' ? 'primary' : 'alias';
    const tag = language === 'japanese' ? { language: 'ja' } : {};
    return [
      nameStatement(name, kind, kind === 'primary' ? 'strong' : 'unstated', title, {
        original: printed,
        ...tag,
      }),
      ...others.map((other) => nameStatement(other.text, other.kind, 'unstated', title, tag)),
    ];
  });
}

function aliasesOf(
  cell: string,
  title: string,
  { kind, strength }: Column & { readonly is: 'name' },
  at: At,
): readonly Statement[] {
  return pieces(cell)
    .flatMap((piece) => piece.split(/;\s|、|；/))
    .flatMap((piece) => {
      const printed = tidy(piece, at);
      const { name, others } = namesInText(printed);
      return [{ text: name, kind }, ...others]
        .filter(({ text }) => /\p{L}/u.test(text))
        .map((one) => {
          const japanese = /[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}]/u.test(one.text);
          const other = !japanese && scriptOf(one.text) !== 'Latn' && scriptOf(one.text) !== 'Zyyy';
          return nameStatement(
            one.text,
            other && one.kind === 'alias' ? 'original' : one.kind,
            strength,
            title,
            {
              ...(japanese ? { language: 'ja' } : {}),
            },
          );
        });
    });
}

/** Where no name is in English, the first in Japanese is the primary one. */
function withPrimary(statements: readonly Statement[]): readonly Statement[] {
  const isName = ({ property }: Statement) => property === 'name';
  const names = statements.filter(isName);
  const first = names.find(({ kind }) => kind === 'primary') ?? names.find(({ kind }) => kind === 'alias');
  return [
    ...names.map((one) =>
      one === first ? { ...one, kind: 'primary' as const, strength: 'strong' as const } : one,
    ),
    ...statements.filter((one) => !isName(one)),
  ];
}

function notified(cell: string, title: string, at: At): readonly Statement[] {
  const { dates } = japaneseDates(cell);
  const [first] = dates.filter(({ revised }) => !revised);
  if (first === undefined) return datesOf(cell, title, 'listedOn', at);
  return dates.map((date) =>
    statement(date === first ? 'listedOn' : 'amendedOn', date.date, title, { original: tidy(cell, at) }),
  );
}

function datesOf(cell: string, title: string, property: Statement['property'], at: At): readonly Statement[] {
  const { dates, unread } = japaneseDates(cell);
  const printed = tidy(cell, at);
  const made = dates.map(({ date }) => statement(property, date, title, { original: printed }));
  if (!unread && made.length > 0) return made;
  at.log.note('date-unread', at.place, `cannot read all dates in "${printed.slice(0, 80)}"`);
  return [...made, statement('note', printed, title, { detail: { about: property } })];
}

function pieces(cell: string): readonly string[] {
  return cell
    .split(/\r?\n/)
    .flatMap((line) => (LETTER.test(line) ? line.split(LETTER) : [line]))
    .filter((piece) => piece.trim() !== '');
}

/**
 * What the reference of the United Nations says, or the section, or, where it names both persons and groups, what the
 * row says that only persons have.
 */
function schemaOf(section: string, statements: readonly Statement[], reference: string | null): Schema {
  if (reference !== null) return reference[2] === 'i' ? 'Person' : 'Organization';
  if (/船舶/.test(section)) return 'Vessel';
  const [persons, groups] = [
    /個人|高官|大統領|指導者|入植者/.test(section),
    /団体|銀行|機関|グループ/.test(section),
  ];
  if (persons && !groups) return 'Person';
  if (groups && !persons) return 'Organization';
  return statements.some(
    ({ property, detail }) =>
      property === 'birthDate' || PERSONAL.has(property) || detail?.type === 'passport',
  )
    ? 'Person'
    : 'LegalEntity';
}

/** The record of a row under a key. */
export function recordOf(key: string, { schema, statements }: ReadRow): RecordPart {
  return { key, part: 'main', schema, statements };
}
