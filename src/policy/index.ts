export {
  ACTIONS,
  type Action,
  CONTENT_ACTIONS,
  DISSEMINATING,
  isAction,
  isRole,
  ROLE_ACTIONS,
  ROLES,
  type Role,
} from './action.ts';
export { type Approval, type Context, decide, NO_CONTEXT, type Resource } from './decide.ts';
export type { Decision, Obligation, Reason } from './decision.ts';
export { policyError } from './errors.ts';
export { givenTo } from './given-to.ts';
export {
  formatMarking,
  type Marking,
  marking,
  PUBLIC,
  parseMarking,
  readMarking,
  type UnknownMarking,
} from './marking.ts';
export { strictest } from './strictest.ts';
export {
  type Clearance,
  LOCAL,
  NO_CLEARANCE,
  NOBODY,
  PURPOSES,
  type Purpose,
  type Subject,
} from './subject.ts';
export { clearanceOf, type KeptAccount, subjectOf } from './subject-of.ts';
export { parseTlp, TLP, type Tlp, tlpRank } from './tlp.ts';
export {
  PUBLISHED,
  sees,
  type Viewer,
  type VisiblePage,
  visible,
  visibleCount,
  visibleFacet,
  visiblePage,
} from './visible.ts';
