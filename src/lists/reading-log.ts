import { createHash } from 'node:crypto';
import type { Place } from '../kernel/index.ts';
import type { Note, NoteKind } from './list-reader.ts';

const MOST_NOTES = 1_000;

/** What one reading of a snapshot gathers beside the records: notes, and a digest for each part. */
export class ReadingLog {
  readonly #notes: Note[] = [];
  readonly #files = new Map<string, { name: string; sha256: string }>();
  #dropped = 0;

  /** Keeps a note; beyond the first thousand it is only counted. */
  note(kind: NoteKind, place: Place, text: string): void {
    if (this.#notes.length < MOST_NOTES) this.#notes.push({ kind, place, text });
    else this.#dropped += 1;
  }

  /** Keeps the digest of the file that parts came from. */
  file(parts: readonly string[], name: string, sha256: string): void {
    for (const part of parts) this.#files.set(part, { name, sha256 });
  }

  /** Keeps for a part that is made from two others the digest of their two digests. */
  madeFrom(part: string, first: string, second: string): void {
    const [a, b] = [this.#files.get(first), this.#files.get(second)];
    if (a === undefined || b === undefined) return;
    const sha256 = createHash('sha256').update(`${a.sha256}\n${b.sha256}\n`).digest('hex');
    this.#files.set(part, { name: `${a.name} + ${b.name}`, sha256 });
  }

  get files(): ReadonlyMap<string, { readonly name: string; readonly sha256: string }> {
    return this.#files;
  }

  notes(): readonly Note[] {
    if (this.#dropped === 0) return this.#notes;
    return [...this.#notes, { kind: 'more', place: {}, text: `${this.#dropped} further notes` }];
  }
}
