export { listsError } from './errors.ts';
export { LIMITS, type Limits } from './limits.ts';
export type { ListReader, Note, NoteKind, OpenSnapshot, SnapshotTrailer } from './list-reader.ts';
export { LISTS, listReader } from './registry.ts';
export { type SourceFile, sourceBytes, sourceFile } from './source-file.ts';
