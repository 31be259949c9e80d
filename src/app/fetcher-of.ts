import { type Caps, type Environment, Fetcher, userAgentOf } from '../fetch/index.ts';

/**
 * The fetcher that the environment asks for: proxies (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), hosts of one's own
 * network (`ENTENTE_ALLOW_HOSTS`), and how publishers can reach whoever runs this (`ENTENTE_CONTACT`). The caller
 * closes it. Throws `ENT_FETCH_SETTING`.
 */
export function fetcherOf(env: Environment, version: string, caps: Partial<Caps> = {}): Fetcher {
  return new Fetcher({
    userAgent: userAgentOf(version, env.ENTENTE_CONTACT ?? null),
    env,
    allow: (env.ENTENTE_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter((entry) => entry !== ''),
    caps,
  });
}
