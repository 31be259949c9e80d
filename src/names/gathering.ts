/** Of each name four numbers side by side, so that one look into memory brings them all. */
const WEIGHT = 0;
const WORTH = 1;
const WORD_WEIGHT = 2;
const WORD_WORTH = 3;
const STRIDE = 4;

/**
 * Gathers, word by word of a query, what each name of an index shares with it: of each name the best per word,
 * summed over the words. Four numbers a name in one typed array, made once an index and cleared by touching only
 * what was touched.
 */
export class Gathering {
  readonly #numbers: Float32Array;
  /** Names in the order of finding, and those that have a word like the present one. */
  readonly #touched: number[] = [];
  readonly #word: number[] = [];

  constructor(names: number) {
    this.#numbers = new Float32Array(names * STRIDE);
  }

  /** Notes that a name has a word like the present one: what the two weigh together, and what that is worth. */
  note(name: number, weight: number, worth: number): void {
    const numbers = this.#numbers;
    const at = name * STRIDE;
    const noted = numbers[at + WORD_WORTH] as number;
    if (worth <= noted) return;
    if (noted === 0) this.#word.push(name);
    numbers[at + WORD_WEIGHT] = weight;
    numbers[at + WORD_WORTH] = worth;
  }

  /**
   * {@link note} of each of `names` from one place to another; with `late` only of those that were noted for an
   * earlier word.
   */
  noteAll(names: Uint32Array, from: number, to: number, weight: number, worth: number, late: boolean): void {
    const numbers = this.#numbers;
    for (let place = from; place < to; place++) {
      const name = names[place] as number;
      const at = name * STRIDE;
      if (late && numbers[at + WORTH] === 0) continue;
      const noted = numbers[at + WORD_WORTH] as number;
      if (worth <= noted) continue;
      if (noted === 0) this.#word.push(name);
      numbers[at + WORD_WEIGHT] = weight;
      numbers[at + WORD_WORTH] = worth;
    }
  }

  /** Ends the present word. */
  settle(): void {
    const numbers = this.#numbers;
    for (const name of this.#word) {
      const at = name * STRIDE;
      const worth = numbers[at + WORTH] as number;
      if (worth === 0) this.#touched.push(name);
      numbers[at + WORTH] = worth + (numbers[at + WORD_WORTH] as number);
      numbers[at + WEIGHT] = (numbers[at + WEIGHT] as number) + (numbers[at + WORD_WEIGHT] as number);
      numbers[at + WORD_WORTH] = 0;
    }
    this.#word.length = 0;
  }

  /** Hands out all that was gathered, in the order of finding, and is empty again. */
  drain(take: (name: number, weight: number, worth: number) => void): void {
    const numbers = this.#numbers;
    for (const name of this.#touched) {
      const at = name * STRIDE;
      const weight = numbers[at + WEIGHT] as number;
      const worth = numbers[at + WORTH] as number;
      numbers[at + WEIGHT] = 0;
      numbers[at + WORTH] = 0;
      take(name, weight, worth);
    }
    this.#touched.length = 0;
  }
}
