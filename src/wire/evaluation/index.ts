export { ceafRee, normalString } from './ceaf.ts';
export { confidenceCues } from './confidence-cues.ts';
export { added, type Counts, NO_COUNTS, scored, setCounts } from './counts.ts';
export { DIGEST_KINDS, type Digest, digestOf } from './digest.ts';
export { groupCandidates } from './group-features.ts';
export { incidentFeatures, incidentsOf, mucType, rankFeatures } from './incident-features.ts';
export { type LinearRule, weigh } from './linear-rule.ts';
export { decide, type Example, logistic, type Weights } from './logistic.ts';
export { maximumMatching } from './matching.ts';
export { answerWith, type MucAnswer, type MucRules, mucAnswer, mucConfidence } from './muc-answer.ts';
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
export { textFeatures } from './text-features.ts';
