import type { RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import type { Column } from './columns.ts';
import { designationCell } from './designation-dates.ts';

/** A column with the words above it. */
export interface TitledColumn {
  readonly title: string;
  readonly column: Column;
}

const PARTS = /;|\n|•|(?:^|\s)[a-c]\)\s|\sOR\s/;
const NUMBERED = /\b\d+\s*:\s*/g;
const EMPTY = /^[="'\-/\s]*$/;

/**
 * Reads a row: `null` for one that names nobody, and, with a note, for one that was cancelled without a day, since an
 * entry without an end would pass for a listing.
 */
export function readRow(
  cells: readonly string[],
  columns: readonly TitledColumn[],
  schema: Schema,
  at: At,
): RecordPart | null {
  const said: Statement[] = [];
  const names: Statement[] = [];
  const designated: { day: string; type: string; title: string; printed: string }[] = [];
  let [number, cancelled, ended] = ['', false, null as string | null];
  for (const [index, { title, column }] of columns.entries()) {
    const printed = tidy(cells[index] ?? '', at);
    if (EMPTY.test(printed)) continue;
    switch (column.is) {
      case 'number':
        number = printed;
        break;
      case 'name':
        names.push(...namesOf(cells[index] ?? '', title, column.language, at));
        break;
      case 'designated': {
        const { days, cancelled: over } = designationCell(printed);
        if (over) {
          cancelled = true;
          ended = days.at(-1) ?? ended;
        } else designated.push(...days.map((day) => ({ day, type: column.type, title, printed })));
        said.push(statement('note', printed, title, { detail: { type: column.type } }));
        break;
      }
      case 'dates':
        said.push(...datesOf(printed, title, column.property, at));
        break;
      case 'linked':
        said.push(
          ...printed
            .split(/[;,]/)
            .flatMap((to) => (EMPTY.test(to) ? [] : [statement('relation', to.trim(), title)])),
        );
        break;
      case 'unnamed':
        said.push(statement('note', printed, title));
        break;
      case 'text':
        said.push(
          ...(cells[index] ?? '').split(PARTS).flatMap((piece) => {
            const value = tidy(piece, at);
            return EMPTY.test(value)
              ? []
              : [statement(column.property, value, title, { detail: { type: column.type } })];
          }),
        );
    }
  }
  const [primary, ...others] = primaryFirst(names);
  if (primary === undefined) return null;
  if (cancelled && ended === null) {
    at.log.note('row-skipped', at.place, `cancelled without a day: "${primary.value.slice(0, 80)}"`);
    return null;
  }
  const key = number || nameKey(primary.value);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place: at.place });
  return {
    key,
    part: 'main',
    schema,
    statements: distinct([primary, ...others, ...listedOf(designated), ...endedOf(ended), ...said]),
  };
}

function namesOf(cell: string, title: string, language: string | null, at: At): readonly Statement[] {
  return cell.split(PARTS).flatMap((piece) => {
    const value = tidy(piece, at).replace(NUMBERED, '').trim();
    if (!/\p{L}/u.test(value)) return [];
    const kind = language === 'he' || language === 'ar' ? 'original' : 'alias';
    return [nameStatement(value, kind, 'unstated', title, language === null ? {} : { language })];
  });
}

/** The English name is the primary one, or the first where there is none. */
function primaryFirst(names: readonly Statement[]): readonly Statement[] {
  const first = names.find(({ language }) => language === 'en') ?? names[0];
  if (first === undefined) return [];
  return [{ ...first, kind: 'primary', strength: 'strong' }, ...names.filter((one) => one !== first)];
}

/** The first designation, temporary or not, is the listing; what follows amends it. */
function listedOf(
  designated: readonly { day: string; type: string; title: string; printed: string }[],
): readonly Statement[] {
  return [...designated]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ day, type, title, printed }, index) =>
      statement(index === 0 ? 'listedOn' : 'amendedOn', day, title, { original: printed, detail: { type } }),
    );
}

function endedOf(day: string | null): readonly Statement[] {
  return day === null ? [] : [statement('delistedOn', day, 'designation')];
}

function datesOf(
  printed: string,
  title: string,
  property: Statement['property'],
  at: At,
): readonly Statement[] {
  const { days } = designationCell(printed);
  const years = days.length > 0 ? days : (/^\d{4}$/.exec(printed) ?? []);
  if (years.length > 0) return years.map((day) => statement(property, day, title, { original: printed }));
  at.log.note('date-unread', at.place, `cannot read the date "${printed.slice(0, 80)}"`);
  return [statement('note', printed, title, { detail: { about: property } })];
}
