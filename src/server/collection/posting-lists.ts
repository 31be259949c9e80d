const FIRST_ROOM = 1 << 16;

/**
 * Which rows have which term, while a collection is filed. All rows lie in two arrays of numbers as linked lists, a
 * list a term: a million terms, most of them in one or two rows, would as arrays of their own take ten times the room.
 * A term comes in two parts. Each rest is looked up, kept and put in order as text once, whichever heads it comes
 * with: the words of a name are terms of three kinds.
 */
export class PostingLists {
  /** The number of each rest, counted as they come. */
  readonly #rests = new Map<string, number>();
  /** The number of each term, by its head and then by the number of its rest. */
  readonly #numbers = new Map<string, Map<number, number>>();
  #lastRest = '';
  #lastNumber = -1;
  #terms = 0;
  #first = new Uint32Array(FIRST_ROOM);
  #last = new Uint32Array(FIRST_ROOM);
  #rows = new Uint32Array(FIRST_ROOM);
  /** The next link of each, 0 for none: links are counted from 1. */
  #next = new Uint32Array(FIRST_ROOM);
  #links = 0;

  /**
   * Files a row under the term `head + rest`, after those that are filed under it; a row twice in a row only once. No
   * head may be the beginning of another.
   */
  add(head: string, rest: string, row: number): void {
    let numbers = this.#numbers.get(head);
    if (numbers === undefined) {
      numbers = new Map();
      this.#numbers.set(head, numbers);
    }
    const of = this.#numberOf(rest);
    const known = numbers.get(of);
    if (known !== undefined && this.#rows[this.#last[known] ?? 0] === row) return;
    this.#links += 1;
    const link = this.#links;
    if (link >= this.#rows.length) {
      this.#rows = twice(this.#rows);
      this.#next = twice(this.#next);
    }
    this.#rows[link] = row;
    if (known !== undefined) {
      this.#next[this.#last[known] ?? 0] = link;
      this.#last[known] = link;
      return;
    }
    const number = this.#terms++;
    if (number >= this.#first.length) {
      this.#first = twice(this.#first);
      this.#last = twice(this.#last);
    }
    numbers.set(of, number);
    this.#first[number] = link;
    this.#last[number] = link;
  }

  /** The terms in the order of their UTF-16 code units, and the rows of term `i` from `starts[i]` to `starts[i + 1]`. */
  sorted(): {
    readonly terms: Iterable<string>;
    readonly starts: Uint32Array;
    readonly rows: Uint32Array;
  } {
    const rests = [...this.#rests.keys()].sort();
    const rankOf = new Uint32Array(rests.length);
    const ofRank = new Uint32Array(rests.length);
    rests.forEach((rest, rank) => {
      const number = this.#rests.get(rest) ?? 0;
      rankOf[number] = rank;
      ofRank[rank] = number;
    });
    const order: { readonly head: string; readonly ranks: Uint32Array }[] = [];
    const starts = new Uint32Array(this.#terms + 1);
    const rows = new Uint32Array(this.#links);
    let [at, place] = [0, 0];
    for (const head of [...this.#numbers.keys()].sort()) {
      const numbers = this.#numbers.get(head) ?? new Map<number, number>();
      const ranks = Uint32Array.from(numbers.keys(), (number) => rankOf[number] ?? 0).sort();
      order.push({ head, ranks });
      for (const rank of ranks) {
        starts[place++] = at;
        let link = this.#first[numbers.get(ofRank[rank] ?? 0) ?? 0] ?? 0;
        while (link !== 0) {
          rows[at++] = this.#rows[link] ?? 0;
          link = this.#next[link] ?? 0;
        }
      }
    }
    starts[this.#terms] = at;
    return { terms: joined(order, rests), starts, rows };
  }

  #numberOf(rest: string): number {
    // A word comes under all its heads in turn.
    if (rest === this.#lastRest && this.#lastNumber >= 0) return this.#lastNumber;
    let number = this.#rests.get(rest);
    if (number === undefined) {
      number = this.#rests.size;
      this.#rests.set(rest, number);
    }
    this.#lastRest = rest;
    this.#lastNumber = number;
    return number;
  }
}

function* joined(
  order: readonly { readonly head: string; readonly ranks: Uint32Array }[],
  rests: readonly string[],
) {
  for (const { head, ranks } of order) for (const rank of ranks) yield head + rests[rank];
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}
