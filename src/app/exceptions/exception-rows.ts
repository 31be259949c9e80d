import { EXCEPTION_STANDINGS, type ExceptionStanding } from '../../kernel/index.ts';
import { exceptionState, questionKey, type ScreenQuery } from '../../screening/index.ts';
import {
  type ContentChange,
  contentChange,
  contentOf,
  type EntityView,
  type Exception,
  exceptionError,
  type Store,
} from '../../store/index.ts';

/** The standings that wait for a person: to approve, or to decide again. */
export const WAITING_STANDINGS: readonly ExceptionStanding[] = [
  'proposed',
  'expired',
  'entity-changed',
  'question-changed',
];

/** An exception with how it stands, and what has changed since it was proposed. */
export interface ExceptionRow {
  readonly exception: Exception;
  readonly standing: ExceptionStanding;
  /** What the entity's entries say otherwise now. */
  readonly changes: ContentChange;
  /** The question of its watched name now, where that is another one. */
  readonly questionNow: ScreenQuery | null;
  /** The entity as it is known; `null` where nothing is known of it any more. */
  readonly view: EntityView | null;
}

/** So many entities are read together. */
const BATCH = 200;

/** How exceptions stand on a day, those that wait first, then the oldest first. */
export async function exceptionRows(
  store: Store,
  day: string,
  only: (exception: Exception) => boolean = () => true,
): Promise<readonly ExceptionRow[]> {
  const all = (await store.exceptions.all()).filter(only);
  const ids = [...new Set(all.map(({ entity }) => entity))];
  const views = new Map<string, EntityView>();
  for (let at = 0; at < ids.length; at += BATCH)
    for (const [id, view] of await store.entities(ids.slice(at, at + BATCH), { asOf: null, knownAt: null }))
      views.set(id, view);
  const rows: ExceptionRow[] = [];
  for (const exception of all) rows.push(await rowOf(store, exception, views.get(exception.entity), day));
  const rank = ({ standing }: ExceptionRow) => EXCEPTION_STANDINGS.indexOf(standing);
  return rows.sort((a, b) => rank(a) - rank(b) || a.exception.id - b.exception.id);
}

/** How one exception stands on a day. Throws `ENT_EXCEPTION_UNKNOWN`. */
export async function exceptionRow(store: Store, id: number, day: string): Promise<ExceptionRow> {
  const [found] = await exceptionRows(store, day, (exception) => exception.id === id);
  if (found === undefined) throw exceptionError('ENT_EXCEPTION_UNKNOWN', { id });
  return found;
}

async function rowOf(
  store: Store,
  exception: Exception,
  view: EntityView | undefined,
  day: string,
): Promise<ExceptionRow> {
  const { stage, content, subject } = exception;
  const questionNow = subject.watch === null ? null : await otherQuestion(store, subject.watch, subject.key);
  const changes =
    view === undefined ? { added: [], removed: content.facts } : contentChange(content, contentOf(view));
  const standing =
    stage !== 'approved'
      ? stage
      : questionNow !== null
        ? 'question-changed'
        : exceptionState(exception, view, day);
  return { exception, standing, changes, questionNow, view: view ?? null };
}

/** What a watched name asks now, if that is something else; one that is watched no more asks nothing else. */
async function otherQuestion(store: Store, watch: number, key: string): Promise<ScreenQuery | null> {
  const name = await store.watch.name(watch);
  if (name === null) return null;
  const now = questionKey(name.query as unknown as ScreenQuery);
  return now.key === key ? null : now.query;
}
