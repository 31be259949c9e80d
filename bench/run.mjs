// Runs every benchmark and prints a table; with --record it becomes the baseline that bench/README.md shows.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as engagement } from './engagement.mjs';
import { machine, ROOT } from './harness.mjs';
import { run as history } from './history.mjs';
import { run as load } from './load.mjs';
import { run as read } from './read.mjs';
import { run as screen } from './screen.mjs';

const suites = { load, history, read, screen, engagement };
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const results = {};
for (const [name, run] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  results[name] = await run();
  for (const [task, figures] of Object.entries(results[name])) console.log(name, task, figures);
}

if (process.argv.includes('--record')) {
  const path = join(ROOT, 'bench', 'baseline.json');
  let before = {};
  try {
    before = JSON.parse(readFileSync(path, 'utf8')).results;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  writeFileSync(
    path,
    `${JSON.stringify({ recorded: new Date().toISOString().slice(0, 10), machine: machine(), results: { ...before, ...results } }, null, 2)}\n`,
  );
}
