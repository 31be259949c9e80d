import { DEFAULT_THRESHOLD, RULES_VERSION } from '../names/index.ts';
import type { Searched } from './answer.ts';
import type { ScreenOptions, ScreenScope } from './query.ts';

/** The columns (or JSON keys) of an input that hold what is asked about. */
export interface BatchColumns {
  readonly name: string;
  /** Other names, parted by `;` or `|`; in JSON a list. */
  readonly aliases?: string;
  readonly schema?: string;
  readonly birthDate?: string;
  readonly country?: string;
  readonly gender?: string;
  /** Parted as aliases are. */
  readonly identifiers?: string;
  /** The row's own id, given back as it is. */
  readonly id?: string;
}

export const BATCH_INPUTS = ['csv', 'tsv', 'jsonl'] as const;
export type BatchInput = (typeof BATCH_INPUTS)[number];

export const BATCH_OUTPUTS = ['jsonl', 'csv'] as const;
export type BatchOutput = (typeof BATCH_OUTPUTS)[number];

/** What a batch was asked with: said in its output, and the same when it is taken up again. */
export interface BatchSettings {
  readonly rules: string;
  readonly threshold: number;
  readonly limit: number;
  readonly weak: boolean;
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly lists: readonly { readonly id: string; readonly observed: string }[];
  readonly columns: BatchColumns;
  readonly input: { readonly format: BatchInput; readonly bytes: number };
}

/** How many entities a row of a batch names at most, when the caller does not say. */
export const BATCH_LIMIT = 5;

/** The settings of a batch, defaults filled in. */
export function settingsOf(
  scope: ScreenScope,
  options: ScreenOptions,
  searched: Searched,
  columns: BatchColumns,
  input: BatchSettings['input'],
): BatchSettings {
  return {
    rules: RULES_VERSION,
    threshold: options.threshold ?? DEFAULT_THRESHOLD,
    limit: options.limit ?? BATCH_LIMIT,
    weak: options.weak ?? false,
    asOf: scope.clocks.asOf,
    knownAt: scope.clocks.knownAt,
    lists: searched.lists.map(({ id, observed }) => ({ id, observed })),
    columns,
    input,
  };
}

/** How the columns of an input are called where the caller does not say, folded to letters. */
const USUAL: Readonly<Record<keyof BatchColumns, readonly string[]>> = {
  name: ['name', 'fullname', 'customername', 'entityname', 'legalname', 'names'],
  aliases: ['aliases', 'alias', 'aka', 'othernames', 'alsoknownas'],
  schema: ['schema', 'type', 'kind', 'entitytype', 'customertype'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'born'],
  country: ['country', 'nationality', 'citizenship', 'countrycode'],
  gender: ['gender', 'sex'],
  identifiers: ['identifiers', 'identifier', 'passport', 'passportnumber', 'idnumber', 'registrationnumber'],
  id: ['id', 'customerid', 'rowid', 'reference', 'ref', 'key'],
};

/**
 * The columns of an input by their headings: those that the caller names, else the usual ones. `null` when no
 * column holds a name.
 */
export function columnsOf(headings: readonly string[], given: Partial<BatchColumns>): BatchColumns | null {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const found: { -readonly [K in keyof BatchColumns]?: string } = {};
  for (const key of Object.keys(USUAL) as (keyof BatchColumns)[]) {
    const column =
      given[key] ??
      USUAL[key].flatMap((usual) => headings.filter((heading) => letters(heading) === usual))[0];
    if (column !== undefined) found[key] = column;
  }
  return found.name === undefined || !headings.includes(found.name) ? null : { ...found, name: found.name };
}
