import { RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import {
  type EntityView,
  type Episode,
  episodeStatus,
  type KnownRecord,
  type KnownStatement,
  type ListingStatus,
  nameEpisode,
} from '../store/index.ts';
import { scriptOf } from '../text/index.ts';

/** A name of an entity, of all entries that print it. */
export interface EntityName {
  readonly text: string;
  readonly kind: string;
  readonly strength: string;
  /** ISO 15924; `null` where the text has no letters of one. */
  readonly script: string | null;
  /** Whether it was borne on the day asked about: of its entries, the one that bears it most surely counts. */
  readonly status: ListingStatus;
  /** Since when and until when, by that entry. `to` is `null` for a name that its entry had to the last. */
  readonly effective: Episode;
  /** Whether it was no longer borne on that day. */
  readonly former: boolean;
  /** The lists that print it, or did. */
  readonly lists: readonly string[];
}

interface Said {
  readonly record: KnownRecord;
  readonly statement: KnownStatement;
  readonly effective: Episode;
  readonly status: ListingStatus;
}

const SUREST: readonly ListingStatus[] = ['listed', 'unclear', 'not-yet', 'delisted'];

/**
 * The names of an entity for a question about `asOf`, or about now when it is `null`: the starter record's own first. A name
 * that left the list together with its entry has not ended: nothing says that it is no longer borne.
 */
export function entityNames(view: EntityView, asOf: TimePoint | null): readonly EntityName[] {
  const records = [...view.records].sort(
    (a, b) => Number(b.list === RECORD_LIST_ID) - Number(a.list === RECORD_LIST_ID),
  );
  const byText = new Map<string, Said[]>();
  for (const record of records) {
    for (const statement of record.history.statements) {
      if (statement.property !== 'name') continue;
      const effective = lifeOf(record, statement);
      const said = { record, statement, effective, status: episodeStatus(effective, asOf) };
      byText.set(statement.value, [...(byText.get(statement.value) ?? []), said]);
    }
  }
  return [...byText].map(([text, all]) => nameOf(text, all));
}

function lifeOf({ history }: KnownRecord, name: KnownStatement): Episode {
  const { from, to } = nameEpisode(history, name);
  const leftWithEntry =
    name.validTo === undefined &&
    name.seen.to !== null &&
    history.primary.some((run) => run.to === name.seen.to);
  return { from, to: leftWithEntry ? null : to };
}

function nameOf(text: string, all: readonly Said[]): EntityName {
  const [surest] = [...all].sort((a, b) => SUREST.indexOf(a.status) - SUREST.indexOf(b.status));
  if (surest === undefined) throw new TypeError('a name that nobody says');
  const { statement, status, effective } = surest;
  const script = statement.script ?? scriptOf(text);
  return {
    text,
    kind: statement.kind ?? 'alias',
    strength: statement.strength ?? 'unstated',
    script: script === 'Zyyy' ? null : script,
    status,
    effective,
    former: status === 'delisted',
    lists: [...new Set(all.map(({ record }) => record.list))],
  };
}
