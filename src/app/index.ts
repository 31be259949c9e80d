export { agendaFor, type IncidentSource } from './agenda.ts';
export {
  answerBulk,
  BULK_VERDICTS,
  type BulkActor,
  heldInBulk,
  type ProposedBulk,
  pairItem,
  proposeBulk,
} from './bulk/bulk-decision.ts';
export {
  type Changes,
  type ChangesQuestion,
  changesBetween,
  changesHeld,
  type ListWindow,
} from './changes.ts';
export { checkRecordFolder, type RecordCheck } from './check-record.ts';
export { CITATION_RULE, joinCited } from './cited.ts';
export { compareDocuments, type StatementInput, statementFrom } from './compare.ts';
export { type DialogueText, proposeFromText, recordProposal } from './dialogue-intake.ts';
export {
  type AddedItem,
  addItem,
  type Deciding,
  decideItem,
  type ItemDecision,
} from './documents/decide.ts';
export { type DocumentView, documentView, documentViewWithout } from './documents/document-view.ts';
export { DocumentsNaming } from './documents/documents-naming.ts';
export { compareKept, type FoundCopy, findCopies } from './documents/held-copies.ts';
export {
  type Incident,
  type IncidentDocument,
  type IncidentQuestion,
  incidentsAcross,
} from './documents/incidents.ts';
export {
  type KeepOptions,
  type KeptAndRead,
  keepDocument,
  publishedOf,
  rereadAll,
  rereadDocument,
} from './documents/keep-document.ts';
export { type ModelSettings, modelOf } from './documents/model-client.ts';
export { type Proposed, proposeItems } from './documents/propose-items.ts';
export { receiveFile, receivePage } from './documents/receive-document.ts';
export { receivedText } from './documents/received-text.ts';
export { type Review, type ReviewedItem, type ReviewState, reviewed } from './documents/review.ts';
export { viewsWithout } from './documents/views-without.ts';
export {
  type EngagementLoad,
  type EngagementText,
  importEngagements,
  importEngagementTexts,
  loadEngagements,
} from './engagement-record.ts';
export {
  type AskedBy,
  type BatchReplay,
  replayBatch,
  screenBatchEntered,
  screenEntered,
} from './entered.ts';
export { entityJson } from './entity-json.ts';
export { appError } from './errors.ts';
export { type EvidenceText, evidenceInLists, evidenceInText } from './evidence-intake.ts';
export { exceptionJson } from './exceptions/exception-json.ts';
export {
  type ExceptionRow,
  exceptionRow,
  exceptionRows,
  WAITING_STANDINGS,
} from './exceptions/exception-rows.ts';
export {
  EXCEPTION_DAYS,
  lastDay,
  type ProposedException,
  type Proposing,
  proposeException,
} from './exceptions/propose-exception.ts';
export { checkLists, type ExportQuestion, exportEntities } from './export-entities.ts';
export { exportRecord, type RecordExport } from './export-record.ts';
export { type AddedFeed, type AddOptions, addFeed } from './feeds/add-feed.ts';
export { type FeedRow, type FeedState, feedRows } from './feeds/feed-rows.ts';
export type { ItemStep } from './feeds/keep-item.ts';
export type { FeedReport, RunOptions } from './feeds/run-feed.ts';
export { feedsNamed, type RunFeedsOptions, runFeeds, watchFeeds } from './feeds/run-feeds.ts';
export { type Brought, fetchAndKeep, type Wanted } from './fetch-and-keep.ts';
export { type FetchedDocument, fetchDocument } from './fetch-document.ts';
export { fetcherOf } from './fetcher-of.ts';
export { type InitReport, initStore, STARTER_RECORD } from './init-store.ts';
export { joinSame, type OpenQuestion, openQuestions, type SameAsReport } from './join-same.ts';
export { keptIncidents } from './kept-incidents.ts';
export { LIST_ADDRESSES, type ListAddress } from './list-addresses.ts';
export { type Freshness, freshnessOf, type ListFreshness } from './list-freshness.ts';
export { listRows } from './list-rows.ts';
export { listsPage } from './lists-page.ts';
export { listsWithout } from './lists-without.ts';
export { type LoadFilesOptions, type LoadFilesReport, loadFiles } from './load-files.ts';
export {
  answerMarkings,
  hiddenFrom,
  type Marked,
  type MarkedStore,
  markedNow,
  seesEntity,
  standingMarkings,
  statementObject,
  withoutRelations,
} from './marked.ts';
export { type MarkedObject, markedObject, type NamedObject, namedAs } from './marked-object.ts';
export {
  type ActingOnMarking,
  actOnMarking,
  approveMarking,
  type MarkingOutcome,
} from './marking-acts.ts';
export { type Matrix, type MatrixQuestion, type MatrixRecord, type MatrixRow, matrixOf } from './matrix.ts';
export type { MatrixCell, MatrixStatus } from './matrix-cell.ts';
export { gazetteerOf, readDocument } from './read-document.ts';
export { type RelationEdge, type RelationNode, type Relations, relationsAround } from './relations.ts';
export { type Replay, replayScreening } from './replay-screening.ts';
export {
  approveJudgement,
  type Judging,
  judgePair,
  type SameProposal,
  type SameQuestion,
  sameQuestions,
} from './same-questions.ts';
export { type ScreenedFor, type Screens, screenFor } from './screen-for.ts';
export {
  askedScreening,
  basisOf,
  recordBasis,
  type ScreeningQuestion,
  screeningAsked,
  screeningBytes,
  screeningResult,
} from './screening-entry.ts';
export { readAddresses, toUpdate } from './to-update.ts';
export { type ListUpdate, type UpdateStep, updateLists } from './update-lists.ts';
