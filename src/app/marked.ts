import { EntError, formatSourceKey } from '../kernel/index.ts';
import {
  decide,
  formatMarking,
  givenTo,
  type Marking,
  NO_CONTEXT,
  PUBLISHED,
  readMarking,
  sees,
  type UnknownMarking,
  type Viewer,
} from '../policy/index.ts';
import type { ScreenAnswer } from '../screening/index.ts';
import type { EntityView, MarkedKind, Store } from '../store/index.ts';

/** Every marking that bears on something. */
type Markings = readonly (Marking | UnknownMarking)[];

/** What is marked at one moment. What nobody marked in a list or the starter record is published. */
export interface Marked {
  readonly any: boolean;
  /** Every marking that stands on anything, documents and dialogues among it: what an answer made from all must meet. */
  readonly all: Markings;
  /** The same without what stands on entities: for answers that leave those out. */
  readonly others: Markings;
  /** What bears on an entity: its own markings, those of its records and of their statements. */
  entity(id: string, sourceKeys: readonly string[]): Markings;
  /** Every entity on which something bears, by its canonical id, with all that does. */
  readonly entities: ReadonlyMap<string, Markings>;
  /** Names what is marked and how: the same for the same markings. */
  readonly stamp: string;
}

/** The object under which a statement is marked. */
export function statementObject(sourceKey: string, property: string, value: string): string {
  return [sourceKey, property, value].join('\n');
}

/** What markings are read from. */
export type MarkedStore = Pick<Store, 'markings' | 'resolve'>;

/** Reads what is marked now. What was released to an organisation is marked as given to it too (`TO`). */
export async function markedNow(store: MarkedStore): Promise<Marked> {
  const bySource = new Map<string, Markings>();
  const entities = new Map<string, Markings>();
  for (const kind of ['entity', 'record', 'statement'] as const) {
    for (const [key, markings] of await read(store, kind)) {
      if (kind !== 'entity') bySource.set(key, [...(bySource.get(key) ?? []), ...markings]);
      // A merged entity is known by another id, and its marking goes with it; a record's bears on what it is joined to.
      const entity = await canonical(store, key);
      entities.set(entity, [...(entities.get(entity) ?? []), ...markings]);
    }
  }
  const given = new Map<string, readonly string[]>();
  for (const [object, to] of await store.markings.releases.standing('entity')) {
    const entity = await canonical(store, object);
    given.set(entity, [...(given.get(entity) ?? []), ...to]);
  }
  const released = (id: string, markings: Markings): Markings => {
    const to = given.get(id);
    return to === undefined ? markings : markings.map((marking) => givenTo(marking, to));
  };
  for (const [id, markings] of entities) entities.set(id, released(id, markings));
  const others = [
    ...(await standingMarkings(store, 'document')).values(),
    ...(await standingMarkings(store, 'engagement')).values(),
  ].flat();
  const held = [...entities.values()].flat();
  return {
    all: [...PUBLISHED, ...distinct([...held, ...others])],
    others: [...PUBLISHED, ...distinct(others)],
    any: entities.size > 0,
    entities,
    stamp: JSON.stringify([...entities].map(([id, markings]) => [id, markings.map(formatMarking)])),
    entity: (id, sourceKeys) => {
      // As it was known before, an entity may have had records that are another's now.
      const ofRecords = sourceKeys.flatMap((key) => bySource.get(key) ?? []);
      const own = distinct([...(entities.get(id) ?? []), ...released(id, ofRecords)]);
      return own.length === 0 ? PUBLISHED : own;
    },
  };
}

/** What bears on each marked object of a kind, by its id: what stands on it, as given to whom it was released to. */
export async function standingMarkings(
  { markings }: Pick<Store, 'markings'>,
  kind: MarkedKind,
): Promise<ReadonlyMap<string, Markings>> {
  const given = await markings.releases.standing(kind);
  const standing = await markings.standing(kind);
  return new Map(
    [...standing].map(([object, texts]) => [
      object,
      texts.map((text) => givenTo(readMarking(text), given.get(object) ?? [])),
    ]),
  );
}

/** Markings without those that say the same as one before. */
function distinct(markings: Markings): Markings {
  if (markings.length < 2) return markings;
  return [...new Map(markings.map((marking) => [formatMarking(marking), marking])).values()];
}

/** The entity that an object stands for; what the record knows nothing of stands for itself. */
async function canonical(store: MarkedStore, object: string): Promise<string> {
  try {
    return (await store.resolve(object)) ?? object;
  } catch (error) {
    if (error instanceof EntError && error.code === 'ENT_ID_SYNTAX') return object;
    throw error;
  }
}

/** The entities that a viewer may not know of: one of which any part's marking is not met. */
export function hiddenFrom(viewer: Viewer, { any, entities }: Marked): ReadonlySet<string> {
  if (!any) return NONE;
  const { subject, action, context = NO_CONTEXT } = viewer;
  const hidden = new Set<string>();
  for (const [id, markings] of entities)
    if (decide(subject, action, { markings }, context).verdict === 'deny') hidden.add(id);
  return hidden;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The markings of one kind by entity id or source key: a statement's bear on its record, and what a record was released
 * to bears on its statements' too.
 */
async function read(store: MarkedStore, kind: MarkedKind): Promise<ReadonlyMap<string, Markings>> {
  const held = new Map<string, Markings>();
  const ofRecord = kind === 'statement' ? await store.markings.releases.standing('record') : null;
  for (const [object, markings] of await standingMarkings(store, kind)) {
    const key = object.split('\n')[0] ?? '';
    const given = markings.map((marking) => givenTo(marking, ofRecord?.get(key) ?? []));
    held.set(key, [...(held.get(key) ?? []), ...given]);
  }
  return held;
}

/** Whether a viewer may know of an entity. */
export function seesEntity(viewer: Viewer, marked: Marked, view: EntityView): boolean {
  if (!marked.any) return true;
  return sees(viewer)(marked.entity(view.entity, view.records.map(formatSourceKey)));
}

/** Every marking that bears on a screening's results, in order, for the entry that tells of it. */
export function answerMarkings(marked: Marked, answer: ScreenAnswer): Markings {
  if (!marked.any) return [];
  return [...new Set(answer.results.flatMap((result) => resultMarkings(marked, result)))];
}

function resultMarkings(marked: Marked, { id, listings }: ScreenAnswer['results'][number]): Markings {
  return marked.entity(
    id,
    listings.map(({ record }) => record),
  );
}

/** An entity without what it says of its relations to some others. */
export function withoutRelations(view: EntityView, hidden: ReadonlySet<string>): EntityView {
  if (hidden.size === 0) return view;
  const tells = ({ detail }: { readonly detail?: Readonly<Record<string, string>> }) =>
    detail?.entity !== undefined && hidden.has(detail.entity);
  const records = view.records.map((record) => {
    const { history } = record;
    if (!history.statements.some(tells)) return record;
    const statements = history.statements.filter((statement) => !tells(statement));
    return { ...record, history: { ...history, statements } };
  });
  return { ...view, records };
}
