import { formatSourceKey, RECORD_LIST_ID, type Schema } from '../../kernel/index.ts';
import {
  captionOf,
  type EntityView,
  type KnownRecord,
  type Listing,
  statementsHeldOn,
} from '../../store/index.ts';
import type { FtmEntity, FtmMapped, FtmOptions } from './entity.ts';
import { datasetOf, ftmMoment } from './ids.ts';
import { relationOf, walletOf } from './links.ts';
import { nameProperty } from './names.ts';
import { propertiesOf } from './properties.ts';
import { PropertyBag } from './property-bag.ts';
import { sanctionsOf } from './sanction.ts';

/**
 * Maps an entity as known to FollowTheMoney: its own line, and one for each of its listings (`Sanction`), wallets and
 * relations to other entities of the record. The same view gives the same lines, ids included. `asOf` must be
 * the day that the view was asked for.
 *
 * It states what lists state and no more: the topic is `sanction` while somebody lists the entity; what for is in the
 * programmes of its `Sanction`s. An entity that was delisted everywhere is mapped too, with `target` false.
 */
export function toFtm(view: EntityView, options: FtmOptions): FtmMapped {
  const { entity: id, records, listings } = view;
  const { asOf } = options;
  const profiles = records.filter((record) => !isClaim(record));
  const schema = schemaOf(profiles);
  const bag = new PropertyBag();
  const names = new PropertyBag();
  const related: FtmEntity[] = [];
  for (const record of profiles) {
    const carried = { datasets: [datasetOf(record.list)], ...seenOf([record]) };
    for (const statement of statementsHeldOn(record, asOf)) {
      const { property, value } = statement;
      if (property === 'name') {
        const name = nameProperty(record.history, statement, asOf);
        if (name !== null) names.add(name, value);
      } else if (property === 'cryptoWallet') related.push(walletOf(id, record, statement, carried));
      else if (property === 'relation') {
        const link = relationOf(id, record, statement, carried);
        if (link !== null) related.push(link);
      } else for (const [name, said] of propertiesOf(schema, statement)) bag.add(name, said);
    }
  }
  for (const [name, values] of Object.entries(namesOnce(names.values))) bag.add(name, ...values);
  const sanctions = listings.flatMap((listing) =>
    sanctionsOf(listing, targetOf(view, listing, options), options),
  );
  const listed = listings.some(({ status }) => status === 'listed' || status === 'unclear');
  if (listed) bag.add('topics', 'sanction');
  for (const { properties } of sanctions) {
    if (properties.status?.includes('delisted') !== true) {
      bag.add('program', ...(properties.program ?? [])).add('programId', ...(properties.programId ?? []));
    }
  }
  const caption = captionOf(view);
  if (!bag.has('name')) bag.add('name', caption);
  const entity: FtmEntity = {
    id,
    caption,
    schema,
    properties: bag.values,
    datasets: [...new Set(records.map((record) => datasetOf(record.list)))].sort(),
    referents: records.map(formatSourceKey).sort(),
    target: listed,
    ...seenOf(records),
  };
  return { entity, related: distinct([...sanctions, ...related]) };
}

/** A claim of the starter record is a listing and no profile: its printed name is the list's. */
function isClaim({ list, reference }: KnownRecord): boolean {
  return list === RECORD_LIST_ID && reference.includes('/');
}

function schemaOf(records: readonly KnownRecord[]): Schema {
  const schemas = records.flatMap(({ schema }) => schema ?? []);
  return schemas.find((schema) => schema !== 'LegalEntity') ?? schemas[0] ?? 'LegalEntity';
}

/** A name that is the entity's own somewhere is not its alias, former or weak name elsewhere. */
function namesOnce(values: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  const taken = new Set<string>();
  const once: Record<string, readonly string[]> = {};
  for (const property of ['name', 'alias', 'abbreviation', 'previousName', 'weakAlias']) {
    const fresh = (values[property] ?? []).filter((value) => !taken.has(value));
    for (const value of fresh) taken.add(value);
    if (fresh.length > 0) once[property] = fresh;
  }
  return once;
}

function targetOf(view: EntityView, listing: Listing, { asOf }: FtmOptions) {
  const own = view.records.filter((record) => formatSourceKey(record) === listing.record);
  const statements = own.flatMap((record) => statementsHeldOn(record, asOf));
  return {
    id: view.entity,
    datasets: [...new Set(own.map((record) => datasetOf(record.list)))],
    seen: seenOf(own),
    unReferences: statements
      .filter(({ property, detail }) => property === 'identifier' && detail?.type === 'UN reference')
      .map(({ value }) => value),
    measures: statements
      .filter(({ property, detail }) => property === 'note' && detail?.type === 'measure')
      .map(({ value }) => value),
  };
}

/** When observations first and last showed the records, and last showed one of them otherwise than before. */
function seenOf(
  records: readonly KnownRecord[],
): Pick<FtmEntity, 'first_seen' | 'last_seen' | 'last_change'> {
  const edges: string[] = [];
  const shown: string[] = [];
  for (const { history } of records) {
    for (const { seen } of history.statements) edges.push(seen.from, ...(seen.to === null ? [] : [seen.to]));
    for (const { from, to } of [...history.primary, ...history.other]) {
      edges.push(from, ...(to === null ? [] : [to]));
      const last = history.timeline.filter((time) => time >= from && (to === null || time < to)).at(-1);
      shown.push(last ?? from);
    }
  }
  const moment = (points: readonly string[], pick: (a: string, b: string) => string) =>
    points.length === 0 ? null : ftmMoment(points.reduce(pick));
  const earlier = (a: string, b: string) => (a < b ? a : b);
  const later = (a: string, b: string) => (a > b ? a : b);
  return {
    first_seen: moment(edges, earlier),
    last_seen: moment(shown, later),
    last_change: moment(edges, later),
  };
}

/** Several sources of one relation are one relation. */
function distinct(entities: readonly FtmEntity[]): readonly FtmEntity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
