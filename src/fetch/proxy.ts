import { isIP } from 'node:net';
import { fetchError } from './errors.ts';
import { hostOf } from './target.ts';

/** The environment of a process, as far as proxies are read from it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for a URL, or `null`: `HTTPS_PROXY` or `HTTP_PROXY` by the URL's scheme,
 * lower case first as curl has it, unless `NO_PROXY` exempts the host. Throws `ENT_FETCH_SETTING` for a value
 * that is no http or https URL; the value may hold a password and is not shown.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  const secure = url.protocol === 'https:';
  const text = secure ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY;
  if (text === undefined || text === '') return null;
  if (exempt(url, env.no_proxy || env.NO_PROXY || '')) return null;
  const full = text.includes('://') ? text : `http://${text}`;
  const proxy = URL.canParse(full) ? new URL(full) : null;
  if (proxy === null || !/^https?:$/.test(proxy.protocol)) {
    const setting = secure ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    throw fetchError('ENT_FETCH_SETTING', {
      setting,
      value: '…',
      why: 'is not the address of an http proxy',
    });
  }
  return proxy;
}

/** Whether `NO_PROXY` exempts a URL: `*`, a host, a domain with all below it, each with an optional port. */
function exempt(url: URL, list: string): boolean {
  const host = hostOf(url).toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, onPort] =
        isIP(entry) === 6 ? [] : (/^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(entry) ?? []);
      if (onPort !== undefined && onPort !== port) return false;
      const domain = name.toLowerCase().replace(/^\*?\./, '');
      return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
    });
}
