import { type Clocks, formatSourceKey, type Source } from '../kernel/index.ts';
import { captionOf, type EntityView, primaryName } from '../store/index.ts';
import { entityNames } from './entity-names.ts';

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
    names: entityNames(view, clocks.asOf),
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
