import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { BatchInput } from './batch-settings.ts';
import { screeningError } from './errors.ts';

/** A row as read: its number from 1, its cells by heading; or why it could not be read. */
export interface RawRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly bad?: string;
}

/** What a reader of rows hands out: rows, and how many bytes were read so far. */
export interface RowReader {
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
  readonly bytesRead: () => number;
}

/** A longer row is no row of names, and is reported and passed over. */
const LONGEST_ROW = 1 << 18;
const PLAIN_KEYS = ['name', 'aliases', 'schema', 'birthDate', 'country', 'gender', 'identifiers', 'id'];
const REPLACED = '\uFFFD';

/**
 * Opens a file of rows. CSV (RFC 4180) and TSV begin with headings, which are needed; JSONL is one object a
 * line. Nothing is held but the row being read. A row that cannot be read comes out with its reason.
 *
 * @throws ENT_BATCH_INPUT when the file cannot be opened, is no text, or has no headings.
 */
export async function openRows(path: string, format: BatchInput): Promise<RowReader> {
  refuseBinary(path);
  let bytes = 0;
  const stream = createReadStream(path, { highWaterMark: 1 << 16 });
  stream.on('data', (chunk) => {
    bytes += chunk.length;
  });
  const records = format === 'jsonl' ? lines(stream) : delimited(stream, format === 'csv' ? ',' : '\t');
  const first = await next(records, path);
  if (first === undefined) throw screeningError('ENT_BATCH_INPUT', { path, why: 'it is empty' });
  if (first.bad !== undefined && format !== 'jsonl') {
    throw screeningError('ENT_BATCH_INPUT', { path, why: `its line of headings is damaged: ${first.bad}` });
  }
  if (format === 'jsonl') {
    const cells = objectOf(first.cells[0] ?? '');
    // Lines need not have the same keys: those of the first, and the plain ones that others may have.
    const headings = [...new Set([...(typeof cells === 'string' ? [] : Object.keys(cells)), ...PLAIN_KEYS])];
    return { headings, rows: jsonRows(first, records), bytesRead: () => bytes };
  }
  const headings = first.cells.map((heading) => heading.trim());
  return { headings, rows: cellRows(headings, records), bytesRead: () => bytes };
}

/** So many bytes are looked at for one that no text has. */
const LOOKED_AT = 1 << 16;

/** A workbook, an archive or a picture would come out as rows that are bad one and all. */
function refuseBinary(path: string): void {
  const start = Buffer.alloc(LOOKED_AT);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      length = readSync(file, start);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw screeningError('ENT_BATCH_INPUT', { path, why }, { cause });
  }
  if (start.subarray(0, length).includes(0)) {
    const why =
      'it is no text in UTF-8 but binary (a workbook, an archive, UTF-16?); save it as CSV in UTF-8';
    throw screeningError('ENT_BATCH_INPUT', { path, why });
  }
}

async function next(records: AsyncIterator<Record_>, path: string): Promise<Record_ | undefined> {
  try {
    const { done, value } = await records.next();
    return done === true ? undefined : value;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw screeningError('ENT_BATCH_INPUT', { path, why }, { cause });
  }
}

/** The cells of one record, and what is wrong with it. */
interface Record_ {
  readonly cells: readonly string[];
  readonly bad?: string;
}

async function* cellRows(
  headings: readonly string[],
  records: AsyncIterator<Record_>,
): AsyncGenerator<RawRow> {
  let row = 0;
  for (let step = await records.next(); step.done !== true; step = await records.next()) {
    const { cells, bad } = step.value;
    if (bad === undefined && cells.length === 1 && cells[0] === '') continue;
    row += 1;
    if (bad !== undefined) yield { row, cells: {}, bad };
    else if (cells.length !== headings.length) {
      yield {
        row,
        cells: {},
        bad: `it has ${cells.length} cells, and there are ${headings.length} headings`,
      };
    } else yield { row, cells: Object.fromEntries(headings.map((heading, at) => [heading, cells[at]])) };
  }
}

async function* jsonRows(first: Record_, records: AsyncIterator<Record_>): AsyncGenerator<RawRow> {
  let row = 0;
  let record: Record_ | undefined = first;
  while (record !== undefined) {
    const text = record.cells[0] ?? '';
    if (record.bad !== undefined || text.trim() !== '') {
      row += 1;
      const cells = record.bad ?? objectOf(text);
      yield typeof cells === 'string' ? { row, cells: {}, bad: cells } : { row, cells };
    }
    const step: IteratorResult<Record_> = await records.next();
    record = step.done === true ? undefined : step.value;
  }
}

/** The object of a line of JSON, or what is wrong with it. */
function objectOf(line: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    return 'it is not a JSON object';
  } catch (error) {
    if (error instanceof SyntaxError) return `it is not JSON: ${error.message}`;
    throw error;
  }
}

/** Text in pieces, without the byte order mark. */
async function* decoded(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function checked(text: string): string | undefined {
  if (text.includes(REPLACED)) return 'it is not UTF-8';
  return text.length > LONGEST_ROW ? `it is longer than ${LONGEST_ROW} characters` : undefined;
}

function record(cells: readonly string[], bad: string | undefined): Record_ {
  return bad === undefined ? { cells } : { cells: [], bad };
}

async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Record_> {
  let rest = '';
  let tooLong = false;
  const line = (text: string) => {
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const bad = tooLong ? checked(' '.repeat(LONGEST_ROW + 1)) : checked(whole);
    tooLong = false;
    return record([whole], bad);
  };
  for await (const text of decoded(stream)) {
    rest += text;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield line(rest.slice(start, end));
      start = end + 1;
    }
    rest = rest.slice(start);
    // What is too long is forgotten as it comes.
    if (rest.length > LONGEST_ROW) [rest, tooLong] = ['', true];
  }
  if (rest !== '' || tooLong) yield line(rest);
}

/** Records of cells with RFC 4180 quotes, which may hold the delimiter, line ends and doubled quotes. */
async function* delimited(stream: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<Record_> {
  let cells: string[] = [];
  let cell = '';
  let length = 0;
  let bad: string | undefined;
  let state: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  const endCell = () => {
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  const endRecord = () => {
    endCell();
    const done = record(
      cells,
      bad ?? (length > LONGEST_ROW ? checked(' '.repeat(LONGEST_ROW + 1)) : undefined),
    );
    [cells, length, bad] = [[], 0, undefined];
    return done;
  };
  for await (const text of decoded(stream)) {
    for (let at = 0; at < text.length; at++) {
      const char = text.charAt(at);
      length += 1;
      if (char === REPLACED) bad = 'it is not UTF-8';
      if (state === 'quoted') {
        if (char === '"') state = 'quote';
        else if (length <= LONGEST_ROW) cell += char;
      } else if (state === 'quote' && char === '"') {
        cell += char;
        state = 'quoted';
      } else if (char === '"' && state === 'start') state = 'quoted';
      else if (char === delimiter) endCell();
      else if (char === '\n') yield endRecord();
      else if (char !== '\r') {
        if (state === 'quote') bad = 'text follows a closing quote';
        state = 'plain';
        if (length <= LONGEST_ROW) cell += char;
      }
    }
  }
  // A method's narrowing does not see what the loop did.
  if ((state as string) === 'quoted') bad = 'a quote is not closed';
  if (length > 0) yield endRecord();
}
