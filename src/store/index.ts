export { type Account, accountName, type Holder } from './accounts/account.ts';
export { type AccountChange, Accounts, type NewAccount } from './accounts/accounts.ts';
export { accountError } from './accounts/errors.ts';
export type { ApiKey, NewKey } from './accounts/keys.ts';
export { totpUri } from './accounts/secret.ts';
export type { OpenedSession, Session } from './accounts/sessions.ts';
export type { CodeStep, SignIn, SignInOutcome } from './accounts/sign-in.ts';
export { Audit, type AuditQuery } from './audit/audit.ts';
export {
  type AuditBasis,
  type AuditEntry,
  type AuditEvent,
  type AuditReceipt,
  hashText,
  type Json,
} from './audit/entry.ts';
export { auditError } from './audit/errors.ts';
export type { RecordState } from './audit/record-state.ts';
export type { AuditReport } from './audit/verify.ts';
export { asciiLower, type ForeignBearer, type NameBearer } from './bearers.ts';
export { type Bound, describeBound } from './bound.ts';
export type {
  BulkDecision,
  BulkDecisions,
  BulkItem,
  BulkKind,
  NewBulk,
} from './bulk-decisions/bulk-decisions.ts';
export { bulkError } from './bulk-decisions/errors.ts';
export { captionOf } from './caption.ts';
export type {
  Episode,
  KnownStatement,
  ListingStatus,
  ProgrammeEpisode,
  RecordHistory,
} from './designation.ts';
export { episodeStatus, episodesOf, programmesHeldOn, programmesOf, statusOf } from './designation.ts';
export {
  type NewDecision,
  REVIEW_VERDICTS,
  type ReviewAct,
  type ReviewDecision,
  type ReviewVerdict,
  type WaitingItem,
} from './documents/decision.ts';
export {
  type CopyLink,
  DOCUMENT_STATES,
  type DocumentDate,
  type DocumentOrigin,
  type DocumentState,
  type DocumentStep,
  type ItemRow,
  type Keeping,
  type Kept,
  type KeptDocument,
  type KeptReading,
  type KeptTelling,
  type Received,
  type TellingRow,
  VERSION_SIGNALS,
  type VersionSignal,
} from './documents/document.ts';
export { type DocumentId, isDocumentId } from './documents/document-id.ts';
export {
  type DocumentFilter,
  type DocumentPage,
  Documents,
  type TellingFilter,
} from './documents/documents.ts';
export { documentError } from './documents/errors.ts';
export {
  Engagement,
  type EntryOf,
  type EvidenceCount,
  type Recording,
  type RecordReport,
} from './engagement/engagement.ts';
export type {
  AssessmentEntry,
  AssessmentResult,
  BodyEntry,
  Cited,
  CommitmentEntry,
  Delegate,
  DocumentEntry,
  DocumentForm,
  Due,
  EngagementEntry,
  EntityRef,
  EntryKind,
  EvidenceEntry,
  Grades,
  GuidelineEntry,
  HappeningEntry,
  MeetingEntry,
  Recorded,
  ReplyEntry,
  SelfReportEntry,
  SeriesEntry,
  Stamp,
  Stance,
  WithdrawalEntry,
} from './engagement/entry.ts';
export { storeError } from './errors.ts';
export { eventsOf, type RecordEvent } from './events.ts';
export {
  type ContentChange,
  contentChange,
  contentOf,
  type EntityContent,
  type EntityFact,
} from './exceptions/entity-content.ts';
export { exceptionError } from './exceptions/errors.ts';
export {
  EXCEPTION_STAGES,
  type Exception,
  type ExceptionAct,
  type ExceptionStage,
  type ExceptionSubject,
  type NewException,
} from './exceptions/exception.ts';
export type { Exceptions } from './exceptions/exceptions.ts';
export type { Fault } from './fault.ts';
export { feedError } from './feeds/errors.ts';
export type { Feed, FeedItem, FeedRun, NewFeed } from './feeds/feed.ts';
export { Feeds } from './feeds/feeds.ts';
export { ITEM_OUTCOMES, type ItemOutcome } from './feeds/item-outcome.ts';
export { type Fetch, Files, type KeptFile, type LatestFetch } from './files/files.ts';
export type { Reason } from './files/reason.ts';
export type { KnownRecord, StatementsWanted } from './history.ts';
export { IDENTIFIER_PROPERTIES, type IdentifierRow } from './identifiers.ts';
export { QUARANTINE_RULE, type QuarantineRule } from './judge.ts';
export type { Listing } from './listing.ts';
export { listingsOf } from './listings-of.ts';
export { besideOf, isPostgres, shownLocation } from './location.ts';
export { MARKED_KINDS, type MarkedKind, type MarkingAct } from './markings/marked.ts';
export type { MarkingEntry, Markings } from './markings/markings.ts';
export type { MarkingProposal, ProposedAct } from './markings/proposals.ts';
export type { PartRun } from './markings/record-runs.ts';
export type { Release } from './markings/releases.ts';
export { nameBeginning, nameEpisode, nameHeldOn } from './name-validity.ts';
export type { NameRow } from './names.ts';
export { primaryName, statementsHeldOn } from './record-values.ts';
export type { StatedRelation } from './relations.ts';
export { isRule, type Judgement, type JudgingReport, type KnownJudgement } from './same-as.ts';
export type { Saying, SayingRecord } from './sayings.ts';
export type { Decision } from './settle.ts';
export type { LoadOptions, LoadReport, SnapshotInput, SnapshotTrailer } from './snapshot-input.ts';
export type { ListState, SnapshotView } from './snapshots.ts';
export { type EntityView, Store } from './store.ts';
export type { VerifyReport } from './verify.ts';
export type {
  NewWatchName,
  Watch,
  WatchChange,
  WatchHit,
  WatchName,
  WatchReason,
  WatchReasonSaid,
  WatchRun,
} from './watch/watch.ts';
