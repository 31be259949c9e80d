/** How long somebody who comes at any moment may wait on average until the thread turns to him, in milliseconds. */
const MOST_WAIT_MS = 500;
const SAMPLE_MS = 500;
const TURN_MS = 20;
/** Late samples in a row that make a thread that is behind, and not one piece of work that was long. */
const IN_A_ROW = 3;

/**
 * Whether a thread is behind, told how long each of its turns took. It is when whoever came in each of the last three
 * samples of half a second and more waited too long. A single long piece of work, however long, is one late sample:
 * what waited for it is answered next, and refusing it then would help nobody. The first sample that is not late
 * ends it.
 */
export class Lateness {
  #lateInARow = 0;
  #took = 0;
  #squares = 0;

  get behind(): boolean {
    return this.#lateInARow >= IN_A_ROW;
  }

  /** Counts a turn, in milliseconds. */
  turn(ms: number): void {
    this.#took += ms;
    this.#squares += ms ** 2;
    if (this.#took < SAMPLE_MS) return;
    // Who comes at any moment meets a turn as often as it is long, and waits half of it.
    const wait = this.#squares / (2 * this.#took);
    this.#lateInARow = wait > MOST_WAIT_MS ? this.#lateInARow + 1 : 0;
    this.#took = 0;
    this.#squares = 0;
  }
}

/** The lateness of this thread, measured until it is stopped. */
export interface WatchedThread {
  readonly behind: boolean;
  stop(): void;
}

/**
 * Begins to measure how late this thread is. Not by `monitorEventLoopDelay`: after a reset it leaves out the first
 * turn, which is all that there is of a sample where turns are long.
 */
export function watchThread(): WatchedThread {
  const lateness = new Lateness();
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lateness.turn(now - last);
    last = now;
  }, TURN_MS);
  timer.unref();
  return {
    get behind() {
      return lateness.behind;
    },
    stop: () => clearInterval(timer),
  };
}
