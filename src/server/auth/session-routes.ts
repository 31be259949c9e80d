import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ACTIONS, decide, NOBODY, type Subject, subjectOf } from '../../policy/index.ts';
import type { Accounts } from '../../store/index.ts';
import { isOwnOrigin } from './address.ts';
import { authError, withStatus } from './errors.ts';
import { type Identifier, locked } from './identify.ts';
import { codeStep } from './totp.ts';

/** What the session routes work on. */
export interface SessionRoutes {
  readonly accounts: Accounts;
  readonly identifier: Identifier;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  readonly now: () => Date;
  /** Told how each attempt to sign in ended. */
  readonly onSignIn: (request: FastifyRequest, subject: Subject, signedIn: boolean) => Promise<void>;
}

const given = z.object({
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
  code: z.string().max(20).optional(),
});

/** Passwords that are checked at one time: each takes 32 MiB and a third of a second of one core. */
const AT_ONCE = 4;

/** `/api/v1/session`: POST signs in, GET says who is signed in, DELETE signs out. */
export function sessionRoutes(app: FastifyInstance, options: SessionRoutes): void {
  const { accounts, identifier, now } = options;
  const { name: cookie, secure } = options.cookie;
  const about = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  let checking = 0;

  const answer = async (reply: FastifyReply, subject: Subject, csrf: string | null, expires: string | null) =>
    reply.header('cache-control', 'no-store').send({
      subject: { kind: subject.kind, id: subject.id, name: subject.name, roles: subject.roles },
      actions: ACTIONS.filter((action) => decide(subject, action, null).verdict === 'permit'),
      open: await identifier.open(),
      csrf,
      expiresAt: expires,
    });

  app.get('/api/v1/session', { config: { action: 'public' } }, async (request, reply) =>
    answer(reply, request.subject, request.session?.csrf ?? null, request.session?.expiresAt ?? null),
  );

  app.post(
    '/api/v1/session',
    { config: { action: 'public', signIn: true }, bodyLimit: 8192 },
    async (request, reply) => {
      // A page of another origin must not sign somebody in as somebody else.
      if (!isOwnOrigin(request.headers.origin, request.headers.host))
        throw withStatus(authError('ENT_AUTH_CSRF', undefined));
      const body = given.safeParse(request.body);
      if (!body.success) throw withStatus(authError('ENT_AUTH_SIGN_IN', undefined));
      if (checking >= AT_ONCE) throw locked(1);
      checking += 1;
      try {
        const { name, password, code = null } = body.data;
        const outcome = await accounts.signIn({ name, password, code }, codeStep, now());
        const subject = outcome.outcome === 'signed-in' ? subjectOf(outcome.account) : NOBODY;
        await options.onSignIn(request, subject, outcome.outcome === 'signed-in');
        if (outcome.outcome === 'locked') throw locked(outcome.seconds);
        if (outcome.outcome === 'wrong') throw withStatus(authError('ENT_AUTH_SIGN_IN', undefined));
        const before = request.cookies[cookie];
        if (before !== undefined) await accounts.closeSession(before);
        const session = await accounts.openSession(outcome.account.id, now().toISOString());
        reply.setCookie(cookie, session.token, { ...about, expires: new Date(session.expiresAt) });
        return answer(reply, subject, session.csrf, session.expiresAt);
      } finally {
        checking -= 1;
      }
    },
  );

  app.delete('/api/v1/session', { config: { action: 'public' } }, async (request, reply) => {
    const token = request.cookies[cookie];
    if (token !== undefined && request.session !== null) await accounts.closeSession(token);
    return reply.clearCookie(cookie, about).code(204).send();
  });
}
