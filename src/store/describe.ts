import type { ListInfo, Source } from '../kernel/index.ts';
import type { Db } from './dialect.ts';

/** Makes lists known by name. What a loaded snapshot's own reader says of its list stands. */
export async function describeLists(db: Db, lists: readonly ListInfo[]): Promise<void> {
  const held = await db.selectFrom('snapshot').select('list_id').distinct().execute();
  const loaded = new Set(held.map((row) => row.list_id));
  for (const list of lists) if (!loaded.has(list.id)) await describeList(db, list);
}

/** Writes down what a list is, over what was known of it. */
export async function describeList(db: Db, list: ListInfo): Promise<void> {
  const values = {
    title: list.title,
    authority_id: list.authority.id,
    authority_name: list.authority.name,
    authority_country: list.authority.country,
    effect: list.effect,
    url: list.url,
    licence: list.licence,
    parts: JSON.stringify(list.parts),
    stale_after_days: list.staleAfterDays,
  };
  await db
    .insertInto('list')
    .values({ id: list.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Writes down the documents that a list's records cite. */
export async function describeSources(db: Db, list: string, sources: readonly Source[]): Promise<void> {
  for (const source of sources) {
    const values = {
      publisher: source.publisher,
      title: source.title,
      date: source.date ?? null,
      url: source.url ?? null,
    };
    await db
      .insertInto('source')
      .values({ list_id: list, id: source.id, ...values })
      .onConflict((conflict) => conflict.columns(['list_id', 'id']).doUpdateSet(values))
      .execute();
  }
}
