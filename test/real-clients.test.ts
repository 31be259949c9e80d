import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './support/served.ts';

/** A Python with `yente-client` and `schemathesis` in it; see docs/reference/api.md. */
const BIN = process.env.ENTENTE_TEST_PYTHON ?? join(tmpdir(), 'entente-python', 'bin');
const HAS_PYTHON = existsSync(join(BIN, 'python'));
const has = (name: string) =>
  HAS_PYTHON && spawnSync(join(BIN, 'python'), ['-c', `import ${name}`]).status === 0;
const HAS_YENTE = has('yente_client');
const HAS_SCHEMATHESIS = has('schemathesis');
const HAS_CURL = spawnSync('curl', ['--version']).status === 0;
const HOW = `make it with: python3 -m venv ${join(tmpdir(), 'entente-python')} && ${join(BIN, 'pip')} install yente-client schemathesis`;
for (const [name, there] of Object.entries({ 'yente-client': HAS_YENTE, schemathesis: HAS_SCHEMATHESIS })) {
  if (!there) console.warn(`left out: ${name} is not installed in ${BIN}; ${HOW}`);
}
if (!HAS_CURL) console.warn('left out: the curl examples, because curl is not installed');

let served: Served;
let address: string;
beforeAll(async () => {
  served = await serve();
  address = await served.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => served.close());

/** Runs a program beside this process, which must go on answering. */
function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      out += data;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, out }));
  });
}

describe.runIf(HAS_YENTE)('the yente client library from PyPI', () => {
  it('works unchanged: health, catalogue, search, match, batches, redirects, nesting', async () => {
    const script = resolve(import.meta.dirname, 'support/yente-client.py');
    const { code, out } = await run(join(BIN, 'python'), [script, address]);
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
    expect(JSON.parse(out)).toMatchObject({
      health: 'ok',
      ready: 'ok',
      datasets: ['default', 'un_sc', 'xx_test'],
      best: 'entente',
      found: ['zz-river'],
      facets: ['countries', 'datasets', 'topics'],
      top: 'aa-person',
      match: true,
      explained: ['name_match'],
      redirected: 'zz-river',
      sanctions: ['sanc-1'],
      batch: { a: ['aa-person'], b: [] },
    });
  });
});

describe.runIf(HAS_SCHEMATHESIS)('the OpenAPI document, driven by schemathesis', () => {
  it('holds: no answer is 500, and none breaks its schema', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-schemathesis-'));
    // It writes what it likes, so it gets a server of its own, and one that fetches nothing from anywhere.
    const own = await serve({ settings: { offline: true } });
    const url = await own.app.listen({ host: '127.0.0.1', port: 0 });
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    // An event stream lasts as long as its job does, and would keep the run waiting.
    delete document.paths['/api/v1/jobs/{job}/events'];
    // The first account would close the server to what comes after.
    delete document.paths['/api/v1/accounts']?.post;
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
    const { code, out } = await run(join(BIN, 'schemathesis'), [
      'run',
      join(folder, 'openapi.json'),
      '--url',
      url,
      '--max-examples',
      '12',
      '--checks',
      'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance',
      '--phases',
      'examples,coverage,fuzzing',
      '--request-timeout',
      '20',
      '--generation-database',
      'none',
      '--seed',
      '20261124',
      '--no-color',
    ]);
    rmSync(folder, { recursive: true });
    await own.close();
    expect({ code, out: code === 0 ? '' : out.slice(-16000) }).toEqual({ code: 0, out: '' });
  }, 600_000);
});

describe.runIf(HAS_CURL)('the curl examples in docs/reference/api.md', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../docs/reference/api.md'), 'utf8');
  const examples = [...page.matchAll(/```sh\n(curl [^`]+)```/g)].map((match) => match[1] ?? '');

  it('are there', () => expect(examples.length).toBeGreaterThan(5));

  it.each(examples)('%s', async (example) => {
    const command = example
      .replaceAll('http://127.0.0.1:4620', address)
      .replace(/^curl /, 'curl --silent --fail-with-body --max-time 20 ');
    const { code, out } = await run('sh', ['-c', command]);
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
    expect(out.length).toBeGreaterThan(1);
  });
});
