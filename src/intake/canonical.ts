import { CAPS } from './caps.ts';

/**
 * Bidirectional controls (UAX #9), zero-width spaces, soft hyphens and byte order marks. The zero-width joiners stay:
 * Persian, Urdu and Hindi words are spelt with them.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Half of a pair of UTF-16 units. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text made ready to be read, and what was taken out of it. */
export interface Canonical {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * A text with line ends `\n` and without invisible, bidirectional and control characters, cut at the cap; notes say
 * which bidirectional controls were removed and whether it was cut.
 */
export function canonical(raw: string): Canonical {
  const notes: string[] = [];
  const bidi = new Set<string>();
  let text = fromC1(raw)
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n');
  text = text.replace(INVISIBLE, (char) => {
    if (BIDI.test(char)) bidi.add(`U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    return '';
  });
  text = text.replace(CONTROLS, '').replace(LONE, '\ufffd');
  if (bidi.size > 0) notes.push(`bidi controls removed: ${[...bidi].sort().join(', ')}`);
  if (text.length > CAPS.text) {
    notes.push(
      `cut off after ${CAPS.text.toLocaleString('en')} characters of ${text.length.toLocaleString('en')}`,
    );
    text = text.slice(0, CAPS.text);
    // Not between the halves of a pair.
    if (/[\ud800-\udbff]$/.test(text)) text = text.slice(0, -1);
  }
  return { text, notes };
}

/** What windows-1252 has at 0x80 to 0x9f (WHATWG Encoding, index windows-1252), in order. */
const AT_80 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/**
 * A text in which the controls U+0080 to U+009F, which no text means, are the characters that windows-1252 has there.
 * Decoders that take windows-1252 for Latin-1 leave them, and so do numeric references of pages.
 */
export function fromC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => AT_80[char.charCodeAt(0) - 0x80] ?? '\ufffd');
}

/** A field on one line: white space squeezed, invisible characters out, capped; `null` when nothing is left. */
export function field(raw: unknown, most: number = CAPS.field): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  const text = canonical(String(raw).slice(0, most * 4))
    .text.replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
  return text === '' ? null : text;
}
