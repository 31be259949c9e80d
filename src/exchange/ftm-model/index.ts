export { cleanValue } from './clean-value.ts';
export {
  FTM_GROUPS,
  FTM_SCHEMATA,
  type FtmProperty,
  type FtmSchema,
  type FtmType,
  ftmSchema,
  matchableSchemata,
  wordsOf,
} from './model.ts';
export { TOPICS } from './tables/topics.ts';
