export { type ChangesFeedOptions, changesFeed } from './atom/changes-feed.ts';
export { changesCsv } from './csv/changes-csv.ts';
export { type Cell, csv } from './csv/csv.ts';
export {
  datasetOf,
  type FtmEntity,
  type FtmListFacts,
  type FtmMapped,
  type FtmNested,
  type FtmOptions,
  nested,
  toFtm,
} from './ftm/index.ts';
export {
  cleanValue,
  FTM_GROUPS,
  FTM_SCHEMATA,
  type FtmProperty,
  type FtmSchema,
  type FtmType,
  ftmSchema,
  matchableSchemata,
  TOPICS,
  wordsOf,
} from './ftm-model/index.ts';
export * as reconcile from './reconcile/index.ts';
