/** A list of 32-bit numbers that grows, four bytes a number: what an index is built in. */
export class Uint32List {
  #array: Uint32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#array = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length++] = value;
  }

  /** Whether a number stands in the list from a place on. */
  hasFrom(value: number, from: number): boolean {
    for (let at = from; at < this.#length; at++) if (this.#array[at] === value) return true;
    return false;
  }

  /** What was pushed. A view: it does not follow later pushes. */
  view(): Uint32Array {
    return this.#array.subarray(0, this.#length);
  }
}

/** Texts laid end to end in UTF-8, with where each begins: what is left of a million strings in memory. */
export class TextList {
  readonly #starts = new Uint32List();
  #bytes = Buffer.alloc(1 << 14);
  #length = 0;

  push(text: string): void {
    const most = text.length * 3;
    if (this.#length + most > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + most));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#starts.push(this.#length);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** The bytes, and where each text begins with where the last one ends. */
  arrays(): { readonly starts: Uint32Array; readonly bytes: Uint8Array } {
    const starts = new Uint32Array(this.#starts.length + 1);
    starts.set(this.#starts.view());
    starts[this.#starts.length] = this.#length;
    return { starts, bytes: this.#bytes.subarray(0, this.#length) };
  }
}

/** Reads the texts of a {@link TextList}. */
export class Texts {
  readonly #starts: Uint32Array;
  readonly #bytes: Buffer;

  constructor(starts: Uint32Array, bytes: Uint8Array) {
    this.#starts = starts;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** The text of a number; empty when there is none. */
  at(number: number): string {
    return this.#bytes.toString('utf8', this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0);
  }
}
