import { csv, type FtmOptions, nested, toFtm } from '../exchange/index.ts';
import { type Clocks, RECORD_LIST_ID } from '../kernel/index.ts';
import {
  captionOf,
  describeBound,
  type EntityView,
  type ListState,
  programmesHeldOn,
  type Store,
  storeError,
} from '../store/index.ts';

/** What to export, in which format, and where it goes. */
export interface ExportQuestion {
  /** Entity ids or source keys; `null`: everything. */
  readonly ids: readonly string[] | null;
  /** Only entities that these lists have or had. */
  readonly lists: readonly string[] | null;
  /** Only entities that somebody lists on the day asked about. */
  readonly targetsOnly: boolean;
  readonly clocks: Clocks;
  readonly format: 'ftm' | 'ftm-nested' | 'csv';
  readonly write: (text: string) => Promise<void>;
  /** Whether an entity may be taken; default: each. One that may not is as if it were not held. */
  readonly may?: (view: EntityView) => boolean;
  readonly onProgress?: (entities: number) => void;
}

/**
 * Writes entities one by one, so that memory does not grow with the record: FollowTheMoney as JSON lines (its
 * `Sanction`s and what else hangs on it as lines of their own, or inside it), or CSV with a row a listing. Gives
 * the number of entities. Throws `ENT_NOT_FOUND` for an id that the record does not have, `ENT_LIST_NOT_LOADED`
 * for a list that nobody knows.
 */
export async function exportEntities(store: Store, question: ExportQuestion): Promise<number> {
  const { clocks, format, write } = question;
  const states = await store.lists();
  checkLists(states, question.lists);
  const options: FtmOptions = {
    asOf: clocks.asOf,
    lists: new Map(states.map(({ id, url }) => [id, { url }])),
  };
  if (format === 'csv') await write(csv([HEADINGS]));
  let done = 0;
  for await (const view of viewsOf(store, question)) {
    if (!wanted(view, question)) continue;
    await write(format === 'csv' ? rowsOf(view, clocks) : linesOf(view, options, format));
    done += 1;
    question.onProgress?.(done);
  }
  return done;
}

/** Throws `ENT_LIST_NOT_LOADED` for a list that nobody knows; before an answer has begun, it can still be told so. */
export function checkLists(states: readonly ListState[], lists: readonly string[] | null): void {
  for (const list of lists ?? [])
    if (!states.some(({ id }) => id === list)) throw storeError('ENT_LIST_NOT_LOADED', { list });
}

async function* viewsOf(
  store: Store,
  { ids, clocks, may = () => true }: ExportQuestion,
): AsyncIterable<EntityView> {
  if (ids === null) {
    for await (const view of store.everyEntity(clocks)) if (may(view)) yield view;
    return;
  }
  for (const id of ids) {
    const view = await store.entity(id, clocks);
    if (view === null || !may(view)) throw storeError('ENT_NOT_FOUND', { what: id });
    yield view;
  }
}

function wanted({ records, listings }: EntityView, { lists, targetsOnly }: ExportQuestion): boolean {
  if (lists !== null && !records.some(({ list }) => lists.includes(list))) return false;
  return !targetsOnly || listings.some(({ status }) => status === 'listed' || status === 'unclear');
}

function linesOf(view: EntityView, options: FtmOptions, format: 'ftm' | 'ftm-nested'): string {
  const mapped = toFtm(view, options);
  const lines = format === 'ftm' ? [mapped.entity, ...mapped.related] : [nested(mapped)];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const HEADINGS = [
  'entity',
  'name',
  'schema',
  'list',
  'authority',
  'reference',
  'printed_name',
  'status',
  'listed_from',
  'listed_until',
  'programmes',
  'names',
  'basis',
];

/** A row a listing; an entity that nobody lists has one row without a list. */
function rowsOf(view: EntityView, { asOf }: Clocks): string {
  const names = new Set(
    view.records
      .filter(({ list, reference }) => list !== RECORD_LIST_ID || !reference.includes('/'))
      .flatMap(({ history }) =>
        history.statements.flatMap(({ property, value, seen }) =>
          property === 'name' && seen.to === null ? [value] : [],
        ),
      ),
  );
  const schema = view.records.find((record) => record.schema !== null)?.schema ?? null;
  const who = [view.entity, captionOf(view), schema];
  if (view.listings.length === 0) return csv([[...who, ...Array(8).fill(null), [...names].join('; '), null]]);
  return csv(
    view.listings.map((listing) => [
      ...who,
      listing.list,
      listing.authority.name,
      listing.reference,
      listing.printedName,
      listing.status,
      listing.effective === null ? null : describeBound(listing.effective.from),
      listing.effective === null || listing.effective.to === null
        ? null
        : describeBound(listing.effective.to),
      programmesHeldOn(listing.programmes, asOf).join('; '),
      [...names].join('; '),
      listing.basis,
    ]),
  );
}
