import { groupBy, NOW, type RecordPart } from '../kernel/index.ts';
import {
  checkRecord,
  citations,
  type Finding,
  type LoadedList,
  readRecord,
  viewOf,
} from '../record/index.ts';
import type { KnownRecord, Store } from '../store/index.ts';

/** What a check of a record folder found. */
export interface RecordCheck {
  readonly edition: string;
  readonly groups: number;
  /** Entries cited, and those of them that a list held here can be compared with. */
  readonly cited: number;
  readonly compared: number;
  readonly lists: readonly string[];
  readonly findings: readonly Finding[];
}

/** Checks a record folder in itself and, entry by entry, against the lists that a store holds. */
export async function checkRecordFolder(store: Store | null, folder: string): Promise<RecordCheck> {
  const edition = await readRecord(folder);
  const cited = citations(edition);
  const loaded: LoadedList[] = [];
  let compared = 0;
  const held =
    store === null
      ? []
      : (await store.lists()).filter((list) => list.snapshots.length > 0 && list.id !== 'record');
  for (const { list, reference } of cited) {
    const view = store === null ? null : await store.entity(`${list}:${reference}`, NOW);
    const record = view?.records.find((known) => known.list === list && known.reference === reference);
    if (record === undefined) continue;
    compared += 1;
    loaded.push(...partsOf(record));
  }
  const view = viewOf(loaded);
  const lists = held.map((list) => list.id);
  return {
    edition: edition.date,
    groups: edition.groups.length,
    cited: cited.length,
    compared,
    lists,
    findings: checkRecord(edition, { ...view, lists: new Set(lists) }),
  };
}

/** What a record's list prints of it today, part by part, with the day of the newest snapshot of each. */
function partsOf(record: KnownRecord): readonly LoadedList[] {
  const standing = record.history.statements.filter((statement) => statement.seen.to === null);
  return [...groupBy(standing, (statement) => statement.part)].map(([part, statements]) => ({
    list: record.list,
    seen: record.history.timelines.get(part)?.at(-1) ?? '',
    parts: [
      {
        key: record.reference,
        part,
        ...(record.schema === null ? {} : { schema: record.schema }),
        statements,
      } satisfies RecordPart,
    ],
  }));
}
