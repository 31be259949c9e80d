import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Subject } from '../../policy/index.ts';
import type { Audit, AuditBasis, AuditEvent, Json } from '../../store/index.ts';

/** What a handler says of its answer, where it knows better than the route as a whole. */
export interface Asked {
  /** The question, so that it can be asked again: {@link screeningQuestion} for a screening. */
  readonly asked: Json;
  readonly basis: AuditBasis | null;
  readonly result: AuditEvent['result'];
  /** What the answer holds, by its markings in writing; none is what is published. */
  readonly markings?: readonly string[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether each answer is entered. Default: every route that needs a subject; `false` for a stream of events. */
    audit?: boolean;
    /** Whether a request's body is entered. Default yes; `false` where it may hold a password. */
    auditBody?: boolean;
  }
  interface FastifyRequest {
    /** Enters what was asked, once for each question of the request, in place of the entry of the whole request. */
    audited: (...asked: readonly Asked[]) => void;
  }
}

/** What `audit` needs. */
export interface AuditOptions {
  readonly audit: Audit;
  readonly now?: () => Date;
  /** What the answers of a request are made from. */
  readonly basisOf?: (request: FastifyRequest) => AuditBasis | null;
}

/** What takes effect: it is on the disk, power failing or not, before it is acknowledged. */
const TAKE_EFFECT: readonly string[] = ['decide', 'propose', 'mark', 'release', 'load', 'administer'];
/** A question is kept in full up to so many characters, else by its hash; the texts of documents sooner. */
const LONGEST_QUESTION = 131_072;
const LONGEST_TEXT = 8192;
const RECEIPTS_SHOWN = 8;

/**
 * Enters every answer in the audit log before it is sent: an answer whose entry could not be written is not given.
 * Register it after `auth` and before what compresses. The receipt stands in `X-Audit-Id`.
 */
export async function audit(app: FastifyInstance, options: AuditOptions): Promise<void> {
  const { audit: log, now = () => new Date(), basisOf = () => null } = options;
  const held = new WeakMap<FastifyRequest, Asked[]>();
  app.decorateRequest('audited', function audited(this: FastifyRequest, ...asked: readonly Asked[]) {
    held.set(this, [...(held.get(this) ?? []), ...asked]);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { action, audit: wanted } = request.routeOptions.config;
    if (action === undefined || action === 'public' || wanted === false || request.subject.kind === 'nobody')
      return payload;
    // A denial by roles was entered where it was decided; what was not understood or found was still asked.
    if (reply.statusCode === 401 || reply.statusCode === 403) return payload;
    const whole = (): Asked => ({
      asked: askedBy(request, action, reply.statusCode),
      basis: basisOf(request),
      result: typeof payload === 'string' || payload instanceof Uint8Array ? resultOf(payload) : null,
      markings: request.borne?.() ?? [],
    });
    const questions = held.get(request)?.map((one) => withPurpose(request, one)) ?? [whole()];
    const durable = TAKE_EFFECT.includes(action);
    const receipts = await Promise.all(
      questions.map((question) =>
        log.append(eventOf(request, request.subject, action, now(), question), { durable }),
      ),
    );
    if (receipts.length <= RECEIPTS_SHOWN)
      reply.header('x-audit-id', receipts.map(({ id }) => id).join(', '));
    return payload;
  });
}

// Its hook bears on all routes, not only on those of a plugin of its own.
Object.assign(audit, { [Symbol.for('skip-override')]: true });

/** The entry of something that was denied, or of a sign-in: for `onEvent` of `auth`. */
export function authEntry(
  request: FastifyRequest,
  subject: Subject,
  event: Pick<AuditEvent, 'action' | 'verdict' | 'reasons'>,
  now: Date,
): AuditEvent {
  const body = request.body as { readonly name?: unknown } | undefined;
  const name = event.action === 'sign-in' && typeof body?.name === 'string' ? body.name.slice(0, 200) : null;
  const asked = { ...askedAt(request), ...(name === null ? {} : { name }) };
  const entry = eventOf(request, subject, event.action, now, { asked, basis: null, result: null });
  return { ...entry, verdict: event.verdict, reasons: event.reasons };
}

function eventOf(
  request: FastifyRequest,
  subject: Subject,
  action: string,
  now: Date,
  { asked, basis, result, markings = [] }: Asked,
): AuditEvent {
  const { id, name, kind, key } = subject;
  return {
    at: now.toISOString(),
    subject: { id, name, kind, key },
    channel: 'http',
    action,
    verdict: 'permit',
    reasons: [],
    asked,
    basis,
    result,
    markings,
    request: request.id,
  };
}

function askedAt(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions.url ?? '' };
}

/** What a request asked, large bodies by their hash. Passwords never come here: signing in is a public route. */
function askedBy(request: FastifyRequest, action: string, status: number): Json {
  const longest = action === 'screen' || action === 'search' ? LONGEST_QUESTION : LONGEST_TEXT;
  return {
    ...askedAt(request),
    status,
    ...purposeOf(request),
    params: fitting(request.params, longest),
    query: fitting(request.query, longest),
    body: request.routeOptions.config.auditBody === false ? null : fitting(request.body, longest),
  };
}

/** What the caller said it asks for, whether the policy knows such a purpose or not. */
function purposeOf({ headers }: FastifyRequest): { readonly purpose?: string } {
  const said = headers['x-purpose'];
  return typeof said === 'string' ? { purpose: said.slice(0, 40) } : {};
}

/** A question with the purpose of its request beside it, so that it says why it was asked. */
function withPurpose(request: FastifyRequest, one: Asked): Asked {
  const { asked } = one;
  if (asked === null || typeof asked !== 'object' || Array.isArray(asked)) return one;
  return { ...one, asked: { ...asked, ...purposeOf(request) } };
}

function fitting(value: unknown, longest: number): Json {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(value) ?? 'null';
  if (text.length <= longest) return value as Json;
  return { sha256: hash('sha256', text), length: text.length };
}

function resultOf(payload: string | Uint8Array): AuditEvent['result'] {
  return { sha256: hash('sha256', payload), count: null };
}
