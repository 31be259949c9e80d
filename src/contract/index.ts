export {
  ACCOUNT_ROLES,
  account,
  accountChange,
  accountRequest,
  apiKey,
  apiKeyRequest,
  TLP_LEVELS,
  USE_PURPOSES,
} from './accounts.ts';
export { OPERATION_ACTIONS, type OperationAction } from './actions.ts';
export { agendaAnswer, agendaQuery } from './agenda.ts';
export { API, type OperationName } from './api.ts';
export { auditEntry, auditQuery, auditReport, replayAnswer } from './audit.ts';
export { BULK_OPERATIONS, type BulkJson, bulkAnswer } from './bulk-decisions.ts';
export { CHANGE_OPERATIONS } from './changes.ts';
export { compareRequest, comparisonAnswer } from './comparison.ts';
export { commitmentView, dialoguesAnswer, dossierAnswer, proposeRequest } from './dialogue.ts';
export {
  DOCUMENT_OPERATIONS,
  documentId,
  incident,
  keptDocument,
  review,
  reviewDecision,
  reviewedItem,
} from './documents.ts';
export { type EntityAnswer, entityAnswer, entityName, listing, source, statement } from './entity.ts';
export { changesAnswer, changesQuery, historyAnswer, recordEvent } from './events.ts';
export {
  EXCEPTION_OPERATIONS,
  type ExceptionJson,
  exceptionAnswer,
  exceptionRequest,
} from './exceptions.ts';
export { EXPORT_OPERATIONS, exportQuery } from './export.ts';
export { batchSettings, type JobJson, job, jobState } from './jobs.ts';
export { JUDGEMENT_OPERATIONS, judgementRequest, sameQuestion, verifyAnswer } from './judgements.ts';
export {
  decision,
  listRow,
  loadFields,
  loadReport,
  snapshot,
  snapshotDecided,
  snapshotDecision,
} from './lists.ts';
export { MARKED_OBJECT_KINDS, MARKING_OPERATIONS, markingProposal, release } from './markings.ts';
export { type MatrixAnswer, matrixAnswer, matrixCell } from './matrix.ts';
export { openApiDocument } from './openapi.ts';
export {
  type Answered,
  type Asked,
  addressOf,
  type MediaKind,
  type Method,
  type Operation,
  operation,
} from './operation.ts';
export { PROBLEM_TYPE, type Problem, problem } from './problem.ts';
export { type ReadingJson, reading, readRequest } from './reading.ts';
export { RECEIVE_OPERATIONS, type ReceivedJson, received } from './receive.ts';
export { RELATION_OPERATIONS, type RelationsAnswer } from './relations.ts';
export { type ScreenAnswerJson, screenAnswer, screenRequest } from './screen.ts';
export { aboutAnswer, type SessionAnswer, sessionAnswer, signIn } from './session.ts';
export {
  type FeedRunJson,
  feedRow,
  feedRun,
  type ListUpdateJson,
  listUpdate,
  UPDATE_OPERATIONS,
  type UpdateJson,
  update,
} from './updates.ts';
export { watchAddRequest, watchAnswer, watchFileForm, watchReport } from './watch.ts';
