export type {
  Feature,
  MatchedName,
  ScreenAnswer,
  ScreenExplanation,
  ScreenResult,
  Searched,
  SearchedList,
} from './answer.ts';
export { type BatchJob, type BatchProgress, type BatchReport, screenBatch } from './batch.ts';
export type { RowStatus } from './batch-row.ts';
export {
  BATCH_INPUTS,
  BATCH_OUTPUTS,
  type BatchColumns,
  type BatchInput,
  type BatchOutput,
  type BatchSettings,
} from './batch-settings.ts';
export { screeningError } from './errors.ts';
export { ExceptionBook, type ExceptionMoment, exceptionMoment, exceptionState, isOpen } from './excepted.ts';
export type { MetException } from './met-exception.ts';
export type { ScreenOptions, ScreenQuery, ScreenScope } from './query.ts';
export { type QuestionKey, questionKey } from './question-key.ts';
export { screenJson } from './screen-json.ts';
export { Screener, type SharedNames } from './screener.ts';
export { readWatchNames, type WatchInput } from './watch-input.ts';
export { runWatch, type WatchOptions, type WatchReport } from './watch-run.ts';
