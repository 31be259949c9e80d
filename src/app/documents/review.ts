import type { ReviewDecision } from '../../store/index.ts';
import { type ItemKind, itemsOf, type Quote, type Reading } from '../../wire/index.ts';

/**
 * What persons made of an item. `machine-read`: nobody looked. `proposed`: somebody or a model says so, and another
 * person has yet to agree. `confirmed`, `corrected`, `rejected`: a person's word. `open-again`: a person decided, and
 * the newest reading has it otherwise or not at all.
 */
export type ReviewState = 'machine-read' | 'proposed' | 'confirmed' | 'corrected' | 'rejected' | 'open-again';

/** Who made what of an item, and when. */
export interface Review {
  readonly state: ReviewState;
  /** `null` while no person looked. */
  readonly by: string | null;
  readonly at: string | null;
  readonly why: string | null;
  /** Who agreed, where two were needed. */
  readonly approvedBy: string | null;
  /** Number of the decision that it rests on. */
  readonly decision: number | null;
  /** Number of a later proposal that waits for a second person. */
  readonly proposal: number | null;
}

/** An item of a reading with what persons made of it. */
export interface ReviewedItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly span: Quote;
  /** As it was read; as it was when it was decided on, where it is no longer read; as it was proposed. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Who says so: the rules, a model, or a person. */
  readonly from: 'rules' | 'model' | 'person';
  /** Whether the newest reading has it. */
  readonly read: boolean;
  /** The fields that a person says are otherwise. */
  readonly correction: Readonly<Record<string, unknown>> | null;
  readonly review: Review;
}

/**
 * The items of a reading, each with the decision that stands on it. A decision stands on the very item it was made on;
 * one whose item is now read otherwise leaves what is read there open again, and is shown beside it.
 */
export function reviewed(reading: Reading, decisions: readonly ReviewDecision[]): readonly ReviewedItem[] {
  const byItem = new Map<string, ReviewDecision[]>();
  for (const decision of decisions) {
    if (decision.withdrawn !== null) continue;
    byItem.set(decision.item, [...(byItem.get(decision.item) ?? []), decision]);
  }
  const items = itemsOf(reading);
  const keys = new Set(items.map(({ key }) => key));
  const others = [...byItem].filter(([key]) => !keys.has(key)).map(([, own]) => own);
  const lost = others.filter((own) => standing(own) !== null && standing(own)?.verdict !== 'add');
  const read = items.map((item): ReviewedItem => {
    const own = byItem.get(item.key) ?? [];
    const earlier = own.length > 0 ? null : (lost.find((one) => meets(one, item.kind, item.span)) ?? null);
    return {
      key: item.key,
      kind: item.kind,
      span: item.span,
      value: item.value as Readonly<Record<string, unknown>>,
      from: 'rules',
      read: true,
      correction: standing(own)?.correction ?? null,
      review: earlier === null ? reviewOf(own) : { ...reviewOf(earlier), state: 'open-again' },
    };
  });
  const unread = others.flatMap((own): readonly ReviewedItem[] => {
    const [first] = own;
    const stands = standing(own);
    // What was rejected, and is no longer read, is settled.
    if (first === undefined || (stands?.verdict === 'reject' && reviewOf(own).proposal === null)) return [];
    const added = own.some(({ verdict }) => verdict === 'add');
    const by = own.find(({ verdict }) => verdict === 'add')?.by ?? null;
    const review = reviewOf(own);
    return [
      {
        key: first.item,
        kind: first.kind as ItemKind,
        span: spanOf(first),
        value: first.as,
        from: by === null ? 'rules' : by.startsWith('model:') ? 'model' : 'person',
        read: false,
        correction: stands?.correction ?? null,
        review: added || stands === null ? review : { ...review, state: 'open-again' },
      },
    ];
  });
  return [...read, ...unread].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The newest decision that holds: one that needed no second person, or has had one. */
function standing(own: readonly ReviewDecision[]): ReviewDecision | null {
  return own.filter(({ needsSecond, approved }) => !needsSecond || approved !== null).at(-1) ?? null;
}

const STATES = { accept: 'confirmed', add: 'confirmed', correct: 'corrected', reject: 'rejected' } as const;

function reviewOf(own: readonly ReviewDecision[]): Review {
  const stands = standing(own);
  const last = own.at(-1) ?? null;
  const waits = last?.needsSecond === true && last.approved === null ? last : null;
  const shown = stands ?? waits;
  return {
    state: stands !== null ? STATES[stands.verdict] : waits !== null ? 'proposed' : 'machine-read',
    by: shown?.by ?? null,
    at: shown?.at ?? null,
    why: shown?.why ?? null,
    approvedBy: shown?.approved?.by ?? null,
    decision: stands?.id ?? null,
    proposal: waits?.id ?? null,
  };
}

/** Whether what was decided on stood where an item of the same kind now stands. */
function meets(own: readonly ReviewDecision[], kind: ItemKind, span: Quote): boolean {
  const [first] = own;
  if (first === undefined || first.kind !== kind) return false;
  const before = spanOf(first);
  return before.start < span.end && span.start < before.end;
}

function spanOf({ as }: ReviewDecision): Quote {
  const { span } = as as { readonly span?: Quote };
  return span ?? { quote: '', start: 0, end: 0 };
}
