import { groupBy, type RecordPart, type Statement, type Strength } from '../kernel/index.ts';
import { defined } from './defined.ts';

/** A name as a loaded list prints it. */
export interface PrintedName {
  /** As printed. */
  readonly text: string;
  /** As its reader took it, which may be a part of what is printed: the acronym in brackets, say. */
  readonly value: string;
  readonly strength: Strength;
  readonly primary: boolean;
  /** BCP 47, where the list states it. */
  readonly language?: string;
  /** ISO 15924, where it has one. */
  readonly script?: string;
}

/** What a loaded list prints for one entry, and the day on which it was seen to. */
export interface PrintedEntry {
  /** The day of the last snapshot that shows that the entry is there. */
  readonly seen: string;
  /** The day of the latest snapshot that prints names of the entry; lists in parts may be newer here. */
  readonly namesSeen: string;
  readonly names: readonly PrintedName[];
  /** `null` when no snapshot of the part that prints programmes is loaded. */
  readonly programmes: readonly string[] | null;
  readonly listedOn: readonly string[];
  readonly amendedOn: readonly string[];
}

/** How an entry stood on one day on which its list was seen whole. */
export interface Standing {
  readonly seen: string;
  /** The programmes that it stood under; `null` when it was not on the list. */
  readonly programmes: readonly string[] | null;
}

/** What the check may ask of the loaded lists. */
export interface ListView {
  /** The lists of which a snapshot is loaded. */
  readonly lists: ReadonlySet<string>;
  /** The day of the latest snapshot of the list, of whichever part; empty when none is loaded. */
  readonly lastSeen: (list: string) => string;
  /** What the list prints for the entry, or last printed; `null` when no snapshot of it holds such an entry. */
  readonly entry: (list: string, reference: string) => PrintedEntry | null;
  /** How the entry stood on each day on which its list was seen whole, oldest first. */
  readonly standings: (list: string, reference: string) => readonly Standing[];
}

/** Source records of one list as a reader yields them, all or those of interest, and the day of their snapshot. */
export interface LoadedList {
  readonly list: string;
  readonly seen: string;
  readonly parts: Iterable<RecordPart>;
}

/**
 * A view of source records held in memory. A list may come several times, in the order of its snapshots: the
 * last to hold an entry's part says what that part prints. A snapshot is of the whole list when any of its parts
 * has a schema; a set of alias files has none. `keep` spares the memory of entries that nobody asks for.
 */
export function viewOf(
  loaded: readonly LoadedList[],
  keep: (list: string, reference: string) => boolean = () => true,
): ListView {
  const held = new Map<string, { seen: string; part: RecordPart }>();
  const days = new Map<string, Set<string>>();
  const programmes = new Map<string, readonly string[]>();
  const lastSeen = new Map<string, string>();
  for (const { list, seen, parts } of loaded) {
    if (seen >= (lastSeen.get(list) ?? '')) lastSeen.set(list, seen);
    for (const part of parts) {
      if (part.schema !== undefined) days.set(list, (days.get(list) ?? new Set()).add(seen));
      if (!keep(list, part.key)) continue;
      held.set(`${list}:${part.key}\n${part.part}`, { seen, part });
      if (part.schema !== undefined) programmes.set(`${list}:${part.key}\n${seen}`, programmesOf(part));
    }
  }
  const entries = groupBy(held, ([key]) => key.slice(0, key.indexOf('\n')));
  return {
    lists: new Set(lastSeen.keys()),
    lastSeen: (list) => lastSeen.get(list) ?? '',
    entry: (list, reference) => {
      const parts = entries.get(`${list}:${reference}`)?.map(([, part]) => part);
      return parts === undefined ? null : printedEntry(parts);
    },
    standings: (list, reference) =>
      [...(days.get(list) ?? [])].sort().map((seen) => ({
        seen,
        programmes: programmes.get(`${list}:${reference}\n${seen}`) ?? null,
      })),
  };
}

function programmesOf({ statements }: RecordPart): readonly string[] {
  return statements.filter(({ property }) => property === 'programme').map(({ value }) => value);
}

function printedEntry(parts: readonly { seen: string; part: RecordPart }[]): PrintedEntry {
  const statements = parts.flatMap(({ part }) => part.statements);
  const values = (property: Statement['property']) =>
    statements.filter((statement) => statement.property === property).map((statement) => statement.value);
  const main = parts.find(({ part }) => part.schema !== undefined);
  const naming = parts.filter(({ part }) =>
    part.statements.some((statement) => statement.property === 'name'),
  );
  return {
    seen: (main ?? parts[0])?.seen ?? '',
    namesSeen: [main?.seen ?? '', ...naming.map(({ seen }) => seen)].sort().at(-1) ?? '',
    names: statements
      .filter((statement) => statement.property === 'name')
      .map(({ value, original, strength, kind, language, script }) =>
        defined({
          text: original ?? value,
          value,
          strength: strength ?? ('unstated' as const),
          primary: kind === 'primary',
          language,
          script,
        }),
      ),
    programmes: main === undefined ? null : values('programme'),
    listedOn: values('listedOn'),
    amendedOn: values('amendedOn'),
  };
}
