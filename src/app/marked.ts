import { formatSourceKey, isEntityId } from '../kernel/index.ts';
import {
  type Marking,
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
  /** What bears on an entity: its own markings, those of its records and of their statements. */
  entity(id: string, sourceKeys: readonly string[]): Markings;
}

/** The object under which a statement is marked. */
export function statementObject(sourceKey: string, property: string, value: string): string {
  return [sourceKey, property, value].join('\n');
}

/** What markings are read from. */
export type MarkedStore = Pick<Store, 'markings' | 'resolve'>;

/** Reads what is marked now. */
export async function markedNow(store: MarkedStore): Promise<Marked> {
  // A merged entity is known by another id, and its marking goes with it.
  const canonical = new Map<string, string>();
  for (const id of (await store.markings.standing('entity')).keys())
    canonical.set(id, (isEntityId(id) ? await store.resolve(id) : null) ?? id);
  const entities = await read(store, 'entity', (object) => canonical.get(object) ?? object);
  const records = await read(store, 'record', (object) => object);
  const statements = await read(store, 'statement', (object) => object.split('\n')[0] ?? '');
  const others = [
    ...(await store.markings.standing('document')).values(),
    ...(await store.markings.standing('engagement')).values(),
  ].flat();
  const held = [...entities.values(), ...records.values(), ...statements.values()].flat();
  return {
    all: [...PUBLISHED, ...held, ...[...new Set(others)].map(readMarking)],
    any: entities.size + records.size + statements.size > 0,
    entity: (id, sourceKeys) => {
      const own = [
        ...(entities.get(id) ?? []),
        ...sourceKeys.flatMap((key) => [...(records.get(key) ?? []), ...(statements.get(key) ?? [])]),
      ];
      return own.length === 0 ? PUBLISHED : own;
    },
  };
}

async function read(
  store: MarkedStore,
  kind: MarkedKind,
  keyOf: (object: string) => string,
): Promise<ReadonlyMap<string, Markings>> {
  const held = new Map<string, Markings>();
  for (const [object, texts] of await store.markings.standing(kind)) {
    const key = keyOf(object);
    held.set(key, [...(held.get(key) ?? []), ...texts.map(readMarking)]);
  }
  return held;
}

/** Whether a viewer may know of an entity. */
export function seesEntity(viewer: Viewer, marked: Marked, view: EntityView): boolean {
  if (!marked.any) return true;
  return sees(viewer)(marked.entity(view.entity, view.records.map(formatSourceKey)));
}

/** A screening's answer without the results that the viewer may not know of; the same object when there are none. */
export function shownTo(viewer: Viewer, marked: Marked, answer: ScreenAnswer): ScreenAnswer {
  if (!marked.any) return answer;
  const may = sees(viewer);
  const results = answer.results.filter((result) => may(resultMarkings(marked, result)));
  return results.length === answer.results.length ? answer : { ...answer, results };
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
