const FIRST_ROOM = 1 << 16;

/**
 * Which rows have which term, while a collection is filed. All rows lie in two arrays of numbers as linked lists, a
 * list a term: a million terms, most of them in one or two rows, would as arrays of their own take ten times the room.
 */
export class PostingLists {
  readonly #ends = new Map<string, number>();
  #first = new Uint32Array(FIRST_ROOM);
  #last = new Uint32Array(FIRST_ROOM);
  #rows = new Uint32Array(FIRST_ROOM);
  /** The next link of each, 0 for none: links are counted from 1. */
  #next = new Uint32Array(FIRST_ROOM);
  #links = 0;

  /** Files a row under a term, after those that are filed under it. */
  add(term: string, row: number): void {
    this.#links += 1;
    const link = this.#links;
    if (link >= this.#rows.length) {
      this.#rows = twice(this.#rows);
      this.#next = twice(this.#next);
    }
    this.#rows[link] = row;
    const known = this.#ends.get(term);
    if (known !== undefined) {
      this.#next[this.#last[known] ?? 0] = link;
      this.#last[known] = link;
      return;
    }
    const number = this.#ends.size;
    if (number >= this.#first.length) {
      this.#first = twice(this.#first);
      this.#last = twice(this.#last);
    }
    this.#ends.set(term, number);
    this.#first[number] = link;
    this.#last[number] = link;
  }

  /** The terms in the order of their UTF-16 code units, and the rows of term `i` from `starts[i]` to `starts[i + 1]`. */
  sorted(): { readonly terms: readonly string[]; readonly starts: Uint32Array; readonly rows: Uint32Array } {
    const terms = [...this.#ends.keys()].sort();
    const starts = new Uint32Array(terms.length + 1);
    const rows = new Uint32Array(this.#links);
    let at = 0;
    for (const [place, term] of terms.entries()) {
      starts[place] = at;
      let link = this.#first[this.#ends.get(term) ?? 0] ?? 0;
      while (link !== 0) {
        rows[at] = this.#rows[link] ?? 0;
        at += 1;
        link = this.#next[link] ?? 0;
      }
    }
    starts[terms.length] = at;
    return { terms, starts, rows };
  }
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}
