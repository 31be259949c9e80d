import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unList } from './support/un-list.ts';

const DIST = resolve(import.meta.dirname, '../dist');
const ENTENTE = join(DIST, 'cli/main.js');
/** A room as it was built, so that both sides of a comparison are of one build. */
const built = (room: string) => import(pathToFileURL(join(DIST, room, 'index.js')).href);
const ROWS = 1500;

/** The built program, whose batch works in threads: only compiled code can start them on this Node. */
describe('a batch in threads', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const args = (output: string) => [
    ...[ENTENTE, 'screen', '--input', at('in.csv'), '--output', at(output)],
    ...['--store', at('record.db')],
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-threads-'));
    const entries = Array.from({ length: 200 }, (_, i) => ({
      reference: `QDe.${100 + i}`,
      name: `INVENTED FRONT OF ${String.fromCharCode(65 + (i % 26))}ANDORRA ${i}`,
      aliases: [{ name: `Front ${i}` }],
    }));
    writeFileSync(at('un.xml'), unList(entries));
    const load = ['load', 'un-sc', at('un.xml'), '--observed', '2026-01-01', '--store', at('record.db')];
    const { status, stderr } = spawnSync(process.execPath, [ENTENTE, ...load], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const rows = Array.from({ length: ROWS }, (_, i) =>
      i % 100 === 7
        ? `,r${i}`
        : `Invented Front of ${String.fromCharCode(65 + (i % 26))}andora ${i % 250},r${i}`,
    );
    writeFileSync(at('in.csv'), `name,id\n${rows.join('\n')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the bytes that one thread writes, bad rows among them', async () => {
    const { stderr, status } = spawnSync(process.execPath, args('threads.jsonl'), { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const { screenBatch } = (await built('screening')) as typeof import('../src/screening/index.ts');
    const { Store } = (await built('store')) as typeof import('../src/store/index.ts');
    const store = await Store.open(at('record.db'), { mustExist: true });
    const scope = { clocks: { asOf: null, knownAt: null }, lists: null };
    const report = await screenBatch(store, {
      input: at('in.csv'),
      output: at('alone.jsonl'),
      scope,
      options: { limit: 10 },
      workers: 0,
    });
    await store.close();
    expect(report).toMatchObject({ rows: ROWS, counts: { bad: 15 } });
    expect(report.counts.match).toBeGreaterThan(100);
    expect(readFileSync(at('threads.jsonl'), 'utf8')).toBe(readFileSync(at('alone.jsonl'), 'utf8'));
  });

  it('is taken up where it was killed, no row lost or doubled', async () => {
    const child = spawn(process.execPath, args('killed.jsonl'), { stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    const written = () => statSync(at('killed.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
    while (written() < 50_000 && child.exitCode === null) {
      await new Promise((later) => setTimeout(later, 2));
    }
    child.kill('SIGKILL');
    await ended;
    // Half a line is what a kill in the midst of a write leaves.
    appendFileSync(at('killed.jsonl'), '{"row":');
    const { status, stderr } = spawnSync(process.execPath, args('killed.jsonl'), { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const rows = readFileSync(at('killed.jsonl'), 'utf8').trimEnd().split('\n').slice(1);
    expect(rows.map((line) => JSON.parse(line).row)).toEqual(Array.from({ length: ROWS }, (_, i) => i + 1));
  });
});
