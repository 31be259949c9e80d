import type { Accounts } from '../../store/index.ts';
import { authError } from './errors.ts';

/** Where a server is to listen and what stands before it. */
export interface Address {
  readonly host: string;
  /** Whether the server itself speaks TLS. */
  readonly tls: boolean;
  /** The operator's word that a proxy ends TLS before it. */
  readonly behindProxy: boolean;
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses to listen where others can reach without accounts, or in clear. Behind a proxy others can reach any
 * address. Throws `ENT_AUTH_OPEN_ADDRESS`.
 */
export async function checkAddress(
  { host, tls, behindProxy }: Address,
  accounts: Pick<Accounts, 'any'>,
): Promise<void> {
  if (isLoopback(host) && !behindProxy) return;
  if (!(await accounts.any()))
    throw authError('ENT_AUTH_OPEN_ADDRESS', {
      host,
      why: 'there are no accounts, so that anybody could ask; "entente user add" makes one',
    });
  if (!tls && !behindProxy)
    throw authError('ENT_AUTH_OPEN_ADDRESS', {
      host,
      why: 'keys would travel in clear; give it TLS, or say that a proxy ends TLS (ENTENTE_BEHIND_PROXY=1)',
    });
}

/** Whether a `Host` header names this machine: a page that rebinds its own name to it does not. */
export function isLocalHost(header: string | undefined): boolean {
  const host = (header ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(host.toLowerCase());
}

/** Whether an `Origin` header, where there is one, is the page of this very server. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
