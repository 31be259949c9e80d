import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receiveAll } from './receive.ts';
import type { ReceiveHints } from './received.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const CASES = readdirSync(FOLDER).sort();
/** `ENTENTE_WRITE_EXPECTED=1` writes what is read as expected; look at the difference before keeping it. */
const WRITE = process.env.ENTENTE_WRITE_EXPECTED === '1';

/** What a host would have said of the input, where the case has it. */
function hintsOf(folder: string): ReceiveHints {
  const path = join(folder, 'hints.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReceiveHints) : {};
}

describe('a document in a publisher’s format', () => {
  it.each(CASES)('%s is read as expected', async (name) => {
    const folder = join(FOLDER, name);
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
    const delivery = await receiveAll(readFileSync(join(folder, input)), { name: input, ...hintsOf(folder) });
    const expected = join(folder, 'expected.json');
    if (WRITE) writeFileSync(expected, `${JSON.stringify(delivery, null, 2)}\n`);
    expect(delivery).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
