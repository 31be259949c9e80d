import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** A stream that the server refused, as it does when it is busy, is asked for again after so long. */
const AGAIN_MS = 2000;

/**
 * Follows work on the server by its events and keeps what they say as the answer to `queryKey`, until it is over.
 * `url` is `null` for work that is not going on. The browser takes up a broken stream itself, but not a refused one.
 */
export function useJobEvents(url: string | null, queryKey: readonly string[], onEnd?: () => void): void {
  const client = useQueryClient();
  const key = queryKey.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key by its words; what to do at the end is the newest.
  useEffect(() => {
    if (url === null) return undefined;
    let events: EventSource | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      const source = new EventSource(url);
      events = source;
      const take = (event: MessageEvent<string>) =>
        client.setQueryData(queryKey, JSON.parse(event.data) as unknown);
      source.addEventListener('progress', take);
      source.addEventListener('end', (event: MessageEvent<string>) => {
        take(event);
        source.close();
        onEnd?.();
      });
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) waiting = setTimeout(listen, AGAIN_MS);
      });
    };
    listen();
    return () => {
      clearTimeout(waiting);
      events?.close();
    };
  }, [url, key, client]);
}
