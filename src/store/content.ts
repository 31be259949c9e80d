import { createHash } from 'node:crypto';
import type { NameKind, Property, RecordPart, Schema, Statement, Strength } from '../kernel/index.ts';
import { statementKey } from '../kernel/index.ts';
import type { Row } from './dialect.ts';
import type { StatementTable } from './schema.ts';

/** The columns that hold what a statement says, in the order of {@link statementColumns}. */
export const STATEMENT_COLUMNS = [
  'property',
  'value',
  'original',
  'place',
  'language',
  'script',
  'kind',
  'strength',
  'detail',
  'valid_from',
  'valid_to',
  'source_id',
] as const;

/** A row of the statement table, as far as what it says goes. */
export type StatementContent = Pick<StatementTable, (typeof STATEMENT_COLUMNS)[number]>;

/** The columns' values, in their order. */
export type StatementColumns = readonly [
  property: string,
  value: string,
  original: string | null,
  place: string,
  language: string | null,
  script: string | null,
  kind: string | null,
  strength: string | null,
  detail: string | null,
  valid_from: string | null,
  valid_to: string | null,
  source_id: string | null,
];

/** What a statement says, as column values. */
export function statementColumns(statement: Statement): Row {
  const { detail } = statement;
  return [
    statement.property,
    statement.value,
    statement.original ?? null,
    statement.place,
    statement.language ?? null,
    statement.script ?? null,
    statement.kind ?? null,
    statement.strength ?? null,
    detail === undefined ? null : JSON.stringify(Object.fromEntries(Object.entries(detail).sort(byName))),
    statement.validFrom ?? null,
    statement.validTo ?? null,
    statement.source ?? null,
  ];
}

/** The statement that a row holds. */
export function statementOf(row: StatementContent): Statement {
  return statementOfColumns([
    row.property,
    row.value,
    row.original,
    row.place,
    row.language,
    row.script,
    row.kind,
    row.strength,
    row.detail,
    row.valid_from,
    row.valid_to,
    row.source_id,
  ]);
}

/** The statement that the columns hold; more columns may follow. */
export function statementOfColumns(row: readonly [...StatementColumns, ...unknown[]]): Statement {
  // By number, set one by one, and neither taken apart nor spread: thousands are made for one question.
  const statement: Writable<Statement> = { property: row[0] as Property, value: row[1], place: row[3] };
  if (row[2] !== null) statement.original = row[2];
  if (row[4] !== null) statement.language = row[4];
  if (row[5] !== null) statement.script = row[5];
  if (row[6] !== null) statement.kind = row[6] as NameKind;
  if (row[7] !== null) statement.strength = row[7] as Strength;
  if (row[8] !== null) statement.detail = JSON.parse(row[8]) as Record<string, string>;
  if (row[9] !== null) statement.validFrom = row[9];
  if (row[10] !== null) statement.validTo = row[10];
  if (row[11] !== null) statement.source = row[11];
  return statement;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The statements of a record part as a set by their key, so that one printed twice is one; and the hash of
 * that set and the schema, the same in whatever order they are printed. SHA-256, cut to 128 bits.
 */
export function contentOf(record: RecordPart): {
  readonly hash: string;
  readonly byKey: ReadonlyMap<string, Statement>;
} {
  const byKey = new Map(record.statements.map((statement) => [statementKey(statement), statement]));
  return { hash: hashOf(record.schema ?? null, [...byKey.keys()]), byKey };
}

/** The hash of a record part from its schema and its statements' keys. */
export function hashOf(schema: Schema | string | null, keys: readonly string[]): string {
  const hash = createHash('sha256').update(`${schema ?? ''}\n`);
  for (const key of [...keys].sort()) hash.update(key).update('\n');
  return hash.digest('hex').slice(0, 32);
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
