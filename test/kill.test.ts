import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Store } from '../src/store/index.ts';
import { unList } from './support/un-list.ts';

const ENTENTE = resolve(import.meta.dirname, '../dist/cli/main.js');
const KILLS = 100;
const ENTRIES = 1500;
const COMMITTEES = ['QD', 'KP', 'IQ', 'LY', 'TA', 'SO', 'CF', 'YE'];

/** Each version renames a fifth of the groups and adds one. */
function version(number: number): string {
  return unList(
    Array.from({ length: ENTRIES + number }, (_, i) => ({
      reference: `${COMMITTEES[i % COMMITTEES.length]}e.${100 + Math.floor(i / COMMITTEES.length)}`,
      name: (i + number) % 5 === 0 ? `INVENTED FRONT ${i} OF VERSION ${number}` : `INVENTED FRONT ${i}`,
      aliases: [{ name: `Front ${i}` }],
    })),
  );
}

describe('a load that is killed', () => {
  it(`leaves the store as it was, ${KILLS} times at random points`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
    const store = join(folder, 'record.db');
    const file = join(folder, 'un.xml');
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    const args = (n: number) => [ENTENTE, 'load', 'un-sc', file, '--observed', day(n), '--store', store];
    const whole = (n: number) => {
      writeFileSync(file, version(n));
      const from = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args(n), { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return performance.now() - from;
    };
    whole(0);
    let took = whole(1);
    let next = 2;
    let killed = 0;
    let tries = 0;
    while (killed < KILLS && tries < KILLS * 4) {
      tries += 1;
      writeFileSync(file, version(next));
      const child = spawn(process.execPath, args(next), { stdio: 'ignore' });
      const delay = took * (0.25 + 0.75 * Math.random());
      const from = performance.now();
      const signal = await new Promise<NodeJS.Signals | null>((done) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), delay);
        child.on('exit', (_code, by) => {
          clearTimeout(timer);
          done(by);
        });
      });
      if (signal === 'SIGKILL') killed += 1;
      else took = performance.now() - from;
      const after = await Store.open(store, { mustExist: true });
      const held = (await after.lists()).find((list) => list.id === 'un-sc')?.snapshots.length;
      const records = (await after.names({ asOf: null, knownAt: null })).filter(
        (row) => row.kind === 'primary',
      ).length;
      // The last of a killed load may have been its commit: then the whole snapshot is there.
      const loaded = held === next + 1;
      expect({ held, records }).toEqual({
        held: loaded ? next + 1 : next,
        records: ENTRIES + (loaded ? next : next - 1),
      });
      if (killed % 10 === 0) expect((await after.verify()).faults).toEqual([]);
      await after.close();
      if (loaded) next += 1;
    }
    expect(killed).toBe(KILLS);
    const last = await Store.open(store);
    expect((await last.verify()).faults).toEqual([]);
    await last.close();
    rmSync(folder, { recursive: true });
  }, 400_000);
});
