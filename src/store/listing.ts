import type { Authority, TimePoint } from '../kernel/index.ts';
import type { Episode, ListingStatus, ProgrammeEpisode } from './designation.ts';

/** A target's place on one list, as of one day and as known on one day. */
export interface Listing {
  readonly list: string;
  readonly authority: Authority;
  /** The publisher's own key of the entry; `null` where the list has none. */
  readonly reference: string | null;
  /** The source record that shows it: of the list itself when loaded, else of the starter record. */
  readonly record: string;
  /** Whether the list itself is held, or only the starter record says so (with its sources). */
  readonly basis: 'list' | 'record';
  /** When the list was last observed, as known at the moment asked about; `null` where it is not held. */
  readonly observed: TimePoint | null;
  /** The name as that list prints it. */
  readonly printedName: string | null;
  readonly status: ListingStatus;
  /** The episode that answers the question, or the newest. */
  readonly effective: Episode | null;
  readonly episodes: readonly Episode[];
  readonly programmes: readonly ProgrammeEpisode[];
  readonly legalBasis: readonly string[];
  /** Ids of the documents that the starter record cites for it. */
  readonly sources: readonly string[];
}
