import { listsError } from './errors.ts';
import type { SourceFile } from './source-file.ts';

/** The one file of a list that comes as one. Throws `ENT_LIST_FILES` for none or several. */
export function onlyFile(list: string, files: readonly SourceFile[]): SourceFile {
  const [file] = files;
  if (file !== undefined && files.length === 1) return file;
  const why = `it comes as one file, and ${files.length === 0 ? 'there is none' : `there are ${files.length}`}`;
  throw listsError('ENT_LIST_FILES', { list, why });
}
