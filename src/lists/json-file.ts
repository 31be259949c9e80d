import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';

/** A JSON file is held whole in memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A JSON object whose fields have not been looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The value of a JSON file (RFC 8259). Throws `ENT_LIST_JSON` with the place where it is no JSON, `ENT_LIST_EMPTY`
 * for an empty file, `ENT_LIST_TOO_LARGE` beyond 64 MiB, and what {@link readText} throws.
 */
export async function readJson(
  file: SourceFile,
  limits: Limits,
  onEnd?: (sha256: string) => void,
): Promise<unknown> {
  const place = { file: file.name };
  const pieces: string[] = [];
  const capped = { ...limits, bytes: Math.min(limits.bytes, MOST_BYTES) };
  for await (const text of readText(file, capped, onEnd)) pieces.push(text);
  const text = pieces.join('');
  if (text.trim() === '') throw listsError('ENT_LIST_EMPTY', {}, { place });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = /at position (\d{1,10})/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const why = position === undefined ? 'it is cut short or no JSON' : `at character ${position}`;
    throw listsError('ENT_LIST_JSON', { why }, { place, cause });
  }
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
