import { type EventKind, RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import { eventsOf, type ListState, type RecordEvent, type Store, storeError } from '../store/index.ts';

/** Which changes are asked for. */
export interface ChangesQuestion {
  /** `null`: all lists held. */
  readonly lists: readonly string[] | null;
  /** Those of one entity only: an entity id or a source key. */
  readonly entity: string | null;
  /** After what was observed then; `null`: since the snapshot before the newest, of each list its own. */
  readonly from: TimePoint | null;
  /** Up to what was observed then; `null`: the newest. */
  readonly to: TimePoint | null;
  /** `null`: all kinds. */
  readonly kinds: readonly EventKind[] | null;
}

/** What changed, and what that rests on. */
export interface Changes {
  readonly lists: readonly ListWindow[];
  /** By known time, then by list and entry. */
  readonly events: readonly RecordEvent[];
}

/** The snapshots of a list that a question covers. When there are none, nothing can be said of it. */
export interface ListWindow {
  readonly list: string;
  /** The last snapshot before: what the others are compared with. */
  readonly base: TimePoint | null;
  readonly snapshots: readonly TimePoint[];
}

const NEWEST = '9999-12-31';

/**
 * What lists' snapshots changed between two moments of known time. Throws `ENT_LIST_NOT_LOADED` for a list that is
 * asked for and not held, `ENT_NOT_FOUND` for an entity that the record does not have.
 */
export async function changesBetween(store: Store, question: ChangesQuestion): Promise<Changes> {
  const held = (await store.lists()).filter(
    ({ id, snapshots }) => id !== RECORD_LIST_ID && snapshots.some(({ state }) => state === 'accepted'),
  );
  for (const list of question.lists ?? [])
    if (!held.some(({ id }) => id === list)) throw storeError('ENT_LIST_NOT_LOADED', { list });
  const wanted = held.filter(({ id }) => question.lists === null || question.lists.includes(id));
  const windows = wanted.map((list) => windowOf(list, question));
  const found =
    question.entity === null
      ? await Promise.all(windows.map(({ list, from }) => store.changes(list, from, question.to ?? NEWEST)))
      : [await changesOfEntity(store, question.entity, windows, question.to)];
  const kinds = question.kinds;
  const events = found
    .flat()
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .sort((a, b) => compare(a.seen, b.seen) || compare(a.list, b.list) || compare(a.reference, b.reference));
  return { lists: windows.map(({ list, base, snapshots }) => ({ list, base, snapshots })), events };
}

/** What a snapshot that is held in quarantine would change, for a person to decide about it. */
export async function changesHeld(
  store: Store,
  list: string,
  observed: TimePoint,
  kinds: ChangesQuestion['kinds'],
): Promise<Changes> {
  const events = await store.changesIfAccepted(list, observed);
  const state = (await store.lists()).find(({ id }) => id === list);
  const base = state?.snapshots.filter((one) => one.state === 'accepted' && one.observed < observed).at(-1);
  return {
    lists: [{ list, base: base?.observed ?? null, snapshots: [observed] }],
    events: events.filter(({ kind }) => kinds === null || kinds.includes(kind)),
  };
}

interface Window extends ListWindow {
  readonly from: TimePoint;
}

function windowOf({ id, snapshots }: ListState, { from, to }: ChangesQuestion): Window {
  const accepted = snapshots
    .filter(({ state, observed }) => state === 'accepted' && (to === null || observed <= to))
    .map(({ observed }) => observed);
  // What a list's first snapshot shows was not brought by it: there is nothing to compare it with.
  const first = accepted[0] ?? '';
  const asked = from ?? accepted.at(-2) ?? '';
  const start = asked < first ? first : asked;
  return {
    list: id,
    from: start,
    base: accepted.filter((observed) => observed <= start).at(-1) ?? null,
    snapshots: accepted.filter((observed) => observed > start),
  };
}

async function changesOfEntity(
  store: Store,
  entity: string,
  windows: readonly Window[],
  to: TimePoint | null,
): Promise<readonly RecordEvent[]> {
  const view = await store.entity(entity, { asOf: null, knownAt: to });
  if (view === null) throw storeError('ENT_NOT_FOUND', { what: entity });
  return view.records.flatMap((record) => {
    const window = windows.find(({ list }) => list === record.list);
    return window === undefined ? [] : eventsOf(record).filter(({ seen }) => seen > window.from);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
