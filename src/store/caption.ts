import { RECORD_LIST_ID } from '../kernel/index.ts';
import { primaryName } from './record-values.ts';
import type { EntityView } from './store.ts';

/**
 * The name that an entity goes by on a screen: its primary name in the starter record, else in the list that
 * comes first by id; its id when no name is known.
 */
export function captionOf(view: EntityView): string {
  const profile = view.records.find(
    (record) => record.list === RECORD_LIST_ID && !record.reference.includes('/'),
  );
  const name = profile === undefined ? null : primaryName(profile);
  if (name !== null) return name;
  const others = [...view.records].sort((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : a.id - b.id));
  return others.map(primaryName).find((text) => text !== null) ?? view.entity;
}
