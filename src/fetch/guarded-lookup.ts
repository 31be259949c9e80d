import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { fetchError } from './errors.ts';
import { notPublic } from './public-address.ts';
import type { Vouched } from './vouched.ts';

/**
 * Resolves host names for a connection that is being made, and gives it public or vouched-for addresses only. The
 * check is on the very addresses that are connected to, so that a name which answers differently when asked again
 * (DNS rebinding) gains nothing. A name with no such address fails with `ENT_FETCH_PRIVATE`.
 */
export function guardedLookup(vouched: Vouched): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      try {
        const open = openAddresses(hostname, addresses, vouched);
        const [first] = open;
        if (options.all === true || first === undefined) callback(null, [...open]);
        else callback(null, first.address, first.family);
      } catch (refusal) {
        callback(refusal as Error, []);
      }
    });
  };
}

/** Those of a name's addresses that may be connected to. Throws `ENT_FETCH_PRIVATE` when there is none. */
export function openAddresses(
  host: string,
  addresses: readonly LookupAddress[],
  vouched: Vouched,
): readonly LookupAddress[] {
  if (vouched.host(host)) return addresses;
  const open = addresses.filter(({ address }) => vouched.address(address) || notPublic(address) === null);
  if (open.length > 0) return open;
  const [first] = addresses;
  const what = first === undefined ? 'without an address' : `at ${notPublic(first.address) ?? 'an address'}`;
  throw fetchError('ENT_FETCH_PRIVATE', { host, what });
}
