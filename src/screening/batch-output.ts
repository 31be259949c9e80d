import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { CSV_HEADINGS, shortSettings } from './batch-row.ts';
import type { BatchOutput, BatchSettings } from './batch-settings.ts';
import { screeningError } from './errors.ts';

/** The first line of a JSONL output: what all rows were asked with. */
const HEAD = 'settings';
const BLOCK = 1 << 16;

/**
 * A file of results that is only ever added to, one line a row, in the order of the rows. What a killed run left
 * is kept up to its last whole line; the rest of a half line is cut off.
 *
 * @throws ENT_BATCH_OUTPUT when the file holds something else, or results of other settings.
 */
export class BatchFile {
  readonly #file: number;
  /** The last row that the file holds already; 0 when it holds none. */
  readonly lastRow: number;

  constructor(path: string, format: BatchOutput, settings: BatchSettings) {
    const refuse = (why: string, cause?: unknown) =>
      screeningError('ENT_BATCH_OUTPUT', { path, why }, cause === undefined ? {} : { cause });
    try {
      this.#file = openSync(path, 'a+');
    } catch (cause) {
      throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
    }
    try {
      const end = wholeLines(this.#file);
      ftruncateSync(this.#file, end);
      if (end === 0) {
        this.lastRow = 0;
        this.write([format === 'jsonl' ? JSON.stringify({ [HEAD]: settings }) : CSV_HEADINGS.join(',')]);
        return;
      }
      const first = lineFrom(this.#file, 0, end);
      const last = lastLine(this.#file, end);
      const known = format === 'jsonl' ? ofJson(first, last, settings) : ofCsv(first, last, settings);
      if (typeof known === 'string') throw refuse(known);
      this.lastRow = known;
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  write(lines: readonly string[]): void {
    if (lines.length > 0) writeSync(this.#file, `${lines.join('\n')}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

const OTHER = 'it holds results of other settings, lists or input; name another file or remove it';
const FOREIGN = 'it holds something else than results of a batch';

/** The last row, or why the file is not to be added to. */
function ofJson(first: string, last: string, settings: BatchSettings): number | string {
  try {
    const head = JSON.parse(first) as Record<string, unknown>;
    if (!(HEAD in head)) return FOREIGN;
    if (!isDeepStrictEqual(head[HEAD], JSON.parse(JSON.stringify(settings)))) return OTHER;
    if (first === last) return 0;
    const { row } = JSON.parse(last) as { row?: unknown };
    return typeof row === 'number' ? row : FOREIGN;
  } catch (error) {
    if (error instanceof SyntaxError) return FOREIGN;
    throw error;
  }
}

function ofCsv(first: string, last: string, settings: BatchSettings): number | string {
  if (first !== CSV_HEADINGS.join(',')) return FOREIGN;
  if (first === last) return 0;
  const row = Number(/^\d+(?=,)/.exec(last)?.[0] ?? Number.NaN);
  if (!Number.isInteger(row)) return FOREIGN;
  return last.endsWith(`,${shortSettings(settings)}`) ? row : OTHER;
}

/** The length of a file up to and with its last line end. */
function wholeLines(file: number): number {
  const block = Buffer.alloc(BLOCK);
  for (let end = fstatSync(file).size; end > 0; ) {
    const start = Math.max(0, end - BLOCK);
    const read = readSync(file, block, 0, end - start, start);
    const at = block.subarray(0, read).lastIndexOf(10);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}

/** The line that begins at a place. */
function lineFrom(file: number, start: number, end: number): string {
  const parts: Buffer[] = [];
  for (let at = start; at < end; ) {
    const block = Buffer.alloc(Math.min(BLOCK, end - at));
    const read = readSync(file, block, 0, block.length, at);
    if (read === 0) break;
    const stop = block.subarray(0, read).indexOf(10);
    parts.push(block.subarray(0, stop >= 0 ? stop : read));
    if (stop >= 0) break;
    at += read;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The last line of a file that ends with a line end at `end`. */
function lastLine(file: number, end: number): string {
  const block = Buffer.alloc(BLOCK);
  for (let to = end - 1; to > 0; ) {
    const from = Math.max(0, to - BLOCK);
    const read = readSync(file, block, 0, to - from, from);
    const at = block.subarray(0, read).lastIndexOf(10);
    if (at >= 0) return lineFrom(file, from + at + 1, end);
    to = from;
  }
  return lineFrom(file, 0, end);
}
