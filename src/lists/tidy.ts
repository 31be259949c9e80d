import type { Place } from '../kernel/index.ts';
import type { ReadingLog } from './reading-log.ts';

/** Where a value stands, and who is told about it. */
export interface At {
  readonly log: ReadingLog;
  readonly place: Place;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// White space (tab, line feed, vertical tab, form feed, carriage return) is squeezed below and not removed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]/g;
const C1 = /[\x80-\x9f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SUSPECT = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;
const UNEVEN_SPACE = /^\s|\s$|\s\s|[^\S ]/;
/** Most values are printable ASCII with single spaces, and one look shows it. */
const UNUSUAL = /[^ -~]|^ | $| {2}/;

/** What Windows-1252 has at 0x80 to 0x9F (Encoding Standard, index windows-1252); a space where it has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * A printed value made fit to keep: bidirectional and other control characters taken out, C1 controls read as
 * the Windows-1252 characters that a wrong conversion made them from, each with a note; white space squeezed
 * to single spaces and trimmed, since lists break and indent lines differently from one printing to the next.
 * Joiners (ZWJ, ZWNJ) stay: Persian and Urdu spell with them.
 */
export function tidy(text: string, at: At): string {
  if (!UNUSUAL.test(text)) return text;
  const clean = SUSPECT.test(text) ? withoutControls(text, at) : text;
  return UNEVEN_SPACE.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean;
}

function withoutControls(text: string, { log, place }: At): string {
  const without = (from: string, pattern: RegExp, kind: 'bidi-removed' | 'control-removed') => {
    const found = from.match(pattern);
    if (found === null) return from;
    log.note(kind, place, `removed ${codes(found)} from a value`);
    return from.replace(pattern, '');
  };
  const mended = text.match(C1);
  if (mended !== null) log.note('encoding-mended', place, `read ${codes(mended)} as Windows-1252`);
  const decoded = text.replace(C1, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]?.trim() ?? '');
  return without(without(decoded, BIDI, 'bidi-removed'), CONTROL, 'control-removed');
}

function codes(chars: readonly string[]): string {
  const names = chars.map((char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return [...new Set(names)].join(', ');
}
