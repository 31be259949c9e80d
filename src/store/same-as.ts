import { groupBy } from '../kernel/index.ts';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { rejoin } from './rejoin.ts';

/** A judgement that two source records are, or are not, about the same thing. */
export interface Judgement {
  /** Source keys (`un-sc:QDe.132`). */
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** Who or which rule judged: a person's name, or `rule:` and the rule's (`rule:citation`). */
  readonly by: string;
  /** What it rests on, for a person to read. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** A judgement that the record holds, standing or taken back. */
export interface KnownJudgement extends Judgement {
  readonly id: number;
  /** Wall clock, ISO. */
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** What recording judgements did. */
export interface JudgingReport {
  readonly added: number;
  /** Judgements of rules that no longer hold, and of persons that a newer one of theirs replaces. */
  readonly withdrawn: number;
  /** Judgements that name a record which is not held. */
  readonly waiting: number;
}

/** Whether a rule judged, and not a person. */
export function isRule(by: string): boolean {
  return by.startsWith('rule:');
}

/**
 * Adds judgements and joins the entities of those that say `same`. A judgement that stands already, with the
 * same verdict by the same judge, is not added again; one that names a record not held is left for later and
 * counted. A person's judgement takes the place of a person's earlier one about the same two records; a proposal
 * (`unsure`, with what it `proposes` in its evidence), which waits for another person, takes no place. For each rule in `rules`, what it judged before and does not judge now is withdrawn.
 */
export function judgeSame(
  dialect: Dialect,
  judgements: readonly Judgement[],
  now: string,
  rules: readonly string[] = [],
): Promise<JudgingReport> {
  return dialect.write(async (db) => {
    const ids = await recordIds(
      db,
      judgements.flatMap(({ left, right }) => [left, right]),
    );
    const standing = await db
      .selectFrom('same_as')
      .select(['id', 'left_record', 'right_record', 'verdict', 'judged_by'])
      .where('withdrawn_at', 'is', null)
      .execute();
    const keyOf = (row: (typeof standing)[number]) =>
      JSON.stringify([row.left_record, row.right_record, row.verdict, row.judged_by]);
    const held = new Map(standing.map((row) => [keyOf(row), row.id]));
    const byPersons = groupBy(
      standing.filter((row) => !isRule(row.judged_by)),
      (row) => pairKey(row.left_record, row.right_record),
    );
    const kept = new Set<number>();
    const replaced = new Set<number>();
    const fresh = new Map<string, (string | number | null)[]>();
    let waiting = 0;
    for (const { left, right, verdict, by, evidence } of judgements) {
      const [one, other] = [ids.get(left), ids.get(right)];
      if (one === undefined || other === undefined) {
        waiting += 1;
        continue;
      }
      const key = JSON.stringify([one, other, verdict, by]);
      const before = held.get(key);
      if (before !== undefined) kept.add(before);
      else fresh.set(key, [one, other, verdict, by, now, JSON.stringify(evidence)]);
      if (isRule(by) || 'proposes' in evidence) continue;
      for (const row of byPersons.get(pairKey(one, other)) ?? []) if (row.id !== before) replaced.add(row.id);
    }
    await dialect.insertMany(
      db,
      'same_as',
      ['left_record', 'right_record', 'verdict', 'judged_by', 'judged_at', 'evidence'],
      [...fresh.values()],
    );
    const lapsed = standing.filter((row) => rules.includes(row.judged_by) && !kept.has(row.id));
    await dialect.updateMany(
      db,
      'same_as',
      ['id'],
      ['withdrawn_by', 'withdrawn_at', 'withdrawn_why'],
      [
        ...lapsed.map((row) => [row.judged_by, now, 'what it rested on no longer holds', row.id]),
        ...[...replaced].map((id) => ['a later decision', now, 'a person judged again', id]),
      ],
    );
    const withdrawn = lapsed.length + replaced.size;
    if (fresh.size + withdrawn > 0) await rejoin(dialect, db);
    return { added: fresh.size, withdrawn, waiting };
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

/** All judgements, oldest first; those that were taken back only when asked for. */
export async function judgementsHeld(
  db: Db,
  { withdrawn = false }: { readonly withdrawn?: boolean } = {},
): Promise<readonly KnownJudgement[]> {
  let query = db
    .selectFrom('same_as')
    .innerJoin('source_record as left', 'left.id', 'left_record')
    .innerJoin('source_record as right', 'right.id', 'right_record')
    .selectAll('same_as')
    .select([
      'left.list_id as left_list',
      'left.reference as left_reference',
      'right.list_id as right_list',
      'right.reference as right_reference',
    ])
    .orderBy('same_as.id');
  if (!withdrawn) query = query.where('withdrawn_at', 'is', null);
  return (await query.execute()).map((row) => ({
    id: row.id,
    left: `${row.left_list}:${row.left_reference}`,
    right: `${row.right_list}:${row.right_reference}`,
    verdict: row.verdict,
    by: row.judged_by,
    at: row.judged_at,
    evidence: JSON.parse(row.evidence) as Record<string, string>,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by ?? '', at: row.withdrawn_at, why: row.withdrawn_why ?? '' },
  }));
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Above so many keys of one list it is quicker, and within every database's limits, to read all of the list's. */
const MANY_KEYS = 500;

async function recordIds(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const references = groupBy([...new Set(keys)], (key) => key.slice(0, key.indexOf(':')));
  for (const [list, ofList] of references) {
    let query = db.selectFrom('source_record').select(['id', 'reference']).where('list_id', '=', list);
    if (ofList.length <= MANY_KEYS) {
      query = query.where(
        'reference',
        'in',
        ofList.map((key) => key.slice(list.length + 1)),
      );
    }
    for (const row of await query.execute()) found.set(`${list}:${row.reference}`, row.id);
  }
  return found;
}
