import { type EntError, errorTable } from '../../kernel/index.ts';

/** The errors of who asks. */
export const authError = errorTable({
  ENT_AUTH_REQUIRED: {
    status: 'refused',
    doc: 'The route needs a key or a session, and the request showed none that is valid. HTTP 401.',
    text: () => 'sign in, or send a valid key as "Authorization: Bearer <key>"',
  },
  ENT_AUTH_FORBIDDEN: {
    status: 'refused',
    doc: 'The roles of the account, or the scopes of its key, do not hold the action of the route. HTTP 403.',
    text: (d: { action: string }) => `your roles or this key's scopes do not hold the action "${d.action}"`,
  },
  ENT_AUTH_SIGN_IN: {
    status: 'refused',
    doc: 'Name, password or one-time code was wrong, or the account is disabled; which of these is never said. HTTP 401.',
    text: () => 'the name, the password or the code is wrong',
  },
  ENT_AUTH_LOCKED: {
    status: 'refused',
    doc: 'Too many failed attempts to sign in; wait as long as `Retry-After` says. HTTP 429.',
    text: (d: { seconds: number }) => `too many failed attempts; try again in ${d.seconds} s`,
  },
  ENT_AUTH_CSRF: {
    status: 'refused',
    doc: "A request that changes something came with a session cookie and without the session's token in `X-CSRF-Token`. HTTP 403.",
    text: () => "send the session's token in the X-CSRF-Token header",
  },
  ENT_AUTH_MARKED: {
    status: 'refused',
    doc: 'An answer is made from the whole record, and parts of it are marked beyond the clearance of the account. HTTP 403.',
    text: () => 'this answer is made from parts of the record that are not yours to see',
  },
  ENT_AUTH_ROUTE_WITHOUT_ACTION: {
    status: 'failed',
    doc: 'A route of the server names no action, so that nothing can decide who may ask it; the server does not start.',
    text: (d: { route: string }) => `the route ${d.route} names no action (config.action)`,
  },
  ENT_AUTH_OPEN_ADDRESS: {
    status: 'usage',
    doc: 'The server was to listen on an address that others can reach, without accounts or without TLS.',
    text: (d: { host: string; why: string }) => `will not listen on ${d.host}: ${d.why}`,
  },
});

const HTTP: Readonly<Record<string, number>> = Object.freeze({
  ENT_AUTH_REQUIRED: 401,
  ENT_AUTH_SIGN_IN: 401,
  ENT_AUTH_FORBIDDEN: 403,
  ENT_AUTH_CSRF: 403,
  ENT_AUTH_MARKED: 403,
  ENT_AUTH_LOCKED: 429,
});

/** The HTTP status of an error of this folder, also set as its `statusCode`; `undefined` for any other error. */
export function authStatus(error: EntError): number | undefined {
  return HTTP[error.code];
}

/** Gives an error the HTTP status that fastify answers with. */
export function withStatus(error: EntError): EntError {
  const statusCode = authStatus(error);
  return statusCode === undefined ? error : Object.assign(error, { statusCode });
}
