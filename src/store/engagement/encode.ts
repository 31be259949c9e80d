import type { EngagementEntry, EntryKind, EvidenceEntry, Recorded, Stamp } from './entry.ts';

/** What an entry is about, for the column of that name; `null` where its series says it all. */
export function aboutOf(entry: EngagementEntry): string | null {
  switch (entry.kind) {
    case 'body':
      return entry.within;
    case 'document':
    case 'commitment':
      return entry.meeting;
    case 'happening':
    case 'assessment':
      return entry.commitment;
    case 'reply':
      return entry.assessment;
    case 'withdrawal':
      return entry.target;
    case 'series':
    case 'meeting':
    case 'self-report':
    case 'guideline':
      return null;
  }
}

/** An entry's fields that have no column, as JSON. Keys in a fixed order, so that equal entries have equal text. */
export function bodyOf(entry: EngagementEntry): string {
  const { kind: _, id: _id, series: _series, known: _known, ...body } = entry;
  return JSON.stringify(sorted(body));
}

/** The same for evidence. */
export function evidenceBodyOf(entry: EvidenceEntry): string {
  const { text, source, archiveSha256, retrieved, collector } = entry;
  return JSON.stringify(sorted({ text, source, archiveSha256, retrieved, collector }));
}

/** A row of the one table as the entry that it holds. */
export function entryOf(row: {
  readonly kind: string;
  readonly id: string;
  readonly series: string | null;
  readonly body: string;
}): EngagementEntry {
  const { kind, id, series, body } = row;
  return { ...(JSON.parse(body) as object), kind: kind as EntryKind, id, series } as EngagementEntry;
}

/** Joins an entry to its stamp. */
export function recorded<T extends { readonly known?: string }>(
  entry: T,
  stamp: Stamp,
  revision: number,
  withdrawn: Recorded<T>['withdrawn'],
): Recorded<T> {
  return { ...entry, known: stamp.known, stamp, revision, withdrawn };
}

/** Reads a row's stamp. */
export function stampOf(row: {
  readonly known: string;
  readonly recorded_at: string;
  readonly recorded_by: string;
}): Stamp {
  return { known: row.known, recordedAt: row.recorded_at, recordedBy: row.recorded_by };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, field]) => [name, sorted(field)]),
  );
}
