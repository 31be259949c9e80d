export type {
  Feature,
  MatchedName,
  ScreenAnswer,
  ScreenExplanation,
  ScreenResult,
  Searched,
  SearchedList,
} from './answer.ts';
export { screeningError } from './errors.ts';
export type { ScreenOptions, ScreenQuery, ScreenScope } from './query.ts';
export { Screener } from './screener.ts';
