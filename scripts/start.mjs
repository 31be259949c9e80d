// The main job end to end: make the store, load the starter record, read the sample report and keep it; then, at a
// terminal, serve the workbench until Ctrl+C. Where nobody watches (a pipe, a build machine) it ends after the reading.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entente = (...args) => {
  const { status, error } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
    stdio: 'inherit',
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

entente('init');
entente('read', join(root, 'samples', 'dialogue-2025-08-13.txt'), '--keep');
if (process.stdout.isTTY && process.env.CI === undefined) entente('serve');
else console.log('\nThe workbench: npx entente serve, then http://127.0.0.1:4620/app/');
