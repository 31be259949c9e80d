/**
 * Gathers, word by word of a query, what each name of an index shares with it: of each name the best per word,
 * summed over the words. Four numbers a name in typed arrays, made once an index and cleared by touching only
 * what was touched.
 */
export class Gathering {
  readonly #weight: Float32Array;
  readonly #worth: Float32Array;
  readonly #wordWeight: Float32Array;
  readonly #wordWorth: Float32Array;
  readonly #touched: number[] = [];
  readonly #word: number[] = [];

  constructor(names: number) {
    this.#weight = new Float32Array(names);
    this.#worth = new Float32Array(names);
    this.#wordWeight = new Float32Array(names);
    this.#wordWorth = new Float32Array(names);
  }

  /** Notes that a name has a word like the present one: what the two weigh together, and what that is worth. */
  note(name: number, weight: number, worth: number): void {
    const noted = this.#wordWorth[name] ?? 0;
    if (worth <= noted) return;
    if (noted === 0) this.#word.push(name);
    this.#wordWeight[name] = weight;
    this.#wordWorth[name] = worth;
  }

  /** {@link note}, of a name that was noted for an earlier word; others are passed over. */
  add(name: number, weight: number, worth: number): void {
    if ((this.#worth[name] ?? 0) > 0) this.note(name, weight, worth);
  }

  /** Ends the present word. */
  settle(): void {
    for (const name of this.#word) {
      const worth = this.#worth[name] ?? 0;
      if (worth === 0) this.#touched.push(name);
      this.#worth[name] = worth + (this.#wordWorth[name] ?? 0);
      this.#weight[name] = (this.#weight[name] ?? 0) + (this.#wordWeight[name] ?? 0);
      this.#wordWorth[name] = 0;
    }
    this.#word.length = 0;
  }

  /** Hands out all that was gathered, in the order of finding, and is empty again. */
  drain(take: (name: number, weight: number, worth: number) => void): void {
    for (const name of this.#touched) {
      take(name, this.#weight[name] ?? 0, this.#worth[name] ?? 0);
      this.#weight[name] = 0;
      this.#worth[name] = 0;
    }
    this.#touched.length = 0;
  }
}
