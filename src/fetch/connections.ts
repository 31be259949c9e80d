import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { Caps } from './caps.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { type Environment, proxyFor } from './proxy.ts';
import type { Vouched } from './vouched.ts';

/** Most connections to one host at once. */
const CONNECTIONS = 2;

/** The way to a host: through whom, if not directly. */
export interface Way {
  readonly dispatcher: Dispatcher;
  /** Host and port of the proxy; `null` without one. */
  readonly proxy: string | null;
}

/** The open connections of a fetcher, direct ones and those through each proxy of the environment. */
export class Connections {
  readonly #env: Environment;
  readonly #connectMs: number;
  readonly #direct: Agent;
  readonly #proxies = new Map<string, ProxyAgent>();

  constructor(env: Environment, vouched: Vouched, caps: Caps) {
    this.#env = env;
    this.#connectMs = caps.connectMs;
    this.#direct = new Agent({
      connections: CONNECTIONS,
      connect: { lookup: guardedLookup(vouched), timeout: caps.connectMs },
    });
  }

  /** The way to a URL's host. */
  to(url: URL): Way {
    const proxy = proxyFor(url, this.#env);
    if (proxy === null) return { dispatcher: this.#direct, proxy: null };
    const known = this.#proxies.get(proxy.href);
    const timeout = this.#connectMs;
    const dispatcher =
      known ??
      new ProxyAgent({
        uri: proxy.href,
        connections: CONNECTIONS,
        // Plain http goes to the proxy as a request; many let tunnels through to port 443 only.
        proxyTunnel: false,
        proxyTls: { timeout },
        requestTls: { timeout },
      });
    this.#proxies.set(proxy.href, dispatcher);
    return { dispatcher, proxy: proxy.host };
  }

  /** Closes all connections; what is under way is broken off. */
  async close(): Promise<void> {
    await Promise.all([this.#direct, ...this.#proxies.values()].map((agent) => agent.destroy()));
  }
}
