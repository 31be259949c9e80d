import { type Columns, pack, unpack } from './packing.ts';
import { buildColumns, filedWords, type NameEntry, type NameWeights, Segment } from './segment.ts';
import { countedAs, rarity, type Weights } from './weights.ts';
import { WordBook } from './word.ts';

/** A segment as one index sees it: what its words weigh there, and which of its entries stand. */
export interface SegmentView {
  readonly segment: Segment;
  readonly weighed: NameWeights;
  /** 1 for an entry that was taken out; undefined when none was. */
  readonly removed: Uint8Array | undefined;
  /** The number of its first entry among those of the whole index. */
  readonly first: number;
}

/** What changes in an index: entries to take out, by id, and entries to add. */
export interface NameChanges {
  readonly remove: Iterable<number>;
  readonly add: Iterable<NameEntry>;
}

/**
 * An index of names, searched by `searchNames`. It never changes: {@link changed} gives another one, which
 * shares what stays. It lies in one block of shared memory ({@link bytes}), which another thread reads as it is
 * and a file keeps ({@link NameIndex.from}).
 */
export class NameIndex implements Weights {
  readonly #parts: Parts;
  #bytes: SharedArrayBuffer | ArrayBuffer | undefined;

  /** Files the entries: 30,000 names take a quarter of a second. */
  constructor(entries: Iterable<NameEntry> | Parts) {
    this.#parts = entries instanceof Parts ? entries : Parts.of(buildColumns(entries));
  }

  /**
   * An index from the bytes of another one: nothing is copied and nothing built.
   *
   * @throws ENT_NAME_INDEX_VERSION, ENT_NAME_INDEX_DAMAGED
   */
  static from(bytes: SharedArrayBuffer | ArrayBuffer): NameIndex {
    const index = new NameIndex(Parts.of(unpack(bytes)));
    index.#bytes = bytes;
    return index;
  }

  /**
   * The index with some entries taken out and others added. What changes lies beside what stays, and words are
   * weighed as in an index built afresh, so that scores are the same. Made for a few changes in many names; an
   * index of which a tenth has changed is better built again.
   */
  changed(changes: NameChanges): NameIndex {
    return new NameIndex(this.#parts.changed(changes));
  }

  /** How many names it holds. */
  get size(): number {
    return this.#parts.entries;
  }

  /** How many different words its names have; a word of changed names may count twice. */
  get words(): number {
    return this.views.reduce((sum, { segment }) => sum + segment.words, 0);
  }

  /** The entry of a place among those that were filed, from 0, whether it stands or not. */
  entry(place: number): NameEntry {
    const view = this.views.findLast(({ first }) => first <= place) ?? this.views[0];
    if (view === undefined) throw new RangeError(`the index has no entry ${place}`);
    return view.segment.entry(place - view.first);
  }

  /** The entries that stand, in their order. */
  *entries(): Generator<NameEntry> {
    for (const { segment, removed } of this.views) {
      for (let entry = 0; entry < segment.entries; entry++) {
        if (removed?.[entry] !== 1) yield segment.entry(entry);
      }
    }
  }

  /**
   * The index as bytes, with a version and a checksum: to be sent to another thread, which shares them, or
   * written to a file. An index that was {@link changed} is filed afresh for it, once.
   */
  get bytes(): SharedArrayBuffer | ArrayBuffer {
    this.#bytes ??= pack(this.#parts.isChanged ? buildColumns(this.entries()) : this.#parts.columns);
    return this.#bytes;
  }

  /** How much a word tells: the logarithm of its rarity among these names, and never more than the table says. */
  weightOf(form: string): number {
    return this.#parts.weightOf(form);
  }

  /** @internal */
  get views(): readonly SegmentView[] {
    return this.#parts.views;
  }

  /** @internal The words that have been worked out. */
  get book(): WordBook {
    return this.#parts.book;
  }
}

const WEIGHTS_KEPT = 50_000;

/** What an index is made of: the entries that were filed, and the changes since then. */
class Parts implements Weights {
  readonly columns: Columns;
  readonly book: WordBook;
  readonly views: readonly SegmentView[];
  readonly entries: number;
  readonly #base: Segment;
  readonly #added: readonly NameEntry[];
  readonly #removed: ReadonlySet<number>;
  readonly #fewer: ReadonlyMap<string, number>;
  readonly #weights = new Map<string, number>();

  private constructor(
    columns: Columns,
    book: WordBook,
    base: Segment,
    added: readonly NameEntry[],
    removed: ReadonlySet<number>,
  ) {
    this.columns = columns;
    this.book = book;
    this.#base = base;
    this.#added = added;
    this.#removed = removed;
    const { marks, fewer, count } = takenOut(base, removed);
    this.#fewer = fewer;
    this.entries = base.entries - count + added.length;
    const views: SegmentView[] = [{ segment: base, weighed: base.filed, removed: marks, first: 0 }];
    if (added.length > 0) {
      const segment = new Segment(buildColumns(added), book);
      views.push({ segment, weighed: segment.filed, removed: undefined, first: base.entries });
    }
    this.views = views;
    if (this.isChanged) {
      this.views = views.map((view) => ({
        ...view,
        weighed: view.segment.weighed((form) => this.weightOf(form)),
      }));
    }
  }

  static of(columns: Columns): Parts {
    const book = new WordBook();
    return new Parts(columns, book, new Segment(columns, book), [], new Set());
  }

  changed({ remove, add }: NameChanges): Parts {
    const gone = new Set(remove);
    const added = [...this.#added.filter(({ id }) => !gone.has(id)), ...add];
    return new Parts(this.columns, this.book, this.#base, added, new Set([...this.#removed, ...gone]));
  }

  get isChanged(): boolean {
    return this.#added.length > 0 || this.#removed.size > 0;
  }

  weightOf(form: string): number {
    let weight = this.#weights.get(form);
    if (weight === undefined) {
      let count = -(this.#fewer.get(countedAs(form)) ?? 0);
      for (const { segment } of this.views) count += segment.countedWith(form);
      weight = rarity(form, count, this.entries);
      if (this.#weights.size >= WEIGHTS_KEPT) this.#weights.clear();
      this.#weights.set(form, weight);
    }
    return weight;
  }
}

/** Marks the entries of a segment with these ids, and counts their words, as they are counted. */
function takenOut(
  segment: Segment,
  ids: ReadonlySet<number>,
): {
  readonly marks: Uint8Array | undefined;
  readonly fewer: ReadonlyMap<string, number>;
  readonly count: number;
} {
  const fewer = new Map<string, number>();
  if (ids.size === 0) return { marks: undefined, fewer, count: 0 };
  const marks = new Uint8Array(segment.entries);
  let count = 0;
  for (let entry = 0; entry < segment.entries; entry++) {
    if (!ids.has(segment.idOf(entry))) continue;
    marks[entry] = 1;
    count += 1;
    for (const word of filedWords(segment.entry(entry))) {
      fewer.set(countedAs(word), (fewer.get(countedAs(word)) ?? 0) + 1);
    }
  }
  return { marks, fewer, count };
}
