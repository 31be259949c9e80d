import { createHash } from 'node:crypto';
import type { Db } from './dialect.ts';

/**
 * A digest of all that decides what the record answers: which snapshots are held and in which state, which parts
 * of them, and which judgements stand. It says nothing of who asked what, or of accounts. 32 hexadecimal digits.
 */
export async function stampOf(db: Db): Promise<string> {
  const snapshots = await db
    .selectFrom('snapshot')
    .select(['id', 'list_id', 'observed', 'state', 'loaded_at', 'decided_at'])
    .orderBy('id')
    .execute();
  const parts = await db
    .selectFrom('snapshot_part')
    .select(['snapshot_id', 'part', 'sha256', 'records'])
    .orderBy('snapshot_id')
    .orderBy('part')
    .execute();
  const judgements = await db
    .selectNoFrom((build) => [
      build
        .selectFrom('same_as')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .as('all'),
      build
        .selectFrom('same_as')
        .select(({ fn }) => fn.max('id').as('last'))
        .as('last'),
      build
        .selectFrom('same_as')
        .select(({ fn }) => fn.countAll<number>().as('withdrawn'))
        .where('withdrawn_at', 'is not', null)
        .as('withdrawn'),
    ])
    .executeTakeFirstOrThrow();
  const state = JSON.stringify([snapshots, parts, judgements]);
  return createHash('sha256').update(state).digest('hex').slice(0, 32);
}
