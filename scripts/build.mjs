// Compiles src/ to dist/ and the workbench to web/dist/, each when a source of it is newer than its last build.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(statSync(path).mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;

const build = (what, sources, out, tool, args) => {
  const stamp = join(root, out, '.built');
  const changed = Math.max(...sources.map((name) => newest(join(root, name))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= changed) return;
  console.error(`Building ${what} …`);
  rmSync(join(root, out), { recursive: true, force: true });
  const program = join(root, 'node_modules', ...tool);
  execFileSync(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, '');
};

build(
  'the program',
  ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'],
  'dist',
  ['typescript', 'bin', 'tsc'],
  ['-p', 'tsconfig.build.json'],
);
build(
  'the workbench',
  [
    ...['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/mantine-styles.ts'],
    ...['web/compressed.ts', 'src/contract', 'package-lock.json'],
  ],
  'web/dist',
  ['vite', 'bin', 'vite.js'],
  ['build', 'web', '--logLevel', 'warn'],
);
