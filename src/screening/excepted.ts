import { type ExceptionState, groupBy, type TimePoint } from '../kernel/index.ts';
import { contentOf, type EntityView, type Exception, type Store } from '../store/index.ts';
import type { ScreenAnswer, ScreenResult } from './answer.ts';
import type { MetException } from './met-exception.ts';
import type { ScreenQuery } from './query.ts';
import { questionKey } from './question-key.ts';

/** As of which moment exceptions count. */
export interface ExceptionMoment {
  /** The day on which they must hold, `YYYY-MM-DD`. */
  readonly day: string;
  /** What persons had decided by then; `null`: by now. */
  readonly decidedBy: TimePoint | null;
  /** What was known of the entities; `null`: what is known now. */
  readonly knownAt: TimePoint | null;
}

/** The moment of a question asked now, with the known-at of its own where it has one: what counted then counts. */
export function exceptionMoment(now: Date, knownAt: TimePoint | null): ExceptionMoment {
  return { day: (knownAt ?? now.toISOString()).slice(0, 10), decidedBy: knownAt, knownAt };
}

/** Whether a hit is an open alert: a match that no active exception sets aside. */
export function isOpen({ match, exception }: Pick<ScreenResult, 'match' | 'exception'>): boolean {
  return match && exception?.state !== 'active';
}

/** The approved exceptions, by the digest of the name that they are about. */
type ByName = ReadonlyMap<string, readonly Exception[]>;

/**
 * The approved exceptions of a store, for many screenings: read again only when one was added. A hit is never taken
 * out of an answer; it is marked.
 */
export class ExceptionBook {
  readonly #store: Store;
  #held: {
    readonly stamp: string | null;
    readonly decidedBy: TimePoint | null;
    readonly byName: ByName;
  } | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The answer with every hit marked that an approved exception is about, active or not; the answer itself where there
   * is none.
   */
  async mark(answer: ScreenAnswer, moment: ExceptionMoment): Promise<ScreenAnswer> {
    if (answer.results.length === 0) return answer;
    const asked = questionKey(answer.query);
    const alike = (await this.#read(moment.decidedBy)).get(asked.name) ?? [];
    if (alike.length === 0) return answer;
    const entities = await this.#store.resolveAll(alike.map(({ entity }) => entity));
    const byEntity = groupBy(alike, ({ entity }) => entities.get(entity) ?? entity);
    const hit = answer.results.map(({ id }) => id).filter((id) => byEntity.has(id));
    const views = await this.#store.entities(hit, { asOf: null, knownAt: moment.knownAt });
    const results = answer.results.map((result) => {
      const own = byEntity.get(result.id) ?? [];
      const same = own.filter(({ subject }) => subject.key === asked.key).at(-1);
      const met = same ?? own.at(-1);
      if (met === undefined) return result;
      const state =
        same === undefined ? 'question-changed' : exceptionState(met, views.get(result.id), moment.day);
      return { ...result, exception: metOf(met, state) };
    });
    return { ...answer, results };
  }

  async #read(decidedBy: TimePoint | null): Promise<ByName> {
    const held = this.#held?.decidedBy === decidedBy ? this.#held : null;
    // What had been decided by a moment that is past does not change any more.
    if (held !== null && decidedBy !== null) return held.byName;
    const stamp = decidedBy === null ? await this.#store.exceptions.stamp() : null;
    if (held !== null && held.stamp === stamp) return held.byName;
    const approved = (await this.#store.exceptions.all(decidedBy)).filter(
      ({ stage }) => stage === 'approved',
    );
    const byName = groupBy(
      approved,
      ({ subject }) => questionKey(subject.query as unknown as ScreenQuery).name,
    );
    this.#held = { stamp, decidedBy, byName };
    return byName;
  }
}

/** What marks the hits of many answers as of one moment; `null` marks none. */
export function exceptingBy(
  store: Store,
  moment: ExceptionMoment | null,
): (answer: ScreenAnswer) => Promise<ScreenAnswer> {
  if (moment === null) return async (answer) => answer;
  const book = new ExceptionBook(store);
  return (answer) => book.mark(answer, moment);
}

/** How an approved exception stands on a day, its question being the same; `view` is the entity with no as-of. */
export function exceptionState(
  { until, content }: Pick<Exception, 'until' | 'content'>,
  view: EntityView | undefined,
  day: string,
): Exclude<ExceptionState, 'question-changed'> {
  if (until <= day) return 'expired';
  return view !== undefined && contentOf(view).hash === content.hash ? 'active' : 'entity-changed';
}

function metOf({ id, reason, until, proposed, approved }: Exception, state: ExceptionState): MetException {
  return {
    id,
    state,
    reason,
    why: proposed.why,
    until,
    proposedBy: proposed.by,
    approvedBy: approved?.by ?? '',
    approvedAt: approved?.at ?? '',
  };
}
