import { BlockList, isIP } from 'node:net';
import { fetchError } from './errors.ts';

/** The hosts that the operator vouches for: they may be private, and may be fetched from over plain http. */
export interface Vouched {
  /** Whether a host name, or an IP address as it stands in a URL, is vouched for. */
  readonly host: (host: string) => boolean;
  /** Whether an IP address is vouched for. */
  readonly address: (address: string) => boolean;
}

/**
 * Reads the hosts to vouch for: names (`mirror.example.org`), IP addresses, and blocks of them (`10.1.0.0/16`).
 * Throws `ENT_FETCH_SETTING` for what is none of these.
 */
export function vouchFor(entries: readonly string[]): Vouched {
  const names = new Set<string>();
  const blocks = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix, ...more] = entry.split('/');
    const version = isIP(address);
    const bits = version === 4 ? 32 : 128;
    if (version !== 0 && more.length === 0 && (prefix === undefined || isPrefix(prefix, bits)))
      blocks.addSubnet(address, Number(prefix ?? bits), version === 4 ? 'ipv4' : 'ipv6');
    else if (HOST_NAME.test(entry)) names.add(entry.toLowerCase());
    else {
      const why = 'is neither a host name nor an IP address or block';
      throw fetchError('ENT_FETCH_SETTING', { setting: 'ENTENTE_ALLOW_HOSTS', value: entry, why });
    }
  }
  const addressIn = (text: string): boolean => {
    const address = text.replace(/%.*$/, '');
    const version = isIP(address);
    return version !== 0 && blocks.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
  return { host: (host) => names.has(host.toLowerCase()) || addressIn(host), address: addressIn };
}

/** Letters, digits, hyphens and dots; longer than any name may be is refused before the pattern runs long. */
const HOST_NAME = /^(?!.{254})[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

function isPrefix(text: string, bits: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= bits;
}
