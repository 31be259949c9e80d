import type { Answered, Asked, Problem } from '../../../src/contract/index.ts';
import { ADDRESSES, type OperationName, type Operations } from './addresses.ts';
import { noteMarking } from './markings.ts';

/**
 * The server did not answer, or answered with a problem. A page shows it as a failure, never as an empty result.
 * `status` is 0 when no answer came at all.
 */
export class AskFailed extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null, options?: ErrorOptions) {
    super(
      problem?.detail ?? (status === 0 ? 'The server did not answer.' : `The server answered ${status}.`),
      options,
    );
    this.name = 'AskFailed';
    this.status = status;
    this.problem = problem;
  }

  /** Whether asking again may help. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The address of an operation with its parameters and query, as a link that can be opened or sent. */
export function addressOf<N extends OperationName>(
  name: N,
  asked: Pick<Asked<Operations[N]>, 'params' | 'query'> = {},
): string {
  const { params = {}, query = {} } = asked as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const place = ADDRESSES[name][1].replace(/:([A-Za-z]+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? place : `${place}?${text}`;
}

/** Asks the server, and gives its answer unread. Throws {@link AskFailed}. */
export async function askRaw<N extends OperationName>(
  name: N,
  asked: Asked<Operations[N]> & { readonly signal?: AbortSignal } = {},
): Promise<Response> {
  const { body, signal } = asked as { body?: unknown; signal?: AbortSignal };
  const raw = body instanceof FormData || typeof body === 'string' || body instanceof Blob;
  const send = () =>
    fetch(addressOf(name, asked as never), {
      method: ADDRESSES[name][0],
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(csrfToken === null ? {} : { 'x-csrf-token': csrfToken }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new AskFailed(0, null, { cause });
    });
  for (let attempt = 1; ; attempt += 1) {
    const response = await send();
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem?.code !== BUSY || attempt === BUSY_TRIES) throw new AskFailed(response.status, problem);
    await new Promise((resolve) => setTimeout(resolve, attempt * BUSY_MS));
    signal?.throwIfAborted();
  }
}

/** Refused before anything was begun: asking again does nothing twice, whatever was asked. */
const BUSY = 'ENT_HTTP_BUSY';
const BUSY_TRIES = 4;
const BUSY_MS = 700;

/** Asks the server. Throws {@link AskFailed}. */
export async function ask<N extends OperationName>(
  name: N,
  asked: Asked<Operations[N]> & { readonly signal?: AbortSignal } = {},
): Promise<Answered<Operations[N]>> {
  const response = await askRaw(name, asked);
  if (response.status === 204) return undefined as Answered<Operations[N]>;
  const answer = (await response.json()) as Answered<Operations[N]>;
  noteMarking(answer, response.headers);
  return answer;
}

async function problemOf(response: Response): Promise<Problem | null> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return null;
  try {
    return (await response.json()) as Problem;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

let csrfToken: string | null = null;

/** Keeps the session's token, which every request that changes something must show. */
export function keepCsrf(token: string | null): void {
  csrfToken = token;
}
