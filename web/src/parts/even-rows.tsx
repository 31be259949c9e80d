import { memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import classes from './even-rows.module.css';

/** Rows are brought in and taken out by so many at once, so that most frames of a scroll change nothing. */
const STEP = 4;
/** So many rows beyond those in sight are in the page, above and below. */
const BEYOND = 12;
/** The most that the box takes of the window's height, as in its style. */
const SHARE = 0.7;

/**
 * A table of very many rows of one height: each stands at its own place and is laid out and painted by itself, so
 * that one that comes into sight moves no other. `columns` are widths as for a grid of CSS. A table for readers of
 * the screen too: the roles are spelt out, since a browser forgets them with the layout.
 */
export function EvenRows<Row>({
  rows,
  keyOf,
  head,
  cells,
  height,
  columns,
  minWidth,
}: {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** `th` elements with the role `columnheader`. */
  readonly head: ReactNode;
  /** `td` elements with the role `cell`; the same function for as long as it gives the same. */
  readonly cells: (row: Row) => ReactNode;
  readonly height: number;
  readonly columns: string;
  readonly minWidth: number;
}) {
  const box = useRef<HTMLElement>(null);
  const [first, setFirst] = useState(0);
  const look = useCallback(() => {
    const step = height * STEP;
    setFirst(Math.floor((box.current?.scrollTop ?? 0) / step) * STEP);
  }, [height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other rows the box may have scrolled by itself
  useEffect(look, [rows, look]);
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(rows.length, first + STEP + BEYOND + Math.ceil((window.innerHeight * SHARE) / height));
  return (
    <section ref={box} tabIndex={0} aria-label={`${rows.length}`} className={classes.box} onScroll={look}>
      <table
        // biome-ignore lint/a11y/noRedundantRoles: its layout is not that of a table
        role="table"
        aria-rowcount={rows.length}
        className={classes.table}
        style={{ minInlineSize: minWidth }}
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup" className={classes.head}>
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row" className={classes.columns} style={{ gridTemplateColumns: columns }}>
            {head}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup" className={classes.body} style={{ blockSize: rows.length * height }}>
          {rows.slice(from, to).map((row, at) => (
            <EvenRow
              key={keyOf(row)}
              row={row}
              index={from + at}
              cells={cells as (row: unknown) => ReactNode}
              height={height}
              columns={columns}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A row among many: drawn once for as long as it stays in sight. */
const EvenRow = memo(function EvenRow({
  row,
  index,
  cells,
  height,
  columns,
}: {
  readonly row: unknown;
  readonly index: number;
  readonly cells: (row: unknown) => ReactNode;
  readonly height: number;
  readonly columns: string;
}) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see the table
      role="row"
      aria-rowindex={index + 1}
      className={classes.row}
      style={{ insetBlockStart: index * height, blockSize: height, gridTemplateColumns: columns }}
    >
      {cells(row)}
    </tr>
  );
});
