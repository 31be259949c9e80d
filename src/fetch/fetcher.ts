import { promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import { EntError } from '../kernel/index.ts';
import { CAPS, type Caps } from './caps.ts';
import { Connections } from './connections.ts';
import { ACCEPT_ENCODING } from './decode.ts';
import { discard } from './discard.ts';
import { fetchError } from './errors.ts';
import { type Failure, failureOf, final } from './failure.ts';
import { openAddresses } from './guarded-lookup.ts';
import { HostPace } from './host-pace.ts';
import { charsetOf, mediaTypeOf } from './media-type.ts';
import type { Environment } from './proxy.ts';
import { type Progress, receive } from './receive.ts';
import { backOff, mayPass, retryAfter } from './retry.ts';
import { hostOf, printableAddress, targetOf } from './target.ts';
import type { TemporaryFile } from './temporary-file.ts';
import { type Vouched, vouchFor } from './vouched.ts';

/** How a fetcher behaves towards all hosts. */
export interface FetchSettings {
  /** Who we say we are (RFC 9110, 10.1.5): product, version, and how to reach whoever runs it. */
  readonly userAgent: string;
  /** Where the proxies stand: the process's environment, or `{}` for none. */
  readonly env: Environment;
  /** Hosts that may be private and plain http; see {@link vouchFor}. */
  readonly allow?: readonly string[];
  readonly caps?: Partial<Caps>;
  /** Least milliseconds between the beginnings of two requests to one host. Default 250. */
  readonly gapMs?: number;
}

/** What lets a host answer that nothing changed (RFC 9110, 8.8), as it gave them the last time. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** One thing to fetch. */
export interface FetchRequest {
  readonly url: string;
  /** Those of the copy that is at hand; with them the outcome may be `unchanged`. */
  readonly validators?: Validators;
  /** Media types that are taken; an answer that states none is taken too. Without them everything is. */
  readonly accept?: readonly string[];
  /** Takes plain http from any public host too. */
  readonly http?: boolean;
  readonly caps?: Partial<Caps>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told before a pause after an attempt that failed. */
  readonly onRetry?: (retry: { readonly reason: string; readonly seconds: number }) => void;
}

/** The host says that the copy at hand is still what it has (304). */
export interface Unchanged extends Validators {
  readonly outcome: 'unchanged';
  readonly status: number;
  readonly address: string;
}

/** The host's answer, in a temporary file that the caller removes. */
export interface Fetched extends Validators {
  readonly outcome: 'fetched';
  readonly status: number;
  /** Where it came from in the end, without secrets. */
  readonly address: string;
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** The content, inflated. */
  readonly file: TemporaryFile;
  readonly size: number;
  readonly sha256: string;
}

/** What a fetch that did not fail came to. */
export type FetchOutcome = Fetched | Unchanged;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const DEFAULT_GAP_MS = 250;
/** What comes with the headers of an answer must not pause the parser before the body is taken (`receive.ts`). */
const HIGH_WATER = 4 * 1024 * 1024;
/** A redirect's own body is not of interest; more than this of it ends the connection instead. */
const REDIRECT_BODY = 64 * 1024;

/**
 * Fetches from hosts that it does not trust: public addresses only (checked on the connection itself), caps on
 * size and time, no cookies, no credentials, each host at its own pace. Close it when done.
 */
export class Fetcher {
  readonly #caps: Caps;
  readonly #vouched: Vouched;
  readonly #connections: Connections;
  readonly #pace: HostPace;
  readonly #userAgent: string;

  /** Throws `ENT_FETCH_SETTING` for a host to vouch for that is none. */
  constructor(settings: FetchSettings) {
    this.#caps = { ...CAPS, ...settings.caps };
    this.#vouched = vouchFor(settings.allow ?? []);
    this.#connections = new Connections(settings.env, this.#vouched, this.#caps);
    this.#pace = new HostPace(settings.gapMs ?? DEFAULT_GAP_MS);
    this.#userAgent = settings.userAgent;
  }

  /**
   * Fetches one address: follows redirects, and asks again with growing pauses where a failure may pass. Throws
   * `ENT_FETCH_…`, or the reason of the caller's own signal.
   */
  async get(wanted: FetchRequest): Promise<FetchOutcome> {
    const caps = { ...this.#caps, ...wanted.caps };
    const whole = AbortSignal.timeout(caps.wholeMs);
    const signal = wanted.signal === undefined ? whole : AbortSignal.any([whole, wanted.signal]);
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(wanted, caps, signal);
      if (!('again' in outcome)) return outcome;
      const { error, again, after } = outcome;
      if (!again || attempt >= caps.attempts || signal.aborted) throw error;
      const wait = Math.max(after ?? 0, backOff(attempt, Math.random()));
      wanted.onRetry?.({ reason: error.message, seconds: wait / 1000 });
      try {
        await pause(wait, undefined, { signal });
      } catch (cause) {
        // What is worth telling is the failure that was waited out, not that the time for all of it is over.
        if (wanted.signal?.aborted !== true) throw error;
        throw cause;
      }
    }
  }

  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void> {
    return this.#connections.close();
  }

  async #attempt(wanted: FetchRequest, caps: Caps, signal: AbortSignal): Promise<FetchOutcome | Failure> {
    let url = targetOf(wanted.url, this.#vouched, { http: wanted.http ?? false });
    let proxy: string | null = null;
    try {
      for (let hop = 0; ; hop++) {
        await this.#pace.turn(url.host, signal);
        const way = this.#connections.to(url);
        proxy = way.proxy;
        if (proxy !== null) await this.#guardBehindProxy(hostOf(url));
        const answer = await this.#ask(url, way.dispatcher, wanted, caps, signal);
        if (!REDIRECTS.has(answer.statusCode)) return await this.#take(url, answer, wanted, caps, signal);
        await answer.body.dump({ limit: REDIRECT_BODY, signal });
        if (hop >= caps.redirects)
          throw fetchError('ENT_FETCH_REDIRECT', { host: hostOf(url), why: 'too many times' });
        url = this.#redirect(url, headerOf(answer, 'location'), wanted);
      }
    } catch (thrown) {
      wanted.signal?.throwIfAborted();
      if (signal.aborted) {
        const detail = { host: hostOf(url), what: 'did not finish', seconds: caps.wholeMs / 1000 };
        return final(fetchError('ENT_FETCH_TIMEOUT', detail, { cause: thrown }));
      }
      return failureOf(thrown, { host: hostOf(url), proxy, caps });
    }
  }

  #ask(url: URL, dispatcher: Dispatcher, wanted: FetchRequest, caps: Caps, signal: AbortSignal) {
    const { etag = null, lastModified = null } = wanted.validators ?? {};
    return request(url, {
      dispatcher,
      signal,
      highWaterMark: HIGH_WATER,
      headersTimeout: caps.firstByteMs,
      bodyTimeout: caps.idleMs,
      headers: {
        'user-agent': this.#userAgent,
        accept: wanted.accept === undefined ? '*/*' : [...wanted.accept, '*/*;q=0.1'].join(', '),
        'accept-encoding': ACCEPT_ENCODING,
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
      },
    });
  }

  /** Where a redirect leads, held to the same rules as the address that was asked for. */
  #redirect(from: URL, location: string | null, { http = false }: FetchRequest): URL {
    const host = hostOf(from);
    if (location === null || !URL.canParse(location, from.href))
      throw fetchError('ENT_FETCH_REDIRECT', { host, why: 'to something that is not an address' });
    const to = new URL(location, from);
    if (from.protocol === 'https:' && to.protocol === 'http:' && !this.#vouched.host(hostOf(to)))
      throw fetchError('ENT_FETCH_REDIRECT', { host, why: `from https to plain http (${hostOf(to)})` });
    try {
      return targetOf(to.href, this.#vouched, { http });
    } catch (cause) {
      if (!(cause instanceof EntError) || cause.code !== 'ENT_FETCH_ADDRESS') throw cause;
      throw fetchError(
        'ENT_FETCH_REDIRECT',
        { host, why: `where nothing is fetched: ${cause.message}` },
        { cause },
      );
    }
  }

  async #take(
    url: URL,
    answer: Dispatcher.ResponseData,
    wanted: FetchRequest,
    caps: Caps,
    signal: AbortSignal,
  ): Promise<FetchOutcome | Failure> {
    const host = hostOf(url);
    const status = answer.statusCode;
    const address = printableAddress(url.href);
    const validators = { etag: headerOf(answer, 'etag'), lastModified: headerOf(answer, 'last-modified') };
    if (status === 304 && wanted.validators !== undefined) {
      await answer.body.dump();
      return {
        outcome: 'unchanged',
        status,
        address,
        etag: validators.etag ?? wanted.validators.etag,
        lastModified: validators.lastModified ?? wanted.validators.lastModified,
      };
    }
    if (status !== 200) {
      discard(answer.body);
      return statusFailure(host, status, retryAfter(headerOf(answer, 'retry-after'), Date.now()), caps);
    }
    const contentType = headerOf(answer, 'content-type');
    const mediaType = mediaTypeOf(contentType);
    const expected = wanted.accept;
    const total = lengthOf(headerOf(answer, 'content-length'));
    const refusal =
      expected !== undefined && mediaType !== null && !expected.includes(mediaType)
        ? fetchError('ENT_FETCH_TYPE', { host, type: mediaType, expected })
        : total !== null && total > caps.bytes
          ? fetchError('ENT_FETCH_TOO_LARGE', { host, cap: caps.bytes, what: 'bytes' })
          : null;
    if (refusal !== null) {
      discard(answer.body);
      return final(refusal);
    }
    const { onProgress } = wanted;
    const encoding = headerOf(answer, 'content-encoding');
    const received = await receive(answer.body, { host, encoding, total, caps, signal, onProgress });
    const charset = charsetOf(contentType);
    return { outcome: 'fetched', status, address, mediaType, charset, ...validators, ...received };
  }

  /**
   * Behind a proxy it is the proxy that resolves names and connects, so the connection cannot be checked. A name
   * that resolves here and only to private addresses is refused all the same; one that does not resolve here is
   * common behind proxies and is left to it.
   */
  async #guardBehindProxy(host: string): Promise<void> {
    if (isIP(host) !== 0) return;
    const addresses = await dns.lookup(host, { all: true }).catch(() => []);
    if (addresses.length > 0) openAddresses(host, addresses, this.#vouched);
  }
}

function statusFailure(host: string, status: number, after: number | null, caps: Caps): Failure {
  if (after !== null && after > caps.longestPauseMs && mayPass(status))
    return final(fetchError('ENT_FETCH_LATER', { host, status, seconds: Math.ceil(after / 1000) }));
  const meaning =
    MEANINGS[status] ?? (status >= 500 ? 'it has a failure of its own' : 'it does not give the file');
  const error = fetchError('ENT_FETCH_STATUS', { host, status, meaning });
  return { error, again: mayPass(status), after };
}

const MEANINGS: Readonly<Record<number, string>> = {
  304: 'nothing changed, although it was not asked whether',
  401: 'it wants a credential',
  403: 'it refuses us (a credential is missing, or programs are not let in)',
  404: 'there is nothing at that address (any more)',
  407: 'the proxy wants a credential',
  410: 'there is nothing at that address any more',
  429: 'too many requests',
};

/** A header's value; of one that is sent more than once the first, which is what a lenient reader would take. */
function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function lengthOf(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
