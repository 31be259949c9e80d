import { type Clocks, formatSourceKey, RECORD_LIST_ID, type Source } from '../kernel/index.ts';
import { captionOf, type EntityView, primaryName } from '../store/index.ts';

/** All that is known of one entity, in the shape in which every door of the system gives it. */
export function entityJson(view: EntityView, sources: ReadonlyMap<string, Source>, clocks: Clocks) {
  const cited = [...new Set(view.listings.flatMap((listing) => listing.sources))].flatMap(
    (source) => sources.get(source) ?? [],
  );
  return {
    entity: view.entity,
    caption: captionOf(view),
    asOf: clocks.asOf,
    knownAt: clocks.knownAt,
    names: namesOf(view),
    listings: view.listings,
    records: view.records.map((record) => ({
      key: formatSourceKey(record),
      schema: record.schema,
      name: primaryName(record),
      statements: record.history.statements,
    })),
    sources: cited,
  };
}

function namesOf(view: EntityView) {
  const seen = new Map<
    string,
    { text: string; kind: string; strength: string; script: string | null; former: boolean; lists: string[] }
  >();
  const records = [...view.records].sort(
    (a, b) => Number(b.list === RECORD_LIST_ID) - Number(a.list === RECORD_LIST_ID),
  );
  for (const record of records) {
    for (const statement of record.history.statements) {
      if (statement.property !== 'name') continue;
      const held = seen.get(statement.value);
      if (held !== undefined) {
        if (!held.lists.includes(record.list)) held.lists.push(record.list);
        held.former &&= statement.seen.to !== null;
        continue;
      }
      seen.set(statement.value, {
        text: statement.value,
        kind: statement.kind ?? 'alias',
        strength: statement.strength ?? 'unstated',
        script: statement.script ?? null,
        former: statement.seen.to !== null,
        lists: [record.list],
      });
    }
  }
  return [...seen.values()];
}
