import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import type { SourceFile } from './source-file.ts';
import { looksZipped, unzipped, ZipFault, zipped } from './zip.ts';

/** A sheet of a workbook: its name, and its rows as texts from the first row and column on. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Bytes of the file itself; the largest workbook that a publisher of a list has is about 3 MB. */
const MOST_PACKED = 32 * 1024 * 1024;
const CAPS = { entries: 200, bytes: 128 * 1024 * 1024 };
/** Rows times columns: a sheet may name its last cell alone, and the parser makes all that come before it. */
const MOST_CELLS = 4_000_000;
const MOST_COLUMNS = 702;
/** Bytes. A cell holds 32,767 characters at most; the parser's time grows with the square of what stands between two tags. */
const LONGEST = 40_000;
const ADDRESS = /\br\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CELL = /^([A-Z]{0,2})([1-9]\d{0,6})$/;
const PART = /\.xml$|\.xml\.rels$/;
const SHEET = /(?:^|\/)worksheets\//;

/** Whether a file begins as a workbook does: as a zip archive. */
export async function looksLikeWorkbook(file: SourceFile, limits: Limits): Promise<boolean> {
  for await (const piece of readBytes(file, limits)) return looksZipped(piece);
  return false;
}

/**
 * The sheets of a workbook (ECMA-376) in its order. A cell is the text that it shows or nearly so: a number in figures, a
 * day as `2026-08-22`, a truth value as `TRUE` or `FALSE`, a formula as its last result; an error as nothing. Rows are as
 * long as the widest. The archive is unpacked under caps before the parser sees it, and of addresses that would make
 * it fill a sheet with nothing, none reaches it. Throws `ENT_LIST_OTHER` for what is no workbook, `ENT_LIST_XLSX`,
 * `ENT_LIST_TOO_LARGE`, and what {@link readBytes} throws.
 */
export async function readSheets(
  list: string,
  file: SourceFile,
  limits: Limits,
  onEnd?: (sha256: string) => void,
): Promise<readonly Sheet[]> {
  const at = { place: { file: file.name } };
  const pieces: Uint8Array[] = [];
  const capped = { ...limits, bytes: Math.min(limits.bytes, MOST_PACKED) };
  for await (const piece of readBytes(file, capped, onEnd)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) throw listsError('ENT_LIST_EMPTY', {}, at);
  if (!looksZipped(bytes)) throw listsError('ENT_LIST_OTHER', { list, why: 'it is no workbook (XLSX)' }, at);
  try {
    const files = new Map([...unzipped(bytes, CAPS)].filter(([name]) => PART.test(name)));
    for (const [name, part] of files) {
      checkRuns(part);
      if (SHEET.test(name)) checkAddresses(part);
    }
    // Few lists come as workbooks, and the others need not wait for the parser to load.
    const { default: readWorkbook } = await import('read-excel-file/universal');
    const sheets = await readWorkbook(bufferOf(zipped(files)), { trim: false, parseNumber: String });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch (cause) {
    if (cause instanceof ZipFault && cause.beyond !== null)
      throw listsError('ENT_LIST_TOO_LARGE', cause.beyond, { ...at, cause });
    const why = cause instanceof ZipFault ? cause.message : 'a part of it cannot be read';
    throw listsError('ENT_LIST_XLSX', { why }, { ...at, cause });
  }
}

/** Refuses a part with more bytes from one `<` to the next than a cell of a list has. */
function checkRuns(part: Uint8Array): void {
  let from = 0;
  while (from < part.length) {
    const next = part.indexOf(0x3c, from);
    const end = next < 0 ? part.length : next;
    if (end - from > LONGEST)
      throw new ZipFault('a text is too long', { what: 'bytes between two tags', cap: LONGEST });
    from = end + 1;
  }
}

/** Refuses a sheet whose cells lie so far out that what comes before them would fill the memory. */
function checkAddresses(part: Uint8Array): void {
  let [rows, columns] = [1, 1];
  for (const [, quoted, single] of Buffer.from(part).toString('utf8').matchAll(ADDRESS)) {
    const cell = CELL.exec(quoted ?? single ?? '');
    if (cell === null) throw new ZipFault('an address in a sheet is none');
    rows = Math.max(rows, Number(cell[2]));
    columns = Math.max(columns, columnNumber(cell[1] ?? ''));
  }
  if (columns > MOST_COLUMNS || rows * columns > MOST_CELLS)
    throw new ZipFault('too many cells', { what: 'cells in a sheet', cap: MOST_CELLS });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const made = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(made).set(bytes);
  return made;
}
