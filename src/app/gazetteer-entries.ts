import { type Clocks, RECORD_LIST_ID } from '../kernel/index.ts';
import { captionOf, type EntityView, type Store } from '../store/index.ts';
import type { GazetteerEntry } from '../wire/index.ts';

/** The names that a reader of reports looks for: the record's groups, by every name that is not weak or foreign to prose. */
export async function gazetteerOf(store: Store, clocks: Clocks): Promise<readonly GazetteerEntry[]> {
  return (await store.profiles(clocks)).map(entryOf);
}

function entryOf(view: EntityView): GazetteerEntry {
  const names = new Map<string, GazetteerEntry['names'][number]>();
  // The starter record's own names go first: they say best how a name names.
  const records = [...view.records].sort(
    (a, b) => Number(a.list !== RECORD_LIST_ID) - Number(b.list !== RECORD_LIST_ID),
  );
  for (const record of records) {
    for (const { property, value, kind, strength, detail, seen } of record.history.statements) {
      if (property !== 'name' || seen.to !== null || names.has(value)) continue;
      const usedBy = detail?.usedBy;
      names.set(value, {
        text: value,
        kind: kind ?? 'alias',
        strength: strength ?? 'unstated',
        ...(usedBy === undefined ? {} : { usedBy }),
      });
    }
  }
  const countries = records.flatMap((record) =>
    record.list === RECORD_LIST_ID
      ? record.history.statements
          .filter((s) => s.property === 'country' && s.seen.to === null)
          .map((s) => s.value)
      : [],
  );
  return {
    entity: view.entity,
    caption: captionOf(view),
    kind: 'group',
    names: [...names.values()],
    countries: [...new Set(countries)],
  };
}
