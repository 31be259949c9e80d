// The main job end to end: make the store, load the starter record, read the sample report.
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
entente('read', join(root, 'samples', 'dialogue-2025-08-13.txt'));
