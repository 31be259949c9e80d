export { type Bound, describeBound } from './bound.ts';
export { captionOf } from './caption.ts';
export type {
  Episode,
  KnownStatement,
  ListingStatus,
  ProgrammeEpisode,
  RecordHistory,
} from './designation.ts';
export { episodeStatus, episodesOf, programmesHeldOn, programmesOf, statusOf } from './designation.ts';
export { storeError } from './errors.ts';
export { type EventKind, eventsOf, type RecordEvent } from './events.ts';
export type { KnownRecord } from './history.ts';
export { QUARANTINE_RULE, type QuarantineRule } from './judge.ts';
export type { Listing } from './listing.ts';
export { nameHeldOn } from './name-validity.ts';
export type { NameRow } from './names.ts';
export { primaryName } from './record-values.ts';
export type { Judgement } from './same-as.ts';
export type { Decision } from './settle.ts';
export type { LoadOptions, LoadReport, SnapshotInput, SnapshotTrailer } from './snapshot-input.ts';
export type { ListState, SnapshotView } from './snapshots.ts';
export { type EntityView, Store } from './store.ts';
export type { Fault, VerifyReport } from './verify.ts';
