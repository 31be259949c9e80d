import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';

/** A table of a page. Texts have their white space squeezed. */
export interface HtmlTable {
  /** The last thousand characters of the text between it and the table before, or the page's beginning. */
  readonly before: string;
  /** The texts of the cells of its own rows; a table inside a cell is a table by itself. */
  readonly rows: readonly (readonly string[])[];
}

/** A run of text that stands apart on a page: a paragraph, a heading, an item of a list, a cell. */
export interface HtmlBlock {
  /** The element that it stands in, in capitals: `P`, `H2`, `LI`, `TD`. */
  readonly element: string;
  /** Its text, white space squeezed; never empty. */
  readonly text: string;
}

/** A page, as its tables and as its running text; what stands in a cell is in both. */
export interface HtmlPage {
  readonly tables: readonly HtmlTable[];
  readonly blocks: readonly HtmlBlock[];
  /** SHA-256 of the file's inflated bytes, in hex. */
  readonly sha256: string;
}

/** A page is held whole in memory. The largest that a publisher of a list has is below one mebibyte. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Large pages have some thousands. */
const MOST_ELEMENTS = 40_000;
/** The parser's time grows with the square of the depth. Tags that a page leaves open count too. */
const DEEPEST = 6_000;
/** The parser calls itself with every word of an attribute. Pages with pictures in their tags have some thousands of characters. */
const LONGEST_TAG = 128 * 1024;
/** The longest cells and paragraphs of lists, some dozen names of an organisation, have a few thousand. */
const LONGEST_TEXT = 128 * 1024;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const LONGEST_BEFORE = 1_000;

/** The Official Journal of the Union writes an XML declaration before its pages. */
const HTML = /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:!doctype html|html)\b/i;
const HTML_END = /<\/html\s*>/i;
/** Some publishers' servers write comments behind the end of the page. */
const LAST = 2_000;
const UNSHOWN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const APART = new Set('ADDRESS BR CAPTION DIV DD DT H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION UL'.split(' '));

/** What is used of a node of the Document Object Model. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly parentNode: Node | null;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * Reads an HTML page. Nothing in it is run or fetched. Throws `ENT_LIST_OTHER` for what is no HTML,
 * `ENT_LIST_HTML` for a page cut short, `ENT_LIST_EMPTY`, `ENT_LIST_TOO_LARGE`, and what {@link readText} throws.
 */
export async function readPage(list: string, file: SourceFile, limits: Limits): Promise<HtmlPage> {
  const place = { file: file.name };
  const capped = { ...limits, bytes: Math.min(limits.bytes, MOST_BYTES) };
  const pieces: string[] = [];
  let sha256 = '';
  const onEnd = (digest: string) => {
    sha256 = digest;
  };
  for await (const text of readText(file, capped, onEnd)) pieces.push(text);
  const page = pieces.join('');
  if (page.trim() === '') throw listsError('ENT_LIST_EMPTY', {}, { place });
  if (!HTML.test(page)) throw listsError('ENT_LIST_OTHER', { list, why: 'it is no HTML page' }, { place });
  if (!HTML_END.test(page.slice(-LAST))) throw listsError('ENT_LIST_HTML', {}, { place });
  if ((page.match(/<[a-z]/gi)?.length ?? 0) > MOST_ELEMENTS) {
    throw listsError('ENT_LIST_TOO_LARGE', { what: 'elements', cap: MOST_ELEMENTS }, { place });
  }
  if (depthOf(page) > DEEPEST) {
    throw listsError('ENT_LIST_TOO_LARGE', { what: 'elements inside each other', cap: DEEPEST }, { place });
  }
  if (longestTag(page) > LONGEST_TAG) {
    throw listsError('ENT_LIST_TOO_LARGE', { what: 'characters in a tag', cap: LONGEST_TAG }, { place });
  }
  // Few lists come as pages, and the others need not wait for the parser to load. Its types want a browser's.
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(page) as unknown as {
    readonly document: { readonly documentElement: Node | null };
  };
  const root = document.documentElement;
  if (root === null) return { tables: [], blocks: [], sha256 };
  const blocks = blocksOf(root);
  if (blocks.some(({ text }) => text.length > LONGEST_TEXT)) {
    throw listsError(
      'ENT_LIST_TOO_LARGE',
      { what: 'characters in a cell or paragraph', cap: LONGEST_TEXT },
      { place },
    );
  }
  return { tables: tablesOf(root), blocks, sha256 };
}

/** How many elements are open at the deepest place of a page, at most. */
function depthOf(page: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, close, name = ''] of page.matchAll(TAG)) {
    if (VOID.test(name)) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** How many characters stand between the beginning of a tag and the next sign that could end it, at most. */
function longestTag(page: string): number {
  let longest = 0;
  for (let from = page.indexOf('<'); from >= 0; from = page.indexOf('<', from + 1)) {
    if (!/[a-z]/i.test(page.charAt(from + 1))) continue;
    const end = page.indexOf('>', from);
    longest = Math.max(longest, (end < 0 ? page.length : end) - from);
    if (end < 0) break;
    from = end;
  }
  return longest;
}

function blocksOf(root: Node): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const open: string[] = [];
  let written = '';
  const close = () => {
    const text = squeezed(written);
    written = '';
    if (text !== '') blocks.push({ element: open.at(-1) ?? 'BODY', text });
  };
  walk(root, {
    text: (text) => {
      written += text;
    },
    enter: (name) => {
      if (name === 'BR') written += ' ';
      if (!BLOCKS.has(name)) return;
      close();
      open.push(name);
    },
    leave: (name) => {
      if (!BLOCKS.has(name)) return;
      close();
      open.pop();
    },
  });
  close();
  return blocks;
}

interface OpenTable {
  readonly before: string;
  readonly rows: string[][];
  cell: string | null;
}

function tablesOf(root: Node): readonly HtmlTable[] {
  const all: OpenTable[] = [];
  const open: OpenTable[] = [];
  let between = '';
  const write = (text: string) => {
    const table = open.at(-1);
    if (table === undefined) between += text;
    else if (table.cell !== null) table.cell += text;
  };
  walk(root, {
    text: write,
    enter: (name) => {
      const table = open.at(-1);
      if (name === 'TABLE') {
        const made = { before: squeezed(between).slice(-LONGEST_BEFORE), rows: [], cell: null };
        between = '';
        all.push(made);
        open.push(made);
      } else if (name === 'TR') table?.rows.push([]);
      else if ((name === 'TD' || name === 'TH') && table !== undefined) table.cell = '';
      else if (APART.has(name)) write(' ');
    },
    leave: (name) => {
      const table = open.at(-1);
      if (name === 'TABLE') open.pop();
      else if ((name === 'TD' || name === 'TH') && table !== undefined && table.cell !== null) {
        table.rows.at(-1)?.push(squeezed(table.cell));
        table.cell = null;
      } else if (APART.has(name)) write(' ');
    },
  });
  return all.map(({ before, rows }) => ({ before, rows }));
}

/** Goes through a tree without calling itself, however deep it is. */
function walk(
  root: Node,
  on: {
    readonly text: (text: string) => void;
    readonly enter: (name: string) => void;
    readonly leave: (name: string) => void;
  },
): void {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const shown = node.nodeType === ELEMENT && !UNSHOWN.has(node.nodeName);
    if (node.nodeType === TEXT) on.text(node.textContent ?? '');
    if (shown) on.enter(node.nodeName);
    if (shown && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (shown) on.leave(node.nodeName);
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null) on.leave(node.nodeName);
    }
    node = node?.nextSibling ?? null;
  }
}

function squeezed(text: string): string {
  // Single spaces are as they should be; a page has a hundred thousand of them.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}
