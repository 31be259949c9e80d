import { createHash } from 'node:crypto';
import type { RecordPart, Schema, Statement } from '../../kernel/index.ts';
import type { TableRow } from '../csv-table.ts';
import { dateStatement } from '../dated.ts';
import { listsError } from '../errors.ts';
import { printedDate } from '../printed-date.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { fieldsOf } from '../us-ofac/remarks.ts';
import type { Column } from './columns.ts';
import { readId } from './ids.ts';

const SCHEMA_OF_TYPE: ReadonlyMap<string, Schema> = new Map([
  ['Individual', 'Person'],
  ['Entity', 'Organization'],
  ['Vessel', 'Vessel'],
  ['Aircraft', 'Airplane'],
  // The lists of the Commerce and State departments do not tell persons from companies.
  ['', 'LegalEntity'],
]);

/** `Specially Designated Nationals (SDN) - Treasury Department`. */
const SOURCE = /^(.*\(([A-Z][A-Z-]*)(?: List)?\).*) - (.*)$/;
const LONGEST_SOURCE = 200;

/**
 * Reads a row. Its key is the code of the list that it comes from with the number that it has there, which
 * for OFAC's lists is OFAC's uid (`SDN:26953`): one party is in the file once for each of its lists. Entries of
 * the other lists have no number of their own, and take the file's `_id`; in a file without that column they
 * take a digest of their name, addresses and dates, which changes when one of these does. Throws
 * `ENT_LIST_VALUE` and `ENT_LIST_ROW`.
 */
export function readRow(row: TableRow<Column>, at: At): RecordPart {
  const text = (column: Column) => tidy(row.cell(column), at);
  const list = (column: Column) =>
    text(column)
      .split(';')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
  const one = (column: Column, property: Statement['property'], detail?: Readonly<Record<string, string>>) =>
    text(column) === '' ? [] : [statement(property, text(column), column, { detail })];
  const many = (column: Column, property: Statement['property']) =>
    list(column).map((value) => statement(property, value, column));
  const dates = (column: Column, property: Statement['property']) =>
    list(column).map((printed) => dateStatement(property, printed, column, at, { read: printedDate }));

  const source = text('source').length > LONGEST_SOURCE ? null : SOURCE.exec(text('source'));
  if (source === null)
    throw badValue('source', text('source'), 'a list with its code, like (SDN), and its department', at);
  const [, listName = '', code = '', authority = ''] = source;
  const schema = SCHEMA_OF_TYPE.get(text('type'));
  if (schema === undefined)
    throw badValue('type', text('type'), 'Individual, Entity, Vessel, Aircraft or none', at);
  const name = text('name');
  if (name === '') throw listsError('ENT_LIST_ROW', { why: 'an entry without a name' }, at);

  const number = text('entity_number') || text('_id') || digestOf(row);
  return {
    key: `${code}:${number}`,
    part: 'main',
    schema,
    statements: distinct([
      nameStatement(name, 'primary', 'strong', 'name'),
      // The compilation flattens strong and weak aliases into one column.
      ...list('alt_names').map((alias) => nameStatement(alias, 'alias', 'unstated', 'alt_names')),
      statement('list', listName, 'source'),
      statement('authority', authority, 'source'),
      ...one('entity_number', 'reference'),
      ...many('programs', 'programme'),
      ...dates('start_date', 'listedOn'),
      ...dates('end_date', 'delistedOn'),
      ...one('federal_register_notice', 'legalBasis'),
      ...one('title', 'title'),
      ...dates('dates_of_birth', 'birthDate'),
      ...many('places_of_birth', 'birthPlace'),
      ...many('nationalities', 'nationality'),
      ...many('citizenships', 'citizenship'),
      ...list('addresses').map(address),
      ...list('ids').map((id) => readId(id, at)),
      ...one('call_sign', 'callSign'),
      ...one('vessel_type', 'vesselType'),
      ...one('gross_tonnage', 'tonnage'),
      ...one('gross_registered_tonnage', 'tonnage', { measure: 'gross registered' }),
      ...one('vessel_flag', 'flag'),
      ...one('vessel_owner', 'owner'),
      ...one('standard_order', 'note'),
      ...one('license_requirement', 'note'),
      ...one('license_policy', 'note'),
      ...one('remarks', 'remarks'),
      ...fieldsOf(text('remarks'), at, 'remarks').filter((field) => field.property !== 'note'),
    ]),
  };
}

/** A line that ends with a country's code, or is nothing but one. */
function address(line: string): Statement {
  if (/^[A-Z]{2}$/.test(line)) return statement('country', line, 'addresses');
  const country = /, ([A-Z]{2})$/.exec(line)?.[1];
  return statement('address', line, 'addresses', { detail: { country } });
}

function digestOf(row: TableRow<Column>): string {
  const kept = (['name', 'addresses', 'start_date', 'federal_register_notice'] as const).map((column) =>
    row.cell(column),
  );
  return `~${createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16)}`;
}

function badValue(field: string, value: string, expected: string, at: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, at);
}
