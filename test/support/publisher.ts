import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What a publisher answers to one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A publisher's server on this machine, well-behaved or not. */
export interface Publisher {
  readonly url: (path: string) => string;
  /** Every request so far, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Sets the answers of a path, one a request; the last one stays. */
  readonly serve: (path: string, ...answers: readonly [Answer, ...Answer[]]) => void;
  readonly close: () => Promise<void>;
}

/** Opens a publisher's server at a free port of 127.0.0.1. */
export async function publisher(): Promise<Publisher> {
  const pages = new Map<string, Answer[]>();
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^http:\/\/[^/]+/, '').replace(/\?.*$/, '');
    asked.push({ path, headers: request.headers });
    const answers = pages.get(path);
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0];
    (answer ?? status(404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    serve: (path, ...answers) => void pages.set(path, [...answers]),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A file as servers give it: with validators, and 304 to whoever has it already. */
export function file(
  content: string | Uint8Array,
  about: {
    readonly type?: string;
    readonly etag?: string;
    readonly modified?: string;
    readonly gzip?: boolean;
  } = {},
): Answer {
  return (request, response) => {
    const { type = 'application/xml', etag, modified, gzip = false } = about;
    const headers = {
      ...(etag === undefined ? {} : { etag }),
      ...(modified === undefined ? {} : { 'last-modified': modified }),
    };
    const has =
      (etag !== undefined && request.headers['if-none-match'] === etag) ||
      (modified !== undefined && request.headers['if-modified-since'] === modified);
    if (has) return void response.writeHead(304, headers).end();
    const body = gzip ? gzipSync(content) : Buffer.from(content);
    const encoding = gzip ? { 'content-encoding': 'gzip' } : {};
    response
      .writeHead(200, { ...headers, ...encoding, 'content-type': type, 'content-length': body.length })
      .end(body);
  };
}

/** A status without a file. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => void response.writeHead(code, headers).end('no');
}

/** A redirect. */
export function redirect(location: string, code = 302): Answer {
  return status(code, { location });
}

/** Begins its answer and then says nothing more. */
export const stalls: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/xml', 'content-length': 1000 });
  response.write('<CONSOLIDATED_LIST');
};

/** Takes the request and never answers. */
export const silent: Answer = () => undefined;

/** Promises the whole of a content and breaks off in the middle. */
export function breaksOff(content: string): Answer {
  return (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/xml',
      'content-length': Buffer.byteLength(content),
    });
    response.write(content.slice(0, content.length / 2), () => response.destroy());
  };
}

const BOMB = gzipSync(Buffer.alloc(16 * 1024 * 1024));

/** Sixteen kilobytes that inflate to 16 MiB. */
export const bomb: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/xml', 'content-encoding': 'gzip' }).end(BOMB);
};
