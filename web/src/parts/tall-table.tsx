import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

/** From this many rows on only those in sight are in the page. */
const VIRTUAL_FROM = 500;
/** A row's height before it has been measured, in pixels. */
const USUAL_HEIGHT = 44;

/**
 * A real table of any length. Up to 500 rows all are in the page, so that finding and printing work; beyond that
 * only the rows in sight are, and the table says how many there are. Rows that are all of one height, given in
 * pixels, are never measured: a hundred thousand of them scroll as ten do.
 */
export function TallTable<Row>({
  rows,
  keyOf,
  head,
  cells,
  minWidth = 560,
  rowHeight,
}: {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly head: ReactNode;
  readonly cells: (row: Row) => ReactNode;
  readonly minWidth?: number;
  readonly rowHeight?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = rows.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight ?? USUAL_HEIGHT,
    overscan: 12,
    useFlushSync: false,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const style = rowHeight === undefined ? undefined : { blockSize: rowHeight };
  if (!virtual) {
    return (
      <Table.ScrollContainer minWidth={minWidth}>
        <Table striped>
          <Table.Thead>{head}</Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={keyOf(row)} style={style}>
                {cells(row)}
              </Table.Tr>
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
      style={{ position: 'relative', maxBlockSize: '70vh', overflow: 'auto' }}
    >
      <Table stickyHeader aria-rowcount={rows.length} miw={minWidth}>
        <Table.Thead>{head}</Table.Thead>
        <Table.Tbody>
          <tr style={{ blockSize: before }} />
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <tr
                key={item.key}
                data-index={item.index}
                ref={rowHeight === undefined ? virtualizer.measureElement : undefined}
                aria-rowindex={item.index + 1}
                style={{ ...style, borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}
              >
                {cells(row)}
              </tr>
            );
          })}
          <tr style={{ blockSize: after }} />
        </Table.Tbody>
      </Table>
    </section>
  );
}
