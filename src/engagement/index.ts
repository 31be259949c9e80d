export {
  type AssessmentInput,
  addEvidence,
  assess,
  type Correction,
  confirmCommitment,
  decideEvidence,
  type EvidenceInput,
  type Eyes,
  entryOfKind,
  type GuidelineInput,
  mergeCommitments,
  rejectCommitment,
  reply,
  splitCommitment,
  withdraw,
  writeGuideline,
} from './acts.ts';
export { type Agenda, type AgendaPromise, briefSince, makeAgenda, type RoundView } from './agenda.ts';
export { agendaBrief, changeWords } from './agenda-brief.ts';
export type { Block, Brief, Section } from './brief.ts';
export {
  type Comparison,
  compareStatements,
  type ItemChange,
  type ItemComparison,
  type SentencePair,
  type StatementHead,
  type SubjectChanges,
} from './compare-statements.ts';
export { changeLine, comparisonBrief, headWords, subjectLine } from './comparison-brief.ts';
export { DIGEST_DAYS, digestBrief } from './digest-brief.ts';
export { type Dossier, dossierOf, seriesBetween, seriesKnown } from './dossier.ts';
export { commitmentSection, dossierBrief } from './dossier-brief.ts';
export { newId } from './draft-id.ts';
export { REVIEW_MONTHS } from './due.ts';
export {
  addHappening,
  addMeeting,
  addSelfReport,
  type HappeningInput,
  type MeetingInput,
  type SelfReportInput,
} from './enter-by-hand.ts';
export { engagementError } from './errors.ts';
export { bodyEntriesOf, entriesOf, type FileEntries, type FileFault } from './file-entries.ts';
export { bodiesFile, type EngagementFile, engagementFile } from './file-format.ts';
export {
  type Accusation,
  accusationsIn,
  type Incident,
  type IncidentWord,
  incidentsIn,
  wordKindOf,
} from './incidents.ts';
export { entriesOfProposal, type IntakeOptions, type Proposal, proposeDialogue, sha256Of } from './intake.ts';
export {
  type GroupDifference,
  type ListingChange,
  listingChanges,
  listingDifferences,
} from './listing-differences.ts';
export { type OfficeHistory, officeHistory } from './office-history.ts';
export { originOf } from './origin.ts';
export { planWords } from './plan-words.ts';
export { evidenceFromListings, evidenceFromReading, type ProposalSource } from './propose-evidence.ts';
export { type Reminder, remindersOf } from './reminders.ts';
export { type PlanCount, type PlanTotals, planTotals, type RollUp, rollUp } from './roll-up.ts';
export { isPromise, RESULT_WORDS, RESULTS } from './rules.ts';
export {
  type HeldItem,
  type Item,
  type Passage,
  type Statement,
  type StatementFacts,
  type Subject,
  statementOf,
} from './statement.ts';
export { SUBJECT_KINDS, type SubjectKind } from './statement-kinds.ts';
export { statementOfFacts } from './statement-of-facts.ts';
export { type AssessmentView, type CommitmentView, happenedBy } from './views.ts';
export { agendaCsv } from './write-agenda-table.ts';
export { calendarOf } from './write-calendar.ts';
export { comparisonCsv } from './write-comparison-table.ts';
export { csvOf } from './write-csv.ts';
export { htmlOf } from './write-html.ts';
export { markdownOf } from './write-markdown.ts';
export { commitmentsCsv } from './write-table.ts';
