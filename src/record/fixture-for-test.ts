import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The sound fixture record. */
export const SOUND = join(FIXTURES, 'sound');

/** The sound fixture record in a folder of its own, with files added or put in place of others. */
export async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    cpSync(SOUND, folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One fixture file with what its first line, a comment, says to expect of it. */
export interface FixtureCase {
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

/** The files of a fixture folder, each beginning with `# expect: …`. */
export function fixtureCases(folder: string): readonly FixtureCase[] {
  return readdirSync(join(FIXTURES, folder)).map((name) => {
    const text = readFileSync(join(FIXTURES, folder, name), 'utf8');
    const expected = /^# expect: (.*)$/m.exec(text)?.[1];
    if (expected === undefined) throw new Error(`${name} does not say what to expect`);
    return { name, text, expected };
  });
}
