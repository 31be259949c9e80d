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
import type { Reading } from '../../wire/index.ts';
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
