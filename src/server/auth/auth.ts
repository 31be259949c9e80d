import cookies from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide, NOBODY, type Reason, type Subject } from '../../policy/index.ts';
import type { Accounts } from '../../store/index.ts';
import { accountRoutes } from './account-routes.ts';
import { authError, withStatus } from './errors.ts';
import { Identifier } from './identify.ts';
import './seam.ts';
import { sessionRoutes } from './session-routes.ts';

/** Something that was denied, or a sign-in: what the audit log is told of besides answers. */
export interface AuthEvent {
  readonly request: FastifyRequest;
  readonly subject: Subject;
  readonly action: string;
  readonly verdict: 'permit' | 'deny';
  readonly reasons: readonly (Reason | 'no-subject' | 'sign-in')[];
}

/** What `auth` needs. */
export interface AuthOptions {
  readonly accounts: Accounts;
  /** Whether browsers reach the server over TLS, so that cookies travel by nothing else. */
  readonly secure: boolean;
  readonly now?: () => Date;
  /** Enters an event in the audit log; what it rejects with, the request fails with. */
  readonly onEvent?: (event: AuthEvent) => Promise<void>;
}

/**
 * Who asks, and may they? Sets `request.subject` and checks each route's `config.action` before the route's own
 * hooks. Denied by default: a route that names no action keeps the server from starting.
 */
export async function auth(app: FastifyInstance, options: AuthOptions): Promise<void> {
  const { accounts, secure, now = () => new Date(), onEvent = async () => undefined } = options;
  const identifier = new Identifier(accounts, now);
  // A browser takes a cookie of this prefix only over TLS and from this very host (RFC 6265bis, 4.1.3.2).
  const cookie = secure ? '__Host-entente' : 'entente';

  app.addHook('onRoute', (route) => {
    // A preflight asks about another request and comes without a key; what it asks about is checked in its turn.
    if (route.method === 'OPTIONS') route.config = { ...route.config, action: 'public' };
    if (route.config?.action === undefined)
      throw authError('ENT_AUTH_ROUTE_WITHOUT_ACTION', { route: `${String(route.method)} ${route.url}` });
  });
  if (!app.hasRequestDecorator('cookies')) await app.register(cookies);
  // Set in the first hook, before anything reads it; fastify shares an object given here between requests.
  app.decorateRequest('subject', null as unknown as Subject);
  app.decorateRequest('session', null);

  app.addHook('onRequest', async (request) => {
    request.subject = NOBODY;
    const { action, signIn } = request.routeOptions.config;
    // Nothing is at that address, for whoever asks; signing in begins anew whatever was there before.
    if (action === undefined || signIn === true) return;
    const identity = await identifier.identify(request, request.cookies[cookie]);
    request.subject = identity.subject;
    request.session = identity.session;
    if (action === 'public') return;
    const { subject } = identity;
    if (subject.kind === 'nobody') {
      await onEvent({ request, subject, action, verdict: 'deny', reasons: ['no-subject'] });
      throw withStatus(authError('ENT_AUTH_REQUIRED', undefined));
    }
    const decision = decide(subject, action, null);
    if (decision.verdict === 'permit') return;
    await onEvent({ request, subject, action, verdict: 'deny', reasons: decision.reasons });
    throw withStatus(authError('ENT_AUTH_FORBIDDEN', { action }));
  });

  app.addHook('onError', async (_request, reply, error) => {
    const { retryAfter, statusCode } = error as { retryAfter?: number; statusCode?: number };
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    if (statusCode === 401) reply.header('www-authenticate', 'Bearer realm="entente"');
  });

  accountRoutes(app, accounts, now);
  sessionRoutes(app, {
    accounts,
    identifier,
    cookie: { name: cookie, secure },
    now,
    onSignIn: (request, subject, signedIn) =>
      onEvent({
        request,
        subject,
        action: 'sign-in',
        verdict: signedIn ? 'permit' : 'deny',
        reasons: signedIn ? [] : ['sign-in'],
      }),
  });
}

/** For a public route that is for those only who show who they are. Throws `ENT_AUTH_REQUIRED`. */
export function needSubject(request: FastifyRequest): void {
  if (request.subject.kind === 'nobody') throw withStatus(authError('ENT_AUTH_REQUIRED', undefined));
}

// Its hooks bear on all routes, not only on those of a plugin of its own.
Object.assign(auth, { [Symbol.for('skip-override')]: true });
