import { parseSourceKey } from '../../kernel/index.ts';
import type { Collection } from './collection.ts';
import { isFtmList } from './datasets.ts';
import type { ServedDataset } from './served.ts';

/**
 * The datasets as if some entities had never been recorded, given with their source keys. In a FollowTheMoney dataset
 * an entity goes by its id there: what has the same id in two datasets is the same.
 */
export function datasetsWithout(
  datasets: ReadonlyMap<string, ServedDataset>,
  hidden: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ServedDataset> {
  const ids = [...hidden].flatMap(([entity, keys]) => [entity, ...keys.map(idOf)]);
  const views = new Map<Collection, Collection>();
  for (const { collection } of datasets.values()) {
    if (views.has(collection)) continue;
    const rows = ids.map((id) => collection.rowOf(id) ?? collection.rowOfReferent(id));
    views.set(collection, collection.without(new Set(rows.filter((row) => row !== undefined))));
  }
  return new Map(
    [...datasets].map(([name, dataset]) => {
      const { collection } = dataset;
      return [name, { ...dataset, collection: views.get(collection) ?? collection }];
    }),
  );
}

/** The id by which a record's entity goes in a collection: its referent in the record, its own in a foreign dataset. */
export function idOf(key: string): string {
  const { list, reference } = parseSourceKey(key);
  return isFtmList(list) ? reference : key;
}
