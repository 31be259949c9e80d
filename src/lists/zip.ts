import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** What may be taken out of an archive. */
export interface ZipCaps {
  /** Files in it. */
  readonly entries: number;
  /** Bytes of all its files together, inflated. */
  readonly bytes: number;
}

/** Why an archive was not taken: it is damaged, or beyond a cap. */
export class ZipFault extends Error {
  /** The cap that it goes beyond; `null` when it is damaged. */
  readonly beyond: { readonly what: string; readonly cap: number } | null;

  constructor(why: string, beyond: ZipFault['beyond'] = null) {
    super(why);
    this.name = 'ZipFault';
    this.beyond = beyond;
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;

/** Whether bytes begin as a zip archive with a file in it does. */
export function looksZipped(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/**
 * The files of a zip archive by name, in the order of its directory (PKWARE APPNOTE 6.3: stored or deflated, one disk,
 * no encryption, no zip64, which no list needs). Sizes are counted while a file is inflated and not taken from the
 * archive's word; the checksum of each is verified, and nothing may be there twice or overlap. Throws {@link ZipFault}.
 */
export function unzipped(archive: Uint8Array, caps: ZipCaps): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return read(bytes, caps);
  } catch (error) {
    if (error instanceof RangeError) throw new ZipFault('it is cut short or damaged');
    throw error;
  }
}

function read(bytes: Buffer, caps: ZipCaps): ReadonlyMap<string, Uint8Array> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > caps.entries)
    throw new ZipFault('too many files', { what: 'files in an archive', cap: caps.entries });
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  let [left, covered] = [caps.bytes, 0];
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new ZipFault('its directory is damaged');
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [sum, packed, size] = [16, 20, 24].map((field) => bytes.readUInt32LE(at + field));
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const called = bytes.toString('utf8', at + 46, at + 46 + name);
    if ((flags & ENCRYPTED) !== 0) throw new ZipFault('it is encrypted');
    if (bytes.readUInt32LE(local) !== LOCAL) throw new ZipFault('a file in it is not where it should be');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    // Files that share their bytes would come out as many times as they are named.
    covered += packed ?? 0;
    if (covered > bytes.length || from + (packed ?? 0) > bytes.length)
      throw new ZipFault('it is cut short or damaged');
    const content = inflated(bytes.subarray(from, from + (packed ?? 0)), method, left, caps.bytes);
    if (content.length !== size || crc32(content) !== sum)
      throw new ZipFault(`the checksum of ${called.slice(0, 80)} is wrong`);
    if (files.has(called)) throw new ZipFault(`it has ${called.slice(0, 80)} twice`);
    left -= content.length;
    files.set(called, content);
    at += 46 + name + extra + comment;
  }
  return files;
}

function inflated(packed: Buffer, method: number, left: number, cap: number): Uint8Array {
  const tooLarge = () => new ZipFault('too large', { what: 'bytes in an archive', cap });
  if (method === STORED) {
    if (packed.length > left) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED) throw new ZipFault('it is packed in a way that is not known');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new ZipFault('it is cut short or damaged');
  }
}

/** Where the end record stands: at the end, but for a comment. */
function endOf(bytes: Buffer): number {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END && bytes.readUInt16LE(at + 20) === last - at) return at;
  }
  throw new ZipFault('it is cut short: its directory is missing');
}

/** A zip archive of files, stored or deflated, without times, so that the same files give the same bytes. */
export function zipped(files: Iterable<readonly [string, Uint8Array]>, deflate = false): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const called = Buffer.from(name, 'utf8');
    const data = deflate ? deflateRawSync(content) : Buffer.from(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(UTF8_NAME, 2);
    fields.writeUInt16LE(deflate ? DEFLATED : STORED, 4);
    // The first of January 1980, the earliest day that the format can say.
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(called.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([word(LOCAL), fields, called, data]);
    locals.push(local);
    directory.push(Buffer.concat([word(CENTRAL), Buffer.of(20, 0), fields, place, called]));
    offset += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function word(value: number): Buffer {
  const made = Buffer.alloc(4);
  made.writeUInt32LE(value);
  return made;
}
