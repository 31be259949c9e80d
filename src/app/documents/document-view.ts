import type { TimePoint } from '../../kernel/index.ts';
import {
  type CopyLink,
  type DocumentId,
  type DocumentStep,
  documentError,
  type KeptDocument,
  type KeptReading,
  type ReviewDecision,
  type Store,
} from '../../store/index.ts';
import type { Gazetteer, Reading } from '../../wire/index.ts';
import { readDocument } from '../read-document.ts';
import { publishedOf } from './keep-document.ts';
import { type ReviewedItem, reviewed } from './review.ts';

/** A kept document with its newest reading and what persons made of that. */
export interface DocumentView {
  readonly document: KeptDocument;
  readonly text: string;
  readonly steps: readonly DocumentStep[];
  readonly readings: readonly KeptReading[];
  /** `null` where no reading is held yet. */
  readonly reading: Reading | null;
  readonly items: readonly ReviewedItem[];
  /** Every decision, with those withdrawn, oldest first. */
  readonly decisions: readonly ReviewDecision[];
  readonly copies: readonly CopyLink[];
}

/** A document as it stands, or as it stood at a moment. Throws `ENT_DOCUMENT_UNKNOWN`. */
export async function documentView(
  store: Store,
  id: DocumentId,
  knownAt: TimePoint | null = null,
): Promise<DocumentView> {
  const { documents } = store;
  const document = await documents.find(id, knownAt);
  if (document === null) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
  const held = await documents.reading(id, { knownAt });
  const reading = held === null ? null : (held.body as Reading);
  const decisions = await documents.reviews.decisions([id], knownAt);
  return {
    document,
    text: await documents.text(id),
    steps: await documents.steps(id),
    readings: await documents.readings(id),
    reading,
    items: reading === null ? [] : reviewed(reading, decisions),
    decisions,
    copies: await documents.copies.of(id),
  };
}

/**
 * A view as if some entities were not in the record: where a reading or a decision names one of them, the text is read
 * again by the names that are left, and such decisions are not there. `gazetteer` is without them.
 */
export async function documentViewWithout(
  store: Store,
  view: DocumentView,
  hidden: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Promise<DocumentView> {
  const { document, text } = view;
  const names = async (value: unknown): Promise<boolean> => {
    const ids = JSON.stringify(value ?? null).match(ENTITY) ?? [];
    for (const id of new Set(ids)) if (hidden.has((await store.resolve(id)) ?? id)) return true;
    return false;
  };
  if (!(await names([view.reading, view.decisions]))) return view;
  const reading = await readWith(gazetteer, document.id, () => {
    const published = publishedOf({ dates: document.dates });
    return readDocument(store, text, { gazetteer, ...(published === null ? {} : { published }) });
  });
  const decisions: ReviewDecision[] = [];
  for (const decision of view.decisions) if (!(await names(decision))) decisions.push(decision);
  return { ...view, reading, decisions, items: reviewed(reading, decisions) };
}

/** Readings by the names that are left: a document's words do not change, and a gazetteer is of one state of the record. */
const READ = new WeakMap<Gazetteer, Map<DocumentId, Promise<Reading>>>();
const MOST_READ = 500;

function readWith(gazetteer: Gazetteer, id: DocumentId, read: () => Promise<Reading>): Promise<Reading> {
  const held = READ.get(gazetteer) ?? new Map<DocumentId, Promise<Reading>>();
  READ.set(gazetteer, held);
  const known = held.get(id);
  if (known !== undefined) return known;
  if (held.size >= MOST_READ) held.clear();
  const reading = read();
  held.set(id, reading);
  reading.catch(() => held.delete(id));
  return reading;
}

const ENTITY = /ent-[0-9a-hjkmnp-tv-z]{16}/g;
