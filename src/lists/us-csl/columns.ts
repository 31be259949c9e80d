import type { Place } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';

/** The columns of the list, as its files of 2019 to 2023 have them. */
const KNOWN = [
  '_id',
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'title',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
  'source_information_url',
  'ids',
] as const;

/** The name of a column. */
export type Column = (typeof KNOWN)[number];

/** The one column that files before 2020 do not have. */
const ADDED: Column = '_id';

/** A header that was read: where each column stands. */
export interface Columns {
  readonly count: number;
  /** The cell of a column, `''` where the file does not have it. */
  readonly cell: (cells: readonly string[], column: Column) => string;
  /** Whether a row is the header again. */
  readonly isHeader: (cells: readonly string[]) => boolean;
}

/**
 * Reads a header, in any order. Throws `ENT_LIST_OTHER` when it lacks a column of the list, and
 * `ENT_LIST_FIELD` when it has one more, or one twice.
 */
export function columnsOf(list: string, header: readonly string[], place: Place): Columns {
  const names = header.map((name) => name.trim());
  const missing = KNOWN.filter((column) => column !== ADDED && !names.includes(column));
  if (missing.length > 0) {
    const why = `its first row has no column ${missing[0]}`;
    throw listsError('ENT_LIST_OTHER', { list, why }, { place });
  }
  const strange = names.find((name, at) => !isColumn(name) || names.indexOf(name) !== at);
  if (strange !== undefined)
    throw listsError('ENT_LIST_FIELD', { field: `column ${strange.slice(0, 80)}` }, { place });
  const index = new Map(names.map((name, at) => [name, at]));
  return {
    count: names.length,
    cell: (cells, column) => cells[index.get(column) ?? -1] ?? '',
    isHeader: (cells) => cells.every((cell, at) => cell.trim() === names[at]),
  };
}

function isColumn(name: string): name is Column {
  return (KNOWN as readonly string[]).includes(name);
}
