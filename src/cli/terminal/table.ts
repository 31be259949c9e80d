import stringWidth from 'string-width';
import type { Io } from './io.ts';

/** Lays rows out in columns that are as wide as their widest cell. Cells are never cut: a name is shown whole. */
export function table(io: Io, rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  const room = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  // On a narrow terminal the columns would break anywhere; a block a row reads better.
  if (io.terminal.out && room > io.terminal.columns + SLACK)
    return rows.map((row) => `${row.filter((cell) => cell !== '').join('\n    ')}\n`).join('');
  return rows
    .map((row) => {
      const cells = row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - stringWidth(cell)));
      return `${cells.join(GAP).trimEnd()}\n`;
    })
    .join('');
}

const GAP = '  ';
/** A terminal that is a little too narrow wraps the last column, which is still readable. */
const SLACK = 30;
