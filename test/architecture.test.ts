import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which (DESIGN.md draws the same). All else is an error. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  text: ['kernel'],
  names: ['kernel', 'text'],
  fetch: ['kernel'],
  lists: ['kernel', 'text'],
  record: ['kernel', 'text'],
  intake: ['kernel', 'text'],
  wire: ['kernel', 'text', 'names'],
  policy: ['kernel'],
  contract: ['kernel', 'policy'],
  store: ['kernel'],
  screening: ['kernel', 'text', 'names', 'store'],
  identity: ['kernel', 'text', 'names', 'store'],
  engagement: ['kernel', 'text', 'names', 'wire', 'store', 'policy'],
  exchange: ['kernel', 'text', 'names', 'store', 'policy', 'contract', 'screening'],
  app: [
    'kernel',
    'text',
    'names',
    'fetch',
    'lists',
    'record',
    'intake',
    'wire',
    'policy',
    'store',
    'screening',
    'identity',
    'engagement',
    'exchange',
  ],
  mcp: ['kernel', 'contract', 'policy', 'store', 'screening', 'app'],
  server: [
    'kernel',
    'text',
    'names',
    'lists',
    'wire',
    'policy',
    'contract',
    'store',
    'screening',
    'engagement',
    'exchange',
    'app',
    'mcp',
  ],
  cli: [
    'kernel',
    'text',
    'names',
    'fetch',
    'lists',
    'record',
    'intake',
    'wire',
    'policy',
    'contract',
    'store',
    'screening',
    'identity',
    'engagement',
    'exchange',
    'app',
    'mcp',
    'server',
  ],
};

/** Which packages a room may import; `node:` modules are named too. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  text: ['any-ascii'],
  names: [],
  fetch: [
    'node:crypto',
    'node:dns',
    'node:fs',
    'node:fs/promises',
    'node:net',
    'node:os',
    'node:path',
    'node:stream',
    'node:stream/promises',
    'node:timers/promises',
    'node:zlib',
    'undici',
  ],
  lists: [
    'node:crypto',
    'node:fs',
    'node:path',
    'node:stream',
    'node:zlib',
    'node:events',
    'node:util',
    'saxes',
    'csv-parse',
    'linkedom',
    'read-excel-file',
    'unpdf',
  ],
  record: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'yaml', 'zod'],
  intake: [
    'node:crypto',
    'node:util',
    'node:worker_threads',
    'feedsmith',
    '@mozilla/readability',
    'linkedom',
    'postal-mime',
    'saxes',
    'unpdf',
  ],
  wire: ['node:crypto', 'franc'],
  policy: [],
  contract: ['zod'],
  store: [
    'node:async_hooks',
    'node:crypto',
    'node:fs',
    'node:util',
    'node:zlib',
    'kysely',
    'pg',
    '@photostructure/sqlite',
  ],
  screening: ['node:fs', 'node:os', 'node:util', 'node:worker_threads'],
  identity: [],
  engagement: ['node:crypto', 'ical-generator', 'zod', 'yaml'],
  exchange: ['node:crypto', 'zod'],
  app: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:url'],
  mcp: ['node:http', 'zod', '@modelcontextprotocol/sdk'],
  server: [
    'node:child_process',
    'node:crypto',
    'node:events',
    'node:fs',
    'node:fs/promises',
    'node:http',
    'node:net',
    'node:os',
    'node:path',
    'node:perf_hooks',
    'node:stream',
    'node:stream/promises',
    'node:timers/promises',
    'node:url',
    'node:util',
    'node:worker_threads',
    'node:zlib',
    'fastify',
    'fastify-type-provider-zod',
    '@fastify/compress',
    '@fastify/cookie',
    '@fastify/cors',
    '@fastify/etag',
    '@fastify/formbody',
    '@fastify/multipart',
    '@fastify/rate-limit',
    '@fastify/static',
    '@fastify/swagger',
    'otpauth',
    'pino',
    'prom-client',
    'zod',
  ],
  cli: [
    'node:fs',
    'node:fs/promises',
    'node:os',
    'node:path',
    'node:process',
    'node:url',
    'node:util',
    'node:stream',
    'node:stream/consumers',
    'commander',
    'string-width',
  ],
};

/** Packages that one folder only may import. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  '@photostructure/sqlite': ['src/store/sqlite'],
  pg: ['src/store/postgres'],
  saxes: ['src/lists/xml.ts', 'src/intake/xml.ts'],
  'csv-parse': ['src/lists/csv.ts'],
  linkedom: ['src/lists/html.ts', 'src/intake/html.ts'],
  feedsmith: ['src/intake/feed.ts'],
  '@mozilla/readability': ['src/intake/html.ts'],
  'postal-mime': ['src/intake/mail.ts'],
  'read-excel-file': ['src/lists/xlsx.ts'],
  unpdf: ['src/lists/pdf.ts', 'src/intake/pdf.ts'],
};

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const CAP = 600;

interface Import {
  readonly file: string;
  readonly target: string;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'fixtures' ? [] : filesBelow(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => ({ file, target: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const room = (file: string) => relative(SRC, file).split(sep)[0] ?? '';
const isTest = (file: string) => /(\.test|-for-test)\.ts$/.test(file);
const show = (file: string) => relative(ROOT, file);

const files = filesBelow(SRC);
const code = files.filter((file) => !isTest(file));
const imports = code.flatMap(importsOf);

describe('the architecture', () => {
  it('is looked at in full: the test saw every room and its files', () => {
    const rooms = new Set(code.map(room).filter((name) => !name.endsWith('.ts')));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
    expect(code.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('lets a room import only the rooms that the table allows, through their index', () => {
    const breaches = imports
      .filter(({ target }) => target.startsWith('.'))
      .flatMap(({ file, target }) => {
        const path = resolve(dirname(file), target);
        const [from, to] = [room(file), room(path)];
        if (from === to) return [];
        const allowed = MAY_IMPORT[from]?.includes(to) === true && path === join(SRC, to, 'index.ts');
        return allowed ? [] : [`${show(file)} imports ${show(path)}`];
      });
    expect(breaches).toEqual([]);
  });

  it('lets tests reach other rooms only through their index too', () => {
    const breaches = files
      .filter(isTest)
      .flatMap(importsOf)
      .flatMap(({ file, target }) => {
        if (!target.startsWith('.')) return [];
        const path = resolve(dirname(file), target);
        return room(path) === room(file) || path.endsWith(`${sep}index.ts`) || !path.startsWith(SRC)
          ? []
          : [`${show(file)} imports ${show(path)}`];
      });
    expect(breaches).toEqual([]);
  });

  it('lets a room use only the packages that the table allows', () => {
    const breaches = imports
      .filter(({ target }) => !target.startsWith('.'))
      .flatMap(({ file, target }) => {
        const name =
          target.startsWith('node:') || target.startsWith('@')
            ? target
                .split('/')
                .slice(0, target.startsWith('@') ? 2 : 3)
                .join('/')
            : (target.split('/')[0] ?? '');
        const places = ONLY_IN[name];
        const allowed =
          MAY_USE[room(file)]?.includes(name) === true &&
          (places === undefined || places.some((place) => show(file).startsWith(place)));
        return allowed ? [] : [`${show(file)} uses ${target}`];
      });
    expect(breaches).toEqual([]);
  });

  it('has no cycle between files', () => {
    const graph = new Map(
      code.map((file) => [
        file,
        importsOf(file)
          .filter(({ target }) => target.startsWith('.'))
          .map(({ target }) => resolve(dirname(file), target)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].map(show).join(' -> '));
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps each file to one concept: no file is over the cap, and none has a name that says nothing', () => {
    const long = code.filter(
      (file) => !/[/\\]tables?[/\\]/.test(file) && readFileSync(file, 'utf8').split('\n').length > CAP,
    );
    expect(long.map(show)).toEqual([]);
    expect(
      code.filter((file) => /[/\\](utils?|helpers?|common|misc)(\.ts|[/\\])/.test(file)).map(show),
    ).toEqual([]);
  });

  it('gives every room a README and one door', () => {
    for (const name of Object.keys(MAY_IMPORT)) {
      const names = readdirSync(join(SRC, name));
      expect({
        name,
        has: names.includes('README.md') && names.includes(name === 'cli' ? 'main.ts' : 'index.ts'),
      }).toEqual({ name, has: true });
    }
  });
});
