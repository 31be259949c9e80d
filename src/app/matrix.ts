import { type Authority, type Clocks, isEntityId, RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import {
  captionOf,
  type EntityView,
  type Listing,
  type ListState,
  type Store,
  storeError,
} from '../store/index.ts';
import { fold } from '../text/index.ts';
import { cellOfListing, type MatrixCell } from './matrix-cell.ts';
import { type AliasElsewhere, aliasesElsewhere, rowOfName } from './matrix-names.ts';
import { type MatrixReading, matrixReading } from './matrix-reading.ts';

/** What to show: which rows by which lists. */
export interface MatrixQuestion {
  /**
   * Entity ids, source keys, or names; `null`: every group of the starter record. A name that is the main name of
   * one group of the starter record stands for that group, any other for itself, as lists print it.
   */
  readonly ids: readonly string[] | null;
  /** `null`: all lists that are held or that name one of the rows. */
  readonly lists: readonly string[] | null;
  readonly authorities: readonly string[] | null;
  readonly clocks: Clocks;
  /** Which entities the asker may see; the others are as if they were not there. */
  readonly may?: (view: EntityView) => boolean;
}

/** What a matrix is made of: the store, and the lists that it knows. */
export interface MatrixRecord {
  readonly store: Store;
  readonly lists: readonly ListState[];
}

/** One row: an entity, or a name that was asked for as such. */
export interface MatrixRow {
  readonly entity: string | null;
  readonly caption: string;
  readonly cells: readonly MatrixCell[];
}

/** Entities by lists. */
export interface Matrix {
  readonly asOf: TimePoint | null;
  readonly knownAt: TimePoint | null;
  readonly lists: readonly MatrixList[];
  readonly rows: readonly MatrixRow[];
}

/** A column: a list, by when it was last observed (`null`: not held). */
export interface MatrixList {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority;
  readonly observed: TimePoint | null;
}

/**
 * Entities (or names) by lists, as of a day as known on a day. Throws `ENT_NOT_FOUND` for an id or key that the
 * record does not have, a name that nobody bears, an authority that has no list, or a list that nobody knows.
 */
export async function matrixOf(record: MatrixRecord, question: MatrixQuestion): Promise<Matrix> {
  const { clocks, may = () => true } = question;
  const states = record.lists.filter(({ id }) => id !== RECORD_LIST_ID);
  for (const list of question.lists ?? [])
    if (!states.some(({ id }) => id === list))
      throw storeError('ENT_NOT_FOUND', { what: `a list "${list}" ("entente lists" shows which there are)` });
  for (const authority of question.authorities ?? [])
    if (!states.some((list) => list.authority.id === authority))
      throw storeError('ENT_NOT_FOUND', {
        what: `an authority "${authority}" (of lists: ${[...new Set(states.map((list) => list.authority.id))].sort().join(', ')})`,
      });
  const reading = await matrixReading(record.store, clocks);
  const { views, names } = await subjectsOf(reading, question, may);
  const elsewhere = await aliasesElsewhere(reading, views, clocks, may);
  const byName = await Promise.all(names.map((name) => rowOfName(reading, name, clocks, may)));
  const named = new Set([
    ...views.flatMap((view) => view.listings.map(({ list }) => list)),
    ...byName.flatMap(({ cells }) => [...cells.keys()]),
    ...byName.flatMap(({ about }) => about.flatMap((view) => view.listings.map(({ list }) => list))),
    ...elsewhere.map(({ list }) => list),
  ]);
  const lists = states.filter((list) => {
    const { id, authority } = list;
    return (
      (question.lists === null
        ? named.has(id) || observedBy(list, clocks) !== null
        : question.lists.includes(id)) &&
      (question.authorities === null || question.authorities.includes(authority.id))
    );
  });
  const absent = (list: ListState): MatrixCell => emptyCell(list, observedBy(list, clocks) === null);
  return {
    asOf: clocks.asOf,
    knownAt: clocks.knownAt,
    lists: lists.map((list) => ({
      id: list.id,
      title: list.title,
      authority: list.authority,
      observed: observedBy(list, clocks),
    })),
    rows: [
      ...views.map((view) => ({
        entity: view.entity,
        caption: captionOf(view),
        cells: lists.map(
          (list) => listedCell(list.id, view, clocks) ?? aliasCell(list.id, view, elsewhere) ?? absent(list),
        ),
      })),
      ...byName.map(({ name, cells }) => ({
        entity: null,
        caption: name,
        cells: lists.map((list) => cells.get(list.id) ?? absent(list)),
      })),
    ],
  };
}

async function subjectsOf(
  reading: MatrixReading,
  { ids }: MatrixQuestion,
  may: (view: EntityView) => boolean,
): Promise<{ readonly views: readonly EntityView[]; readonly names: readonly string[] }> {
  if (ids === null) {
    const views = (await reading.profiles()).filter(may);
    return { views: [...views].sort((a, b) => captionOf(a).localeCompare(captionOf(b), 'en')), names: [] };
  }
  const entities = new Map<string, string>();
  const names: string[] = [];
  const resolved = await reading.resolved(ids.filter(isKey));
  const captions = ids.every(isKey) ? null : byCaption((await reading.profiles()).filter(may));
  for (const id of ids) {
    const entity = resolved.get(id) ?? captions?.get(fold(id)) ?? undefined;
    if (entity !== undefined) entities.set(entity, id);
    else if (isKey(id) && !id.includes(' ')) throw storeError('ENT_NOT_FOUND', { what: id });
    else names.push(id);
  }
  const views = [...(await reading.rows([...entities.keys()])).values()];
  const hidden = views.find((view) => !may(view));
  if (hidden !== undefined) throw storeError('ENT_NOT_FOUND', { what: entities.get(hidden.entity) ?? '' });
  return { views, names };
}

/** The entity of each main name, folded; `null` for one that two have. */
function byCaption(views: readonly EntityView[]): ReadonlyMap<string, string | null> {
  const entities = new Map<string, string | null>();
  for (const view of views) {
    const caption = fold(captionOf(view));
    entities.set(caption, entities.has(caption) ? null : view.entity);
  }
  return entities;
}

function isKey(text: string): boolean {
  return isEntityId(text) || /^[a-z][a-z0-9-]*:\S/.test(text);
}

/** When the list was last observed, as known at the moment asked about. */
function observedBy({ snapshots }: ListState, { knownAt }: Clocks): TimePoint | null {
  const seen = snapshots.filter(
    ({ state, observed }) =>
      state === 'accepted' && (knownAt === null || observed <= knownAt || observed.slice(0, 10) === knownAt),
  );
  return seen.at(-1)?.observed ?? null;
}

/** Of several entries on one list, the one that says most: listed before unclear before gone. */
const ORDER: readonly Listing['status'][] = ['listed', 'unclear', 'delisted', 'not-yet'];

function listedCell(list: string, view: EntityView, clocks: Clocks): MatrixCell | null {
  const [best] = view.listings
    .filter((listing) => listing.list === list)
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return best === undefined ? null : cellOfListing(best, clocks.asOf);
}

function aliasCell(list: string, view: EntityView, elsewhere: readonly AliasElsewhere[]): MatrixCell | null {
  return elsewhere.find((alias) => alias.list === list && alias.entity === view.entity)?.cell ?? null;
}

function emptyCell({ id }: ListState, unknown: boolean): MatrixCell {
  return {
    list: id,
    status: unknown ? 'not-loaded' : 'not-listed',
    since: null,
    until: null,
    reference: null,
    printedName: null,
    programmes: [],
    basis: null,
    of: null,
  };
}
