export { ceafRee, normalString } from './ceaf.ts';
export { confidenceCues } from './confidence-cues.ts';
export { added, type Counts, NO_COUNTS, scored, setCounts } from './counts.ts';
export { DIGEST_KINDS, type Digest, digestOf } from './digest.ts';
export { decide, type Example, logistic, type Weights } from './logistic.ts';
export { maximumMatching } from './matching.ts';
export { type MucAnswer, mucAnswer, mucConfidence } from './muc-answer.ts';
export {
  alternatives,
  isOptional,
  type MucConfidence,
  type MucDate,
  type MucDocument,
  type MucOrganisation,
  type MucTemplate,
  mucCountries,
  mucDate,
  mucDates,
  mucOrganisations,
  mucTypes,
} from './muc-key.ts';
export { TEST_ENTRIES, TEST_GAZETTEER } from './small-record.ts';
