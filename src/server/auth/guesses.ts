const MOST_FAILURES = 60;
const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/** How often each address has shown a key that is none, so that guessing is slow. Forgets within a minute. */
export class Guesses {
  readonly #failures = new Map<string, { count: number; until: number }>();

  /** The seconds for which an address is not listened to; 0 when it is. */
  wait(address: string, now: number): number {
    const held = this.#failures.get(address);
    if (held === undefined || held.until <= now || held.count < MOST_FAILURES) return 0;
    return Math.ceil((held.until - now) / 1000);
  }

  /** Notes one failure. */
  failed(address: string, now: number): void {
    const held = this.#failures.get(address);
    if (held !== undefined && held.until > now) held.count += 1;
    else {
      this.#failures.delete(address);
      this.#failures.set(address, { count: 1, until: now + WINDOW_MS });
    }
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > MOST_ADDRESSES && oldest.done !== true) this.#failures.delete(oldest.value);
  }
}
