import { fromC1 } from './canonical.ts';
import { intakeError } from './errors.ts';

/** A decoded text, and which character set it was read in when that is worth telling. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/** How much of a file is looked at for its own declaration (HTML's rule is 1,024 bytes; pages do not keep to it). */
const HEAD = 4_096;
const XML_DECLARED = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;
const META_CHARSET = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i;

/**
 * Bytes as text. The byte order mark decides, then what the host states, then what the file declares of itself
 * (XML declaration, `meta charset`); all else is UTF-8 where it is valid UTF-8, and else windows-1252, which is what
 * unlabelled pages are (WHATWG Encoding). A declared set that does not fit valid UTF-8 bytes is overruled, and a note
 * says so. Throws `ENT_INTAKE_ENCODING` for what is no text at all.
 */
export function decode(bytes: Uint8Array, stated: string | null): Decoded {
  const marked = markOf(bytes);
  if (marked !== null) return { text: inCharset(bytes, marked), notes: [] };
  const wide = wideWithoutMark(bytes);
  if (wide !== null)
    return { text: inCharset(bytes, wide), notes: [`read as ${wide}, without a byte order mark`] };
  const head = latin(bytes.subarray(0, HEAD));
  const declared = XML_DECLARED.exec(head)?.[1] ?? META_CHARSET.exec(head)?.[1] ?? null;
  const notes: string[] = [];
  const utf8 = asUtf8(bytes);
  for (const label of [stated, declared]) {
    if (label === null) continue;
    const known = decoderOf(label);
    if (known === null) {
      notes.push(`unknown character set "${label.slice(0, 40)}"`);
      continue;
    }
    if (known.encoding === 'utf-8') {
      if (utf8 !== null) return { text: utf8, notes };
      notes.push('stated as UTF-8 and not valid UTF-8; read as windows-1252');
      return { text: inCharset(bytes, 'windows-1252'), notes };
    }
    // A stray label on UTF-8: bytes above ASCII that are valid UTF-8 by chance do not occur in practice.
    if (utf8 !== null && isAsciiSuperset(known.encoding) && hasHighBytes(bytes)) {
      notes.push(`stated as ${known.encoding} and read as UTF-8, which its bytes are`);
      return { text: utf8, notes };
    }
    return { text: inCharset(bytes, known.encoding), notes };
  }
  if (utf8 !== null) return { text: utf8, notes };
  if (looksBinary(bytes)) throw intakeError('ENT_INTAKE_ENCODING', { why: 'the bytes are no text' });
  return { text: inCharset(bytes, 'windows-1252'), notes: [...notes, 'not UTF-8; read as windows-1252'] };
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : null;
}

/** XML and HTML in UTF-16 without a mark begin with `<` and a zero byte. */
function wideWithoutMark([a, b, c, d]: Uint8Array): string | null {
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? 'utf-16be' : null;
}

function inCharset(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(bytes);
  // Node 20 decodes windows-1252 as Latin-1.
  return label === 'windows-1252' ? fromC1(text) : text;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isAsciiSuperset(encoding: string): boolean {
  return !/^(?:utf-16|iso-2022|replacement)/.test(encoding);
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}

/** Control bytes that no text has, in the first kilobytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd > head.length / 50;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
