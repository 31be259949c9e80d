import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Runs a script as a developer who has installed the package would write it. */
function node(script: string) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
}

describe('a developer who embeds a room', () => {
  it('compares and finds names with entente/names alone', () => {
    const { stdout, stderr } = node(`
      import { NameIndex, searchNames } from 'entente/names';
      const index = new NameIndex([{ id: 7, text: 'Azure River Front', schema: 'Organization', kind: 'primary', strength: 'unstated' }]);
      console.log(JSON.stringify(searchNames(index, 'Azur River Front').map((hit) => hit.id)));`);
    expect({ stdout, stderr }).toEqual({ stdout: '[7]\n', stderr: '' });
  });

  it('streams a list with entente/lists alone, with no store', () => {
    const { stdout, stderr } = node(`
      import { listReader, LISTS } from 'entente/lists';
      console.log(LISTS.some((reader) => reader.info.id === 'un-sc'), listReader('us-ofac-sdn').info.parts[0]);`);
    expect({ stdout, stderr }).toEqual({ stdout: 'true sdn\n', stderr: '' });
  });
});
