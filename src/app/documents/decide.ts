import { tryParseDate } from '../../kernel/index.ts';
import { type DocumentId, documentError, type ReviewDecision, type Store } from '../../store/index.ts';
import { ITEM_KINDS, type ItemKind, keyOf, type Quote, READING_RULES, spanIn } from '../../wire/index.ts';
import { documentView } from './document-view.ts';

/** What a person says of an item. */
export interface ItemDecision {
  readonly item: string;
  readonly verdict: 'accept' | 'correct' | 'reject';
  /** For `correct`: the fields that are otherwise, as the item has them. */
  readonly correction?: Readonly<Record<string, unknown>>;
}

/** Who decides, when and why; and whether another person must agree before it stands. */
export interface Deciding {
  readonly by: string;
  readonly why: string;
  readonly now: () => Date;
  /** Four eyes: a correction or an added item stands when somebody else has approved it. */
  readonly fourEyes: boolean;
}

/**
 * Records what a person decided on an item of a document's newest reading. With four eyes a correction is a proposal
 * until another person approves it; accepting and rejecting stand at once. Throws `ENT_DOCUMENT_UNKNOWN`,
 * `ENT_REVIEW_ITEM`, `ENT_REVIEW_REFUSED`.
 */
export async function decideItem(
  store: Store,
  document: DocumentId,
  { item: key, verdict, correction }: ItemDecision,
  { by, why, now, fourEyes }: Deciding,
): Promise<ReviewDecision> {
  const { text, items } = await documentView(store, document);
  const item = items.find((one) => one.key === key);
  if (item === undefined) throw documentError('ENT_REVIEW_ITEM', { document, item: key });
  if (verdict === 'correct') checkCorrection(item.value, correction ?? {}, text);
  return store.documents.reviews.decide({
    document,
    item: key,
    kind: item.kind,
    verdict,
    as: item.value,
    correction: verdict === 'correct' ? (correction ?? {}) : null,
    rules: READING_RULES,
    by: person(by),
    at: now().toISOString(),
    why,
    needsSecond: fourEyes && verdict === 'correct',
  });
}

/** An item that nobody read, which somebody or a model says is in the text. */
export interface AddedItem {
  readonly kind: ItemKind;
  /** Its words; `start` tells which, where they stand several times. */
  readonly quote: string;
  readonly start?: number;
  /** What it says, in the fields of its kind. */
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Adds an item with its words. The words must stand in the text, else it is refused. A model's item, and a person's
 * under four eyes, is a proposal until another person approves it. Throws `ENT_DOCUMENT_UNKNOWN`, `ENT_REVIEW_REFUSED`.
 */
export async function addItem(
  store: Store,
  document: DocumentId,
  added: AddedItem,
  { by, why, now, fourEyes }: Deciding,
): Promise<ReviewDecision> {
  const text = await store.documents.text(document);
  if (!ITEM_KINDS.includes(added.kind)) throw refused(`there is no kind of item ${added.kind}`);
  const span = spanIn(text, added.quote, added.start);
  if (span === null) throw refused('its words do not stand in the text');
  checkSize(added.value);
  return store.documents.reviews.decide({
    document,
    item: keyOf(added.kind, span, added.value),
    kind: added.kind,
    verdict: 'add',
    as: { ...added.value, span },
    correction: null,
    rules: READING_RULES,
    by,
    at: now().toISOString(),
    why,
    needsSecond: fourEyes || by.startsWith('model:'),
  });
}

/** A correction names fields of the item, leaves its place alone, and quotes nothing that the text does not say. */
function checkCorrection(value: object, correction: Readonly<Record<string, unknown>>, text: string): void {
  checkSize(correction);
  for (const [field, given] of Object.entries(correction)) {
    if (!Object.hasOwn(value, field) || field === 'span' || field === 'spans' || field === 'id')
      throw refused(`"${field}" is no field of it that can be corrected`);
    if (field === 'when' && given !== null) {
      const date = (given as { readonly value?: unknown }).value;
      if (date !== null && (typeof date !== 'string' || tryParseDate(date) === null))
        throw refused('its date is not one (2025-03-11, 2025-03, 2025, 2025-03-11/2025-03-13)');
    }
    checkQuotes(given, text, 0);
  }
}

const DEEPEST = 20;

function checkQuotes(value: unknown, text: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw refused('it is too deep');
  const { quote, start, end } = value as Partial<Quote>;
  if (quote !== undefined && text.slice(start, end) !== quote)
    throw refused('it quotes what does not stand in the text');
  for (const inner of Object.values(value)) checkQuotes(inner, text, depth + 1);
}

const LONGEST = 20_000;

function checkSize(value: object): void {
  if (JSON.stringify(value).length > LONGEST) throw refused(`it is longer than ${LONGEST} characters`);
}

function person(by: string): string {
  if (by.startsWith('model:') || by.startsWith('rule:')) throw refused('a person decides');
  return by;
}

function refused(why: string) {
  return documentError('ENT_REVIEW_REFUSED', { why });
}
