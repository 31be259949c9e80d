import { namesError } from './errors.ts';
import { RULES_VERSION } from './rules.ts';

/** A typed array of an index. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Columns by name. */
export type Columns = Readonly<Record<string, Column>>;

/**
 * The layout: magic, format, checksum, length of the head; the head as JSON (rules, columns with kind, place and
 * length); the columns, each on an eight-byte boundary. Numbers are little-endian, as on every machine that
 * Node runs on.
 */
const MAGIC = 0x4e544e45;
const FORMAT = 2;
const PREAMBLE = 24;

const KINDS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
type Kind = keyof typeof KINDS;

interface Head {
  readonly rules: string;
  readonly columns: readonly (readonly [name: string, kind: Kind, at: number, length: number])[];
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  if (column instanceof Uint32Array) return 'u32';
  return column instanceof Float32Array ? 'f32' : 'f64';
}

const padded = (length: number) => Math.ceil(length / 8) * 8;

/** Lays columns end to end in one block of shared memory, with a head, a version and a checksum. */
export function pack(columns: Columns): SharedArrayBuffer {
  let at = 0;
  const places = Object.entries(columns).map(([name, column]) => {
    const place = [name, kindOf(column), at, column.length] as const;
    at += padded(column.byteLength);
    return place;
  });
  const head: Head = { rules: RULES_VERSION, columns: places };
  const headBytes = Buffer.from(JSON.stringify(head));
  const body = padded(PREAMBLE + headBytes.length);
  const buffer = new SharedArrayBuffer(body + at);
  new Uint8Array(buffer, PREAMBLE).set(headBytes);
  for (const [name, , place] of places) {
    const column = columns[name];
    if (column === undefined) continue;
    new Uint8Array(buffer, body + place).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
  }
  const preamble = new Uint32Array(buffer, 0, PREAMBLE / 4);
  preamble.set([MAGIC, FORMAT, headBytes.length, buffer.byteLength / 8]);
  preamble.set(checksum(buffer), 4);
  return buffer;
}

/**
 * The columns of a block that {@link pack} made, as views of it: nothing is copied. A block that was `checked` by whoever
 * read it, or that was made just now, is not checked once more.
 *
 * @throws ENT_NAME_INDEX_VERSION made by other rules or in another format: build it again.
 * @throws ENT_NAME_INDEX_DAMAGED cut short, or its checksum is another.
 */
export function unpack(
  buffer: SharedArrayBuffer | ArrayBuffer,
  { checked = false }: { readonly checked?: boolean } = {},
): Columns {
  const damaged = (why: string) => namesError('ENT_NAME_INDEX_DAMAGED', { why });
  if (buffer.byteLength < PREAMBLE || buffer.byteLength % 8 !== 0) throw damaged('it is cut short');
  const preamble = new Uint32Array(buffer, 0, PREAMBLE / 4);
  const [magic, format, headLength = 0, length] = preamble;
  if (magic !== MAGIC) throw damaged('it does not begin as an index does');
  if (format !== FORMAT) throw namesError('ENT_NAME_INDEX_VERSION', { has: `format ${format}` });
  if (length !== buffer.byteLength / 8) throw damaged('it is cut short');
  const [low, high] = checked ? [preamble[4], preamble[5]] : checksum(buffer);
  if (low !== preamble[4] || high !== preamble[5]) throw damaged('its checksum is another');
  const text = Buffer.from(buffer, PREAMBLE, headLength).toString('utf8');
  const { rules, columns } = JSON.parse(text) as Head;
  if (rules !== RULES_VERSION) throw namesError('ENT_NAME_INDEX_VERSION', { has: `rules ${rules}` });
  const body = padded(PREAMBLE + headLength);
  return Object.fromEntries(
    columns.map(([name, kind, at, size]) => [name, new KINDS[kind](buffer as ArrayBuffer, body + at, size)]),
  );
}

/** Two 32-bit lanes over all but themselves: against damage, not against forgery. */
function checksum(buffer: SharedArrayBuffer | ArrayBuffer): readonly [number, number] {
  const words = new Uint32Array(buffer);
  let low = 0x811c9dc5 ^ (words[2] ?? 0);
  let high = 0x2f0b4c47 ^ (words[3] ?? 0);
  for (let at = PREAMBLE / 4; at < words.length; at++) {
    const word = words[at] ?? 0;
    low = Math.imul(low ^ word, 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high + word, 0x85ebca6b) ^ (high >>> 13);
  }
  return [low >>> 0, high >>> 0];
}
