export { checkRecord } from './check.ts';
export { type Citation, citations } from './citations.ts';
export { recordError } from './errors.ts';
export { type Finding, type FindingCode, fails, type Severity } from './finding.ts';
export type {
  Amendment,
  CitedSource,
  DateFact,
  Designation,
  Difference,
  Edition,
  Explanation,
  Group,
  GroupName,
  Print,
  Relation,
  RelationType,
  SharedName,
  Stage,
} from './group.ts';
export { groupJsonSchema } from './json-schema.ts';
export {
  type ListView,
  type LoadedList,
  type PrintedEntry,
  type PrintedName,
  type Standing,
  viewOf,
} from './list-view.ts';
export { RECORD_LIST, recordParts } from './parts.ts';
export { readRecord } from './read.ts';
export { recordPage } from './reference-page.ts';
export { shapeFaults } from './shape-faults.ts';
export { type RecordContents, recordFiles } from './write.ts';
export { parseYaml, type YamlFile } from './yaml-file.ts';
