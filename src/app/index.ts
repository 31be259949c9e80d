export { checkRecordFolder, type RecordCheck } from './check-record.ts';
export { CITATION_RULE, joinCited } from './cited.ts';
export { type InitReport, initStore, STARTER_RECORD } from './init-store.ts';
export { type LoadFilesOptions, type LoadFilesReport, loadFiles } from './load-files.ts';
export { gazetteerOf, readDocument } from './read-document.ts';
