import { createReadStream, mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that lives until it is removed; whoever is given one removes it. Only the process's user can read it. */
export class TemporaryFile {
  readonly path: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = join(folder, 'body');
  }

  /** Makes a place for a file, in a folder of its own that nobody else may enter. */
  static place(): TemporaryFile {
    return new TemporaryFile(mkdtempSync(join(tmpdir(), 'entente-fetch-')));
  }

  /** Puts bytes into it, in place of what it held. */
  write(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    return writeFile(this.path, chunks, { mode: 0o600 });
  }

  /** Its bytes as a stream, from the beginning at each call. */
  open(): AsyncIterable<Uint8Array> {
    return createReadStream(this.path);
  }

  /** All its bytes. For what is known to be small. */
  bytes(): Promise<Uint8Array> {
    return readFile(this.path);
  }

  /** Removes it; again is harmless. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
