import { formatSourceKey, NOW, RECORD_LIST_ID } from '../kernel/index.ts';
import type { Judgement, KnownRecord, Store } from '../store/index.ts';

/** The rule by which a list's entry is joined to the group that the starter record says it is. */
export const CITATION_RULE = 'rule:citation';

/**
 * Joins the entries of loaded lists to the groups whose record files cite them by list and reference. Run after
 * each load; a citation whose entry is not held yet waits for it. Returns how many judgements are new.
 */
export async function joinCited(store: Store, now: () => Date): Promise<number> {
  const profiles = await store.profiles(NOW);
  const judgements = profiles.flatMap((view) => view.records.flatMap(citationOf));
  const { added } = await store.judgeSame(judgements, now().toISOString());
  return added;
}

function citationOf(record: KnownRecord): readonly Judgement[] {
  if (record.list !== RECORD_LIST_ID) return [];
  const value = (property: string) =>
    record.history.statements.find((s) => s.property === property && s.seen.to === null);
  const [list, reference] = [value('list'), value('reference')];
  if (list === undefined || reference === undefined) return [];
  const evidence = {
    rule: 'the record file cites this entry by list and reference',
    file: record.reference,
    ...(reference.source === undefined ? {} : { source: reference.source }),
  };
  const right = formatSourceKey({ list: list.value, reference: reference.value });
  return [{ left: formatSourceKey(record), right, verdict: 'same', by: CITATION_RULE, evidence }];
}
