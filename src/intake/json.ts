import { CAPS } from './caps.ts';
import { intakeError } from './errors.ts';

/** A JSON object as it was parsed. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses JSON whose depth is within the cap. Throws `ENT_INTAKE_MALFORMED` with line and column where the parser says
 * them, and `ENT_INTAKE_TOO_LARGE`.
 */
export function parseJson(text: string, format: string): unknown {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > CAPS.depth)
        throw intakeError(
          'ENT_INTAKE_TOO_LARGE',
          { what: 'objects inside each other', cap: CAPS.depth },
          { place: placeAt(text, at) },
        );
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const why =
      cause instanceof Error
        ? cause.message.replace(/[\s\S]*?(?=Unexpected|Expected|Bad|Unterminated|$)/, '')
        : '';
    const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const place = placeAt(text, position === undefined ? text.length : Number(position));
    throw intakeError(
      'ENT_INTAKE_MALFORMED',
      { format, why: why.slice(0, 120) || 'it ends too early' },
      { place, cause },
    );
  }
}

function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: itself, or itself alone in one; `undefined` and `null` are none. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
