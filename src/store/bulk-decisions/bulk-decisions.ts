import { groupBy } from '../../kernel/index.ts';
import type { Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import { bulkError } from './errors.ts';

/** What can be decided about many at once. */
export type BulkKind = 'same' | 'exception';

/** An item of a bulk decision, and what the second person decided on it where it is of the sample. */
export interface BulkItem {
  /** Names it within its kind: two source keys parted by a line end, or an exception's number. */
  readonly item: string;
  readonly sampled: boolean;
  readonly answer: {
    readonly verdict: string;
    readonly by: string;
    readonly at: string;
    readonly why: string;
  } | null;
}

/** A decision to be proposed for many items of one kind. */
export interface NewBulk {
  readonly kind: BulkKind;
  readonly verdict: string;
  readonly why: string;
  /** From which the sample was drawn: whoever has it can draw the sample again. */
  readonly seed: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly items: readonly Pick<BulkItem, 'item' | 'sampled'>[];
}

/** A decision about many items, with its sample and what came of it; `null` while the sample is not decided. */
export interface BulkDecision extends Omit<NewBulk, 'items'> {
  readonly id: number;
  readonly items: readonly BulkItem[];
  readonly ended: {
    readonly outcome: 'applied' | 'refused';
    readonly by: string;
    readonly at: string;
    /** Items that took the verdict. */
    readonly done: number;
  } | null;
}

/**
 * Decisions proposed for many items at once. Nothing takes effect before a second person has decided every item of the
 * sample, and then only if all agree. Rows are only added (SPEC B1-B3).
 */
export class BulkDecisions {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /** Records a proposal with its sample. */
  propose({ kind, verdict, why, seed, by, at, items }: NewBulk): Promise<number> {
    return this.#guard('proposing a bulk decision', () =>
      this.#dialect.write(async (db) => {
        const { id } = await db
          .insertInto('bulk_decision')
          .values({ kind, verdict, why, seed, proposed_by: by, proposed_at: at })
          .returning('id')
          .executeTakeFirstOrThrow();
        await this.#dialect.insertMany(
          db,
          'bulk_item',
          ['bulk_id', 'place', 'item', 'sampled'],
          items.map(({ item, sampled }, place) => [id, place, item, sampled ? 1 : 0]),
        );
        return id;
      }),
    );
  }

  /** Records what a person decided on one item of the sample. */
  answer(id: number, item: string, given: NonNullable<BulkItem['answer']>): Promise<void> {
    const { verdict, by, at, why } = given;
    return this.#guard('recording a sample', () =>
      this.#dialect.write(async (db) => {
        await db
          .insertInto('bulk_answer')
          .values({ bulk_id: id, item, verdict, by_whom: by, at, why })
          .execute();
      }),
    );
  }

  /** Records what came of it. */
  end(id: number, { outcome, by, at, done }: NonNullable<BulkDecision['ended']>): Promise<void> {
    return this.#guard('ending a bulk decision', () =>
      this.#dialect.write(async (db) => {
        await db.insertInto('bulk_end').values({ bulk_id: id, outcome, by_whom: by, at, done }).execute();
      }),
    );
  }

  /** One of {@link all}. Throws `ENT_BULK_UNKNOWN`. */
  async get(id: number): Promise<BulkDecision> {
    const found = (await this.all()).find((one) => one.id === id);
    if (found === undefined) throw bulkError('ENT_BULK_UNKNOWN', { id });
    return found;
  }

  /** Every bulk decision, oldest first. */
  async all(): Promise<readonly BulkDecision[]> {
    const { db } = this.#dialect;
    const rows = await db.selectFrom('bulk_decision').selectAll().orderBy('id').execute();
    if (rows.length === 0) return [];
    const items = groupBy(
      await db.selectFrom('bulk_item').selectAll().orderBy('place').execute(),
      ({ bulk_id }) => bulk_id,
    );
    const answers = new Map(
      (await db.selectFrom('bulk_answer').selectAll().execute()).map(
        ({ bulk_id, item, verdict, by_whom, at, why }) =>
          [`${bulk_id} ${item}`, { verdict, by: by_whom, at, why }] as const,
      ),
    );
    const ends = new Map(
      (await db.selectFrom('bulk_end').selectAll().execute()).map(
        ({ bulk_id, outcome, by_whom, at, done }) => [bulk_id, { outcome, by: by_whom, at, done }] as const,
      ),
    );
    return rows.map(({ id, kind, verdict, why, seed, proposed_by, proposed_at }) => ({
      id,
      kind: kind as BulkKind,
      verdict,
      why,
      seed,
      by: proposed_by,
      at: proposed_at,
      items: (items.get(id) ?? []).map(({ item, sampled }) => ({
        item,
        sampled: sampled === 1,
        answer: answers.get(`${id} ${item}`) ?? null,
      })),
      ended: ends.get(id) ?? null,
    }));
  }
}
