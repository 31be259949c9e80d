import { CsvError, parse } from 'csv-parse';
import { EntError } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';

/** A row of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Its number among the rows, a header counted, from 1. */
  readonly row: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** How to read a CSV file. */
export interface CsvOptions {
  /** Called once at the end with whether the file's last character was the DOS end mark 0x1A, which is taken off. */
  readonly onEndMark?: (present: boolean) => void;
  /** Called once at the end with the SHA-256 of the file. */
  readonly onEnd?: (sha256: string) => void;
}

const END_MARK = '\x1a';

/** Blank lines of one file; the parser spends as much on one as on a row. */
const MOST_BLANK = 1_000;
/** UTF-16 units that the parser is given at once. It makes an error of every row of another length, and keeps none. */
const PIECE = 8_192;

/**
 * The rows of a file in batches (RFC 4180; CRLF or LF; blank lines skipped). Rows may differ in length: the
 * caller knows what its columns are. Throws `ENT_LIST_CSV` with the row for a quoted field that never ends or
 * a quote out of place, `ENT_LIST_TOO_LARGE` for a row or a file beyond a cap (blank lines have one too), and what {@link readText} throws.
 */
export async function* readCsv(
  file: SourceFile,
  limits: Limits,
  options: CsvOptions = {},
): AsyncGenerator<readonly CsvRow[], void, undefined> {
  const parser = parse({
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: limits.text,
  });
  // A fault is looked for after each write, in order with the rows before it; the event would come too late.
  parser.on('error', ignoreEvent);
  let [row, line, blank] = [0, 1, 0];
  const take = (): readonly CsvRow[] => {
    const rows: CsvRow[] = [];
    for (let cells: string[] | null = parser.read(); cells !== null; cells = parser.read()) {
      if (cells.length === 1 && cells[0] === '') {
        blank += 1;
      } else {
        row += 1;
        rows.push({ cells, row, line });
      }
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    }
    if (row > limits.records + 1) {
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'records', cap: limits.records }, at());
    }
    if (blank > MOST_BLANK) {
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'blank lines', cap: MOST_BLANK }, at());
    }
    return rows;
  };
  const at = () => ({ place: { file: file.name, line, path: `row ${row + 1}` } });
  const check = () => {
    if (parser.errored !== null) throw refusal(parser.errored, limits, at());
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  let held = '';
  try {
    for await (const text of readText(file, limits, options.onEnd)) {
      const all = held + text;
      held = all.endsWith(END_MARK) ? END_MARK : '';
      const ready = held === '' ? all : all.slice(0, -1);
      for (const piece of piecesOf(ready)) {
        if (!parser.write(piece)) await settled();
        const rows = take();
        if (rows.length > 0) yield rows;
        check();
      }
    }
    options.onEndMark?.(held !== '');
    parser.end();
    while (!parser.readableEnded && parser.errored === null) {
      const rows = take();
      if (rows.length > 0) yield rows;
      await settled();
    }
    check();
  } finally {
    parser.destroy();
  }
}

/** A text in pieces, so that caps are looked at in between; no character is cut in two. */
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = from + PIECE;
    const to = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end + 1 : end;
    yield text.slice(from, to);
    from = to;
  }
}

function ignoreEvent(): void {
  return;
}

function refusal(error: unknown, limits: Limits, at: { place: object }): EntError {
  if (error instanceof EntError) return error;
  if (!(error instanceof CsvError)) throw error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return listsError('ENT_LIST_TOO_LARGE', { what: 'characters in a row', cap: limits.text }, at);
  }
  const why =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quoted field never ends; the file is cut short'
      : `a quote is out of place (${(error.message.split(/[:,]/)[0] ?? error.code).toLowerCase()})`;
  return listsError('ENT_LIST_CSV', { why }, { ...at, cause: error });
}
