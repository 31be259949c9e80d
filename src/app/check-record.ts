import { formatSourceKey, NOW, RECORD_LIST_ID, type RecordPart } from '../kernel/index.ts';
import {
  checkRecord,
  citations,
  type Finding,
  type LoadedList,
  readRecord,
  viewOf,
} from '../record/index.ts';
import type { KnownRecord, KnownStatement, Store } from '../store/index.ts';

/** What a check of a record folder found. */
export interface RecordCheck {
  readonly edition: string;
  readonly groups: number;
  /** Entries cited, and those of them that a list held here can be compared with. */
  readonly cited: number;
  readonly compared: number;
  readonly lists: readonly string[];
  /** Their places name files as a person here can open them: the folder as given, then the path in it. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a record folder in itself and, entry by entry, against the lists that a store holds: what they print
 * now, and on each day of their history whether the entry was there.
 */
export async function checkRecordFolder(store: Store | null, folder: string): Promise<RecordCheck> {
  const edition = await readRecord(folder);
  const cited = new Set(citations(edition).map(formatSourceKey));
  const lists = store === null ? [] : await heldLists(store);
  const records = store === null ? [] : await citedRecords(store, cited);
  return {
    edition: edition.date,
    groups: edition.groups.length,
    cited: cited.size,
    compared: records.length,
    lists: lists.map(({ list }) => list),
    findings: checkRecord(edition, viewOf([...lists, ...records.flatMap(snapshotsOf)])).map((finding) => ({
      ...finding,
      place: { ...finding.place, file: `${folder.replace(/\/+$/, '')}/${finding.place.file}` },
    })),
  };
}

/** The lists held, each as of its newest snapshot, still without entries. */
async function heldLists(store: Store): Promise<readonly LoadedList[]> {
  return (await store.lists()).flatMap(({ id, snapshots }): readonly LoadedList[] => {
    const newest = snapshots.filter(({ state }) => state === 'accepted').at(-1);
    return newest === undefined || id === RECORD_LIST_ID
      ? []
      : [{ list: id, seen: newest.observed, parts: [] }];
  });
}

async function citedRecords(store: Store, cited: ReadonlySet<string>): Promise<readonly KnownRecord[]> {
  const entities = new Set<string>();
  for (const key of cited) {
    const entity = await store.resolve(key);
    if (entity !== null) entities.add(entity);
  }
  const views = await store.entities([...entities], NOW);
  return [...views.values()].flatMap(({ records }) =>
    records.filter((record) => cited.has(formatSourceKey(record))),
  );
}

/**
 * A record as its list's snapshots showed it: the part that makes it an entry in each of them, every other part
 * in the last that has it.
 */
function snapshotsOf({ list, reference, schema, history }: KnownRecord): readonly LoadedList[] {
  const [primary] = history.timelines.keys();
  return [...history.timelines].flatMap(([part, times]) => {
    const statements = history.statements.filter((statement) => statement.part === part);
    const shown = times.flatMap((seen): readonly LoadedList[] => {
      const standing = statements.filter((statement) => stoodAt(statement, seen));
      if (standing.length === 0) return [];
      const typed = part === primary && schema !== null ? { schema } : {};
      const one: RecordPart = { key: reference, part, ...typed, statements: standing };
      return [{ list, seen, parts: [one] }];
    });
    return part === primary ? shown : shown.slice(-1);
  });
}

function stoodAt({ seen }: KnownStatement, time: string): boolean {
  return seen.from <= time && (seen.to === null || time < seen.to);
}
