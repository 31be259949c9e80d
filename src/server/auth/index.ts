export { type Address, checkAddress, isLoopback } from './address.ts';
export { type AuthEvent, type AuthOptions, auth, needSubject } from './auth.ts';
export { authError, authStatus } from './errors.ts';
export { markings } from './marked.ts';
export type { RouteAction } from './seam.ts';
