import type { CopyLink, DocumentId, Store } from '../../store/index.ts';
import {
  CopyIndex,
  compareTexts,
  copyWords,
  packSketch,
  type Reading,
  type SharedPassage,
  sketchOf,
  type TextRange,
  trigramsOf,
  unpackSketch,
} from '../../wire/index.ts';

/** The version of the rules by which copies are found. */
export const COPY_RULES = '1';
/** Documents whose texts are laid beside a new one's. */
const COMPARED = 8;
/** What shares less than this by the sketches' estimate is not laid beside it. */
const LEAST_SHARE = 0.02;

/** A document that says what another says, and the words that both have. */
export interface FoundCopy extends Pick<CopyLink, 'of' | 'kind' | 'shares'> {
  readonly passages: readonly SharedPassage[];
}

/** The index of a store's documents, with those that are in it, up to the last in the order of keeping. */
interface Held {
  readonly index: CopyIndex<DocumentId>;
  readonly has: Set<DocumentId>;
  last: number;
}

const held = new WeakMap<Store, Held>();

/**
 * Finds the documents kept before a new one that are printings of it or quote the same words, and keeps what was
 * found. The index of all documents is made from their kept sketches when first asked, and held.
 */
export async function findCopies(
  store: Store,
  document: DocumentId,
  text: string,
  reading: Reading | null,
  at: string,
): Promise<readonly FoundCopy[]> {
  const { documents } = store;
  const words = copyWords(text, reading === null ? undefined : toldIn(reading));
  const grams = trigramsOf(words);
  const sketch = sketchOf(words, grams);
  const index = await indexOf(store);
  const found: FoundCopy[] = [];
  for (const { id, shares, exact } of index.search(sketch, grams, COMPARED + 1)) {
    if (id === document || (!exact && Math.max(...shares) < LEAST_SHARE)) continue;
    const other = await documents.text(id);
    const kept = await documents.reading(id);
    const ranges = kept === null ? undefined : toldIn(kept.body as Reading);
    const { kind, shares: measured, passages } = compareTexts(words, copyWords(other, ranges));
    if (kind !== 'none') found.push({ of: id, kind, shares: measured, passages });
  }
  await documents.copies.record(document, packSketch(sketch), found, { rules: COPY_RULES, at });
  const own = held.get(store);
  // One that was kept long ago and is looked at only now comes in no later look for new ones.
  if (own !== undefined && !own.has.has(document)) {
    own.has.add(document);
    index.add(document, sketch);
  }
  return found;
}

/** What two documents have in common. Throws `ENT_DOCUMENT_UNKNOWN`. */
export async function compareKept(store: Store, here: DocumentId, there: DocumentId) {
  const [a, b] = [await wordsOf(store, here), await wordsOf(store, there)];
  return compareTexts(a, b);
}

async function wordsOf(store: Store, id: DocumentId) {
  const text = await store.documents.text(id);
  const kept = await store.documents.reading(id);
  return copyWords(text, kept === null ? undefined : toldIn(kept.body as Reading));
}

/** The parts of a page that tell something: what every page of a publisher has tells no story. */
function toldIn({ document: { zones } }: Reading): readonly TextRange[] | undefined {
  const told = zones.filter(({ kind }) => kind === 'headline' || kind === 'summary' || kind === 'body');
  return told.length === 0 ? undefined : told;
}

async function indexOf(store: Store): Promise<CopyIndex<DocumentId>> {
  const own: Held = held.get(store) ?? { index: new CopyIndex(), has: new Set(), last: 0 };
  held.set(store, own);
  for await (const rows of store.documents.copies.sketches(own.last)) {
    const sketches = rows.flatMap(({ id, sketch }) => {
      const read = own.has.has(id) ? null : unpackSketch(sketch);
      if (read !== null) own.has.add(id);
      return read === null ? [] : [[id, read] as const];
    });
    if (sketches.length > BULK) own.index.addAll(sketches);
    else for (const [id, sketch] of sketches) own.index.add(id, sketch);
    own.last = rows.at(-1)?.seq ?? own.last;
  }
  return own.index;
}
/** So many at once are sorted in together. */
const BULK = 500;
