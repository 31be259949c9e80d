import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notPublic } from './public-address.ts';

describe('what is not public', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['10.255.255.255', 'private'],
    ['172.31.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local'],
    ['100.64.0.1', 'shared'],
    ['0.0.0.0', 'this network'],
    ['255.255.255.255', 'reserved'],
    ['::1', 'loopback'],
    ['::', 'reserved'],
    ['fe80::1%eth0', 'link-local'],
    ['fd00::1', 'private'],
    ['ff02::1', 'multicast'],
    ['::ffff:192.168.0.1', 'private'],
    ['::ffff:7f00:1', 'loopback'],
    ['64:ff9b::a00:1', 'private'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['2002:a00:1::', '6to4'],
    ['2001:0:4136::1', 'reserved'],
    ['localhost', 'no address'],
    ['', 'no address'],
  ])('%s: %s', (address, word) => {
    expect(notPublic(address)).toContain(word);
  });

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '192.0.1.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(notPublic(address)).toBeNull();
  });

  it('judges an IPv4 address alike in all its clothes', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(notPublic(`::ffff:${address}`)).toBe(notPublic(address));
        expect(notPublic(`64:ff9b::${address}`)).toBe(notPublic(address));
      }),
    );
  });
});
