import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { serverError } from '../errors.ts';
import { badInput } from '../problem.ts';

/** What a form brought: its files, written to a folder, and its fields. */
export interface Upload {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Writes the files of a form to a folder as they come, under names of our own: what the caller calls them decides
 * nothing but how a reader may know them. Throws `ENT_HTTP_MEDIA`, `ENT_HTTP_TOO_LARGE`.
 */
export async function receiveForm(request: FastifyRequest, folder: string): Promise<Upload> {
  if (!/;\s*boundary=/i.test(request.headers['content-type'] ?? '') || !request.isMultipart()) {
    throw serverError('ENT_HTTP_MEDIA', { wanted: 'multipart/form-data with a boundary' });
  }
  const files: { path: string; name: string }[] = [];
  const fields = new Map<string, string>();
  for await (const part of partsOf(request)) {
    if (part.type === 'field') {
      fields.set(part.fieldname, String(part.value));
      continue;
    }
    const name = safeName(part.filename);
    const path = join(folder, `${files.length}-${name}`);
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) throw serverError('ENT_HTTP_TOO_LARGE', { bytes: part.file.bytesRead });
    files.push({ path, name });
  }
  if (files.length === 0) throw badInput('send the file as a part named "file"');
  return { files, fields: Object.fromEntries(fields) };
}

/** The parts of a form. What the parser refuses is the caller's fault: it throws plain errors, some without a word. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error;
    throw badInput(`the form: ${error.message || 'its last part does not end'}`);
  }
}

/** The last segment of a name, of harmless characters: readers know a list's part by it (`sdn.csv`). */
function safeName(name: string | undefined): string {
  const last = (name ?? 'file').split(/[/\\]/).at(-1) ?? 'file';
  const safe = last
    .replace(/[^\w.-]/g, '_')
    .replace(/^\.+/, '')
    .slice(-100);
  return safe === '' ? 'file' : safe;
}

/** What a file of names is, by its ending; JSON lines when that says nothing. */
export function formatOf(name: string): 'csv' | 'tsv' | 'jsonl' {
  if (/\.csv$/i.test(name)) return 'csv';
  return /\.tsv$|\.tab$/i.test(name) ? 'tsv' : 'jsonl';
}
