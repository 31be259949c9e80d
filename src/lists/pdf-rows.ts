import type { PdfRun } from './pdf.ts';

/** A piece of one line that stands apart from the others on it. */
export interface PdfCell {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
}

/** Runs of one line lie this share of their size apart in height, at most. */
const SAME_LINE = 0.4;
/** Runs that lie further apart than this share of their size are in two cells. */
const APART = 0.9;

/** The cells of the lines of a page, from its top down and from left to right. */
export function cellsOf(page: readonly PdfRun[]): readonly PdfCell[] {
  const lines: PdfRun[][] = [];
  for (const run of [...page].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && first.y - run.y <= SAME_LINE * Math.max(first.size, 1))
      line.push(run);
    else lines.push([run]);
  }
  return lines.flatMap((line) => {
    const cells: PdfCell[] = [];
    for (const run of line.sort((a, b) => a.x - b.x)) {
      const last = cells.at(-1);
      const end = run.x + run.width;
      if (last !== undefined && run.x - last.end <= APART * Math.max(run.size, 1)) {
        const space =
          /\s$/.test(last.text) || /^\s/.test(run.text) || run.x - last.end > 0.15 * run.size ? ' ' : '';
        cells.splice(-1, 1, {
          ...last,
          text: `${last.text}${space}${run.text}`,
          end: Math.max(end, last.end),
        });
      } else cells.push({ text: run.text, x: run.x, y: run.y, end });
    }
    return cells.map((cell) => ({ ...cell, text: cell.text.replace(/\s+/g, ' ').trim() }));
  });
}

const ABOVE = 30;

/** A row of a table that numbers its rows: the cells that lie nearest to its number in height. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly PdfCell[];
}

const NUMBER = /^(\d{1,3})[.)]?$/;
const NUMBER_AND_TEXT = /^(\d{1,3})[.)]\s+(\S.*)$/;

/**
 * The rows of a page's table whose leftmost column numbers them, in the order of the page. A cell of several lines may be
 * centred beside its number, so a line belongs to the number that lies nearest to it, the upper one of two. What stands
 * above the first number by more than 30 points belongs to no row, and neither do cells that `isApart` knows: headers and
 * feet of pages.
 */
export function numberedRows(
  page: readonly PdfRun[],
  isApart: (text: string) => boolean,
): readonly NumberedRow[] {
  const cells = cellsOf(page)
    .filter(({ text }) => !isApart(text))
    .flatMap(apart);
  const numbers = cells.filter(({ text }) => NUMBER.test(text));
  const left = Math.min(...numbers.map(({ x }) => x));
  const starts = numbers.filter(({ x }) => x - left < 25);
  const rows = starts.map((start) => ({
    start,
    number: Number(NUMBER.exec(start.text)?.[1]),
    cells: [] as PdfCell[],
  }));
  for (const cell of cells) {
    if (starts.includes(cell) || NUMBER.test(cell.text)) continue;
    let nearest = rows[0];
    for (const row of rows) {
      if (nearest === undefined || Math.abs(row.start.y - cell.y) < Math.abs(nearest.start.y - cell.y))
        nearest = row;
    }
    if (nearest === undefined || cell.y - nearest.start.y > ABOVE) continue;
    nearest.cells.push(cell);
  }
  return rows.map(({ number, cells: own }) => ({ number, cells: own }));
}

/** `1. Quay Front` in one cell is a number and a text. */
function apart(cell: PdfCell): readonly PdfCell[] {
  const found = NUMBER_AND_TEXT.exec(cell.text);
  if (found === null) return [cell];
  const [, number = '', text = ''] = found;
  const middle = cell.x + ((cell.end - cell.x) * number.length) / cell.text.length;
  return [
    { ...cell, text: number, end: middle },
    { ...cell, text, x: middle },
  ];
}
