export type { FtmEntity, FtmListFacts, FtmMapped, FtmNested, FtmOptions } from './entity.ts';
export { datasetOf } from './ids.ts';
export { nested } from './nested.ts';
export { toFtm } from './to-ftm.ts';
