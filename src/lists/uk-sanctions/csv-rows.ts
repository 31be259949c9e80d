import { type CsvTable, openTable, type TableRow, tableRows } from '../csv-table.ts';
import { listsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { printedDate } from '../printed-date.ts';
import type { ReadingLog } from '../reading-log.ts';
import type { Batches } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { tidy } from '../tidy.ts';
import type { XmlElement } from '../xml.ts';
import { COLUMNS, type Column, type ColumnGroup, GROUPS } from './csv-columns.ts';
import { readDesignation } from './designation.ts';
import { UK_SANCTIONS } from './format.ts';

const REPORT = /^report date:?\s*(\S.*)$/i;
const DATE = /^(\d{1,2})-([a-z]{3,9})-(\d{4})$/i;

/** The CSV of the list with its header read; above it stands the day of the report. */
export function openCsv(file: SourceFile, limits: Limits): Promise<CsvTable<Column>> {
  return openTable(file, limits, {
    list: UK_SANCTIONS.id,
    columns: COLUMNS,
    isAbove: (cells) => REPORT.test((cells[0] ?? '').trim()),
  });
}

/**
 * The day of the report as EDTF; `null` in a file that begins with its header. Throws `ENT_LIST_VALUE` for one
 * that cannot be read.
 */
export function reportedOn({ above, file }: CsvTable<Column>): string | null {
  if (above === null) return null;
  const printed = REPORT.exec((above[0] ?? '').trim())?.[1]?.trim() ?? '';
  const [, day, month, year] = DATE.exec(printed) ?? [];
  const date = printedDate(day === undefined ? printed : `${day} ${month} ${year}`);
  if (date !== null) return date;
  const detail = { field: 'Report Date', value: printed, expected: 'a day like 18-Aug-2026' };
  throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name, line: 1 } });
}

/** The rows of one designation, put together as the elements that the XML has in their stead. */
interface Entry {
  readonly line: number;
  /** For each group, its distinct values; a value is the texts of its columns. */
  readonly values: readonly Map<string, readonly string[]>[];
}

/**
 * Reads the CSV. It has a row for each combination of what an entry has several of, and the rows of an entry need
 * not stand together, so the entries are held until the last row has been read. They are then read as those of
 * the XML are, so that both formats give the same statements.
 */
export async function* readCsvRows(table: CsvTable<Column>, log: ReadingLog): Batches {
  const entries = new Map<string, Entry>();
  const name = table.file.name;
  for await (const rows of tableRows(table, UK_SANCTIONS.parts, log)) {
    for (const row of rows) take(entries, row, log);
  }
  if (entries.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: name } });
  yield [...entries.values()].map((entry) => readDesignation(elementOf(entry), name, log));
}

function take(entries: Map<string, Entry>, row: TableRow<Column>, log: ReadingLog): void {
  const at = { log, place: row.place };
  const key = tidy(row.cell('Unique ID'), at);
  const entry = entries.get(key) ?? { line: row.place.line ?? 0, values: GROUPS.map(() => new Map()) };
  entries.set(key, entry);
  for (const [index, group] of GROUPS.entries()) {
    const texts = columnsOf(group).map(([, column]) => tidy(row.cell(column), at));
    if (texts.some((text) => text !== '')) entry.values[index]?.set(texts.join('\n'), texts);
  }
}

function columnsOf({ children }: ColumnGroup): readonly (readonly [name: string, column: Column])[] {
  return typeof children === 'string' ? [['', children]] : Object.entries(children);
}

function elementOf({ line, values }: Entry): XmlElement {
  const made = { name: 'Designation', text: '', line, children: [] as MutableElement[] };
  for (const [index, group] of GROUPS.entries()) {
    for (const texts of values[index]?.values() ?? []) add(made, group, texts);
  }
  return made;
}

interface MutableElement extends XmlElement {
  readonly children: MutableElement[];
}

/** Adds the element of a group; the elements on the way to it are there once. */
function add(designation: MutableElement, group: ColumnGroup, texts: readonly string[]): void {
  const { line } = designation;
  let parent = designation;
  for (const name of group.path.slice(0, -1)) {
    let next = parent.children.find((child) => child.name === name);
    if (next === undefined) {
      next = { name, text: '', line, children: [] };
      parent.children.push(next);
    }
    parent = next;
  }
  const single = typeof group.children === 'string';
  parent.children.push({
    name: group.path.at(-1) ?? '',
    line,
    text: single ? (texts[0] ?? '') : '',
    children: single
      ? []
      : columnsOf(group).map(([name], at) => ({ name, text: texts[at] ?? '', line, children: [] })),
  });
}
