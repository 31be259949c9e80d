import { SaxesParser } from 'saxes';
import { CAPS } from './caps.ts';
import { CHARACTERS } from './characters.ts';
import { intakeError } from './errors.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** Without its prefix, as written. */
  readonly name: string;
  /** By name as written, the prefix of those that have one included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** The line of its start tag, from 1. */
  readonly line: number;
}

/** An XML text that may be parsed, and what was mended in it. */
export interface Mended {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Takes a document type that only names itself out (it is never fetched), and mends what feeds do most often: `&` that
 * begins nothing, control characters. Throws `ENT_INTAKE_DOCTYPE` for one with declarations of its own.
 */
export function mendXml(raw: string, format: string): Mended {
  const notes: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
  let text = raw.replace(/^\ufeff/, '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  if (text.length < raw.length - 1) notes.push('control characters taken out');
  if (/<!ENTITY|<!ELEMENT|<!ATTLIST|<!NOTATION/i.test(text))
    throw intakeError(
      'ENT_INTAKE_DOCTYPE',
      {},
      { place: placeAt(text, text.search(/<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)/i)) },
    );
  const at = text.search(/<!DOCTYPE/i);
  if (at >= 0) {
    const end = text.indexOf('>', at);
    const declared = end < 0 ? '' : text.slice(at, end + 1);
    if (end < 0 || declared.includes('['))
      throw intakeError('ENT_INTAKE_DOCTYPE', {}, { place: placeAt(text, at) });
    text = text.slice(0, at) + text.slice(end + 1);
    notes.push('its document type was not fetched');
  }
  if (countOf(text, '&') > CAPS.references)
    throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'references', cap: CAPS.references });
  const mended = ampersands(text);
  if (mended.count > 0) notes.push(`${format}: ${mended.count} "&" mended`);
  return { text: mended.text, notes };
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}

const BARE = /&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)/gi;
const NAMED = /&([A-Za-z][A-Za-z0-9]{1,31});/g;
const OWN = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Mends outside CDATA sections, where `&` is itself. */
function ampersands(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const mend = (part: string) =>
    part
      .replace(BARE, () => {
        count++;
        return '&amp;';
      })
      .replace(NAMED, (whole, name: string) => {
        if (OWN.has(name) || Object.hasOwn(CHARACTERS, name)) return whole;
        count++;
        return `&amp;${name};`;
      });
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<![CDATA[', at);
    if (open < 0) {
      parts.push(mend(text.slice(at)));
      break;
    }
    parts.push(mend(text.slice(at, open)));
    const close = text.indexOf(']]>', open);
    const end = close < 0 ? text.length : close + 3;
    parts.push(text.slice(open, end));
    at = end;
  }
  return { text: parts.join(''), count };
}

/**
 * Parses an XML text (see {@link mendXml}) to its root element. No entity is known but characters by name. Throws
 * `ENT_INTAKE_MALFORMED` and `ENT_INTAKE_TOO_LARGE` with line and column.
 */
export function parseXml(text: string, format: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  Object.assign(parser.ENTITIES, CHARACTERS);
  let root: XmlElement | null = null;
  const open: { element: XmlElement; children: (XmlElement | string)[] }[] = [];
  let elements = 0;
  const place = () => ({ line: parser.line, column: parser.column + 1 });
  parser.on('error', (error) => {
    const why = error.message.replace(/^\d+:\d+:\s*/, '').slice(0, 200);
    throw intakeError('ENT_INTAKE_MALFORMED', { format, why }, { place: place() });
  });
  parser.on('opentag', (tag) => {
    if (++elements > CAPS.elements)
      throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'elements', cap: CAPS.elements }, { place: place() });
    if (open.length >= CAPS.depth)
      throw intakeError(
        'ENT_INTAKE_TOO_LARGE',
        { what: 'elements inside each other', cap: CAPS.depth },
        { place: place() },
      );
    const children: (XmlElement | string)[] = [];
    const attributes = tag.attributes as Record<string, string>;
    const element = { name: tag.name.replace(/^.*:/, ''), attributes, children, line: parser.line };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({ element, children });
  });
  parser.on('closetag', () => void open.pop());
  const words = (text: string) => void open.at(-1)?.children.push(text);
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(text).close();
  if (root === null) throw intakeError('ENT_INTAKE_MALFORMED', { format, why: 'it has no element' });
  return root;
}

/** The name of the first element of an XML text, without its prefix, with its own attributes; `null` when it begins otherwise. */
export function rootOf(text: string): { readonly name: string; readonly head: string } | null {
  let at = 0;
  const head = text.slice(0, 20_000);
  for (;;) {
    const skipped = /^(?:\s|\ufeff)+/.exec(head.slice(at));
    at += skipped?.[0].length ?? 0;
    const rest = head.slice(at, at + 9);
    const close = closeOf(rest, head.slice(at, at + 2_000));
    if (close === null) break;
    const end = head.indexOf(close, at);
    if (end < 0) return null;
    at = end + close.length;
  }
  const match = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(head.slice(at, at + 200));
  if (match === null) return null;
  return { name: match[2] ?? '', head: head.slice(at, at + 2_000).replace(/>[\s\S]*$/, '') };
}

/** How what stands before the root element ends. */
function closeOf(start: string, more: string): string | null {
  if (start.startsWith('<?')) return '?>';
  if (start.startsWith('<!--')) return '-->';
  if (!/^<!doctype/i.test(start)) return null;
  return /^[^>]*\[/.test(more) ? ']>' : '>';
}

function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

/** All elements of that name directly inside. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The first element at the end of a path of names, or `null`. */
export function at(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let here = element;
  for (const name of path) here = childrenOf(here, name)[0] ?? null;
  return here;
}

/** All text inside an element, white space squeezed; `null` when there is none. */
export function textOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  const words = element.children
    .map((child) => (typeof child === 'string' ? child : ` ${textOf(child) ?? ''} `))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)])/g, '$1')
    .trim();
  return words === '' ? null : words;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li lead main nav ol p pre section table tbody td tfoot th thead tr ul block body.head body.content body.end tagline bibliography html abstract distributor byline dateline hedline note media'.split(
    ' ',
  ),
);

/** The paragraphs inside an element, in order, without those of elements that are left out. */
export function paragraphsOf(
  element: XmlElement | null,
  without: ReadonlySet<string> = new Set(),
): readonly string[] {
  const out: string[] = [];
  let line = '';
  const close = () => {
    const words = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (words !== '') out.push(words);
  };
  const walk = (node: XmlElement): void => {
    if (without.has(node.name)) return;
    const block = BLOCKS.has(node.name);
    if (block) close();
    if (node.name === 'br') line += ' ';
    for (const child of node.children) {
      if (typeof child === 'string') line += child;
      else walk(child);
    }
    if (block) close();
  };
  if (element !== null) walk(element);
  close();
  return out;
}

/** All elements below an element for which a test holds, outermost first; those inside a found one are not looked at. */
export function find(element: XmlElement, test: (one: XmlElement) => boolean): readonly XmlElement[] {
  if (test(element)) return [element];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, test)));
}
