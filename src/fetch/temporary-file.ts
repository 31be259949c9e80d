import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of files that are not removed yet. */
const left = new Set<string>();

/** Whatever ends the process, lists of a hundred megabytes do not stay behind it. */
function removeAll(): void {
  for (const folder of left) rmSync(folder, { recursive: true, force: true });
}

/**
 * A file that lives until it is removed, or until the process ends; whoever is given one removes it. Only the
 * process's user can read it.
 */
export class TemporaryFile {
  readonly path: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = join(folder, 'body');
  }

  /** Makes a place for a file, in a folder of its own that nobody else may enter. */
  static place(): TemporaryFile {
    if (left.size === 0) process.once('exit', removeAll);
    const folder = mkdtempSync(join(tmpdir(), 'entente-fetch-'));
    left.add(folder);
    return new TemporaryFile(folder);
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
    left.delete(this.#folder);
    if (left.size === 0) process.off('exit', removeAll);
  }
}
