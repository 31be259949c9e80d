import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from './blocks.ts';
import { CAPS } from './caps.ts';
import { intakeError } from './errors.ts';

/** An element's own facts, for metadata. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** White space squeezed, at most 2,000 characters. */
  readonly text: string;
}

/** A page: what it says of itself, its article and its whole running text. */
export interface HtmlPage {
  readonly language: string | null;
  readonly title: string | null;
  readonly metas: readonly PageElement[];
  readonly links: readonly PageElement[];
  /** Elements that carry a time or a property of schema.org. */
  readonly marked: readonly PageElement[];
  /** The texts of `script type=application/ld+json`. */
  readonly data: readonly string[];
  readonly headings: readonly string[];
  /** What Readability takes for the article; empty when it finds none. */
  readonly article: readonly Block[];
  /** Why Readability gave the page up, where it did; the whole page is read then. */
  readonly articleFault: string | null;
  readonly whole: readonly Block[];
}

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly parentNode: Node | null;
}
interface Element extends Node {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly remove: () => void;
  readonly getAttribute: (name: string) => string | null;
}
interface Document {
  readonly documentElement: Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}

const ELEMENT = 1;
const TEXT = 3;
const UNSHOWN = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD SVG MATH IFRAME OBJECT BUTTON SELECT FORM TEXTAREA CANVAS AUDIO VIDEO'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TIME TR UL'.split(
    ' ',
  ),
);
const APART = new Set(['NAV', 'FOOTER', 'ASIDE', 'FIGURE', 'FIGCAPTION', 'CAPTION']);
/** Elements that HTML closes by itself, which therefore do not nest. */
const SELF_CLOSING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option|tbody|thead)$/i;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
const MOST = 400;

/**
 * Reads a page. Nothing in it is run or fetched. Throws `ENT_INTAKE_TOO_LARGE`.
 */
export function readHtml(text: string): HtmlPage {
  const elements = counted(text);
  const document = documentOf(
    /<html[\s>]/i.test(text) ? text : wrapped(text.replace(/<!doctype[^>]*>/i, '')),
  );
  const all = (selector: string) => [...document.querySelectorAll(selector)].slice(0, MOST).map(elementOf);
  const root = document.documentElement;
  const page = {
    language: root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? null,
    title: all('head > title')[0]?.text ?? all('title')[0]?.text ?? null,
    metas: all('meta'),
    links: all('link[rel]'),
    marked: all('time[datetime], [itemprop]'),
    data: [...document.querySelectorAll('script[type="application/ld+json"]')]
      .slice(0, 20)
      .map(({ textContent }) => (textContent ?? '').slice(0, 500_000)),
    headings: all('h1').map((heading) => heading.text),
    whole: root === null ? [] : blocksOf(root),
  };
  return { ...page, ...articleOf(document, elements) };
}

/** The blocks of a piece of HTML, as feeds and wire messages carry it. Throws `ENT_INTAKE_TOO_LARGE`. */
export function readFragment(text: string): readonly Block[] {
  counted(text);
  const root = documentOf(wrapped(text)).documentElement;
  return root === null ? [] : blocksOf(root);
}

/** Readability changes the tree that it works on, so it goes last. */
function articleOf(document: Document, elements: number): Pick<HtmlPage, 'article' | 'articleFault'> {
  if (elements > CAPS.articleElements) return { article: [], articleFault: 'too many elements' };
  if (document.documentElement === null) return { article: [], articleFault: 'no elements' };
  // What it has been read for already, or is never shown, only costs time.
  for (const element of document.querySelectorAll('meta, link, script, style, noscript, template, svg'))
    element.remove();
  const reader = new Readability<Node | null>(document as never, {
    serializer: (node) => node as unknown as Node,
    disableJSONLD: true,
    maxElemsToParse: CAPS.elements,
  });
  try {
    const content = reader.parse()?.content ?? null;
    return { article: content === null ? [] : blocksOf(content), articleFault: null };
  } catch (error) {
    // On trees that no article has, it runs into elements that it took for granted.
    if (error instanceof TypeError) return { article: [], articleFault: error.message.slice(0, 100) };
    throw error;
  }
}

/** A piece of a page, or a page that leaves out what HTML lets it leave out, as the parser wants it. */
function wrapped(text: string): string {
  return `<html><head></head><body>${text}</body></html>`;
}

function documentOf(text: string): Document {
  return parseHTML(text).document as unknown as Document;
}

/** How many elements a page has. Throws `ENT_INTAKE_TOO_LARGE` for too many, or too deep. */
function counted(text: string): number {
  let [depth, elements] = [0, 0];
  for (const match of text.matchAll(TAG)) {
    const [, close, name = ''] = match;
    if (close === '' && ++elements > CAPS.elements)
      throw intakeError(
        'ENT_INTAKE_TOO_LARGE',
        { what: 'elements', cap: CAPS.elements },
        { place: placeAt(text, match.index) },
      );
    if (SELF_CLOSING.test(name)) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > CAPS.htmlDepth)
      throw intakeError(
        'ENT_INTAKE_TOO_LARGE',
        { what: 'elements inside each other', cap: CAPS.htmlDepth },
        { place: placeAt(text, match.index) },
      );
  }
  return elements;
}

function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

function elementOf(element: Element): PageElement {
  const attributes = Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name.toLowerCase(), value.slice(0, 4_000)]),
  );
  return {
    name: element.nodeName.toLowerCase(),
    attributes,
    text: (element.textContent ?? '').slice(0, 4_000).replace(/\s+/g, ' ').trim().slice(0, 2_000),
  };
}

/** The blocks below a node, gone through without recursion, however deep it is. */
function blocksOf(root: Node): readonly Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let [written, letters, linked, links, apart] = ['', 0, 0, 0, 0];
  const close = () => {
    const text = written.replace(/\s+/g, ' ').trim();
    if (text !== '')
      blocks.push({
        element: (open.at(-1) ?? 'BODY').toLowerCase(),
        text,
        apart: apart > 0,
        linked: letters === 0 ? 0 : linked / letters,
      });
    [written, letters, linked] = ['', 0, 0];
  };
  const enter = (name: string) => {
    if (name === 'BR') written += '\n';
    if (name === 'A') links++;
    if (!BLOCKS.has(name)) return;
    close();
    open.push(name);
    if (APART.has(name)) apart++;
  };
  const leave = (name: string) => {
    if (name === 'A') links--;
    if (!BLOCKS.has(name)) return;
    close();
    open.pop();
    if (APART.has(name)) apart--;
  };
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const shown = node.nodeType === ELEMENT && !UNSHOWN.has(node.nodeName.toUpperCase());
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? '';
      written += text;
      const count = text.replace(/\s+/g, '').length;
      letters += count;
      if (links > 0) linked += count;
    }
    const name = node.nodeName.toUpperCase();
    if (shown) {
      // Two breaks in a row are how many pages part their paragraphs.
      if (name === 'BR' && /\n\s*$/.test(written)) close();
      enter(name);
    }
    if (shown && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (shown) leave(name);
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null) leave(node.nodeName.toUpperCase());
    }
    node = node?.nextSibling ?? null;
  }
  close();
  return blocks;
}
