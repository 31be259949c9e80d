import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { EntError, type TimePoint } from '../kernel/index.ts';
import type { Store } from '../store/index.ts';
import { NameTable } from './name-table.ts';

/** What a saved table is kept under, beside its store. */
const SUFFIX = '.names';
/** Magic, then the lengths of the fingerprint and of the index. */
const HEAD = 16;
const MAGIC = 0x4e544e54;
/** A store written this recently could be written again and look the same, in milliseconds. */
const SETTLED_MS = 2_000;

/**
 * The names of a store, from the table saved beside it when that is of the store as it stands, else indexed
 * anew and saved. A table that is stale, damaged, of other rules or not to be read is built again; one that
 * cannot be written is not saved. It never answers for another state of the store: it is kept under what tells
 * that state, which is asked before and after the names are read.
 */
export async function tableOf(store: Store, knownAt: TimePoint | null): Promise<NameTable> {
  // An answer as known then weighs the words that were known then; such questions are rare.
  if (knownAt !== null) return build(store, knownAt);
  const before = await fingerprint(store);
  if (before === undefined) return build(store, null);
  const path = `${store.beside}${SUFFIX}`;
  const saved = read(path, before);
  if (saved !== undefined) return saved;
  const table = await build(store, null);
  if ((await fingerprint(store)) === before && isSettled(store)) save(path, before, table);
  return table;
}

/** All names known at a moment, whether they still stand or not. */
async function build(store: Store, knownAt: TimePoint | null): Promise<NameTable> {
  const names = await store.names({ asOf: ANY_DAY, knownAt }, null);
  return NameTable.of(names, await store.identifiers(knownAt));
}

/** Asked about any day, the store gives the names of entries that are gone, too. */
const ANY_DAY = '9999-12-31';

/** The store's file, and the log of what was written to it last where that holds anything. */
function filesOf(location: string): readonly Stats[] {
  return [location, `${location}-wal`].flatMap((path) => {
    const file = statOf(path);
    return file === undefined || file.size === 0 ? [] : [file];
  });
}

/** Tells one state of the store from another: what its files say, which is cheap, or what it says itself. */
async function fingerprint(store: Store): Promise<string | undefined> {
  if (store.location === ':memory:') return undefined;
  if (!store.isFile) return store.stamp();
  const files = filesOf(store.location);
  if (files.length === 0) return undefined;
  return files
    .map(({ ino, size, mtimeMs, ctimeMs }, index) =>
      // Not the log's inode change: SQLite sets its owner anew at each opening.
      [ino, size, mtimeMs, index === 0 ? ctimeMs : ''].join(' '),
    )
    .join(' / ');
}

function isSettled({ isFile, location }: Store): boolean {
  return !isFile || filesOf(location).every(({ mtimeMs }) => Date.now() - mtimeMs > SETTLED_MS);
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function read(path: string, wanted: string): NameTable | undefined {
  if (statOf(path) === undefined) return undefined;
  try {
    const bytes = readFileSync(path);
    const [magic, key = 0, first = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD / 4);
    if (magic !== MAGIC || bytes.toString('utf8', HEAD, HEAD + key) !== wanted) return undefined;
    const index = padded(HEAD + key);
    return NameTable.from([
      shared(bytes.subarray(index, index + first)),
      shared(bytes.subarray(index + first)),
    ]);
  } catch (error) {
    // Damaged, of another version, or not to be read: the caller builds it again.
    if (error instanceof EntError || error instanceof RangeError || isSystemError(error)) return undefined;
    throw error;
  }
}

function save(path: string, key: string, table: NameTable): void {
  const [index, columns] = table.bytes;
  const keyBytes = Buffer.from(key);
  const head = Buffer.alloc(padded(HEAD + keyBytes.length));
  new Uint32Array(head.buffer, head.byteOffset, HEAD / 4).set([MAGIC, keyBytes.length, index.byteLength]);
  keyBytes.copy(head, HEAD);
  const whole = Buffer.concat([head, Buffer.from(index as ArrayBuffer), Buffer.from(columns as ArrayBuffer)]);
  // Written whole and then named, so that nobody reads half of it.
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, whole);
    renameSync(draft, path);
  } catch (error) {
    // A folder that must not be written costs the next question its time and no answer.
    if (!isSystemError(error)) throw error;
    rmSync(draft, { force: true });
  }
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
