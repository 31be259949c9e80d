// Sets up whatever is missing: the Node version is checked, packages are installed when the lock file or the
// machine says they must be, and the build is made when the sources are newer. No install script of any
// package is run, and nothing is asked of the network beyond the npm registry.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Entente needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = join(root, 'node_modules', '.entente-setup');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch} ${major}`)
  .digest('hex');
const install = (folder) => {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, stdio: ['ignore', 2, 2] };
  if (npm === undefined) execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  else execFileSync(process.execPath, [npm, ...args], options);
};
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing packages (once) …');
  install(root);
  writeFileSync(stamp, wanted);
}

// The tests also run on a PostgreSQL server of their own, whose binaries are packages apart.
const postgres = join(root, 'test', 'postgres');
if (process.argv.includes('--tests') && !existsSync(join(postgres, 'node_modules', '.package-lock.json'))) {
  console.error('Installing the PostgreSQL server of the tests (once) …');
  try {
    install(postgres);
  } catch (error) {
    console.error(`It could not be had, and the tests on it are left out: ${error.message}`);
  }
}
await import('./build.mjs');
