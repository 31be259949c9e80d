import stringWidth from 'string-width';

/**
 * Breaks a line at spaces to a width, with an indent for its first line and one for those that follow. A word is
 * never cut, so a long name or link stays whole and can be copied.
 */
export function wrap(text: string, width: number, indent: string, following = indent): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(' ')) {
    const candidate = empty ? line + word : `${line} ${word}`;
    if (!empty && stringWidth(candidate) > width) {
      lines.push(`${line}\n`);
      line = following + word;
    } else line = candidate;
    empty = false;
  }
  return [...lines, `${line}\n`];
}
