import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';

/** Under what an answer was given: the banner that must be shown with it, and what else must be kept. */
export interface AnswerMarking {
  readonly banner: string;
  /** Caveats, purposes and the word against passing on, as the server names them. */
  readonly duties: string;
}

const held = new WeakMap<object, AnswerMarking>();

/** Notes the marking that an answer came with, for as long as the answer is held anywhere. */
export function noteMarking(answer: unknown, headers: Headers): void {
  const banner = headers.get('x-marking');
  if (banner === null || typeof answer !== 'object' || answer === null) return;
  held.set(answer, { banner, duties: headers.get('x-marking-duties') ?? '' });
}

/** The answers that a page has in use: of its questions, and of what was done on it since a time. */
function answersInUse(client: QueryClient, since: number): readonly unknown[] {
  return [
    ...client
      .getQueryCache()
      .findAll({ type: 'active' })
      .map(({ state }) => state.data),
    ...client
      .getMutationCache()
      .getAll()
      .filter(({ state }) => state.submittedAt >= since)
      .map(({ state }) => state.data),
  ];
}

/** The pages of an answer that is asked for page by page, or the answer itself. */
function partsOf(answer: unknown): readonly unknown[] {
  const pages = (answer as { readonly pages?: unknown } | null | undefined)?.pages;
  return Array.isArray(pages) ? pages : [answer];
}

/** The markings of all answers that the page shows, each once; none where all of it is published. */
export function usePageMarkings(): readonly AnswerMarking[] {
  const client = useQueryClient();
  const [since] = useState(() => Date.now());
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        client.getQueryCache().subscribe(listener),
        client.getMutationCache().subscribe(listener),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [client],
  );
  const found = useSyncExternalStore(subscribe, () => {
    const markings = answersInUse(client, since)
      .flatMap(partsOf)
      .map((answer) => (typeof answer === 'object' && answer !== null ? held.get(answer) : undefined))
      .filter((marking) => marking !== undefined);
    return JSON.stringify([
      ...new Map(markings.map((marking) => [marking.banner + marking.duties, marking])).values(),
    ]);
  });
  return useMemo(() => JSON.parse(found) as readonly AnswerMarking[], [found]);
}
