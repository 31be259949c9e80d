/** What stands in rows on a page: of a table, of a list, or cards; one within another belongs to the outer one. */
const ROW = 'tr, li, .mantine-Card-root';

/** The first link of each row of the page, in order. */
function linksOfRows(): readonly HTMLElement[] {
  const rows = new Map<Element, HTMLElement>();
  for (const link of document.querySelectorAll<HTMLElement>('main a[href]')) {
    let row: Element | null = null;
    for (let at = link.closest(ROW); at !== null; at = at.parentElement?.closest(ROW) ?? null) row = at;
    if (row !== null && !rows.has(row) && link.checkVisibility()) rows.set(row, link);
  }
  return [...rows.values()];
}

/** Moves the focus to the row after or before the one that has it; to the first or last where none has. */
export function moveAmongRows(step: 1 | -1): void {
  const links = linksOfRows();
  const focused = document.activeElement?.closest(ROW);
  const at = links.findIndex((link) => focused?.contains(link));
  const next = at < 0 ? links.at(step > 0 ? 0 : -1) : links[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Opens what is looked at: the row that a page has chosen, else the one that has the focus. */
export function openRow(): void {
  const chosen = document.querySelector<HTMLElement>('main [data-chosen] a[href]');
  const focused = document.activeElement?.closest<HTMLElement>('main a[href]');
  (chosen ?? focused)?.click();
}
