export { type Comparison, compareStatements, type ItemChange, type ItemComparison, type SentencePair, type StatementHead, type SubjectChanges } from './compare-statements.ts';
export { type Dossier, dossierOf, seriesBetween, seriesKnown } from './dossier.ts';
export { newId } from './draft-id.ts';
export { REVIEW_MONTHS } from './due.ts';
export { engagementError } from './errors.ts';
export { bodyEntriesOf, entriesOf, type FileEntries, type FileFault } from './file-entries.ts';
export { bodiesFile, type EngagementFile, engagementFile } from './file-format.ts';
export { originOf } from './origin.ts';
export { type PlanCount, type PlanTotals, planTotals, type RollUp, rollUp } from './roll-up.ts';
export { isPromise, RESULT_WORDS, RESULTS } from './rules.ts';
export { type HeldItem, type Item, type Passage, type Statement, type StatementFacts, type Subject, statementOf } from './statement.ts';
export { SUBJECT_KINDS, type SubjectKind } from './statement-kinds.ts';
export { type AssessmentView, type CommitmentView, happenedBy } from './views.ts';
export { type Agenda, type AgendaPromise, briefSince, makeAgenda, type RoundView } from './agenda.ts';
export { type Accusation, accusationsIn, type Incident, incidentsIn, type IncidentWord } from './incidents.ts';
export { entriesOfProposal, type IntakeOptions, type Proposal, proposeDialogue, sha256Of } from './intake.ts';
export { type GroupDifference, type ListingChange, listingChanges, listingDifferences } from './listing-differences.ts';
export {
  type AssessmentInput,
  addEvidence,
  assess,
  type Correction,
  confirmCommitment,
  decideEvidence,
  type EvidenceInput,
  entryOfKind,
  type GuidelineInput,
  mergeCommitments,
  rejectCommitment,
  reply,
  splitCommitment,
  withdraw,
  writeGuideline,
} from './acts.ts';
export { statementOfFacts } from './statement-of-facts.ts';
export { agendaBrief, changeWords } from './agenda-brief.ts';
export { type Block, type Brief, type Section } from './brief.ts';
export { changeLine, comparisonBrief, headWords, subjectLine } from './comparison-brief.ts';
export { planWords } from './plan-words.ts';
export { csvOf } from './write-csv.ts';
export { htmlOf } from './write-html.ts';
export { markdownOf } from './write-markdown.ts';
