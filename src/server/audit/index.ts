export { type Asked, type AuditOptions, audit, authEntry } from './audit.ts';
export { auditRoutes } from './audit-routes.ts';
export { keepAuditFor } from './retention.ts';
export { screened } from './screened.ts';
