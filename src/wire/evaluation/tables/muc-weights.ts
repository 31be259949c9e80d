import { ruleOf } from '../linear-rule.ts';

export const INCIDENT_WEIGHTS = ruleOf(0, '');
export const TEXT_WEIGHTS = ruleOf(0, '');
export const GROUP_WEIGHTS = ruleOf(0, '');
