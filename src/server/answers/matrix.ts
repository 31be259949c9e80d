import type { MatrixAnswer } from '../../contract/index.ts';
import type { Clocks } from '../../kernel/index.ts';
import { RECORD_LIST_ID } from '../../kernel/index.ts';
import {
  captionOf,
  describeBound,
  type EntityView,
  type Listing,
  type ListState,
  programmesHeldOn,
  storeError,
} from '../../store/index.ts';
import type { Edition } from '../live/edition.ts';

/** What to show: which entities (`null`: the starter record's groups) by which lists (`null`: all that name one). */
export interface MatrixQuestion {
  readonly ids: readonly string[] | null;
  readonly lists: readonly string[] | null;
  readonly authorities: readonly string[] | null;
  readonly clocks: Clocks;
}

type Cell = MatrixAnswer['rows'][number]['cells'][number];

/** Entities by lists. A list that is not held and of which the starter record says nothing is "not loaded". */
export async function matrix(edition: Edition, question: MatrixQuestion): Promise<MatrixAnswer> {
  const { clocks } = question;
  const views = await viewsOf(edition, question);
  const named = new Set(views.flatMap((view) => view.listings.map((listing) => listing.list)));
  const lists = edition.lists.filter(
    (list) =>
      list.id !== RECORD_LIST_ID &&
      (question.lists === null ? named.has(list.id) : question.lists.includes(list.id)) &&
      (question.authorities === null || question.authorities.includes(list.authority.id)),
  );
  return {
    asOf: clocks.asOf,
    knownAt: clocks.knownAt,
    lists: lists.map((list) => ({
      id: list.id,
      title: list.title,
      authority: list.authority,
      observed: observedBy(list, clocks),
    })),
    rows: views.map((view) => ({
      entity: view.entity,
      caption: captionOf(view),
      cells: lists.map((list) => cellOf(list, view, clocks)),
    })),
  };
}

async function viewsOf(edition: Edition, { ids, clocks }: MatrixQuestion): Promise<readonly EntityView[]> {
  if (ids === null) {
    const all = await edition.store.profiles(clocks);
    return [...all].sort((a, b) => captionOf(a).localeCompare(captionOf(b), 'en'));
  }
  const entities: string[] = [];
  for (const id of ids) {
    const entity = await edition.store.resolve(id);
    if (entity === null) throw storeError('ENT_NOT_FOUND', { what: id });
    entities.push(entity);
  }
  const views = await edition.store.entities([...new Set(entities)], clocks);
  return [...views.values()];
}

function observedBy(list: ListState, { knownAt }: Clocks): string | null {
  const seen = list.snapshots.filter(
    (snapshot) =>
      snapshot.state === 'accepted' && (knownAt === null || snapshot.observed.slice(0, 10) <= knownAt),
  );
  return seen.at(-1)?.observed ?? null;
}

/** Of several entries on one list, the one that says most: listed before unclear before gone. */
const ORDER: readonly Listing['status'][] = ['listed', 'unclear', 'delisted', 'not-yet'];

function cellOf(list: ListState, view: EntityView, clocks: Clocks): Cell {
  const [best] = view.listings
    .filter((listing) => listing.list === list.id)
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  if (best === undefined) {
    const status = observedBy(list, clocks) === null ? 'not-loaded' : 'not-listed';
    const nothing = {
      since: null,
      until: null,
      reference: null,
      printedName: null,
      programmes: [],
      basis: null,
    };
    return { list: list.id, status, ...nothing };
  }
  return {
    list: list.id,
    status: best.status === 'delisted' ? 'was-listed' : best.status,
    since: best.effective === null ? null : describeBound(best.effective.from),
    until: best.effective === null || best.effective.to === null ? null : describeBound(best.effective.to),
    reference: best.reference,
    printedName: best.printedName,
    programmes: programmesHeldOn(best.programmes, clocks.asOf),
    basis: best.basis,
  };
}
