import type { NameKind, Schema, Statement, Strength } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import type { Columns } from '../columns.ts';
import { anyDate, dateStatement, dayStatement } from '../dated.ts';
import { listsError } from '../errors.ts';
import { nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import { type SplitName, splitNames } from '../un-sc/split-names.ts';
import { COLUMNS, type Column, MEASURES } from './columns.ts';
import { lettered } from './lettered.ts';
import { listingDates } from './listing-dates.ts';

/** `8793`, and `8793a`, `8793ab` for its further names. */
const REFERENCE = /^(\d{1,9})[a-z]{0,3}$/;

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['Individual', 'Person'],
  ['Entity', 'Organization'],
  ['Vessel', 'Vessel'],
]);

const KINDS: ReadonlyMap<string, NameKind> = new Map([
  ['Primary Name', 'primary'],
  ['Alias', 'alias'],
  ['Original Script', 'original'],
]);

const STRENGTHS: ReadonlyMap<string, Strength> = new Map([
  ['Strong', 'strong'],
  ['Weak', 'weak'],
  ['', 'unstated'],
]);

/** A character that the spreadsheet wrote by its number (ECMA-376 part 1, 22.9.2.19): `_x000D_`. */
const ESCAPED = /_x([0-9A-F]{4})_/gi;

/** The reference of the UN, which stands first in what is printed of entries that come from its list. */
const UN_REFERENCE = /^(?:UN Reference Number:? )?([A-Z]{2}[ie]\.\d{1,3}(?:\.\d{1,2})?)(?![\d.]*\d)/i;

const NAME = 'Name of Individual or Entity';
const FACTS = COLUMNS.filter(
  (column) => !['Reference', NAME, 'Name Type', 'Alias Strength'].includes(column),
);

/** A row of the sheet: it gives one name, and the rest of its entry anew. */
export class Row {
  readonly #columns: Columns<Column>;
  readonly #cells: readonly string[];
  readonly #at: At;
  /** `8793b`: the number of the entry, with letters for a further name. */
  readonly reference: string;
  /** The number of the entry. */
  readonly key: string;

  /** Throws `ENT_LIST_VALUE` for a reference of another shape. */
  constructor(columns: Columns<Column>, cells: readonly string[], at: At) {
    this.#columns = columns;
    this.#cells = cells;
    this.#at = at;
    this.reference = this.#text('Reference');
    const key = REFERENCE.exec(this.reference)?.[1];
    if (key === undefined) throw this.#badValue('Reference', 'a number, with letters for further names');
    this.key = key;
  }

  /** What the row is about. Throws `ENT_LIST_VALUE`. */
  get schema(): Schema {
    const schema = SCHEMAS.get(this.#text('Type'));
    if (schema === undefined) throw this.#badValue('Type', 'Individual, Entity or Vessel');
    return schema;
  }

  /** The refusal of a row that calls its entry something else than the rows before it. */
  otherSchema(before: Schema) {
    return this.#badValue('Type', `what the rows of ${this.key} before it have, a ${before}`);
  }

  /** The text of all columns but those of the name, to see that two rows say the same. */
  get rest(): string {
    return JSON.stringify(FACTS.map((column) => this.#columns.cell(this.#cells, column)));
  }

  /**
   * The name, or names where the row prints one in two scripts (`A (B)`). Throws `ENT_LIST_VALUE` and
   * `ENT_LIST_ROW`.
   */
  names(): readonly Statement[] {
    const kind = KINDS.get(this.#text('Name Type'));
    if (kind === undefined) throw this.#badValue('Name Type', 'Primary Name, Alias or Original Script');
    const strength = STRENGTHS.get(this.#text('Alias Strength'));
    if (strength === undefined) throw this.#badValue('Alias Strength', 'Strong, Weak or none');
    const printed = this.#text(NAME);
    if (printed === '')
      throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place: this.#at.place });
    const split = splitNames(printed);
    const names: readonly SplitName[] = split.length > 0 ? split : [{ text: printed, former: false }];
    return names.map((name, index) => {
      const own = kindOf(name, index === 0 ? kind : 'alias');
      return nameStatement(
        name.text,
        own,
        own === 'primary' && strength === 'unstated' ? 'strong' : strength,
        NAME,
        { original: printed, detail: { note: name.note } },
      );
    });
  }

  /** All that the row says beside its name. Throws `ENT_LIST_VALUE`. */
  facts(): readonly Statement[] {
    const listing = this.#text('Listing Information');
    const { listed, amended } = listingDates(listing);
    const dated = (property: Statement['property'], { day, printed }: { day: string; printed: string }) =>
      statement(property, day, 'Listing Information', { original: printed });
    return [
      ...this.#one('Committees', 'programme'),
      ...(listed === null ? [] : [dated('listedOn', listed)]),
      ...amended.map((date) => dated('amendedOn', date)),
      ...this.#filled('Control Date').map((printed) =>
        dayStatement('amendedOn', 'Control Date', printed, this.#at),
      ),
      ...this.#one('Instrument of Designation', 'legalBasis'),
      ...MEASURES.flatMap((measure) => this.#measure(measure)),
      ...this.#unReference(),
      ...this.#one('IMO Number', 'identifier', { type: 'IMO number' }),
      ...this.#births(),
      ...this.#listed('Place of Birth', 'birthPlace'),
      ...this.#filled('Citizenship')
        .flatMap((printed) => printed.split(';'))
        .flatMap((piece) =>
          piece.trim() === '' ? [] : [statement('citizenship', piece.trim(), 'Citizenship')],
        ),
      ...this.#listed('Address', 'address'),
      ...this.#one('Additional Information', 'remarks'),
      ...this.#one('Listing Information', 'remarks'),
    ];
  }

  #births(): readonly Statement[] {
    return this.#filled('Date of Birth')
      .flatMap((printed) => printed.split(';'))
      .flatMap(lettered)
      .map((printed) => dateStatement('birthDate', printed, 'Date of Birth', this.#at, { read: birthDate }));
  }

  #measure(column: (typeof MEASURES)[number]): readonly Statement[] {
    const printed = this.#text(column);
    if (printed !== 'TRUE' && printed !== 'FALSE') throw this.#badValue(column, 'TRUE or FALSE');
    return printed === 'TRUE' ? [statement('note', column, column, { detail: { type: 'measure' } })] : [];
  }

  #unReference(): readonly Statement[] {
    for (const column of ['Additional Information', 'Listing Information'] as const) {
      const printed = UN_REFERENCE.exec(this.#text(column))?.[1] ?? '';
      const reference = unReference(printed);
      if (reference !== null) {
        return [
          statement('identifier', reference, column, { original: printed, detail: { type: 'UN reference' } }),
        ];
      }
    }
    return [];
  }

  #listed(column: Column, property: Statement['property']): readonly Statement[] {
    const printed = this.#text(column);
    return lettered(printed).map((piece) => statement(property, piece, column));
  }

  #one(column: Column, property: Statement['property'], detail?: Readonly<Record<string, string>>) {
    return this.#filled(column).map((text) => statement(property, text, column, { detail }));
  }

  #filled(column: Column): readonly string[] {
    const text = this.#text(column);
    return text === '' ? [] : [text];
  }

  #text(column: Column): string {
    const printed = this.#columns.cell(this.#cells, column);
    const decoded = printed.includes('_x')
      ? printed.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : printed;
    return tidy(decoded, this.#at);
  }

  #badValue(column: Column, expected: string) {
    const detail = { field: column, value: this.#text(column), expected };
    return listsError('ENT_LIST_VALUE', detail, { place: this.#at.place });
  }
}

/** A name that is not in Latin letters is in the original script, whatever the row calls it. */
function kindOf({ text, former }: SplitName, kind: NameKind): NameKind {
  if (former) return 'former';
  const script = scriptOf(text);
  return kind === 'alias' && script !== 'Latn' && script !== 'Zyyy' ? 'original' : kind;
}

/** `Approximately: Between 1959 and 1965` has two words more than other dates. */
function birthDate(printed: string): string | null {
  const between = /^(approximately)?:? ?between (.{4,30}) and (.{4,30})$/i.exec(printed);
  return anyDate(between === null ? printed : `${between[1] ?? ''} ${between[2]} to ${between[3]}`.trim());
}
