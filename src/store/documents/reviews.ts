import type { TimePoint } from '../../kernel/index.ts';
import type { Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import { lastSeenBy } from '../timeline.ts';
import type { NewDecision, ReviewAct, ReviewDecision, WaitingItem } from './decision.ts';
import type { DocumentId } from './document-id.ts';
import { documentError } from './errors.ts';
import type { DocumentDecisionTable } from './tables.ts';

/** A model may propose; it never decides. */
const isModel = (by: string) => by.startsWith('model:');

/**
 * What persons decided on the items of readings. A decision hangs on the item's stable key, not on a reading, so a
 * newer reading does not touch it. It is never edited: another takes its place, or it is withdrawn (SPEC DO8).
 */
export class Reviews {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /**
   * Records a decision; an earlier one on the same item that stands is superseded and kept. Throws
   * `ENT_DOCUMENT_UNKNOWN`, `ENT_REVIEW_REFUSED`.
   */
  decide(decision: NewDecision): Promise<ReviewDecision> {
    if (decision.by.trim() === '') throw refused('it does not say who decides');
    if (isModel(decision.by) && !(decision.needsSecond && decision.verdict === 'add'))
      throw refused('a model may only propose items');
    if (decision.verdict === 'correct' && Object.keys(decision.correction ?? {}).length === 0)
      throw refused('it corrects nothing');
    return this.#guard('recording a decision', () =>
      this.#dialect.write(async (db) => {
        const document = await db
          .selectFrom('document')
          .select('id')
          .where('id', '=', decision.document)
          .executeTakeFirst();
        if (document === undefined) throw documentError('ENT_DOCUMENT_UNKNOWN', { id: decision.document });
        const { id } = await db
          .insertInto('document_decision')
          .values({
            document_id: decision.document,
            item: decision.item,
            kind: decision.kind,
            verdict: decision.verdict,
            as_read: JSON.stringify(decision.as),
            correction: decision.correction === null ? null : JSON.stringify(decision.correction),
            rules: decision.rules,
            by_whom: decision.by,
            at: decision.at,
            why: decision.why,
            needs_second: decision.needsSecond ? 1 : 0,
            approved_by: null,
            approved_at: null,
            approved_why: null,
            withdrawn_by: null,
            withdrawn_at: null,
            withdrawn_why: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { ...decision, id, approved: null, withdrawn: null };
      }),
    );
  }

  /** Approves a proposed decision, which then stands. Throws `ENT_REVIEW_DECISION`, `ENT_REVIEW_SAME_PERSON`, `ENT_REVIEW_REFUSED`. */
  approve(document: DocumentId, id: number, act: ReviewAct): Promise<void> {
    if (isModel(act.by)) throw refused('a model may only propose items');
    return this.#guard('approving a decision', () =>
      this.#dialect.write(async (db) => {
        const row = await db
          .selectFrom('document_decision')
          .select('by_whom')
          .where('id', '=', id)
          .where('document_id', '=', document)
          .where('needs_second', '=', 1)
          .where('approved_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
        if (row === undefined) throw documentError('ENT_REVIEW_DECISION', { id });
        if (row.by_whom === act.by) throw documentError('ENT_REVIEW_SAME_PERSON', { by: act.by });
        await db
          .updateTable('document_decision')
          .set({ approved_by: act.by, approved_at: act.at, approved_why: act.why })
          .where('id', '=', id)
          .execute();
      }),
    );
  }

  /** Takes a decision back, or turns a proposed one down; it is kept with who and why. Throws `ENT_REVIEW_DECISION`. */
  withdraw(document: DocumentId, id: number, act: ReviewAct): Promise<void> {
    return this.#guard('withdrawing a decision', () =>
      this.#dialect.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('document_decision')
          .set({ withdrawn_by: act.by, withdrawn_at: act.at, withdrawn_why: act.why })
          .where('id', '=', id)
          .where('document_id', '=', document)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw documentError('ENT_REVIEW_DECISION', { id });
      }),
    );
  }

  /** Every decision on documents as known at a moment, oldest first, with those that were withdrawn. */
  async decisions(
    documents: readonly DocumentId[],
    knownAt: TimePoint | null = null,
  ): Promise<readonly ReviewDecision[]> {
    if (documents.length === 0) return [];
    const until = lastSeenBy(knownAt);
    const found: ReviewDecision[] = [];
    for (let at = 0; at < documents.length; at += BATCH) {
      const rows = await this.#dialect.db
        .selectFrom('document_decision')
        .selectAll()
        .where('document_id', 'in', documents.slice(at, at + BATCH))
        .where('at', '<=', until)
        .orderBy('id')
        .execute();
      found.push(...rows.map((row) => decisionOf(row, until)));
    }
    return found;
  }

  /**
   * The items that wait for somebody, of documents that stand, oldest document first: those that nobody decided on,
   * those that wait for a second person, and those that were decided on and are no longer read so.
   */
  async waiting(
    filter: {
      readonly kinds?: readonly string[];
      readonly document?: DocumentId;
      /** Documents that are left out, and not counted. */
      readonly except?: readonly DocumentId[];
    },
    page: { readonly limit: number; readonly offset?: number },
  ): Promise<{ readonly items: readonly WaitingItem[]; readonly total: number }> {
    const { db } = this.#dialect;
    const standing = db
      .selectFrom('document_decision')
      .select((by) => ['document_id', 'item', by.fn.max('id').as('id')])
      .where('withdrawn_at', 'is', null)
      .groupBy(['document_id', 'item']);
    let open = db
      .selectFrom('document_item')
      .innerJoin('document', 'document.id', 'document_item.document_id')
      .leftJoin(standing.as('standing'), (join) =>
        join
          .onRef('standing.document_id', '=', 'document_item.document_id')
          .onRef('standing.item', '=', 'document_item.item'),
      )
      .select(['document.seq', 'document_item.document_id', 'document_item.item', 'document_item.kind'])
      .select((by) => ['document_item.span_start', by.val('open').as('waits')])
      .where('document.state', '=', 'current')
      .where('standing.id', 'is', null);
    let decided = db
      .selectFrom(standing.as('standing'))
      .innerJoin('document_decision', 'document_decision.id', 'standing.id')
      .innerJoin('document', 'document.id', 'document_decision.document_id')
      .leftJoin('document_item', (join) =>
        join
          .onRef('document_item.document_id', '=', 'document_decision.document_id')
          .onRef('document_item.item', '=', 'document_decision.item'),
      )
      .select(['document.seq', 'document_decision.document_id', 'document_decision.item'])
      .select((by) => [
        'document_decision.kind',
        by.fn.coalesce('document_item.span_start', by.val(0)).as('span_start'),
        by
          .case()
          .when(by.and([by('needs_second', '=', 1), by('approved_at', 'is', null)]))
          .then('proposed')
          .else('lost')
          .end()
          .as('waits'),
      ])
      .where('document.state', '=', 'current')
      .where((by) =>
        by.or([
          by.and([by('needs_second', '=', 1), by('approved_at', 'is', null)]),
          by.and([by('document_item.item', 'is', null), by('verdict', 'in', ['accept', 'correct'])]),
        ]),
      );
    if (filter.kinds !== undefined) {
      open = open.where('document_item.kind', 'in', [...filter.kinds]);
      decided = decided.where('document_decision.kind', 'in', [...filter.kinds]);
    }
    if (filter.except !== undefined && filter.except.length > 0) {
      open = open.where('document_item.document_id', 'not in', [...filter.except]);
      decided = decided.where('document_decision.document_id', 'not in', [...filter.except]);
    }
    if (filter.document !== undefined) {
      open = open.where('document_item.document_id', '=', filter.document);
      decided = decided.where('document_decision.document_id', '=', filter.document);
    }
    const all = open.unionAll(decided);
    const { total } = await db
      .selectFrom(all.as('waiting'))
      .select((by) => by.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom(all.as('waiting'))
      .selectAll()
      .orderBy('seq')
      .orderBy('span_start')
      .orderBy('item')
      .limit(page.limit)
      .offset(page.offset ?? 0)
      .execute();
    return {
      total: Number(total),
      items: rows.map(({ document_id, item, kind, waits }) => ({
        document: document_id,
        key: item,
        kind,
        waits: waits as WaitingItem['waits'],
      })),
    };
  }
}

const BATCH = 500;

function decisionOf(
  row: Omit<DocumentDecisionTable, 'id'> & { readonly id: number },
  until: string,
): ReviewDecision {
  const act = (by: string | null, at: string | null, why: string | null) =>
    by === null || at === null || at > until ? null : { by, at, why: why ?? '' };
  return {
    id: row.id,
    document: row.document_id,
    item: row.item,
    kind: row.kind,
    verdict: row.verdict,
    as: JSON.parse(row.as_read) as Record<string, unknown>,
    correction: row.correction === null ? null : (JSON.parse(row.correction) as Record<string, unknown>),
    rules: row.rules,
    by: row.by_whom,
    at: row.at,
    why: row.why,
    needsSecond: row.needs_second === 1,
    approved: act(row.approved_by, row.approved_at, row.approved_why),
    withdrawn: act(row.withdrawn_by, row.withdrawn_at, row.withdrawn_why),
  };
}

function refused(why: string) {
  return documentError('ENT_REVIEW_REFUSED', { why });
}
