/** A feed of the Atom Syndication Format (RFC 4287). */
export interface AtomFeed {
  /** An IRI that never changes (RFC 4287, 4.2.6). */
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  readonly author: string;
  readonly entries: readonly AtomEntry[];
}

/** One entry of a feed. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly content: string;
  readonly categories: readonly string[];
}

/** Writes a feed. Everything from outside is escaped; characters that XML 1.0 does not have are left out. */
export function atom({ id, title, updated, author, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<feed xmlns="http://www.w3.org/2005/Atom">\n',
    element('  ', 'id', id),
    element('  ', 'title', title),
    element('  ', 'updated', updated),
    `  <author>\n${element('    ', 'name', author)}  </author>\n`,
    ...entries.map(entry),
    '</feed>\n',
  ].join('');
}

function entry({ id, title, updated, content, categories }: AtomEntry): string {
  return [
    '  <entry>\n',
    element('    ', 'id', id),
    element('    ', 'title', title),
    element('    ', 'updated', updated),
    ...categories.map((term) => `    <category term="${escaped(term)}"/>\n`),
    element('    ', 'content', content),
    '  </entry>\n',
  ].join('');
}

function element(indent: string, name: string, text: string): string {
  return `${indent}<${name}>${escaped(text)}</${name}>\n`;
}

function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out (XML 1.0, 2.2)
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
