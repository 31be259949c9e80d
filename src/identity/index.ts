export { judgeByKeys, OFAC_UID_RULE, UN_REFERENCE_RULE } from './hard-keys.ts';
export { type Birth, PROPERTIES_COMPARED, type Profile, type ProfileName, profileOf } from './profile.ts';
export { FACTS_RULE, proposeSame, SAME_AS_RULES, type Settled } from './propose.ts';
export { KEY_PROPERTIES, sharingKeys } from './publisher-keys.ts';
export { ASK_FROM, POINTS, SAME_FROM } from './weigh.ts';
