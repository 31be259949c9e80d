import { describe, expect, it } from 'vitest';
import { proxyFor } from './proxy.ts';

const LISTS = new URL('https://lists.example.org/un.xml');

describe('the proxy of the environment', () => {
  it('is chosen by scheme, lower case first, and may stand without a scheme of its own', () => {
    const env = { HTTPS_PROXY: 'http://upper:1', https_proxy: 'lower:2', HTTP_PROXY: 'http://plain:3' };
    expect(proxyFor(LISTS, env)?.host).toBe('lower:2');
    expect(proxyFor(new URL('http://lists.example.org/'), env)?.host).toBe('plain:3');
    expect(proxyFor(LISTS, { HTTPS_PROXY: '' })).toBeNull();
    expect(proxyFor(LISTS, {})).toBeNull();
  });

  it.each([
    ['*', true],
    ['lists.example.org', true],
    ['EXAMPLE.org', true],
    ['.example.org', true],
    ['*.example.org', true],
    ['other.org, example.org:443', true],
    ['example.org:8443', false],
    ['ample.org', false],
    ['', false],
  ])('is left out by NO_PROXY=%s: %s', (exempt, left) => {
    expect(proxyFor(LISTS, { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: exempt }) === null).toBe(left);
  });

  it('exempts addresses as they are written', () => {
    const env = { http_proxy: 'http://proxy:1', no_proxy: '10.0.0.1,::1,[fd00::1]:80' };
    const through = (url: string) => proxyFor(new URL(url), env) !== null;
    expect(
      [
        'http://10.0.0.1/',
        'http://[::1]/',
        'http://[fd00::1]/',
        'http://[fd00::1]:81/',
        'http://110.0.0.1/',
      ].map(through),
    ).toEqual([false, false, false, true, true]);
  });

  it('refuses an address that is none, without showing it', () => {
    expect(() => proxyFor(LISTS, { HTTPS_PROXY: 'socks5://ann:secret@proxy' })).toThrowError(
      expect.objectContaining({ code: 'ENT_FETCH_SETTING', message: expect.not.stringContaining('secret') }),
    );
  });
});
