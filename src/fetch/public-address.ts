import { BlockList, isIP } from 'node:net';

type Block = readonly [address: string, prefix: number, what: string];

/** IPv4 blocks that are not the public internet (IANA IPv4 Special-Purpose Address Registry, RFC 6890). */
const RESERVED_V4: readonly Block[] = [
  ['0.0.0.0', 8, 'an address of "this network"'],
  ['10.0.0.0', 8, 'a private address'],
  ['100.64.0.0', 10, 'a shared address of a provider'],
  ['127.0.0.0', 8, 'a loopback address'],
  ['169.254.0.0', 16, 'a link-local address'],
  ['172.16.0.0', 12, 'a private address'],
  ['192.0.0.0', 24, 'a reserved address'],
  ['192.0.2.0', 24, 'an address for documentation'],
  ['192.88.99.0', 24, 'a reserved address'],
  ['192.168.0.0', 16, 'a private address'],
  ['198.18.0.0', 15, 'an address for benchmarks'],
  ['198.51.100.0', 24, 'an address for documentation'],
  ['203.0.113.0', 24, 'an address for documentation'],
  ['224.0.0.0', 4, 'a multicast address'],
  ['240.0.0.0', 4, 'a reserved address'],
];

/**
 * IPv6 blocks within global unicast that are not public hosts (IANA IPv6 Special-Purpose Address Registry).
 * 6to4 and Teredo carry an IPv4 address inside, which could be a private one.
 */
const RESERVED_V6: readonly Block[] = [
  ['2001::', 23, 'a reserved address'],
  ['2001:db8::', 32, 'an address for documentation'],
  ['2002::', 16, 'a 6to4 address'],
  ['3fff::', 20, 'an address for documentation'],
];

const V4 = RESERVED_V4.map((block) => ({ list: blockList('ipv4', block), what: block[2] }));
const V6 = RESERVED_V6.map((block) => ({ list: blockList('ipv6', block), what: block[2] }));
const GLOBAL_UNICAST = blockList('ipv6', ['2000::', 3, '']);
const MAPPED = blockList('ipv6', ['::ffff:0:0', 96, '']);
const NAT64 = blockList('ipv6', ['64:ff9b::', 96, '']);
const V6_WORDS: readonly { readonly list: BlockList; readonly what: string }[] = [
  { list: blockList('ipv6', ['::1', 128, '']), what: 'a loopback address' },
  { list: blockList('ipv6', ['fc00::', 7, '']), what: 'a private address' },
  { list: blockList('ipv6', ['fe80::', 10, '']), what: 'a link-local address' },
  { list: blockList('ipv6', ['ff00::', 8, '']), what: 'a multicast address' },
];

/**
 * Why an IP address is not on the public internet, in words (`a private address`), or `null` when it is. An
 * IPv6 address that carries an IPv4 one (mapped, RFC 4291; NAT64, RFC 6052) is judged by that. A text that is no
 * IP address is not public.
 */
export function notPublic(text: string): string | null {
  const address = text.replace(/%.*$/, '');
  switch (isIP(address)) {
    case 4:
      return V4.find(({ list }) => list.check(address, 'ipv4'))?.what ?? null;
    case 6: {
      if (MAPPED.check(address, 'ipv6') || NAT64.check(address, 'ipv6')) return notPublic(embedded(address));
      if (GLOBAL_UNICAST.check(address, 'ipv6'))
        return V6.find(({ list }) => list.check(address, 'ipv6'))?.what ?? null;
      return V6_WORDS.find(({ list }) => list.check(address, 'ipv6'))?.what ?? 'a reserved address';
    }
    default:
      return 'no address';
  }
}

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function embedded(address: string): string {
  // The URL parser writes every spelling of an IPv6 address in one canonical way (WHATWG URL, RFC 5952).
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [high = '', low = ''] = canonical.split(':').slice(-2);
  const bits = Number.parseInt(high || '0', 16) * 0x10000 + Number.parseInt(low || '0', 16);
  return [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255].join('.');
}

function blockList(family: 'ipv4' | 'ipv6', [address, prefix]: Block): BlockList {
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return list;
}
