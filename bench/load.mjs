// Reading and loading one snapshot: wall time, peak memory, rows a second.
import { join } from 'node:path';
import { loadFiles } from '../dist/app/index.js';
import { listReader, sourceFile } from '../dist/lists/index.js';
import { Store } from '../dist/store/index.js';
import { inFolder, inProcesses, OFAC_SET, peakMiB, seconds, UN_FILE } from './harness.mjs';

const inputs = { ofac: OFAC_SET, un: UN_FILE };

async function parse(input) {
  const from = performance.now();
  const snapshot = await listReader(input.list).open(input.files.map((path) => sourceFile(path)));
  let records = 0;
  let statements = 0;
  for await (const batch of snapshot.records()) {
    records += batch.length;
    for (const record of batch) statements += record.statements.length;
  }
  return { wallS: seconds(from), records, statements, peakMiB: peakMiB() };
}

async function load(input) {
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    const from = performance.now();
    const report = await loadFiles(store, input.list, input.files, {
      observed: input.observed,
      now: () => new Date(),
    });
    const wallS = seconds(from);
    await store.close();
    const rows = report.parts.reduce((sum, part) => sum + part.records, 0);
    return { wallS, records: rows, recordsPerS: Math.round(rows / wallS), peakMiB: peakMiB() };
  });
}

export function run() {
  if (OFAC_SET() === undefined) return { leftOut: 'the official lists are not here' };
  return Object.fromEntries(
    ['parse-ofac', 'load-ofac', 'parse-un', 'load-un'].map((task) => [
      task,
      inProcesses(import.meta.url, task),
    ]),
  );
}

const task = process.argv[2];
if (task !== undefined && import.meta.url.endsWith('load.mjs') && /^(parse|load)-/.test(task)) {
  const [what, which] = task.split('-');
  console.log(JSON.stringify(await (what === 'parse' ? parse : load)(inputs[which]())));
}
