export { checkReading, DAYS_AFTER, DAYS_BEFORE } from './checks/check-reading.ts';
export type { HeldLists, ListingFact } from './checks/listing-fact.ts';
export { type Agreement, agreement, isOneEvent } from './copies/agree.ts';
export {
  compareTexts,
  type SharedPassage,
  type TextComparison,
} from './copies/compare-texts.ts';
export { type CopyCandidate, CopyIndex } from './copies/copy-index.ts';
export { type CopyWords, copyWords, type TextRange } from './copies/copy-words.ts';
export {
  type IncidentAttribution,
  type IncidentDifference,
  type IncidentFigure,
  incidentOf,
  type JoinedEvent,
  type Toll,
} from './copies/incident.ts';
export { joinEvents, type TellingOf } from './copies/join-events.ts';
export { packSketch, type Sketch, sketchOf, trigramsOf, unpackSketch } from './copies/sketch.ts';
export { type Quote, type Telling, tellingOf } from './copies/telling.ts';
export { LONGEST_TEXT } from './document/read-document.ts';
export { wireError } from './errors.ts';
export {
  type EntryKind,
  type Gazetteer,
  type GazetteerEntry,
  type GazetteerName,
  gazetteer,
} from './gazetteer/gazetteer.ts';
export { ITEM_KINDS, type ItemKind, itemsOf, keyOf, type ReadingItem } from './items/items.ts';
export { READING_RULES } from './items/reading-rules.ts';
export { spanIn } from './items/span-in.ts';
export { modelMessages, type Proposal, type Proposals, readProposals } from './model/proposals.ts';
export { TOPIC_IDS } from './promises/topics.ts';
export { type ReadOptions, readReport } from './read-report.ts';
export type {
  Allegation,
  Attribution,
  AttributionKind,
  Because,
  Candidate,
  Casualty,
  CasualtyCategory,
  ChannelKind,
  Check,
  Commitment,
  Conflict,
  Count,
  EventStatus,
  EventType,
  ListWording,
  Mention,
  MentionFlag,
  MentionKind,
  Participant,
  Party,
  Position,
  Reading,
  ReferenceDay,
  ReportDocument,
  TargetClass,
  Topic,
  Verdict,
  Weapon,
  WeaponKind,
  When,
  Where,
  WireEvent,
  Zone,
  ZoneKind,
} from './reading.ts';
export type { Span } from './span.ts';
