import { type FtmEntity, type FtmProperty, ftmSchema } from '../../exchange/index.ts';
import type { Collection } from './collection.ts';
import { type SearchQuestion, sorted } from './search.ts';
import { term } from './terms.ts';

/** An entity with others inside its properties. */
export type NestedEntity = Omit<FtmEntity, 'properties'> & {
  readonly properties: Readonly<Record<string, readonly (string | NestedEntity)[]>>;
};

/** So many entities around one are looked at. */
const MOST_AROUND = 9999;

/** What links to an entity, and what it links to, by the property in which it shows. */
export type Around = ReadonlyMap<string, readonly (number | string)[]>;

/**
 * What stands around an entity, by property: its own links, an id where the collection does not have what it
 * names; and what links to it, under the reverse names (`sanctions`, `ownershipOwner` …). In the collection's order.
 */
export function around(collection: Collection, entity: FtmEntity): Around {
  const found = new Map<string, (number | string)[]>();
  const add = (name: string, one: number | string) => {
    const held = found.get(name);
    if (held === undefined) found.set(name, [one]);
    else if (held.length < MOST_AROUND && !held.includes(one)) held.push(one);
  };
  for (const row of collection.rows(term('x', entity.id)).slice(0, MOST_AROUND)) {
    const other = collection.entity(row);
    for (const property of linksOf(other)) {
      if (property.reverse !== null && other.properties[property.name]?.includes(entity.id) === true) {
        add(property.reverse.name, row);
      }
    }
  }
  for (const property of linksOf(entity)) {
    for (const id of entity.properties[property.name] ?? []) add(property.name, collection.rowOf(id) ?? id);
  }
  return found;
}

/** An entity with what stands around it inside, and what an edge leads on to inside that. */
export function nest(collection: Collection, entity: FtmEntity): NestedEntity {
  const properties: Record<string, readonly (string | NestedEntity)[]> = { ...entity.properties };
  for (const [name, ones] of around(collection, entity)) {
    properties[name] = ones.map((one) => (typeof one === 'string' ? one : inner(collection, one, entity.id)));
  }
  return { ...entity, properties };
}

/** One page of what stands around an entity under one property. */
export function nestedPage(
  collection: Collection,
  entity: FtmEntity,
  ones: readonly (number | string)[],
  page: Pick<SearchQuestion, 'sort' | 'limit' | 'offset'>,
): readonly NestedEntity[] {
  const rows = ones.filter((one) => typeof one === 'number');
  return sorted(collection, rows, page.sort)
    .slice(page.offset, page.offset + page.limit)
    .map((row) => inner(collection, row, entity.id));
}

/** An entity at one remove: of an edge the other end is shown whole, the way back is left out. */
function inner(collection: Collection, row: number, from: string): NestedEntity {
  const entity = collection.entity(row);
  const edge = ftmSchema(entity.schema)?.edge != null;
  const properties: Record<string, readonly (string | NestedEntity)[]> = { ...entity.properties };
  for (const { name } of linksOf(entity)) {
    const values = (entity.properties[name] ?? []).filter((id) => id !== from);
    const shown = values.map((id) => {
      const other = edge ? collection.rowOf(id) : undefined;
      return other === undefined ? id : collection.entity(other);
    });
    if (shown.length === 0) delete properties[name];
    else properties[name] = shown;
  }
  return { ...entity, properties };
}

function linksOf({ schema, properties }: FtmEntity): readonly FtmProperty[] {
  const known = ftmSchema(schema)?.properties;
  return Object.keys(properties).flatMap((name) => {
    const property = known?.get(name);
    return property?.type === 'entity' && !property.stub ? [property] : [];
  });
}
