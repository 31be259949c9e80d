import { type ExceptionReason, groupBy, type TimePoint } from '../../kernel/index.ts';
import type { Db, Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import { lastSeenBy } from '../timeline.ts';
import type { EntityContent } from './entity-content.ts';
import { exceptionError } from './errors.ts';
import type { Exception, ExceptionAct, ExceptionStage, NewException } from './exception.ts';
import type { ExceptionActTable } from './tables.ts';

type Act = ExceptionActTable['act'];

/** Which stage an act can be done in, and how a refusal calls it. */
const ACTS: Readonly<Record<Act, { readonly from: readonly ExceptionStage[]; readonly done: string }>> = {
  approve: { from: ['proposed'], done: 'approved' },
  reject: { from: ['proposed'], done: 'rejected' },
  withdraw: { from: ['proposed', 'approved'], done: 'withdrawn' },
};

/**
 * Decided false matches: that a question and a listed entity are not the same, proposed by one person and approved by
 * another until a day. Rows are only added: an approval, a rejection, a withdrawal is a row of its own (SPEC EX1-EX5).
 */
export class Exceptions {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /** Records a proposal; it excepts nothing until somebody else approves it. */
  propose(given: NewException): Promise<Exception> {
    const { subject, entity, caption, reason, until, content, evidence, proposed } = given;
    return this.#guard('proposing an exception', () =>
      this.#dialect.write(async (db) => {
        const { id } = await db
          .insertInto('exception')
          .values({
            subject_key: subject.key,
            subject: JSON.stringify(subject.query),
            watch_id: subject.watch,
            entity_id: entity,
            caption,
            reason,
            why: proposed.why,
            until_day: until,
            content_hash: content.hash,
            content: JSON.stringify(content.facts),
            evidence: JSON.stringify(evidence),
            proposed_by: proposed.by,
            proposed_at: proposed.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { ...given, id, stage: 'proposed', approved: null, rejected: null, withdrawn: null };
      }),
    );
  }

  /**
   * Approves, rejects or withdraws. Throws `ENT_EXCEPTION_UNKNOWN`, `ENT_EXCEPTION_STATE`, and
   * `ENT_EXCEPTION_SAME_PERSON` where who proposed it would approve it.
   */
  act(id: number, act: Act, by: ExceptionAct): Promise<Exception> {
    return this.#guard('deciding about an exception', () =>
      this.#dialect.write(async (db) => {
        const found = (await read(db, null)).find((one) => one.id === id);
        if (found === undefined) throw exceptionError('ENT_EXCEPTION_UNKNOWN', { id });
        const { from, done } = ACTS[act];
        if (!from.includes(found.stage))
          throw exceptionError('ENT_EXCEPTION_STATE', { id, act: done, stage: found.stage });
        if (act === 'approve' && found.proposed.by === by.by)
          throw exceptionError('ENT_EXCEPTION_SAME_PERSON', { by: by.by });
        await db
          .insertInto('exception_act')
          .values({ exception_id: id, act, by_whom: by.by, at: by.at, why: by.why })
          .execute();
        const after = (await read(db, null)).find((one) => one.id === id);
        if (after === undefined) throw exceptionError('ENT_EXCEPTION_UNKNOWN', { id });
        return after;
      }),
    );
  }

  /** Every exception as known at a moment (`null`: now), oldest first. */
  all(knownAt: TimePoint | null = null): Promise<readonly Exception[]> {
    return read(this.#dialect.db, knownAt);
  }

  /** Names the state of all exceptions: the same while nothing was added. Costs two small questions. */
  async stamp(): Promise<string> {
    const { db } = this.#dialect;
    const last = (table: 'exception' | 'exception_act') =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.max<number | null>('id').as('last'))
        .executeTakeFirstOrThrow();
    const [proposals, acts] = [await last('exception'), await last('exception_act')];
    return `${proposals.last ?? 0}.${acts.last ?? 0}`;
  }
}

/** Reads all as known at a moment. An id that was merged since resolves to what it is now. */
async function read(db: Db, knownAt: TimePoint | null): Promise<readonly Exception[]> {
  const until = lastSeenBy(knownAt);
  const rows = await db
    .selectFrom('exception')
    .leftJoin('entity', 'entity.id', 'exception.entity_id')
    .selectAll('exception')
    .select('canonical')
    .where('proposed_at', '<=', until)
    .orderBy('exception.id')
    .execute();
  const acts = groupBy(
    await db.selectFrom('exception_act').selectAll().where('at', '<=', until).orderBy('id').execute(),
    ({ exception_id }) => exception_id,
  );
  /** Of each pair the newest approved one, which alone stands. */
  const newest = new Map<string, number>();
  const read = rows.map((row) => {
    const own = acts.get(row.id) ?? [];
    const actOf = (act: Act): ExceptionAct | null => {
      const found = own.find((one) => one.act === act);
      return found === undefined ? null : { by: found.by_whom, at: found.at, why: found.why };
    };
    const entity = row.canonical ?? row.entity_id;
    const pair = `${entity} ${row.watch_id === null ? row.subject_key : `watch ${row.watch_id}`}`;
    const [approved, rejected, withdrawn] = [actOf('approve'), actOf('reject'), actOf('withdraw')];
    if (approved !== null) newest.set(pair, row.id);
    const content: EntityContent = {
      hash: row.content_hash,
      facts: JSON.parse(row.content) as EntityContent['facts'],
    };
    const exception = {
      id: row.id,
      subject: {
        key: row.subject_key,
        query: JSON.parse(row.subject) as Record<string, unknown>,
        watch: row.watch_id,
      },
      entity,
      caption: row.caption,
      reason: row.reason as ExceptionReason,
      until: row.until_day,
      content,
      evidence: JSON.parse(row.evidence) as Record<string, unknown>,
      proposed: { by: row.proposed_by, at: row.proposed_at, why: row.why },
      approved,
      rejected,
      withdrawn,
    };
    return { pair, exception };
  });
  return read.map(({ pair, exception }): Exception => {
    const { id, approved, rejected, withdrawn } = exception;
    const superseded = approved !== null && newest.get(pair) !== id;
    const stage: ExceptionStage =
      withdrawn !== null
        ? 'withdrawn'
        : rejected !== null
          ? 'rejected'
          : superseded
            ? 'superseded'
            : approved !== null
              ? 'approved'
              : 'proposed';
    return { ...exception, stage };
  });
}
