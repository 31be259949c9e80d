/** Of each name four numbers side by side, so that one look into memory brings them all. */
const WEIGHT = 0;
const WORTH = 1;
const WORD_WEIGHT = 2;
const WORD_WORTH = 3;
const STRIDE = 4;
/** So many looks find a name among thousands. */
const LOOKS = 8;
/** Worth of a name that was only marked: nothing beside any other. */
const MARK = Math.fround(1e-30);

/** Which names a word passes over: those that would come to nothing. */
export interface PassOver {
  /** Names that no earlier word was noted for. */
  readonly late: boolean;
  /** Names that no earlier word was noted for and whose words, by `sizes`, weigh more than this together. */
  readonly most: number;
  readonly sizes: Float32Array;
}

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
   * Marks a name for which something will be noted that is no word of its own, so that no word before it passes the
   * name over for its size.
   */
  mark(name: number): void {
    const at = name * STRIDE + WORTH;
    if (this.#numbers[at] !== 0) return;
    this.#numbers[at] = MARK;
    this.#touched.push(name);
  }

  /** {@link note} of each of `names` from one place to another, in ascending order, but for those passed over. */
  noteAll(names: Uint32Array, from: number, to: number, weight: number, worth: number, over: PassOver): void {
    const { late, most, sizes } = over;
    if (late && this.#touched.length * LOOKS < to - from) {
      this.#noteAmong(names, from, to, weight, worth);
      return;
    }
    const numbers = this.#numbers;
    for (let place = from; place < to; place++) {
      const name = names[place] as number;
      const at = name * STRIDE;
      const before = numbers[at + WORTH] as number;
      if (before <= MARK && (late || (before === 0 && (sizes[name] as number) > most))) continue;
      const noted = numbers[at + WORD_WORTH] as number;
      if (worth <= noted) continue;
      if (noted === 0) this.#word.push(name);
      numbers[at + WORD_WEIGHT] = weight;
      numbers[at + WORD_WORTH] = worth;
    }
  }

  /** {@link note} of each name that was noted for an earlier word and is among `names`. */
  #noteAmong(names: Uint32Array, from: number, to: number, weight: number, worth: number): void {
    const touched = this.#touched;
    for (let at = 0; at < touched.length; at++) {
      const name = touched[at] as number;
      const before = this.#numbers[name * STRIDE + WORTH] as number;
      if (before > MARK && isAmong(names, from, to, name)) this.note(name, weight, worth);
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

/** Whether a number is among numbers in ascending order, from one place to another. */
function isAmong(numbers: Uint32Array, from: number, to: number, number: number): boolean {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low < to && numbers[low] === number;
}
