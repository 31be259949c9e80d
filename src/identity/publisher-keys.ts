import { groupBy, type Property } from '../kernel/index.ts';
import type { SayingRecord } from '../store/index.ts';

/** The properties in which publishers print keys of other lists' entries. */
export const KEY_PROPERTIES: readonly Property[] = ['identifier', 'reference', 'list'];

/** Lists whose references are OFAC's unique ids, which one target keeps on all of OFAC's lists. */
const OFAC_LISTS = new Set(['us-ofac-sdn', 'us-ofac-consolidated']);
/** OFAC's lists inside the Consolidated Screening List, by the code in brackets of their names there. */
const OFAC_IN_CSL = /\((?:SDN|SSI|FSE|PLC|CAP|CMIC|NS-MBS List)\)$|\bNS-MBS\b/;

/** The permanent references of the UN list that an entry carries: its own, or those that another list prints. */
export function unReferencesOf({ list, reference, sayings }: SayingRecord): readonly string[] {
  if (list === 'un-sc') return [reference];
  return sayings
    .filter(({ property, detail }) => property === 'identifier' && detail?.type === 'UN reference')
    .map(({ value }) => value);
}

/** OFAC's own number, where the entry is OFAC's or copies OFAC's; else `null`. */
export function ofacUidOf({ list, reference, sayings }: SayingRecord): string | null {
  if (OFAC_LISTS.has(list)) return reference;
  const copied =
    list === 'us-csl' &&
    sayings.some(({ property, value }) => property === 'list' && OFAC_IN_CSL.test(value));
  return copied ? (sayings.find(({ property }) => property === 'reference')?.value ?? null) : null;
}

/** The source keys of those entries that share a publisher's key with an entry of another list. */
export function sharingKeys(records: readonly SayingRecord[]): ReadonlySet<string> {
  const keyed = records.flatMap((record) => {
    const uid = ofacUidOf(record);
    const keys = [...unReferencesOf(record), ...(uid === null ? [] : [`ofac ${uid}`])];
    return keys.map((key) => ({ key, list: record.list, source: `${record.list}:${record.reference}` }));
  });
  const sharing = new Set<string>();
  for (const group of groupBy(keyed, ({ key }) => key).values()) {
    if (new Set(group.map(({ list }) => list)).size > 1) for (const { source } of group) sharing.add(source);
  }
  return sharing;
}
