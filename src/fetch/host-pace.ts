import { setTimeout as pause } from 'node:timers/promises';

/** Lets requests to one host begin no closer together than a gap, in the order in which they asked. */
export class HostPace {
  readonly #gap: number;
  readonly #next = new Map<string, number>();

  /** `gap` in milliseconds. */
  constructor(gap: number) {
    this.#gap = gap;
  }

  /** Resolves when a request to the host may begin; rejects when the signal says to stop. */
  async turn(host: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    // A monotonic clock: setting the wall clock back must not make anybody wait.
    const now = performance.now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, at + this.#gap);
    if (at > now) await pause(at - now, undefined, { signal });
  }
}
