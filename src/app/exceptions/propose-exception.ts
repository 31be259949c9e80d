import type { ExceptionReason } from '../../kernel/index.ts';
import {
  questionKey,
  type ScreenAnswer,
  type ScreenOptions,
  type ScreenQuery,
  type ScreenResult,
} from '../../screening/index.ts';
import { contentOf, type Exception, exceptionError, type Store, storeError } from '../../store/index.ts';

/** That a question, or a watched name, and an entity are not the same. */
export interface ProposedException {
  /** The question; or a watched name, whose question it then is. */
  readonly subject: { readonly query: ScreenQuery } | { readonly watch: number };
  /** An entity id or a source key. */
  readonly entity: string;
  readonly reason: ExceptionReason;
  readonly why: string;
  /** The day on which it ends, `YYYY-MM-DD`. */
  readonly until: string;
}

/** Who proposes, when, and how long an exception may hold at most, in days. */
export interface Proposing {
  readonly by: string;
  readonly now: () => Date;
  readonly mostDays: number;
  /** Asks the question of all that is held now. */
  readonly screen: (query: ScreenQuery, options: ScreenOptions) => Promise<ScreenAnswer>;
}

/** How far an exception may reach where nobody says otherwise: what was checked is checked again once a year. */
export const EXCEPTION_DAYS = 365;

/** Every hit that a person can be shown can be excepted. */
const WIDEST: ScreenOptions = { threshold: 0.5, limit: 500, weak: true };
const DAY_MS = 86_400_000;

/**
 * Proposes an exception and freezes what it rests on: the match as it is now, and the entity as it stands. Another
 * person approves it. Throws `ENT_EXCEPTION_REFUSED` for a day that is past or too far away, a hit that is none or no
 * reason, `ENT_NOT_FOUND` for an entity or a watched name that is not held.
 */
export async function proposeException(
  store: Store,
  { subject, entity, reason, why, until }: ProposedException,
  { by, now, mostDays, screen }: Proposing,
): Promise<Exception> {
  if (why.trim() === '') throw refused('it does not say why');
  const at = now();
  checkDay(until, at, mostDays);
  const watch = 'watch' in subject ? subject.watch : null;
  const query = 'watch' in subject ? await watched(store, subject.watch) : subject.query;
  const id = await store.resolve(entity);
  const view = id === null ? null : await store.entity(id, { asOf: null, knownAt: null });
  if (view === null) throw storeError('ENT_NOT_FOUND', { what: entity });
  const answer = await screen(query, WIDEST);
  const hit = answer.results.find((result) => result.id === view.entity);
  if (hit === undefined) throw refused(`the question does not hit ${entity}`);
  const { key, query: asked } = questionKey(query);
  return store.exceptions.propose({
    subject: { key, query: { ...asked }, watch },
    entity: view.entity,
    caption: hit.caption,
    reason,
    until,
    content: contentOf(view),
    evidence: evidenceOf(query, hit, answer),
    proposed: { by, at: at.toISOString(), why: why.trim() },
  });
}

function checkDay(until: string, now: Date, mostDays: number): void {
  const day = Date.parse(`${until}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(until) ||
    Number.isNaN(day) ||
    new Date(day).toISOString().slice(0, 10) !== until
  )
    throw refused(`"${until}" is no day; give YYYY-MM-DD`);
  const today = now.toISOString().slice(0, 10);
  if (until <= today) throw refused(`${until} is not after today, ${today}`);
  const last = lastDay(now, mostDays);
  if (until > last) throw refused(`${until} is after ${last}: an exception holds at most ${mostDays} days`);
}

/** The day so many days after today, UTC. */
export function lastDay(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

async function watched(store: Store, id: number): Promise<ScreenQuery> {
  const name = await store.watch.name(id);
  if (name === null) throw storeError('ENT_NOT_FOUND', { what: `watched name ${id}` });
  return name.query as unknown as ScreenQuery;
}

/** The match as it is kept: enough to see again why it hit, by which rules, on which snapshots. */
function evidenceOf(asked: ScreenQuery, hit: ScreenResult, { rules, searched }: ScreenAnswer) {
  const { score, match, matchedName, explanation, listings } = hit;
  return {
    asked,
    score,
    match,
    matchedName,
    explanation,
    listings: listings.map(({ list, reference, status }) => ({ list, reference, status })),
    rules,
    snapshots: searched.lists.map(({ id, observed }) => ({ id, observed })),
  };
}

function refused(why: string) {
  return exceptionError('ENT_EXCEPTION_REFUSED', { why });
}
