import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { refusal } from './reading-for-test.ts';
import { sourceBytes } from './source-file.ts';
import { workbook } from './workbook-for-test.ts';
import { readSheets } from './xlsx.ts';
import { unzipped, zipped } from './zip.ts';

const read = (bytes: Uint8Array) => readSheets('au-dfat', sourceBytes('a.xlsx', bytes), LIMITS);
const CAPS = { entries: 100, bytes: 2 ** 26 };

/** The workbook with a part of it written anew. */
function changed(name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipped(workbook({ One: [['a', 1]] }), CAPS);
  return zipped(
    [...parts].map(([part, content]) =>
      part === name ? [part, Buffer.from(change(Buffer.from(content).toString('utf8')))] : [part, content],
    ),
    true,
  );
}

describe('a workbook', () => {
  it('is read sheet by sheet, cells as the texts that they show', async () => {
    const day = new Date(Date.UTC(2026, 7, 22));
    const sheets = await read(
      workbook({
        One: [
          ['a <&> "b"', 7, true, day],
          [null, ' c '],
        ],
        Two: [['ד', 'ا', '日', null]],
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(sheets[0]?.rows).toEqual([
      ['a <&> "b"', '7', 'TRUE', '2026-08-22'],
      ['', ' c ', '', ''],
    ]);
    expect(sheets[1]?.rows[0]?.slice(0, 3)).toEqual(['ד', 'ا', '日']);
  });

  it('that inflates beyond the cap is refused before it is parsed', async () => {
    const bomb = zipped([['xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024)]], true);
    expect(bomb.length).toBeLessThan(300_000);
    const error = await refusal(read(bomb));
    expect(error.code).toBe('ENT_LIST_TOO_LARGE');
  });

  it.each(['ZZ9999999', 'B4000000', 'ABC1', '&#90;ZZZ1', ''])(
    'with a cell at "%s" is refused',
    async (address) => {
      const error = await refusal(
        read(changed('xl/worksheets/sheet1.xml', (text) => text.replace('r="B1"', `r="${address}"`))),
      );
      expect(['ENT_LIST_TOO_LARGE', 'ENT_LIST_XLSX']).toContain(error.code);
    },
  );

  it('with a text longer than a cell can be is refused before it is parsed', async () => {
    const error = await refusal(read(workbook({ One: [['A'.repeat(2 ** 20)]] })));
    expect(error.code).toBe('ENT_LIST_TOO_LARGE');
  });

  it('is refused in our words when a part is missing, broken or no part of a workbook', async () => {
    const whole = workbook({ One: [['a']] });
    const parts = [...unzipped(whole, CAPS)];
    for (const bytes of [
      whole.slice(0, 200),
      zipped(parts.filter(([name]) => name !== 'xl/workbook.xml')),
      zipped([['a.txt', Buffer.from('a')]]),
      changed('xl/worksheets/sheet1.xml', () => '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v>'),
    ]) {
      expect(await refusal(read(bytes)).catch(() => null)).toMatchObject({ code: 'ENT_LIST_XLSX' });
    }
    expect((await refusal(read(Buffer.from('PK no')))).code).toBe('ENT_LIST_OTHER');
    expect((await refusal(read(new Uint8Array()))).code).toBe('ENT_LIST_EMPTY');
  });
});
