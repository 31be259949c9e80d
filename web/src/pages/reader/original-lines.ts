/** A stretch of an original: words, or the markup between them (tags, comments, scripts). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly markup: boolean;
}

/** Formats whose text stands between tags. */
const TAGGED: readonly string[] = ['html', 'rss', 'rdf', 'atom', 'newsml-g2', 'nitf'];
/** Elements whose content is no text for readers. */
const SILENT = /^<(script|style|noscript|template|svg)\b/i;
/** Elements that do not end a line. */
const INLINE =
  /^<(?:!|\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|nobr|q|s|script|small|span|strong|style|sub|sup|time|u|wbr)\b)/i;

/** Cuts an original into words and markup, in one pass; a text without tags is words throughout. */
export function stretchesOf(text: string, format: string): readonly Stretch[] {
  if (!TAGGED.includes(format)) return [{ start: 0, end: text.length, markup: false }];
  const found: Stretch[] = [];
  let from = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open)) {
    if (!/[A-Za-z/!?]/.test(text[open + 1] ?? '')) {
      open += 1;
      continue;
    }
    const end = endOfMarkup(text, open);
    if (open > from) found.push({ start: from, end: open, markup: false });
    found.push({ start: open, end, markup: true });
    from = end;
    open = end;
  }
  if (from < text.length) found.push({ start: from, end: text.length, markup: false });
  return found;
}

/** Where the tag, comment, CDATA mark or silent element ends that begins at `open`; at the text's end if nowhere. */
function endOfMarkup(text: string, open: number): number {
  const after = (mark: string, at: number) => {
    const place = text.indexOf(mark, at);
    return place < 0 ? text.length : place + mark.length;
  };
  if (text.startsWith('<!--', open)) return after('-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return open + 9;
  const silent = SILENT.exec(text.slice(open, open + 12))?.[1];
  if (silent === undefined) return after('>', open + 1);
  const close = new RegExp(`</${silent}`, 'gi');
  close.lastIndex = open;
  const place = close.exec(text)?.index;
  return place === undefined ? text.length : after('>', place);
}

/** A line of an original as a person reads it: the stretches of words on it. */
export type OriginalLine = readonly Stretch[];

/** The lines with words on them: broken at line ends, or, between tags, at those that begin a paragraph or a box. */
export function linesOf(text: string, stretches: readonly Stretch[]): readonly OriginalLine[] {
  const tagged = stretches.some(({ markup }) => markup);
  const lines: Stretch[][] = [[]];
  for (const stretch of stretches) {
    if (stretch.markup) {
      if (!INLINE.test(text.slice(stretch.start, stretch.start + 12))) lines.push([]);
      continue;
    }
    if (tagged) {
      lines.at(-1)?.push(stretch);
      continue;
    }
    let start = stretch.start;
    for (const line of text.slice(stretch.start, stretch.end).split('\n')) {
      lines.push([{ start, end: start + line.length, markup: false }]);
      start += line.length + 1;
    }
  }
  return lines.filter((line) => line.some(({ start, end }) => text.slice(start, end).trim() !== ''));
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
    nbsp: ' ',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    middot: '·',
    bull: '•',
    copy: '©',
    laquo: '«',
    raquo: '»',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
  }),
);

/** Words of a tagged text with their references resolved: `&rsquo;` as ’. What is no character is left as it stands. */
export function withoutReferences(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, ...found) => {
    const [decimal, hex, name] = found as readonly (string | undefined)[];
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const inText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    // Marks of direction would let a page reorder what stands around its words (UAX 9).
    return inText && !/[\p{Cc}\p{Cf}]/u.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : whole;
  });
}
