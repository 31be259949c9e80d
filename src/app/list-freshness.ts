import { dayAfter } from '../kernel/index.ts';
import type { LatestFetch, ListState, Reason } from '../store/index.ts';
import { LIST_ADDRESSES } from './list-addresses.ts';

/** How fresh what is held of a list is. */
export type Freshness = 'fresh' | 'stale' | 'not held';

/** What is known of a list's freshness. Nothing that failed or waits for a decision makes a list fresher. */
export interface ListFreshness {
  /** When the newest accepted snapshot was observed. */
  readonly observed: string | null;
  /** When the publisher was last seen to have the very files of that snapshot, later than `observed`; else `null`. */
  readonly unchangedOn: string | null;
  /** Whole days since the later of the two. */
  readonly ageDays: number | null;
  readonly freshness: Freshness;
  /** The day from which it is worth asking the publisher again; `null` where a program cannot ask. */
  readonly nextDue: string | null;
  readonly due: boolean;
  /** The newest attempt to fetch it, and why it brought nothing, or what it brought was not taken. */
  readonly lastAttempt: { readonly at: string; readonly failure: Reason | null } | null;
}

/** How fresh a list is, by its snapshots and by the newest fetch of each of its files. */
export function freshnessOf(list: ListState, fetches: readonly LatestFetch[], now: Date): ListFreshness {
  const newest = list.snapshots.filter(({ state }) => state === 'accepted').at(-1);
  const observed = newest?.observed ?? null;
  const digests = new Set(newest?.parts.map(({ sha256 }) => sha256));
  const confirmed = fetches.map(({ answer }) =>
    answer?.sha256 != null && digests.has(answer.sha256) ? answer.at : '',
  );
  const checked = confirmed.length > 0 ? confirmed.reduce((a, b) => (a < b ? a : b)) : '';
  const unchangedOn = observed !== null && checked > observed ? checked : null;
  const seen = unchangedOn ?? observed;
  const ageDays = seen === null ? null : Math.floor((now.getTime() - Date.parse(seen)) / DAY_MS);
  const address = LIST_ADDRESSES.find((line) => line.list === list.id);
  const fetchable = address !== undefined && address.files.length > 0;
  const today = now.toISOString().slice(0, 10);
  const nextDue = !fetchable ? null : seen === null ? today : daysAfter(seen.slice(0, 10), address.everyDays);
  const attempts = fetches.map(({ attempt }) => ({
    at: attempt.at,
    failure: attempt.error ?? attempt.refused,
  }));
  return {
    observed,
    unchangedOn,
    ageDays,
    freshness: ageDays === null ? 'not held' : ageDays > list.staleAfterDays ? 'stale' : 'fresh',
    nextDue,
    due: nextDue !== null && nextDue <= today,
    lastAttempt: attempts.sort((a, b) => worth(b) - worth(a) || (a.at < b.at ? 1 : -1))[0] ?? null,
  };
}

const DAY_MS = 86_400_000;

/** Of the attempts for the files of one list, a failed one says more. */
function worth({ failure }: { readonly failure: Reason | null }): number {
  return failure === null ? 0 : 1;
}

function daysAfter(day: string, days: number): string {
  let after = day;
  for (let left = days; left > 0; left--) after = dayAfter(after);
  return after;
}
