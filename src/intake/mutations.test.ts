import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntError } from '../kernel/index.ts';
import { receiveAll } from './receive.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const INPUTS = readdirSync(FOLDER).map((name) => {
  const input = readdirSync(join(FOLDER, name)).find((file) => file.startsWith('input.')) ?? '';
  return { name, bytes: new Uint8Array(readFileSync(join(FOLDER, name, input))) };
});
/** A PDF is read in a thread of its own, which takes its time to start. */
const runsOf = (name: string) => ({ numRuns: name.startsWith('pdf-') ? 4 : 15 });
const TOKENS = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\u0000',
  '\u202e',
  '{',
  '}',
  '[',
  '<p>'.repeat(50),
  'x'.repeat(5_000),
].map((text) => new TextEncoder().encode(text));

/** What became of an input: a reading that holds together, or a refusal of ours. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { items } = await receiveAll(bytes, { name: 'x' });
    for (const { text, headline, trailers } of items) {
      expect(text).not.toMatch(/\r|[\u202a-\u202e]/);
      expect(() => encodeURIComponent(text)).not.toThrow();
      if (headline !== null) expect(headline).not.toContain('\n');
      for (const trailer of trailers) expect(text).toContain(trailer);
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof EntError)) throw error;
    expect(error.code).toMatch(/^ENT_INTAKE_/);
    expect(error.message).toMatch(/^x/);
    return 'refused';
  }
}

describe('damaged input', () => {
  it.each(INPUTS)('$name: cut anywhere, it is read or refused by name', async ({ name, bytes }) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (length) => {
        expect(await outcome(bytes.subarray(0, length))).toMatch(/read|refused/);
      }),
      runsOf(name),
    );
  });

  it.each(INPUTS)(
    '$name: with bytes flipped and pieces put in, it is read or refused by name',
    async ({ name, bytes }) => {
      const edit = fc.record({
        at: fc.nat(bytes.length - 1),
        piece: fc.oneof(fc.constantFrom(...TOKENS), fc.uint8Array({ minLength: 1, maxLength: 4 })),
        takes: fc.nat(3),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
          let now: Uint8Array = bytes;
          for (const { at, piece, takes } of edits)
            now = Buffer.concat([now.subarray(0, at), piece, now.subarray(at + takes)]);
          expect(await outcome(now)).toMatch(/read|refused/);
        }),
        runsOf(name),
      );
    },
  );
});
