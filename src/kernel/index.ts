export { type Clock, type Clocks, NOW } from './clock.ts';
export {
  EntError,
  type ErrorSpec,
  type ErrorStatus,
  type ErrorTable,
  errorTable,
  formatPlace,
  type Place,
} from './error.ts';
export { kernelError } from './errors.ts';
export { EVENT_KINDS, type EventKind } from './event-kind.ts';
export {
  EXCEPTION_REASONS,
  EXCEPTION_STANDINGS,
  EXCEPTION_STATES,
  type ExceptionReason,
  type ExceptionStanding,
  type ExceptionState,
} from './exception-terms.ts';
export { groupBy } from './group.ts';
export {
  type EntityId,
  formatSourceKey,
  isEntityId,
  newEntityId,
  parseSourceKey,
  type SourceKey,
} from './id.ts';
export {
  ALWAYS,
  complement,
  contains,
  formatInterval,
  type Interval,
  intersect,
  interval,
  overlaps,
  subtract,
  union,
} from './interval.ts';
export { type Authority, type ListInfo, RECORD_LIST_ID } from './list.ts';
export {
  compareDates,
  type DateRange,
  dateBounds,
  day,
  earliest,
  formatDate,
  type PartialDate,
  parseDate,
  parseMoment,
  parseXsDate,
  type SimpleDate,
  tryParseDate,
} from './partial-date.ts';
export { SCHEMAS, type Schema, schemasAgree } from './schema.ts';
export {
  BINDING_FORCES,
  type BindingForce,
  POSITION_ACTS,
  type PositionAct,
  PROMISING_ACTS,
  type PromisingAct,
  SPEECH_ACTS,
  type SpeechAct,
} from './speech-act.ts';
export {
  NAME_KINDS,
  type NameKind,
  PROPERTIES,
  type Property,
  type RecordPart,
  type Source,
  STRENGTHS,
  type Statement,
  type Strength,
  statementKey,
} from './statement.ts';
export { answeredAt, dayAfter, type TimePoint, timePointMs, timePointOf } from './time-point.ts';
export { wordTable } from './word-table.ts';
