export { type Asked, type AuditOptions, audit, authEntry } from './audit.ts';
export { screened } from './screened.ts';
