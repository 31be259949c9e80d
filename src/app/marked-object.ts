import { EntError, formatSourceKey, isEntityId, NOW } from '../kernel/index.ts';
import { type Marking, PUBLISHED, type UnknownMarking } from '../policy/index.ts';
import type { MarkedKind, Store } from '../store/index.ts';
import { type Marked, standingMarkings, statementObject } from './marked.ts';

/** An object that carries or may carry a marking, as a person names it. */
export interface NamedObject {
  /** Left out, by the id's form: an entity, a document, else a record. */
  readonly kind?: MarkedKind;
  /** An entity id, a source key, a document's id, or the id of an entry about a dialogue. */
  readonly id: string;
  /** For a statement: what its record says of what. */
  readonly property?: string;
  readonly value?: string;
}

/** An object that is there, by the name under which its markings are kept, with all that bears on it. */
export interface MarkedObject {
  readonly kind: MarkedKind;
  readonly object: string;
  readonly markings: readonly (Marking | UnknownMarking)[];
}

/** Finds what a person names; `null` where it is not there: a marking on nothing would hide nothing. */
export async function markedObject(
  store: Store,
  marked: Marked,
  named: NamedObject,
): Promise<MarkedObject | null> {
  const { id, property, value } = named;
  const kind = named.kind ?? kindOf(named);
  if (kind === 'document' || kind === 'engagement') {
    const found = kind === 'document' ? await documentOf(store, id) : await store.engagement.entry(id, null);
    if (found === null) return null;
    return { kind, object: id, markings: (await standingMarkings(store, kind)).get(id) ?? PUBLISHED };
  }
  const view = await entityOf(store, id);
  if (view === null) return null;
  const keys = view.records.map(formatSourceKey);
  const markings = marked.entity(view.entity, keys);
  if (kind === 'entity') return { kind, object: view.entity, markings };
  if (!keys.includes(id)) return null;
  if (kind === 'record') return { kind, object: id, markings };
  const record = view.records.find((one) => formatSourceKey(one) === id);
  const said = record?.history.statements.some((one) => one.property === property && one.value === value);
  if (said !== true || property === undefined || value === undefined) return null;
  return { kind, object: statementObject(id, property, value), markings };
}

/** What a kept name of an object says: the way back from {@link MarkedObject}. */
export function namedAs(kind: MarkedKind, object: string): NamedObject & { readonly kind: MarkedKind } {
  if (kind !== 'statement') return { kind, id: object };
  const [id = '', property = '', ...value] = object.split('\n');
  return { kind, id, property, value: value.join('\n') };
}

function kindOf({ id, property }: NamedObject): MarkedKind {
  if (property !== undefined) return 'statement';
  return isEntityId(id) ? 'entity' : /^doc-/.test(id) ? 'document' : 'record';
}

async function documentOf({ documents }: Store, id: string) {
  return documents.find(id as Parameters<typeof documents.find>[0]);
}

/** An entity by what a person wrote, which may be no id at all. */
async function entityOf(store: Store, id: string) {
  try {
    return await store.entity(id, NOW);
  } catch (error) {
    if (error instanceof EntError && error.code === 'ENT_ID_SYNTAX') return null;
    throw error;
  }
}
