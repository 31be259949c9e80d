/** Collects property values: each once, in the order in which they first come, properties by name. */
export class PropertyBag {
  readonly #values = new Map<string, Set<string>>();

  add(property: string, ...values: readonly (string | null | undefined)[]): this {
    for (const value of values) {
      if (value === null || value === undefined || value === '') continue;
      const held = this.#values.get(property);
      if (held === undefined) this.#values.set(property, new Set([value]));
      else held.add(value);
    }
    return this;
  }

  has(property: string): boolean {
    return this.#values.has(property);
  }

  /** What was collected; the bag can be used on. */
  get values(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => [name, [...values]]),
    );
  }
}
