import type { EntityId, ListInfo, RecordPart, Source, TimePoint } from '../kernel/index.ts';
import type { QuarantineRule } from './judge.ts';

/** One observed version of a list, about to be loaded. */
export interface SnapshotInput {
  readonly list: ListInfo;
  /** When the list was seen to be so. */
  readonly observed: TimePoint;
  /** The parts that this snapshot holds; about the others it says nothing. */
  readonly parts: readonly string[];
  /** The records in batches, each (key, part) once. Read only once, inside the writer's transaction. */
  readonly records: AsyncIterable<readonly RecordPart[]> | Iterable<readonly RecordPart[]>;
  /** What is known only when the records have all been read. */
  readonly trailer: () => SnapshotTrailer;
  /** Entities whose ids a record file pins, by key. */
  readonly pinned?: ReadonlyMap<string, EntityId>;
  /** Documents that the records cite. */
  readonly sources?: readonly Source[];
}

/** The publisher's date and the digest of each part. */
export interface SnapshotTrailer {
  readonly published: string | null;
  /** By part: the file it came from and the SHA-256 of its bytes. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly sha256: string }>;
}

/** How a snapshot is loaded. */
export interface LoadOptions {
  /** Wall clock of the load, ISO. */
  readonly now: string;
  /** Loads although the count fell too far or the quarantine rule would hold it; who says so is recorded. */
  readonly force?: { readonly by: string; readonly note: string };
  /** Share by which the count of the primary part may fall in a year, or in less. Default 0.3. */
  readonly shrinkShare?: number;
  readonly quarantine?: QuarantineRule;
  /** Called after each batch with the records read so far. */
  readonly onProgress?: (records: number) => void;
}

/** What a load did. */
export interface LoadReport {
  readonly list: string;
  readonly observed: TimePoint;
  /** `unchanged`: this very snapshot was already held. `held`: in quarantine, nothing shows yet. */
  readonly outcome: 'loaded' | 'unchanged' | 'held';
  /** Why it is held; null otherwise. */
  readonly reason: string | null;
  readonly parts: readonly { readonly part: string; readonly records: number; readonly differing: number }[];
}
