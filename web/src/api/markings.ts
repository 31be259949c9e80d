import { useSyncExternalStore } from 'react';

/** Under what an answer was given: the banner that must be shown with it, and what else must be kept. */
export interface AnswerMarking {
  readonly banner: string;
  /** Caveats, purposes and the word against passing on, as the server names them. */
  readonly duties: string;
}

const held = new Map<string, AnswerMarking>();
const listeners = new Set<() => void>();

/** Notes the marking that an answer came with, by the address that was asked; none takes the earlier one away. */
export function noteMarking(address: string, headers: Headers): void {
  const banner = headers.get('x-marking');
  if (banner === null && !held.has(address)) return;
  if (banner === null) held.delete(address);
  else if (held.get(address)?.banner !== banner)
    held.set(address, { banner, duties: headers.get('x-marking-duties') ?? '' });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The marking of the newest answer from an address; `null` where it is published. */
export function useMarking(address: string | undefined): AnswerMarking | null {
  return useSyncExternalStore(subscribe, () => (address === undefined ? null : (held.get(address) ?? null)));
}
