/**
 * A map of many small values, each held as its JSON text. Strings cut out of a file keep the whole piece of the
 * file alive that they were cut from, and objects cost ten times their text; this costs the text.
 */
export class PackedMap<Value> {
  readonly #texts = new Map<string, string>();

  get(key: string): Value | undefined {
    const text = this.#texts.get(key);
    // Only this class writes the texts.
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  }

  set(key: string, value: Value): void {
    this.#texts.set(key, JSON.stringify(value));
  }

  keys(): IterableIterator<string> {
    return this.#texts.keys();
  }
}

/** Adds a value to the end of a key's list. */
export function append<Value>(map: PackedMap<readonly Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
