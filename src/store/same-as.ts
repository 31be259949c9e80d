import { groupBy } from '../kernel/index.ts';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';

/** A judgement that two source records are, or are not, about the same thing. */
export interface Judgement {
  /** Source keys (`un-sc:QDe.132`). */
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** Who or which rule judged (`rule:citation`). */
  readonly by: string;
  /** What it rests on, for a person to read. */
  readonly evidence: Readonly<Record<string, string>>;
}

/**
 * Adds judgements and joins the entities of those that say `same`. A judgement that stands already, with the
 * same verdict by the same judge, is not added again; one that names a record not held is left for later and
 * counted. Returns how many were added.
 */
export async function judgeSame(
  dialect: Dialect,
  judgements: readonly Judgement[],
  now: string,
): Promise<{ readonly added: number; readonly waiting: number }> {
  return dialect.write(async (db) => {
    const ids = await idsOf(
      db,
      judgements.flatMap(({ left, right }) => [left, right]),
    );
    const standing = new Set(
      (await db.selectFrom('same_as').selectAll().where('withdrawn_at', 'is', null).execute()).map((row) =>
        JSON.stringify([row.left_record, row.right_record, row.verdict, row.judged_by]),
      ),
    );
    let added = 0;
    let waiting = 0;
    for (const judgement of judgements) {
      const [left, right] = [ids.get(judgement.left), ids.get(judgement.right)];
      if (left === undefined || right === undefined) waiting += 1;
      else if (!standing.has(JSON.stringify([left, right, judgement.verdict, judgement.by]))) {
        await db
          .insertInto('same_as')
          .values({
            left_record: left,
            right_record: right,
            verdict: judgement.verdict,
            judged_by: judgement.by,
            judged_at: now,
            evidence: JSON.stringify(judgement.evidence),
            withdrawn_by: null,
            withdrawn_at: null,
            withdrawn_why: null,
          })
          .execute();
        added += 1;
      }
    }
    if (added > 0) await rejoin(dialect, db);
    return { added, waiting };
  });
}

/** Takes a judgement back; the entities part again unless another judgement still joins them. */
export async function withdrawJudgement(
  dialect: Dialect,
  id: number,
  withdrawal: { readonly by: string; readonly why: string; readonly now: string },
): Promise<void> {
  await dialect.write(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('same_as')
      .set({ withdrawn_by: withdrawal.by, withdrawn_at: withdrawal.now, withdrawn_why: withdrawal.why })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw storeError('ENT_NOT_FOUND', { what: `standing judgement ${id}` });
    await rejoin(dialect, db);
  });
}

/** The entity that an id resolves to; `null` when there is no such id. A merged id keeps resolving for ever. */
export async function resolveEntity(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('entity').select('canonical').where('id', '=', id).executeTakeFirst();
  return row?.canonical ?? null;
}

/**
 * Works out every entity's canonical id afresh from the judgements that stand: the records of one connected
 * set resolve to the entity of lowest (rank, seq) among them, so a pinned id leads, then the oldest (SPEC E3).
 */
async function rejoin(dialect: Dialect, db: Db): Promise<void> {
  const links = await db
    .selectFrom('same_as')
    .innerJoin('source_record as left', 'left.id', 'left_record')
    .innerJoin('source_record as right', 'right.id', 'right_record')
    .select(['left.entity_id as left', 'right.entity_id as right'])
    .where('verdict', '=', 'same')
    .where('withdrawn_at', 'is', null)
    .execute();
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const up = leader.get(id) ?? id;
    if (up === id) return id;
    const top = find(up);
    leader.set(id, top);
    return top;
  };
  for (const { left, right } of links) leader.set(find(left), find(right));
  const members = [...new Set(links.flatMap(({ left, right }) => [left, right]))];
  const order = new Map(
    members.length === 0
      ? []
      : (
          await db.selectFrom('entity').select(['id', 'rank', 'seq']).where('id', 'in', members).execute()
        ).map((row): [string, number] => [row.id, row.rank * 1e12 + row.seq]),
  );
  const canonical = new Map<string, string>();
  for (const set of groupBy(members, find).values()) {
    const first = set.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b));
    for (const id of set) canonical.set(id, first);
  }
  const current = await db.selectFrom('entity').select(['id', 'canonical']).execute();
  const changed = current
    .map(({ id, canonical: held }) => ({ id, held, wanted: canonical.get(id) ?? id }))
    .filter(({ held, wanted }) => held !== wanted);
  await dialect.updateMany(
    db,
    'entity',
    ['id'],
    ['canonical'],
    changed.map(({ id, wanted }) => [wanted, id]),
  );
}

async function idsOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const references = groupBy([...new Set(keys)], (key) => key.slice(0, key.indexOf(':')));
  for (const [list, ofList] of references) {
    const rows = await db
      .selectFrom('source_record')
      .select(['id', 'reference'])
      .where('list_id', '=', list)
      .where(
        'reference',
        'in',
        ofList.map((key) => key.slice(list.length + 1)),
      )
      .execute();
    for (const row of rows) found.set(`${list}:${row.reference}`, row.id);
  }
  return found;
}
