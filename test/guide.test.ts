import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SAMPLE = join(ROOT, 'samples/dialogue-2025-08-13.txt');
const GUIDE = readFileSync(join(ROOT, 'docs/guide/first-hour.md'), 'utf8');

/** The lines of the guide's code blocks, in order. */
const COMMANDS = [...GUIDE.matchAll(/^```\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
  (block ?? '').split('\n').filter((line) => line !== ''),
);

/** A line's words as a shell has them, of the part that runs `entente`. */
function wordsOf(line: string): readonly string[] {
  const command = line.split('|').at(-1)?.trim() ?? '';
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

describe('the first hour', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk({ stdin: readFileSync(SAMPLE, 'utf8') });
  });
  afterEach(() => at.close());

  it('runs as it is printed, from its first command to its last', async () => {
    const list = join(at.folder, 'consolidated.xml');
    writeFileSync(list, unList([{ reference: 'QDe.132', name: 'TEHRIK-E TALIBAN PAKISTAN (TTP)' }]));
    const files: Record<string, string> = {
      'consolidated.xml': list,
      'samples/dialogue-2025-08-13.txt': SAMPLE,
    };
    const codes: [string, number][] = [];
    for (const line of COMMANDS) {
      const [program, ...words] = wordsOf(line);
      expect(program, line).toBe('entente');
      const { code, out, err } = await at.entente(...words.map((word) => files[word] ?? word));
      expect(out, `${line}: ${err}`).not.toBe('');
      codes.push([line, code]);
    }
    expect(codes.length).toBeGreaterThan(15);
    // The guide says of the first run over a watch list that it finds something new.
    expect(codes.filter(([, code]) => code !== 0)).toEqual([['entente watch run', 1]]);
  }, 120_000);
});
