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
