import type { EntityId } from '../kernel/index.ts';
import type { Edition } from './group.ts';

/** That a group of the record is what an entry of an official list is about. */
export interface Citation {
  /** The group's slug, and the entity id that its file pins. */
  readonly group: string;
  readonly entity: EntityId;
  /** The entry: `us-ofac-sdn`, `26953`. */
  readonly list: string;
  readonly reference: string;
  /** The source that shows it: the snapshot of the list, or the document that gives the reference. */
  readonly source: string;
  /** The group's file in the record, the evidence of the judgement. */
  readonly file: string;
}

/**
 * The list entries that the record joins to its groups, each once. The store makes same-as judgements from
 * them: a source record with such a key belongs to the group's entity.
 */
export function citations(edition: Edition): readonly Citation[] {
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const cited = new Map<string, Citation>();
  for (const group of edition.groups) {
    for (const { list, reference, sources: ids } of group.designations) {
      if (reference === undefined) continue;
      const key = `${group.slug} ${list}:${reference}`;
      const source = ids.find((id) => sources.get(id)?.list === list) ?? ids[0];
      if (source === undefined || cited.has(key)) continue;
      cited.set(key, { group: group.slug, entity: group.id, list, reference, source, file: group.file });
    }
  }
  return [...cited.values()];
}
