import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { EntError, type Place } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';

/** An element of a record: its own text, and the elements inside it. */
export interface XmlElement {
  readonly name: string;
  /** The text directly inside, as printed; empty for an element that holds elements. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** The line of its start tag, from 1. */
  readonly line: number;
  /** Its attributes, where the format names any for it. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/**
 * What an element may hold: text; elements by name, attributes by name after an `@`, and text beside them when
 * `#text` is there; or, for one that is known and not read, anything. All else is refused, so that a format that
 * has grown is noticed.
 */
export type XmlGrammar = 'text' | 'unread' | { readonly [element: string]: XmlGrammar };

/** An XML format of a list. */
export interface XmlFormat {
  /** The list that refusals name. */
  readonly list: string;
  readonly root: string;
  /** The namespaces that the root may declare as its default; `null` is none. */
  readonly namespaces: readonly (string | null)[];
  /** What the root holds. */
  readonly content: { readonly [element: string]: XmlGrammar };
  /** The elements that are handed out whole, one at a time. */
  readonly records: ReadonlySet<string>;
}

/** What a caller is told on the way. */
export interface XmlOptions {
  readonly onRoot?: (attributes: Readonly<Record<string, string>>) => void;
  /** Called once at the end with the SHA-256 of the file. */
  readonly onEnd?: (sha256: string) => void;
}

/**
 * The record elements of a file in batches, in file order. No document type or entity declaration is accepted.
 * Throws `ENT_LIST_XML`, `ENT_LIST_DOCTYPE`, `ENT_LIST_OTHER`, `ENT_LIST_FIELD` and `ENT_LIST_TOO_LARGE` with
 * line and column, and what {@link readText} throws.
 */
export async function* readXml(
  file: SourceFile,
  limits: Limits,
  format: XmlFormat,
  options: XmlOptions = {},
): AsyncGenerator<readonly XmlElement[], void, undefined> {
  const builder = new Builder(file, limits, format, options);
  let begun = false;
  let tail = '';
  let sinceTag = 0;
  for await (const text of readText(file, limits, options.onEnd)) {
    if (!builder.started) {
      const start = text.trimStart();
      if (!begun && start !== '' && !start.startsWith('<')) {
        const detail = { list: format.list, why: 'it is no XML' };
        throw listsError('ENT_LIST_OTHER', detail, { place: { file: file.name } });
      }
      begun ||= start !== '';
      // The parser would take in a whole document type before it tells of it.
      tail += text;
      if (/<!DOCTYPE/i.test(tail)) throw listsError('ENT_LIST_DOCTYPE', {}, { place: builder.place() });
      tail = tail.slice(-'<!DOCTYPE'.length);
    }
    const tag = text.lastIndexOf('<');
    sinceTag = tag < 0 ? sinceTag + text.length : text.length - tag;
    if (sinceTag > limits.text) throw builder.tooLong();
    const batch = builder.write(text);
    if (batch.length > 0) yield batch;
  }
  if (!begun) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  builder.close();
}

interface Open {
  readonly name: string;
  readonly grammar: XmlGrammar;
  readonly line: number;
  readonly children: XmlElement[];
  readonly attributes: Readonly<Record<string, string>> | undefined;
  text: string;
}

/** Turns the parser's events into elements and checks them against the format. It lives as long as a parse. */
class Builder {
  readonly #file: SourceFile;
  readonly #limits: Limits;
  readonly #format: XmlFormat;
  readonly #options: XmlOptions;
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #open: Open[] = [];
  #ready: XmlElement[] = [];
  #started = false;
  #records = 0;
  #tagLine = 1;

  constructor(file: SourceFile, limits: Limits, format: XmlFormat, options: XmlOptions) {
    this.#file = file;
    this.#limits = limits;
    this.#format = format;
    this.#options = options;
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw this.#malformed(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''), error);
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding === undefined || /^(?:utf-8|us-ascii)$/i.test(encoding)) return;
      throw listsError('ENT_LIST_ENCODING', { why: `it declares ${encoding}` }, { place: this.place() });
    });
    parser.on('doctype', () => {
      throw listsError('ENT_LIST_DOCTYPE', {}, { place: this.place() });
    });
    parser.on('opentagstart', () => {
      this.#tagLine = parser.line;
    });
    parser.on('opentag', (tag) => this.#onOpen(tag));
    parser.on('text', (text) => this.#onText(text));
    parser.on('cdata', (text) => this.#onText(text));
    parser.on('closetag', () => this.#onClose());
  }

  /** Whether the root element has begun. */
  get started(): boolean {
    return this.#started;
  }

  /** Parses on; gives the record elements that this completed. */
  write(text: string): readonly XmlElement[] {
    this.#guarded(() => this.#parser.write(text));
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  close(): void {
    this.#guarded(() => this.#parser.close());
  }

  place(path?: string): Place {
    const { line, column } = this.#parser;
    return { file: this.#file.name, line, column: column + 1, ...(path === undefined ? {} : { path }) };
  }

  tooLong(): EntError {
    const cap = this.#limits.text;
    return listsError('ENT_LIST_TOO_LARGE', { what: 'characters in a text', cap }, { place: this.place() });
  }

  #guarded(parse: () => unknown): void {
    try {
      parse();
    } catch (cause) {
      if (cause instanceof EntError) throw cause;
      throw this.#malformed('the parser gave up', cause);
    }
  }

  #malformed(why: string, cause?: unknown): EntError {
    return listsError('ENT_LIST_XML', { why }, { place: this.place(), cause });
  }

  #onOpen(tag: SaxesTagPlain): void {
    this.#started = true;
    const line = this.#tagLine;
    const parent = this.#open.at(-1);
    if (this.#open.length >= this.#limits.depth) {
      const detail = { what: 'elements inside each other', cap: this.#limits.depth };
      throw listsError('ENT_LIST_TOO_LARGE', detail, { place: this.place() });
    }
    const grammar = parent === undefined ? this.#rootGrammar(tag) : this.#grammarIn(parent, tag.name);
    const attributes =
      parent === undefined || grammar === 'unread' ? undefined : this.#knownAttributes(tag, grammar);
    this.#open.push({ name: tag.name, grammar, line, children: [], attributes, text: '' });
  }

  #onText(text: string): void {
    const open = this.#open.at(-1);
    if (open === undefined || open.grammar === 'unread') return;
    if (open.grammar === 'text' || Object.hasOwn(open.grammar, '#text')) {
      open.text += text;
      if (open.text.length > this.#limits.text) throw this.tooLong();
    } else if (/\S/.test(text)) {
      throw this.#malformed(`text inside ${open.name}, where only elements stand`);
    }
  }

  #onClose(): void {
    const closed = this.#open.pop();
    if (closed === undefined || closed.grammar === 'unread') return;
    const { name, text, children, line, attributes } = closed;
    const element = { name, text, children, line, attributes };
    if (this.#format.records.has(name)) {
      this.#records += 1;
      if (this.#records > this.#limits.records) {
        const detail = { what: 'records', cap: this.#limits.records };
        throw listsError('ENT_LIST_TOO_LARGE', detail, { place: this.place() });
      }
      this.#ready.push(element);
      return;
    }
    // Only inside a record is an element kept; the root and the groups below it just pass.
    if (this.#open.some((open) => this.#format.records.has(open.name))) {
      this.#open.at(-1)?.children.push(element);
    }
  }

  #rootGrammar(tag: SaxesTagPlain): XmlGrammar {
    const namespace = tag.attributes.xmlns ?? null;
    const { list, root, namespaces, content } = this.#format;
    if (tag.name !== root || !namespaces.includes(namespace)) {
      const found = namespace === null ? `<${tag.name}>` : `<${tag.name} xmlns="${namespace}">`;
      throw listsError('ENT_LIST_OTHER', { list, why: `it begins with ${found}` }, { place: this.place() });
    }
    this.#options.onRoot?.(tag.attributes);
    return content;
  }

  #grammarIn(parent: Open, name: string): XmlGrammar {
    const { grammar } = parent;
    if (grammar === 'unread') return 'unread';
    const known = grammar === 'text' || !Object.hasOwn(grammar, name) ? undefined : grammar[name];
    if (known === undefined) throw this.#unknown(`element <${name}>`);
    return known;
  }

  /** The attributes that the format names, if there are any; throws for others. */
  #knownAttributes(tag: SaxesTagPlain, grammar: XmlGrammar): Readonly<Record<string, string>> | undefined {
    let known: Record<string, string> | undefined;
    for (const name in tag.attributes) {
      if (typeof grammar === 'object' && Object.hasOwn(grammar, `@${name}`)) {
        known ??= {};
        known[name] = tag.attributes[name] ?? '';
      } else if (!/^xmlns(?::|$)|^xsi:/.test(name)) {
        throw this.#unknown(`attribute ${name} of <${tag.name}>`);
      }
    }
    return known;
  }

  #unknown(field: string): EntError {
    const path = this.#open.map((open) => open.name).join('/');
    return listsError('ENT_LIST_FIELD', { field }, { place: this.place(path) });
  }
}

/** A grammar of elements that hold text and nothing else. */
export function textElements(...names: readonly string[]): { readonly [element: string]: XmlGrammar } {
  return Object.fromEntries(names.map((name) => [name, 'text' as const]));
}

/** A grammar of attributes, to be spread beside the elements of the same element. */
export function attributes(...names: readonly string[]): { readonly [element: string]: XmlGrammar } {
  return Object.fromEntries(names.map((name) => [`@${name}`, 'text' as const]));
}

/** The first child of that name, or `undefined`. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** All elements at the end of a path of names below an element. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => childrenOf(one, name)),
    [element],
  );
}
