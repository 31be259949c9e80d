import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The text of a file in pieces, a byte order mark taken off. Throws `ENT_LIST_ENCODING` with the line where
 * it is no longer UTF-8, and whatever {@link readBytes} throws.
 */
export async function* readText(
  file: SourceFile,
  limits: Limits,
  onEnd?: (sha256: string) => void,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const bytes of readBytes(file, limits, onEnd)) {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch (cause) {
      const place = { file: file.name, line: line + soundLines(bytes) };
      throw listsError('ENT_LIST_ENCODING', { why: 'bytes that are no character' }, { place, cause });
    }
    line += linesIn(bytes);
    if (text !== '') yield text;
  }
  try {
    decoder.decode();
  } catch (cause) {
    const why = 'the file ends inside a character';
    throw listsError('ENT_LIST_ENCODING', { why }, { place: { file: file.name, line }, cause });
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** How many lines of a piece are well-formed before the first that is not. A line feed is part of no character. */
function soundLines(bytes: Uint8Array): number {
  let from = 0;
  // The piece may begin with the end of a character that the piece before it began.
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
  for (let line = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || !isSound(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
