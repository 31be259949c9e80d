/** A row that is never changed, by the number that it got when it was added. */
interface NumberedRow {
  readonly rev: number;
  readonly known: string;
}

/** So many rows are held at most, over all questions; one more and all are let go. */
const MOST_ROWS = 200_000;

/**
 * Rows of tables to which rows are only added: each is read once, and asked again only what came after it is read. A
 * question's rows are in the order of their known time, then of their numbers. Let go of by {@link HeldRows.clear} when
 * a write was taken back, since numbers are then given anew.
 */
export class HeldRows<R extends NumberedRow> {
  readonly #held = new Map<string, { readonly last: number; readonly rows: readonly R[] }>();

  /** The rows of a question; `read` gives those of it whose number is above one. */
  async of(question: string, read: (above: number) => Promise<readonly R[]>): Promise<readonly R[]> {
    const before = this.#held.get(question) ?? { last: 0, rows: [] };
    const more = await read(before.last);
    if (more.length === 0) return before.rows;
    const last = more.reduce((most, { rev }) => Math.max(most, rev), before.last);
    const rows = [...before.rows, ...more].sort(
      (a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0) || a.rev - b.rev,
    );
    this.#held.set(question, { last, rows });
    let size = 0;
    for (const one of this.#held.values()) size += one.rows.length;
    if (size > MOST_ROWS) this.#held.clear();
    return rows;
  }

  clear(): void {
    this.#held.clear();
  }
}
