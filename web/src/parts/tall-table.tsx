import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

/** From this many rows on only those in sight are in the page. */
const VIRTUAL_FROM = 500;

/**
 * A real table of any length. Up to 500 rows all are in the page, so that finding and printing work; beyond that
 * only the rows in sight are, and the table says how many there are.
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
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => 44,
    overscan: 12,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
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
    <section
      ref={box}
      tabIndex={0}
      aria-label={`${rows.length}`}
      style={{ maxBlockSize: '70vh', overflow: 'auto' }}
    >
      <Table stickyHeader aria-rowcount={rows.length} miw={minWidth}>
        <Table.Thead>{head}</Table.Thead>
        <Table.Tbody>
          <tr style={{ blockSize: before }} />
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <Table.Tr
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                aria-rowindex={item.index + 1}
              >
                {cells(row)}
              </Table.Tr>
            );
          })}
          <tr style={{ blockSize: after }} />
        </Table.Tbody>
      </Table>
    </section>
  );
}
