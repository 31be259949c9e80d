import { createReadStream, statSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { serverError } from '../errors.ts';

const RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * Sends a file that does not change, whole or the one range asked for (RFC 9110, 14): a download that was cut off goes
 * on where it stopped. Throws `ENT_HTTP_RANGE` for a range outside of it.
 */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { readonly path: string; readonly name: string; readonly type: string },
): FastifyReply {
  const { size, mtimeMs } = statSync(file.path);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  reply
    .type(file.type)
    .header('accept-ranges', 'bytes')
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', `attachment; filename="${file.name}"`);
  const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
  const [, first = '', last = ''] = (asked ? RANGE.exec(request.headers.range ?? '') : null) ?? [];
  if (first === '' && last === '')
    return reply.header('content-length', size).send(createReadStream(file.path));
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (start > end) {
    reply.header('content-range', `bytes */${size}`);
    throw serverError('ENT_HTTP_RANGE', { bytes: size });
  }
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${size}`)
    .header('content-length', end - start + 1)
    .send(createReadStream(file.path, { start, end }));
}
