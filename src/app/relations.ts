import type { Clocks, Source } from '../kernel/index.ts';
import { formatSourceKey } from '../kernel/index.ts';
import { captionOf, type EntityView, type StatedRelation, type Store } from '../store/index.ts';

/** The most things that one answer holds; the nearest come first. */
const MOST_NODES = 150;

/** Something that stands in a relation; `id` is its entity's, or its name where the record holds no such entity. */
export interface RelationNode {
  readonly id: string;
  readonly entity: string | null;
  readonly caption: string;
  /** Relations away from what was asked about. */
  readonly steps: number;
  /** On how many lists it stands. */
  readonly lists: number;
}

/** `from` is `type` `to`, as one or several sources state it. Dates are EDTF. */
export interface RelationEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly subject: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly statements: readonly { readonly record: string; readonly source: string | null }[];
}

/** How an entity stands to others, and those to each other. */
export interface Relations {
  readonly entity: string;
  readonly knownAt: string | null;
  readonly nodes: readonly RelationNode[];
  readonly edges: readonly RelationEdge[];
  readonly sources: readonly Source[];
  /** How many things were reached beyond those that an answer holds. */
  readonly leftOut: number;
}

/** What relations are read from. */
type RelationStore = Pick<Store, 'relations' | 'entities'>;

/** Until when, how far, for whom, and the documents that the record cites. */
export interface RelationQuestion {
  readonly clocks: Clocks;
  readonly steps: number;
  readonly may: (view: EntityView) => boolean;
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * What an entity is tied to and what is tied to it, as the starter record states it, and what its lists print it as
 * linked to, which stays a name: two things may bear one. With `steps` 2 also what those are tied to. Something of
 * which `may` says no is left out with all its relations, as if it were not held.
 */
export async function relationsAround(
  store: RelationStore,
  view: EntityView,
  { clocks, steps, may, sources }: RelationQuestion,
): Promise<Relations> {
  const stated = [...(await store.relations(clocks.knownAt)), ...printedAsLinked(view)];
  const reached = reachedFrom(view.entity, stated, steps);
  const kept = [...reached.keys()].slice(0, MOST_NODES);
  const names = new Map(
    stated.flatMap((one) => (one.other === null ? [[endOf(one), one.value] as const] : [])),
  );
  const views = await store.entities(
    kept.filter((id) => !names.has(id)),
    clocks,
  );
  const nodes = kept.flatMap((id): readonly RelationNode[] => {
    const away = reached.get(id) ?? 0;
    const name = names.get(id);
    if (name !== undefined) return [{ id, entity: null, caption: name, steps: away, lists: 0 }];
    const other = views.get(id);
    if (other === undefined || !may(other)) return [];
    return [{ id, entity: id, caption: captionOf(other), steps: away, lists: listsOf(other) }];
  });
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = edgesOf(stated.filter((one) => shown.has(one.entity) && shown.has(endOf(one))));
  const cited = new Set(edges.flatMap((edge) => edge.statements.map(({ source }) => source)));
  return {
    entity: view.entity,
    knownAt: clocks.knownAt,
    nodes,
    edges,
    sources: [...sources.values()].filter(({ id }) => cited.has(id)),
    leftOut: reached.size - kept.length,
  };
}

function listsOf(view: EntityView): number {
  return new Set(view.listings.filter(({ status }) => status === 'listed').map(({ list }) => list)).size;
}

/** The other end's id as a node: its entity, or its name, which no entity id looks like. */
function endOf({ other, value }: StatedRelation): string {
  return other ?? `name:${value}`;
}

/** What the lists print an entity as linked to now. */
function printedAsLinked(view: EntityView): readonly StatedRelation[] {
  return view.records.flatMap((record) =>
    record.history.statements
      .filter(({ property, seen }) => property === 'linkedTo' && seen.to === null)
      .map(({ value, detail, validFrom = null, validTo = null, source = null }) => ({
        entity: view.entity,
        record: formatSourceKey(record),
        type: detail?.type ?? 'linkedTo',
        other: null,
        value: detail?.name ?? value,
        subject: null,
        from: validFrom,
        to: validTo,
        source,
      })),
  );
}

/** What is reached in so many steps either way along the relations, nearest first. */
function reachedFrom(
  root: string,
  stated: readonly StatedRelation[],
  steps: number,
): ReadonlyMap<string, number> {
  const reached = new Map([[root, 0]]);
  for (let step = 1; step <= steps; step += 1) {
    const found = stated.flatMap((one) => {
      const to = endOf(one);
      const near = (id: string) => (reached.get(id) ?? step) < step;
      return [...(near(one.entity) ? [to] : []), ...(near(to) ? [one.entity] : [])];
    });
    for (const id of found) if (!reached.has(id)) reached.set(id, step);
  }
  return reached;
}

/** One edge for what several sources state alike. */
function edgesOf(stated: readonly StatedRelation[]): readonly RelationEdge[] {
  const edges = new Map<string, RelationEdge>();
  for (const one of stated) {
    const edge = {
      from: one.entity,
      to: endOf(one),
      type: one.type,
      subject: one.subject,
      since: one.from,
      until: one.to,
    };
    const key = JSON.stringify(edge);
    const statement = { record: one.record, source: one.source };
    edges.set(key, { ...edge, statements: [...(edges.get(key)?.statements ?? []), statement] });
  }
  return [...edges.values()];
}
