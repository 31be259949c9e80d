import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, readCsv } from './csv.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './reading-for-test.ts';
import { sourceBytes } from './source-file.ts';

async function rowsOf(text: string, limits = LIMITS) {
  const rows: CsvRow[] = [];
  const marks: boolean[] = [];
  const onEndMark = (present: boolean) => marks.push(present);
  for await (const batch of readCsv(sourceBytes('f.csv', text), limits, { onEndMark })) rows.push(...batch);
  return { rows, marks };
}

describe('CSV', () => {
  it('has rows with their number and the line that they begin on', async () => {
    const { rows } = await rowsOf('\ufeffa,b\r\n\r\n"x\ny",2\r\nz,"say ""quay"""\r\n');
    expect(rows).toEqual([
      { cells: ['a', 'b'], row: 1, line: 1 },
      { cells: ['x\ny', '2'], row: 2, line: 3 },
      { cells: ['z', 'say "quay"'], row: 3, line: 5 },
    ]);
  });

  it('may end in a DOS end mark, which is no row', async () => {
    expect(await rowsOf('a\r\n\x1a')).toEqual({ rows: [{ cells: ['a'], row: 1, line: 1 }], marks: [true] });
    expect((await rowsOf('a\r\n')).marks).toEqual([false]);
    expect((await rowsOf('a\x1ab\n')).rows[0]?.cells).toEqual(['a\x1ab']);
  });

  it('is read back as it was written, in whatever pieces it comes', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Ö', ' ', ',', '"', '\n', "'", '-0-'),
      minLength: 1,
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const bytes = Buffer.from(text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const read: (readonly string[])[] = [];
        for await (const batch of readCsv({ name: 'f', open: () => pieces }, LIMITS)) {
          read.push(...batch.map(({ cells }) => cells));
        }
        expect(read).toEqual(rows);
      }),
    );
  });

  it.each([
    ['a quoted field that never ends', 'a,b\nc,"d\ne', 'f.csv:2 (row 2)', 'never ends'],
    ['a quote inside a field', 'a,b"c\n', 'f.csv:1 (row 1)', 'opening quote'],
    ['text after a quote', 'a,b\n"c"d,e\n', 'f.csv:2 (row 2)', 'closing quote'],
  ])('is refused for %s', async (_, text, place, words) => {
    const error = await refusal(rowsOf(text));
    expect(error.code).toBe('ENT_LIST_CSV');
    expect(error.message).toContain(place);
    expect(error.message).toContain(words);
  });

  it('keeps a character that takes two units, wherever a long text is cut', async () => {
    const cell = `x${'\u{1f310}'.repeat(50_000)}`;
    for (const before of ['', 'y']) {
      const { rows } = await rowsOf(`${before}${cell}\n`);
      expect(rows[0]?.cells[0]).toBe(`${before}${cell}`);
    }
  });

  it('is refused with blank lines without end, which cost as much as rows', async () => {
    const error = await refusal(rowsOf(`a,b\n${'\n'.repeat(1_001)}c,d\n`));
    expect(error.message).toContain('blank lines');
  });

  it('is refused beyond a cap on rows, or on the length of one', async () => {
    const many = await refusal(rowsOf('a\n'.repeat(9), { ...LIMITS, records: 5 }));
    const long = await refusal(rowsOf(`"${'a'.repeat(5000)}`, { ...LIMITS, text: 1000 }));
    expect([many.code, long.code]).toEqual(['ENT_LIST_TOO_LARGE', 'ENT_LIST_TOO_LARGE']);
    expect([many.message.includes('5 records'), long.message.includes('1000 characters in a row')]).toEqual([
      true,
      true,
    ]);
  });
});
