import type { FastifyRequest } from 'fastify';
import { type Action, LOCAL, NOBODY, type Subject, subjectOf } from '../../policy/index.ts';
import { type Accounts, hashText, type Session } from '../../store/index.ts';
import { isLocalHost, isOwnOrigin } from './address.ts';
import { authError, withStatus } from './errors.ts';
import { Guesses } from './guesses.ts';

/** Who a request comes from, and by which session. */
export interface Identity {
  readonly subject: Subject;
  readonly session: Session | null;
}

/** A key that was found valid is believed for so long: a revocation takes effect within it. */
const BELIEVE_MS = 2000;
const MOST_BELIEVED = 10_000;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** What pages of other origins may ask of an open server: what is published anyway. */
const FOR_FOREIGN_PAGES: readonly Action[] = ['screen', 'search', 'read'];
const FOREIGN_PAGE: Subject = Object.freeze({ ...LOCAL, scopes: FOR_FOREIGN_PAGES });

/** Finds out who asks. It has a life: keys that were just valid, addresses that guess, whether it is open. */
export class Identifier {
  readonly #accounts: Accounts;
  readonly #now: () => Date;
  readonly #guesses = new Guesses();
  readonly #believed = new Map<string, { readonly subject: Subject; readonly until: number }>();
  #open: { readonly value: boolean; readonly until: number } = { value: true, until: 0 };

  constructor(accounts: Accounts, now: () => Date) {
    this.#accounts = accounts;
    this.#now = now;
  }

  /** Whether the server runs without accounts. Ends, within seconds, with the first account, and for good. */
  async open(): Promise<boolean> {
    const now = this.#now().getTime();
    if (this.#open.value && this.#open.until <= now)
      this.#open = { value: !(await this.#accounts.any()), until: now + BELIEVE_MS };
    return this.#open.value;
  }

  /**
   * Who a request comes from; `NOBODY` where it shows nothing. Throws `ENT_AUTH_REQUIRED` for a key that is none,
   * `ENT_AUTH_LOCKED` for an address that guesses, `ENT_AUTH_CSRF` for a change by session without its token.
   */
  async identify(request: FastifyRequest, cookie: string | undefined): Promise<Identity> {
    const { authorization, origin, host } = request.headers;
    if (await this.open()) {
      if (!isLocalHost(host)) return { subject: NOBODY, session: null };
      return { subject: isOwnOrigin(origin, host) ? LOCAL : FOREIGN_PAGE, session: null };
    }
    if (authorization !== undefined) {
      return { subject: await this.#byKey(authorization, request.ip), session: null };
    }
    const session =
      cookie === undefined ? null : await this.#accounts.session(cookie, this.#now().toISOString());
    if (session === null) return { subject: NOBODY, session: null };
    if (!SAFE.includes(request.method)) {
      const token = request.headers['x-csrf-token'];
      if (typeof token !== 'string' || !session.hasCsrf(token))
        throw withStatus(authError('ENT_AUTH_CSRF', undefined));
    }
    return { subject: subjectOf(session.account), session };
  }

  async #byKey(authorization: string, address: string): Promise<Subject> {
    const secret = /^(?:Bearer|ApiKey) +(\S{1,200})$/i.exec(authorization)?.[1] ?? '';
    const hash = hashText(secret);
    const now = this.#now();
    const held = this.#believed.get(hash);
    if (held !== undefined && held.until > now.getTime()) return held.subject;
    const seconds = this.#guesses.wait(address, now.getTime());
    if (seconds > 0) throw locked(seconds);
    const holder = await this.#accounts.holderOfKey(secret, now.toISOString());
    if (holder === null) {
      this.#believed.delete(hash);
      this.#guesses.failed(address, now.getTime());
      throw withStatus(authError('ENT_AUTH_REQUIRED', undefined));
    }
    const subject = subjectOf(holder.account, holder.key, holder.scopes);
    if (this.#believed.size >= MOST_BELIEVED) this.#believed.clear();
    this.#believed.set(hash, { subject, until: now.getTime() + BELIEVE_MS });
    return subject;
  }
}

/** The error of somebody who must wait; `retryAfter` is in seconds. */
export function locked(seconds: number) {
  return Object.assign(withStatus(authError('ENT_AUTH_LOCKED', { seconds })), { retryAfter: seconds });
}
