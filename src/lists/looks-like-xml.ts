import type { Limits } from './limits.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';

/** Whether the first character of a file that is no white space is `<`. */
export async function looksLikeXml(file: SourceFile, limits: Limits): Promise<boolean> {
  for await (const text of readText(file, limits)) {
    const start = text.trimStart();
    if (start !== '') return start.startsWith('<');
  }
  return false;
}

const NAME = /^<([A-Za-z_][\w.-]*)/;

/** The name of the root element of an XML file, `null` when it is no XML or shows none in its first 64 KiB. */
export async function xmlRoot(file: SourceFile, limits: Limits): Promise<string | null> {
  for await (const text of readText(file, limits)) {
    let rest = text.trimStart();
    if (rest === '') continue;
    // Before the root stand a declaration and comments, and nothing else that an official list has.
    for (let end = endOfMisc(rest); end > 0; end = endOfMisc(rest)) rest = rest.slice(end).trimStart();
    return NAME.exec(rest)?.[1] ?? null;
  }
  return null;
}

/** Where the comment or processing instruction ends that a text begins with; 0 when it begins with neither. */
function endOfMisc(text: string): number {
  const close = text.startsWith('<!--') ? '-->' : text.startsWith('<?') ? '?>' : null;
  const end = close === null ? -1 : text.indexOf(close);
  return close === null || end < 0 ? 0 : end + close.length;
}
