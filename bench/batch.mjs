// `screenBatch` over the invented people: rows a second by threads, and the same file with and without a kind.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadFiles } from '../dist/app/index.js';
import { screenBatch } from '../dist/screening/index.js';
import { Store } from '../dist/store/index.js';
import { DATA, inFolder, machine, OFAC_SET, ROOT, UN_FILE } from './harness.mjs';
import { writeTables } from './names-tables.mjs';

const lines = (name) =>
  gunzipSync(readFileSync(join(DATA, 'names', name)))
    .toString('utf8')
    .trimEnd()
    .split('\n');

function run() {
  if (OFAC_SET() === undefined) return { leftOut: 'the official lists are not here' };
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    for (const { list, observed, files } of [OFAC_SET(), UN_FILE()]) {
      await loadFiles(store, list, files, { observed, now: () => new Date() });
    }
    const [heading, ...global] = lines('negatives_global.csv.gz');
    const people = [...global, ...lines('negatives_us.csv.gz').slice(1)];
    const inputs = {
      'with type': [`${heading},type`, ...people.map((row) => `${row},person`)],
      'name alone': [heading, ...people],
    };
    const table = {};
    for (const [what, rows] of Object.entries(inputs)) {
      const input = join(folder, 'in.csv');
      const output = join(folder, 'out.jsonl');
      writeFileSync(input, `${rows.join('\n')}\n`);
      for (const workers of [0, availableParallelism()]) {
        rmSync(output, { force: true });
        const before = process.cpuUsage();
        const scope = { clocks: { asOf: null, knownAt: null }, lists: null };
        const report = await screenBatch(store, { input, output, scope, workers });
        const { user, system } = process.cpuUsage(before);
        const cpuS = (user + system) / 1e6;
        table[`${what}, ${workers === 0 ? 'this thread' : `${workers} threads`}`] = {
          rows: report.rows,
          seconds: report.seconds,
          rowsPerSecond: Math.round(report.rows / report.seconds),
          // What other work on the machine does not change.
          cpuMsARow: Math.round((cpuS / report.rows) * 1e6) / 1000,
        };
      }
    }
    await store.close();
    return table;
  });
}

const results = await run();
console.dir(results);
if (process.argv.includes('--record')) {
  const path = join(ROOT, 'bench', 'batch-baseline.json');
  const recorded = new Date().toISOString().slice(0, 10);
  writeFileSync(path, `${JSON.stringify({ recorded, machine: machine(), results }, null, 2)}\n`);
  writeTables();
}
