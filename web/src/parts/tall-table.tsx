import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useCallback, useRef } from 'react';
import classes from './tall-table.module.css';

/** From this many rows on only those in sight are in the page. */
const VIRTUAL_FROM = 500;
/** A row's height before it has been measured, in pixels. */
const USUAL_HEIGHT = 44;
const estimateSize = () => USUAL_HEIGHT;

/**
 * A real table of any length. Up to 500 rows all are in the page, so that finding and printing work; beyond that
 * only the rows in sight are, and the table says how many there are. For a hundred thousand rows of one height there
 * is `EvenRows`.
 */
export function TallTable<Row>({
  rows,
  keyOf,
  head,
  cells,
  minWidth = 560,
}: {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly head: ReactNode;
  readonly cells: (row: Row) => ReactNode;
  readonly minWidth?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = rows.length >= VIRTUAL_FROM;
  // One function for as long as the rows are the same: for another, all places would be worked out again.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    [rows, keyOf],
  );
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize,
    overscan: 12,
    useFlushSync: false,
    getItemKey,
  });
  if (!virtual) {
    return (
      <Table.ScrollContainer minWidth={minWidth}>
        <Table striped>
          <Table.Thead>{head}</Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={keyOf(row)}>{cells(row)}</Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    );
  }
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section ref={box} tabIndex={0} aria-label={`${rows.length}`} className={classes.box}>
      <Table stickyHeader aria-rowcount={rows.length} miw={minWidth}>
        <Table.Thead>{head}</Table.Thead>
        <Table.Tbody>
          <tr style={{ blockSize: before }} />
          {items.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <RowInSight
                key={key}
                row={row}
                index={index}
                cells={cells as (row: unknown) => ReactNode}
                measure={virtualizer.measureElement}
              />
            );
          })}
          <tr style={{ blockSize: after }} />
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** A row among many: drawn once for as long as it stays in sight. */
const RowInSight = memo(function RowInSight({
  row,
  index,
  cells,
  measure,
}: {
  readonly row: unknown;
  readonly index: number;
  readonly cells: (row: unknown) => ReactNode;
  readonly measure: Ref<HTMLTableRowElement>;
}) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 1} className={classes.row}>
      {cells(row)}
    </tr>
  );
});
