import { parse } from 'csv-parse/browser/esm/sync';

/** What came of a row of a file. */
export interface ResultRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly status: string;
  /** The name that was asked. */
  readonly name: string;
  /** The nearest entity; empty where none came near, and in a bad row. */
  readonly entity: string;
  readonly caption: string;
  readonly matchedName: string;
  readonly score: string;
  /** Who lists it, or why a bad row could not be read. */
  readonly says: string;
}

/** Where the last whole record of a CSV text ends: after the last line end that is not within quotes (RFC 4180). */
function endOfRecords(text: string): number {
  let [quoted, end] = [false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 34) quoted = !quoted;
    else if (sign === 10 && !quoted) end = at + 1;
  }
  return end;
}

function fromCsv(text: string): readonly ResultRow[] {
  const records = parse(text, { relax_column_count: true }) as readonly (readonly string[])[];
  return records
    .filter(([row]) => row !== 'row')
    .map(([row, , status, reason, name, score, entity, caption, matchedName, listings]) => ({
      row: Number(row),
      status: status ?? '',
      name: name ?? '',
      entity: entity ?? '',
      caption: caption ?? '',
      matchedName: matchedName ?? '',
      score: score ?? '',
      says: reason || listings || '',
    }));
}

/** A line of the results as JSON, in so far as the table shows it. */
interface ResultLine {
  readonly row?: number;
  readonly status: string;
  readonly reason: string | null;
  readonly query: { readonly name?: string } | null;
  readonly results?: readonly {
    readonly id: string;
    readonly caption: string;
    readonly score: number;
    readonly matchedName: { readonly text: string };
    readonly listings: readonly {
      readonly list: string;
      readonly reference: string | null;
      readonly status: string;
    }[];
  }[];
}

function fromLines(text: string): readonly ResultRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultLine)
    .flatMap(({ row, status, reason, query, results }) => {
      if (row === undefined) return [];
      const best = results?.[0];
      const listings = best?.listings.map(
        ({ list, reference, status: on }) => `${list}${reference === null ? '' : `:${reference}`} ${on}`,
      );
      return {
        row,
        status,
        name: query?.name ?? '',
        entity: best?.id ?? '',
        caption: best?.caption ?? '',
        matchedName: best?.matchedName.text ?? '',
        score: best === undefined ? '' : String(best.score),
        says: reason ?? listings?.join('; ') ?? '',
      };
    });
}

/**
 * Reads a job's results as they arrive, so that neither their text nor a long pause stands in memory or in the way.
 * Throws `Error` when they are not what the server writes.
 */
export async function readResults(
  response: Response,
  format: 'csv' | 'jsonl',
): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  const take = (text: string) => {
    for (const row of format === 'csv' ? fromCsv(text) : fromLines(text)) rows.push(row);
  };
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    rest += part.value;
    const end = format === 'csv' ? endOfRecords(rest) : rest.lastIndexOf('\n') + 1;
    take(rest.slice(0, end));
    rest = rest.slice(end);
  }
  take(rest);
  return rows;
}
