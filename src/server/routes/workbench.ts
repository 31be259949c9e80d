import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What a page of the workbench may load and run: what this server sends, and nothing else. */
function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const FILE = /\.(?:css|html|ico|js|json|map|png|svg|txt|webmanifest|woff2?)$/i;

/** Stands in the page where its own inline styles must name the nonce of this answer. */
const NONCE_MARK = '__CSP_NONCE__';

/**
 * Serves the workbench under `/app`: its files as they were built, and its page for every address of its own. A
 * browser that asks for `/` is sent there. Without a built workbench the page says how to make one.
 */
export async function workbenchRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : null;
  const sendPage = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-security-policy', policyFor(nonce)).header('cache-control', 'no-cache');
    if (html === null) return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
    return reply.type('text/html; charset=utf-8').send(html.replaceAll(NONCE_MARK, nonce));
  };
  const files = html === null ? new Set<string>() : filesBelow(folder);
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    dotfiles: 'ignore',
    // The build has compressed its texts.
    preCompressed: true,
  });
  const config = { action: 'public' as const };
  app.get('/app', { config }, async (_request, reply) => sendPage(reply));
  app.get('/app/*', { config }, async (request, reply) => {
    const rest = (request.params as { readonly '*': string })['*'];
    if (files.has(rest) && rest !== 'index.html') {
      // The build names a file by its content where its name has a hash.
      const lasting = /-[\w-]{8,}\.\w+$/.test(rest);
      return reply.sendFile(rest, { immutable: lasting, maxAge: lasting ? '365d' : 0 });
    }
    // A file that is not there is not a page: a script that is missing must not be answered with HTML.
    if (FILE.test(rest)) return reply.callNotFound();
    return sendPage(reply);
  });
  app.get('/', { config }, async (request, reply) =>
    String(request.headers.accept ?? '').includes('text/html')
      ? reply.redirect('/app/', 302)
      : reply.redirect('/api/v1', 302),
  );
}

/** The files of a folder by their paths in it: what is not among them is not sent, whatever an address says. */
function filesBelow(folder: string): ReadonlySet<string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Entente</title>
<h1>The workbench is not built</h1><p>The API answers at <a href="/api/v1">/api/v1</a>; its description is at
<a href="/openapi.json">/openapi.json</a>. Build the page with <code>npm run build</code> and start again.</p></html>`;
