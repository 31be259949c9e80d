// `entente screen` of one name as a person runs it: from a cold start, process and all, over about 30,000 names.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadFiles } from '../dist/app/index.js';
import { Store } from '../dist/store/index.js';
import { inFolder, median, OFAC_SET, ROOT, UN_FILE } from './harness.mjs';

export function run() {
  if (OFAC_SET() === undefined) return { leftOut: 'the official lists are not here' };
  return inFolder(async (folder) => {
    const path = join(folder, 'record.db');
    const store = await Store.open(path);
    for (const { list, observed, files } of [OFAC_SET(), UN_FILE()])
      await loadFiles(store, list, files, { observed, now: () => new Date() });
    await store.close();
    const times = [];
    let names = 0;
    for (let i = 0; i < 8; i += 1) {
      const from = performance.now();
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'dist/cli/main.js'), 'screen', 'Tehreek e Taleban Pakistan', '--json', '--store', path],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(stderr);
      names = JSON.parse(stdout).searched.names;
      if (i > 0) times.push(performance.now() - from);
    }
    return { coldStart: { names, wallMs: Math.round(median(times)) } };
  });
}
