import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Place } from '../kernel/index.ts';
import { recordError } from './errors.ts';

/** No file of the record is longer, in UTF-16 units: the largest list entry with all its names takes a tenth. */
export const MAX_FILE_LENGTH = 262_144;
const MAX_DEPTH = 12;
const MAX_NODES = 20_000;

/**
 * Characters that a reader of the file would not see: C0 and C1 controls other than tab and line feed, the
 * bidirectional controls (UAX #9), zero-width space, word joiner, byte order mark. The zero-width joiner and
 * non-joiner stay: Persian and Indic names are spelled with them.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** A YAML file as plain data, and the way back from a path in the data to the line in the file. */
export interface YamlFile {
  readonly value: unknown;
  /** Where the value at the path stands; for a missing value, where its nearest parent stands. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}

/**
 * Reads one file of the record. All scalars are text, so that a country `NO` or a year `2010` is what is
 * written (YAML 1.2 failsafe schema). Anchors, aliases and tags are refused: the record has no use for them,
 * and they are how a small file becomes a large one.
 *
 * @throws `ENT_RECORD_YAML` and `ENT_RECORD_LIMIT`, with the place.
 */
export function parseYaml(text: string, file: string): YamlFile {
  if (text.length > MAX_FILE_LENGTH) {
    throw limit('characters in the file', text.length, MAX_FILE_LENGTH, { file });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const hidden = HIDDEN.exec(text);
  if (hidden !== null) {
    const code = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw refuse(`a hidden character, U+${code}`, at(hidden.index));
  }
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw refuse(fault.message, at(fault.pos[0]));
  return {
    value: plainData(document.contents, at),
    place: (path) => ({ ...at(offsetOf(document.contents, path)), path: formatPath(path) }),
  };
}

/** The document as plain data, refused where it is more than that. */
function plainData(root: Node | null, at: (offset: number) => Place): unknown {
  let nodes = 0;
  const plain = (node: unknown, depth: number): unknown => {
    if (!isNode(node)) return node;
    const place = () => at(node.range?.[0] ?? 0);
    nodes += 1;
    if (nodes > MAX_NODES) throw limit('values in the file', nodes, MAX_NODES, place());
    if (depth > MAX_DEPTH) throw limit('levels', depth, MAX_DEPTH, place());
    if (isAlias(node)) throw refuse('an alias; write the value out', place());
    if (node.anchor !== undefined) throw refuse('an anchor; the record has no aliases', place());
    if (node.tag !== undefined) throw refuse(`a tag, ${node.tag}; the record is plain text`, place());
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
    if (!isMap(node)) return undefined;
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const name = plain(key, depth + 1);
        if (typeof name !== 'string') throw refuse('a key that is not text', place());
        return [name, plain(value, depth + 1)];
      }),
    );
  };
  return plain(root, 0);
}

/** Writes a path as `names[3].text`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** The offset of the value at the path: of its key where it has one, of its nearest parent where it is missing. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let offset = root?.range?.[0] ?? 0;
  let node: unknown = root;
  for (const key of path) {
    if (!isCollection(node)) return offset;
    const item = node.items.find((entry, index) =>
      isPair(entry) ? isScalar(entry.key) && entry.key.value === String(key) : index === key,
    );
    if (item === undefined) return offset;
    const shown = isPair(item) ? item.key : item;
    offset = (isNode(shown) ? shown.range?.[0] : undefined) ?? offset;
    node = isPair(item) ? item.value : item;
  }
  return offset;
}

function refuse(why: string, place: Place) {
  return recordError('ENT_RECORD_YAML', { why }, { place });
}

function limit(what: string, found: number, most: number, place: Place) {
  return recordError('ENT_RECORD_LIMIT', { what, found, limit: most }, { place });
}
