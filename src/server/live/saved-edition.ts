import { appendFileSync, closeSync, fstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { besideOf } from '../../store/index.ts';

/** What an edition is kept under, beside its store. Safe to delete. */
const SUFFIX = '.edition';
const MAGIC = 'ENTENTE EDITION 2\n';

/** Blocks of bytes by name, as an edition is kept and handed between threads. */
export type Blocks = ReadonlyMap<string, SharedArrayBuffer>;

/**
 * The blocks that were saved of a store as it stands, or `undefined`: of another state, of other rules, damaged,
 * or none. `stamp` names the state and the rules.
 */
export function readEdition(location: string, stamp: string): Blocks | undefined {
  let file: number;
  try {
    file = openSync(`${besideOf(location)}${SUFFIX}`, 'r');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  try {
    const begin = readAt(file, Buffer.alloc(LONGEST_HEAD), 0);
    const end = begin.indexOf('\n', MAGIC.length);
    if (begin.toString('latin1', 0, MAGIC.length) !== MAGIC || end < 0) return undefined;
    const head = headOf(begin.toString('utf8', MAGIC.length, end));
    if (head === undefined || head.stamp !== stamp) return undefined;
    let at = end + 1;
    const length = head.blocks.reduce((sum, [, bytes]) => sum + bytes, at);
    if (fstatSync(file).size !== length) return undefined;
    const blocks = new Map<string, SharedArrayBuffer>();
    for (const [name, bytes, crc] of head.blocks) {
      const block = new SharedArrayBuffer(bytes);
      const read = readAt(file, new Uint8Array(block), at);
      if (read.length < bytes || crc32(read) !== crc) return undefined;
      blocks.set(name, block);
      at += bytes;
    }
    return blocks;
  } finally {
    closeSync(file);
  }
}

/** A head names a dozen blocks for each dataset. */
const LONGEST_HEAD = 256 * 1024;

/** Fills bytes from a place of a file on, as far as it goes. */
function readAt<T extends Uint8Array>(file: number, into: T, from: number): T {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(file, into, filled, into.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return into.subarray(0, filled) as T;
}

/**
 * Saves the blocks of a store's state; written whole and then named, so that nobody reads half of it. False where the
 * folder cannot be written.
 */
export function saveEdition(location: string, stamp: string, blocks: Blocks): boolean {
  const head = JSON.stringify({
    stamp,
    blocks: [...blocks].map(([name, block]) => [name, block.byteLength, crc32(new Uint8Array(block))]),
  });
  const draft = `${besideOf(location)}${SUFFIX}.${process.pid}`;
  try {
    const file = openSync(draft, 'w');
    try {
      // Block by block: the whole in one piece would take its size once more.
      appendFileSync(file, `${MAGIC}${head}\n`);
      for (const block of blocks.values()) appendFileSync(file, new Uint8Array(block));
    } finally {
      closeSync(file);
    }
    renameSync(draft, `${besideOf(location)}${SUFFIX}`);
    return true;
  } catch (error) {
    // A folder that must not be written costs the next start its time and no answer.
    if (!isSystemError(error)) throw error;
    rmSync(draft, { force: true });
    return false;
  }
}

interface Head {
  readonly stamp: string;
  readonly blocks: readonly (readonly [name: string, bytes: number, crc32: number])[];
}

function headOf(text: string): Head | undefined {
  try {
    return JSON.parse(text) as Head;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
