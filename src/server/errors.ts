import { type EntError, errorTable } from '../kernel/index.ts';

/** The errors of the server itself; each says the HTTP status that it is answered with. */
export const serverError = errorTable({
  ENT_HTTP_INPUT: {
    status: 'usage',
    doc: 'A request is not what the operation takes; `faults` says where. HTTP 400.',
    text: (d: { why: string }) => d.why,
  },
  ENT_HTTP_ROUTE: {
    status: 'not-found',
    doc: 'There is nothing at this address. HTTP 404.',
    text: (d: { method: string }) => `there is nothing to ${d.method} at this address`,
  },
  ENT_HTTP_METHOD: {
    status: 'usage',
    doc: 'The address is there and takes other methods, which `Allow` names. HTTP 405.',
    text: (d: { allow: string }) => `this address takes ${d.allow} only`,
  },
  ENT_HTTP_TOO_LARGE: {
    status: 'refused',
    doc: 'A body is larger than the operation takes. HTTP 413.',
    text: (d: { bytes: number }) => `the body is over ${d.bytes} bytes`,
  },
  ENT_HTTP_URI: {
    status: 'refused',
    doc: 'An address is longer than 60,000 bytes. HTTP 414.',
    text: () => 'Request URI too long',
  },
  ENT_HTTP_MEDIA: {
    status: 'refused',
    doc: 'A body is of another kind than the operation takes. HTTP 415.',
    text: (d: { wanted: string }) => `send the body as ${d.wanted}`,
  },
  ENT_HTTP_RANGE: {
    status: 'refused',
    doc: 'A range of a download lies outside of it. HTTP 416.',
    text: (d: { bytes: number }) => `the whole is ${d.bytes} bytes`,
  },
  ENT_HTTP_RATE: {
    status: 'refused',
    doc: 'Too many requests from one key or address; `Retry-After` says when to come back. HTTP 429.',
    text: (d: { seconds: number }) => `too many requests; try again in ${d.seconds} s`,
  },
  ENT_HTTP_BUSY: {
    status: 'store',
    doc: 'The server has as many requests in hand as it takes, or its thread has been behind for some time; `Retry-After` says when to come back. HTTP 503.',
    text: () => 'too busy; try again shortly',
  },
  ENT_HTTP_NOT_READY: {
    status: 'store',
    doc: 'The server is starting or shutting down, or its index is not made yet. HTTP 503.',
    text: (d: { why: string }) => `not ready: ${d.why}`,
  },
  ENT_HTTP_FAULT: {
    status: 'failed',
    doc: 'A fault in Entente itself; the log has the reason under the request id. HTTP 500.',
    text: (d: { requestId: string }) => `a fault in the server; the log has it under ${d.requestId}`,
  },
  ENT_SEARCH_SYNTAX: {
    status: 'usage',
    doc: 'The text of a search is not well-formed: a bracket or quotation mark is not closed, or it is longer or deeper than anybody means. HTTP 400.',
    text: (d: { why: string }) => `the query cannot be read: ${d.why}`,
  },
  ENT_JOB_UNKNOWN: {
    status: 'not-found',
    doc: 'There is no job by that id that the caller may see. HTTP 404.',
    text: (d: { job: string }) => `there is no job ${d.job}`,
  },
  ENT_JOB_UNFINISHED: {
    status: 'failed',
    doc: 'The results of a job are asked for before there are any. HTTP 409.',
    text: (d: { job: string; state: string }) => `${d.job} is ${d.state}; it has no results`,
  },
  ENT_SERVE_OFFLINE: {
    status: 'failed',
    doc: 'The server is set to fetch nothing from outside (`ENTENTE_OFFLINE`), and something was asked for that does. HTTP 409.',
    text: () =>
      'this server fetches nothing from outside; load files instead (entente load, or POST .../snapshots)',
  },
  ENT_SERVE_SETTING: {
    status: 'usage',
    doc: 'A setting of the server is not a value that it can have.',
    text: (d: { name: string; why: string }) => `${d.name}: ${d.why}`,
  },
  ENT_SERVE_ADDRESS: {
    status: 'usage',
    doc: 'The server cannot listen where it was told to.',
    text: (d: { address: string; why: string }) => `cannot listen on ${d.address}: ${d.why}`,
  },
});

const OWN: Readonly<Record<string, number>> = Object.freeze({
  ENT_HTTP_METHOD: 405,
  ENT_HTTP_TOO_LARGE: 413,
  ENT_HTTP_URI: 414,
  ENT_HTTP_MEDIA: 415,
  ENT_HTTP_RANGE: 416,
  ENT_HTTP_RATE: 429,
  ENT_HTTP_FAULT: 500,
  ENT_STORE_BUSY: 503,
});

const BY_KIND: Readonly<Record<EntError['status'], number>> = Object.freeze({
  usage: 400,
  'not-found': 404,
  failed: 409,
  refused: 422,
  store: 503,
});

/** The HTTP status of an error: what a folder of the server set on it, its code's own, else its kind's. */
export function httpStatusOf(error: EntError): number {
  const set = (error as { readonly statusCode?: unknown }).statusCode;
  return typeof set === 'number' ? set : (OWN[error.code] ?? BY_KIND[error.status]);
}
