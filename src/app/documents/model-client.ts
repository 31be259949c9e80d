import { appError } from '../errors.ts';

/** Where a model is, and how it is asked. */
export interface ModelSettings {
  /** The base of an OpenAI-compatible API, such as `https://host/v1`. */
  readonly url: URL;
  readonly name: string;
  readonly key: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** This machine by its own addresses: the one place to which a text may go without encryption. */
const HERE = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The model that the environment names, or `null` where it names none: then no text leaves this machine. Throws
 * `ENT_MODEL_SETTING` for an address that is none, is not https (but for this machine), or comes without a model.
 */
export function modelOf(env: Environment): ModelSettings | null {
  const given = env.ENTENTE_MODEL_URL ?? '';
  if (given === '') return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && HERE.has(url.hostname))))
    throw appError('ENT_MODEL_SETTING', {
      why: 'ENTENTE_MODEL_URL is not an https address (http only on this machine)',
    });
  if (url.username !== '' || url.password !== '')
    throw appError('ENT_MODEL_SETTING', {
      why: 'ENTENTE_MODEL_URL holds a password; give the key in ENTENTE_MODEL_KEY',
    });
  const name = env.ENTENTE_MODEL_NAME ?? '';
  if (name === '') throw appError('ENT_MODEL_SETTING', { why: 'ENTENTE_MODEL_NAME does not name a model' });
  const key = env.ENTENTE_MODEL_KEY ?? '';
  return { url, name, key: key === '' ? null : key };
}

const LONGEST_MS = 120_000;
const MOST_BYTES = 1024 * 1024;

/**
 * Asks a model once (`POST …/chat/completions`), at temperature 0, and gives the words of its answer. At most two
 * minutes and one mebibyte; no redirect is followed, so that a text goes nowhere but where it was set to go. Throws
 * `ENT_MODEL_FAILED`; the key is in no message.
 */
export async function askModel(
  { url, name, key }: ModelSettings,
  messages: readonly { readonly role: string; readonly content: string }[],
  longestMs = LONGEST_MS,
): Promise<string> {
  const address = new URL(`${url.pathname.replace(/\/+$/, '')}/chat/completions`, url);
  let body: string;
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(longestMs),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model: name, messages, temperature: 0, stream: false }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw failed(url, `it answered ${response.status}`);
    }
    body = await bodyOf(response, url);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENT_MODEL_FAILED') throw cause;
    const why =
      cause instanceof Error && cause.name === 'TimeoutError'
        ? 'it took too long'
        : 'it could not be reached';
    throw failed(url, why, cause);
  }
  const words = wordsOf(body);
  if (words === null) throw failed(url, 'its answer is not that of a chat completion');
  return words;
}

async function bodyOf(response: Response, url: URL): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw failed(url, 'its answer is over 1 MiB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function wordsOf(body: string): string | null {
  try {
    const { choices } = JSON.parse(body) as {
      readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[];
    };
    const content = choices?.[0]?.message?.content;
    return typeof content === 'string' ? content : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

function failed(url: URL, why: string, cause?: unknown) {
  return appError('ENT_MODEL_FAILED', { host: url.host, why }, cause === undefined ? {} : { cause });
}
