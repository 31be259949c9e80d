import {
  datasetOf,
  type FtmEntity,
  type FtmListFacts,
  ftmSchema,
  TOPICS,
  toFtm,
} from '../../exchange/index.ts';
import { NOW, RECORD_LIST_ID } from '../../kernel/index.ts';
import { TextList, Texts } from '../../names/index.ts';
import type { EntityView, Store } from '../../store/index.ts';
import { type CollectionBlocks, CollectionBuilder } from './build-collection.ts';

/** The dataset of all that the record itself holds. */
export const DEFAULT_DATASET = 'default';

/** The lists that hold datasets of FollowTheMoney begin so. */
const FTM_LIST = 'ftm-';

/** The name under which a list is served: its dataset's own for a FollowTheMoney dataset. */
export function datasetName(list: string): string {
  return datasetOf(isFtmList(list) ? list.slice(FTM_LIST.length) : list);
}

/** Whether a list is a dataset of FollowTheMoney, served under its own name. */
export function isFtmList(list: string): boolean {
  return list.startsWith(FTM_LIST);
}

/**
 * The collections of a store as it stands, by dataset: the record's own entities that somebody lists or that it
 * profiles, with their listings, wallets and relations; and each FollowTheMoney dataset as its file has it.
 */
export async function buildCollections(store: Store): Promise<ReadonlyMap<string, CollectionBlocks>> {
  const lists = await store.lists();
  const facts = new Map(lists.map(({ id, url }): [string, FtmListFacts] => [id, { url }]));
  const built = new Map<string, CollectionBlocks>();
  const own = new CollectionBuilder();
  // Kept as text: as objects, the listings of the whole record take as much memory as all else.
  const later = new TextList();
  const seen = new Set<string>();
  for await (const view of store.everyEntity(NOW)) {
    if (!isServed(view)) continue;
    const { entity, related } = toFtm(view, { asOf: null, lists: facts });
    own.add(entity);
    // Things come before what hangs on them, so that a page of things is not half made of listings.
    for (const one of related) {
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      later.push(JSON.stringify(one));
    }
  }
  const { starts, bytes } = later.arrays();
  const texts = new Texts(starts, bytes);
  for (let at = 0; at < texts.length; at += 1)
    own.add(JSON.parse(texts.at(at)) as FtmEntity, { words: false });
  if (own.size > 0) built.set(DEFAULT_DATASET, own.finish());
  for (const { id, snapshots } of lists) {
    if (!isFtmList(id) || !snapshots.some(({ state }) => state === 'accepted')) continue;
    const builder = new CollectionBuilder();
    for (const entity of await ftmEntities(store, id)) builder.add(entity);
    built.set(datasetName(id), builder.finish());
  }
  return built;
}

function isServed({ records, listings }: EntityView): boolean {
  const ofTheRecord = records.filter(({ list }) => !isFtmList(list));
  return (
    ofTheRecord.some(({ list, reference }) => list === RECORD_LIST_ID && !reference.includes('/')) ||
    (ofTheRecord.length > 0 && listings.some(({ status }) => status === 'listed' || status === 'unclear'))
  );
}

/** The entities of a FollowTheMoney dataset, in the order in which its file first had them. */
async function ftmEntities(store: Store, list: string): Promise<readonly FtmEntity[]> {
  const byRecord = new Map<number, { entity: string; seen: string }>();
  for (const { record, place, value } of await store.valuesStanding(list, 'ftm')) {
    const parts = byRecord.get(record) ?? { entity: '', seen: '[]' };
    byRecord.set(record, place === 'seen' ? { ...parts, seen: value } : { ...parts, entity: value });
  }
  return [...byRecord.values()].flatMap(({ entity, seen }) =>
    entity === '' ? [] : [wholeEntity(entity, seen, datasetName(list))],
  );
}

type Written = Pick<FtmEntity, 'id' | 'schema' | 'properties'> &
  Partial<Pick<FtmEntity, 'caption' | 'datasets' | 'referents'>>;

/** An entity with what its file left out: caption, dataset, and whether a topic makes it a target. */
function wholeEntity(text: string, seen: string, dataset: string): FtmEntity {
  const written = JSON.parse(text) as Written;
  const [first = null, last = null, change = null] = JSON.parse(seen) as readonly (string | null)[];
  return {
    id: written.id,
    caption: written.caption ?? captionOf(written),
    schema: written.schema,
    properties: written.properties,
    datasets: written.datasets ?? [dataset],
    referents: written.referents ?? [],
    target: (written.properties.topics ?? []).some((topic) => TOPICS[topic]?.risk === true),
    first_seen: first,
    last_seen: last,
    last_change: change,
  };
}

/** The first value of the properties that a schema is captioned by, one in Latin letters before others. */
function captionOf({ schema, properties }: Written): string {
  const model = ftmSchema(schema);
  for (const name of model?.caption ?? []) {
    const values = properties[name] ?? [];
    const latin = values.find((value) => /^[\p{Script=Latin}\P{L}]+$/u.test(value));
    const caption = latin ?? values[0];
    if (caption !== undefined) return caption;
  }
  return model?.label ?? schema;
}
