import { createReadStream } from 'node:fs';

/** A file that can be read more than once: first its beginning, to know it, then all of it. */
export interface SourceFile {
  /** Names the file in errors and notes, and its last segment may tell which part of a list it is. */
  readonly name: string;
  /** Begins to read its bytes, plain or gzipped. Each call starts anew. */
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file on disk. Nothing is read until it is opened; a path that cannot be read then throws. */
export function sourceFile(path: string): SourceFile {
  return { name: path, open: () => createReadStream(path) };
}

/** Bytes or text in memory as a file: the body of a download, a fixture. Text is taken as UTF-8. */
export function sourceBytes(name: string, content: Uint8Array | string): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, open: () => [bytes] };
}
