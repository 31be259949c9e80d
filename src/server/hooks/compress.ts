import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { DoneFuncWithErrOrRes, FastifyInstance, FastifyReply } from 'fastify';

/** Shorter answers are sent as they are. */
const SHORTEST = 1024;
const TEXT = /^(?:text\/|application\/(?:json|problem\+json|javascript|manifest\+json|xml)|image\/svg)/;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const asGzip = promisify(gzip);
const asBrotli = promisify<Buffer | string, { params: Record<number, number> }, Buffer>(brotliCompress);

/** Compresses answers of text for callers that take it (RFC 9110, 12.5.3). Streams and events go as they are. */
export function compressedAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload: unknown, done: DoneFuncWithErrOrRes) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const type = String(reply.getHeader('content-type') ?? '');
    if (!TEXT.test(type) || reply.hasHeader('content-encoding')) return done(null, payload);
    const vary = reply.getHeader('vary');
    reply.header('vary', vary === undefined || vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`);
    if (payload.length < SHORTEST) return done(null, payload);
    const encoding = encodingOf(request.headers['accept-encoding']);
    if (encoding === undefined) return done(null, payload);
    compressed(reply, encoding, payload).then((packed) => done(null, packed), done);
  });
}

async function compressed(
  reply: FastifyReply,
  encoding: 'br' | 'gzip',
  payload: string | Buffer,
): Promise<Buffer> {
  const packed = encoding === 'br' ? await asBrotli(payload, QUICK) : await asGzip(payload, { level: 5 });
  reply.header('content-encoding', encoding).removeHeader('content-length');
  const tag = reply.getHeader('etag');
  // Other bytes want another tag, and stay the same answer: a weak one says both.
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
  return packed;
}

/** The encoding to send, of those that a caller takes. */
export function encodingOf(header: string | string[] | undefined): 'br' | 'gzip' | undefined {
  if (header === undefined) return undefined;
  const taken = String(header)
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [name = '', ...rest] = part.split(';').map((text) => text.trim());
      const weight = rest.find((text) => text.startsWith('q='));
      return { name, refused: weight !== undefined && Number(weight.slice(2)) === 0 };
    })
    .filter(({ refused }) => !refused)
    .map(({ name }) => name);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : undefined;
}
