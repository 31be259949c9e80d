import { groupBy, type RecordPart, type Statement, type Strength } from '../kernel/index.ts';

/** A name as a loaded list prints it. */
export interface PrintedName {
  /** As printed. */
  readonly text: string;
  /** As its reader took it, which may be a part of what is printed: the acronym in brackets, say. */
  readonly value: string;
  readonly strength: Strength;
  readonly primary: boolean;
}

/** What a loaded list prints for one entry, and the day on which it was seen to. */
export interface PrintedEntry {
  /** The day of the snapshot that says that the entry is there, its programmes and its dates. */
  readonly seen: string;
  /** The day of the latest snapshot that prints names of the entry; lists in parts may be newer here. */
  readonly namesSeen: string;
  readonly names: readonly PrintedName[];
  readonly programmes: readonly string[];
  readonly listedOn: readonly string[];
  readonly amendedOn: readonly string[];
}

/** What the check may ask of the loaded lists. */
export interface ListView {
  /** The lists of which a snapshot is loaded. */
  readonly lists: ReadonlySet<string>;
  /** What the list prints for the entry; `null` when it holds no such entry, or is not loaded. */
  readonly entry: (list: string, reference: string) => PrintedEntry | null;
}

/** Source records of one list as a reader yields them, and the day of their snapshot. */
export interface LoadedList {
  readonly list: string;
  readonly seen: string;
  readonly parts: Iterable<RecordPart>;
}

/**
 * A view of source records held in memory. A list may come several times, in the order of its snapshots: the
 * last to hold an entry's part says what that part prints. `keep` spares the memory of entries that nobody
 * asks for.
 */
export function viewOf(
  loaded: readonly LoadedList[],
  keep: (list: string, reference: string) => boolean = () => true,
): ListView {
  const held = new Map<string, { seen: string; part: RecordPart }>();
  for (const { list, seen, parts } of loaded) {
    for (const part of parts) {
      if (keep(list, part.key)) held.set(`${list}:${part.key}\n${part.part}`, { seen, part });
    }
  }
  const entries = groupBy(held, ([key]) => key.slice(0, key.indexOf('\n')));
  return {
    lists: new Set(loaded.map(({ list }) => list)),
    entry: (list, reference) => {
      const parts = entries.get(`${list}:${reference}`)?.map(([, part]) => part);
      return parts === undefined ? null : printedEntry(parts);
    },
  };
}

function printedEntry(parts: readonly { seen: string; part: RecordPart }[]): PrintedEntry {
  const statements = parts.flatMap(({ part }) => part.statements);
  const values = (property: Statement['property']) =>
    statements.filter((statement) => statement.property === property).map((statement) => statement.value);
  const main = parts.find(({ part }) => part.schema !== undefined) ?? parts[0];
  const naming = parts.filter(({ part }) =>
    part.statements.some((statement) => statement.property === 'name'),
  );
  return {
    seen: main?.seen ?? '',
    namesSeen: [main?.seen ?? '', ...naming.map(({ seen }) => seen)].sort().at(-1) ?? '',
    names: statements
      .filter((statement) => statement.property === 'name')
      .map(({ value, original, strength, kind }) => ({
        text: original ?? value,
        value,
        strength: strength ?? 'unstated',
        primary: kind === 'primary',
      })),
    programmes: values('programme'),
    listedOn: values('listedOn'),
    amendedOn: values('amendedOn'),
  };
}
