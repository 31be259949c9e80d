export { checkReading, DAYS_AFTER, DAYS_BEFORE } from './checks/check-reading.ts';
export type { HeldLists, ListingFact } from './checks/listing-fact.ts';
export { LONGEST_TEXT } from './document/read-document.ts';
export { wireError } from './errors.ts';
export {
  type EntryKind,
  type Gazetteer,
  type GazetteerEntry,
  type GazetteerName,
  gazetteer,
} from './gazetteer/gazetteer.ts';
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
