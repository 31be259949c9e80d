import { createHash } from 'node:crypto';

/** What the page reads of an OpenAPI document. */
export interface DescribedApi {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

/** One operation of it. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: unknown;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;max-height:24rem;padding:.75rem;border:1px solid}
summary{cursor:pointer;padding:.35rem 0}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0}
nav ul{columns:3;padding:0;list-style:none}details{border-bottom:1px solid}`;

/** What the page may load: its own style, and nothing else; it runs no script. */
export const API_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * An OpenAPI document as a page for people: no script, nothing from elsewhere, every operation under its own anchor. The
 * schemas of bodies and answers, which are most of it, stand on a page of each operation's own.
 */
export function apiPage({ info, paths }: DescribedApi): string {
  const operations = placed(paths);
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section><h2 id="tag-${text(tag)}">${text(tag)}</h2>${own.map(operationHtml).join('\n')}</section>`;
  });
  return document(
    `${info.title} API`,
    `<h1>${text(info.title)} API ${text(info.version)}</h1><p>${text(info.description)}</p>
<p>For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). Errors are problem details (RFC 9457).</p>
<nav aria-label="Parts"><ul>${tags.map((tag) => `<li><a href="#tag-${text(tag)}">${text(tag)}</a></li>`).join('')}</ul></nav>
<main>${sections.join('\n')}</main>`,
  );
}

/** The page of one operation, with the schemas of what goes in and what comes out; `null` when there is none of that name. */
export function operationPage({ info, paths }: DescribedApi, id: string): string | null {
  const found = placed(paths).find(({ operation }) => operation.operationId === id);
  if (found === undefined) return null;
  const { path, method, operation } = found;
  const { summary, parameters = [], requestBody, responses } = operation;
  const answers = Object.entries(responses).map(
    ([status, { description, content }]) =>
      `<p><strong>${text(status)}</strong> ${text(description)}</p>${status.startsWith('2') ? contentHtml(content) : ''}`,
  );
  return document(
    `${id}: ${info.title} API`,
    `<p><a href="/docs#${text(id)}">${text(info.title)} API</a></p>
<main><h1><code>${text(method)} ${text(path)}</code></h1><p>${text(summary)}</p>
${parametersHtml(parameters)}${requestBody === undefined ? '' : `<h2>Body</h2>${contentHtml(requestBody.content)}`}<h2>Answers</h2>${answers.join('')}</main>`,
  );
}

interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: DescribedOperation;
}

function placed(paths: DescribedApi['paths']): readonly Placed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(title)}</title><style>${STYLE}</style></head><body>
${body}</body></html>
`;
}

function operationHtml({ path, method, operation }: Placed): string {
  const { operationId, summary, parameters = [] } = operation;
  return `<details id="${text(operationId)}"><summary><code>${text(method)} ${text(path)}</code> ${text(summary)}</summary>
${parametersHtml(parameters)}<p><a href="/docs/${text(operationId)}">Body and answers of ${text(operationId)}</a></p></details>`;
}

function parametersHtml(parameters: NonNullable<DescribedOperation['parameters']>): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema, description = '' }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(place)}${required === true ? ', required' : ''}</td><td>${text(description)}</td><td><code>${text(briefly(schema))}</code></td></tr>`,
  );
  return `<table><thead><tr><th>Parameter</th><th>Where</th><th>What</th><th>Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A schema without the description that stands beside it. */
function briefly(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return '{}';
  const { description: _, examples: _e, ...rest } = schema as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest);
}

function contentHtml(content: Content = {}): string {
  return Object.entries(content)
    .map(
      ([media, { schema }]) =>
        `<p><code>${text(media)}</code></p><pre tabindex="0">${text(JSON.stringify(schema ?? {}, null, 2))}</pre>`,
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
