import { isIP } from 'node:net';
import { fetchError } from './errors.ts';
import { notPublic } from './public-address.ts';
import type { Vouched } from './vouched.ts';

/** The host of a URL as people write it: no brackets around IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * Reads an address that is to be fetched from: https, or http to a host that is vouched for or where `http` is
 * asked for; no user name or password in it; not itself an address outside the public internet. What a host name
 * resolves to is checked when the connection is made. Throws `ENT_FETCH_ADDRESS` and `ENT_FETCH_PRIVATE`.
 */
export function targetOf(text: string, vouched: Vouched, { http = false } = {}): URL {
  if (!URL.canParse(text)) throw refused(printableAddress(text), 'it is not a URL');
  const url = new URL(text);
  url.hash = '';
  const host = hostOf(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refused(printableAddress(text), `${url.protocol} is not fetched, only https:`);
  if (url.username !== '' || url.password !== '')
    throw refused(host, 'the address has a user name or password in it, which would end up in logs');
  if (isIP(host) !== 0) {
    const what = notPublic(host);
    if (what !== null && !vouched.host(host)) throw fetchError('ENT_FETCH_PRIVATE', { host, what });
  }
  if (url.protocol === 'http:' && !http && !vouched.host(host))
    throw refused(
      host,
      'it is plain http, which anyone on the way can change (ENTENTE_ALLOW_HOSTS vouches for a host)',
    );
  return url;
}

/** Names of query parameters that carry secrets: tokens, keys, and the signatures of short-lived links. */
const SECRET =
  /token|secret|passw|api-?_?key|^key$|^sig$|signature|credential|auth|session|^x-amz-|^se$|^sp$/i;

/** An address as it may be shown and kept: no user name or password, and `…` for secrets in its query. */
export function printableAddress(text: string): string {
  if (!URL.canParse(text)) return `"${text.slice(0, 100)}"`;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  const query = [...url.searchParams]
    .map(
      ([name, value]) => `${encodeURIComponent(name)}=${SECRET.test(name) ? '…' : encodeURIComponent(value)}`,
    )
    .join('&');
  url.search = '';
  return query === '' ? url.href : `${url.href}?${query}`;
}

function refused(address: string, why: string) {
  return fetchError('ENT_FETCH_ADDRESS', { address, why });
}
