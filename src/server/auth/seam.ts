import type { Action, Subject } from '../../policy/index.ts';
import type { Session } from '../../store/index.ts';

/** What a route does: one action of the policy, or `public` for what needs no key (health, sign-in, the API's description). */
export type RouteAction = Action | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Must be there: a route without it is refused at start-up. */
    action?: RouteAction;
    /** Whether the route leaves out what its subject may not see; see `markings`. */
    filtered?: boolean;
    /** The route that signs in: it looks at no key and no session. */
    signIn?: boolean;
  }
  interface FastifyRequest {
    /** Who asks; set before the route's own hooks and handler. */
    subject: Subject;
    /** The session by which it came, where it came by one. */
    session: Session | null;
  }
}
