export { type Asked, type AuditOptions, audit, authEntry } from './audit.ts';
export { auditRoutes } from './audit-routes.ts';
export { screened } from './screened.ts';
