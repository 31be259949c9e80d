/** Lines at the head or foot of three pages or more, but for their figures. */
export function runningLines(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const shown = lines.filter((line) => line !== '');
    for (const line of new Set([...shown.slice(0, 2), ...shown.slice(-2)].map(shape)))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set(
    [...counts]
      .filter(([line, count]) => /\p{L}/u.test(line) && count >= 3 && count * 2 > pages.length)
      .map(([line]) => line),
  );
}

/** A line but for its figures: running heads differ by the page's number. */
export function shape(line: string): string {
  return line.replace(/\d+/g, '0');
}

/** A line that is shorter than this share of the longest ends its paragraph, if it ends a sentence. */
const SHORT = 0.85;

/** Lines put together to paragraphs; an empty one parts them, and a word that was parted at a line's end is joined. */
export function paragraphsOf(lines: readonly string[]): readonly string[] {
  const widest = Math.max(1, ...lines.map(({ length }) => length));
  const out: string[] = [];
  let held = '';
  const close = () => {
    if (held !== '') out.push(held);
    held = '';
  };
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      close();
      continue;
    }
    held =
      held === ''
        ? line
        : /\p{Ll}-$/u.test(held) && /^\p{Ll}/u.test(line)
          ? held.slice(0, -1) + line
          : `${held} ${line}`;
    const short = line.length < widest * SHORT;
    const next = lines[index + 1] ?? '';
    if (short && (/[.!?:"”]$/.test(line) || (line.length < widest * 0.6 && /^\p{Lu}/u.test(next)))) close();
  }
  close();
  return out;
}

/** ISO 32000-1, 7.9.4: `D:20250813124800+05'30'`. */
export function pdfDate(raw: unknown): string | null {
  const match =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?/.exec(
      String(raw ?? ''),
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zulu, zone, minutes] = match;
  if (month === undefined || day === undefined) return year ?? null;
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`;
  const offset = zulu ?? (zone === undefined ? '' : `${zone}:${minutes ?? '00'}`);
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
}
