import { EntError } from '../kernel/index.ts';
import { field } from './canonical.ts';
import { plainEntities } from './characters.ts';
import { dateFound } from './dates.ts';
import { isObject, type JsonObject, listOf, parseJson } from './json.ts';
import type { ReceivedDate, VersionSignal } from './received.ts';

/** What a page's schema.org data says of its article (https://schema.org/NewsArticle). */
export interface StructuredData {
  readonly headline: string | null;
  readonly body: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** `sourceOrganization`, `provider`, `creditText`, `isBasedOn`: whom the words are from. */
  readonly sources: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
  readonly dates: readonly (ReceivedDate | null)[];
  readonly signals: readonly (VersionSignal | null)[];
  readonly version: string | null;
  readonly notes: readonly string[];
}

const ARTICLE = /(?:Article|Posting|Report|PressRelease)$/;
const MOST_NODES = 2_000;
const DATES = [
  ['datePublished', 'published'],
  ['dateModified', 'updated'],
  ['dateCreated', 'created'],
] as const;

/** Reads the texts of a page's `application/ld+json` scripts. One that is broken is told in a note and left. */
export function readStructuredData(texts: readonly string[]): StructuredData {
  const notes: string[] = [];
  const nodes: JsonObject[] = [];
  for (const text of texts) {
    try {
      // Publishers print line ends inside strings.
      collect(parseJson(text.replace(/[\n\r\t]+/g, ' '), 'JSON-LD'), nodes);
    } catch (error) {
      if (!(error instanceof EntError)) throw error;
      notes.push('its JSON-LD could not be read');
    }
  }
  const typed = nodes.map((node) => ({ node, types: listOf(node['@type']).map(String) }));
  const articles = typed.filter(({ types }) => types.some((type) => ARTICLE.test(type)));
  const article = articles[0]?.node ?? {};
  const dated = articles.length > 0 ? articles : typed.filter(({ types }) => types.includes('WebPage'));
  const dates = dated.flatMap(({ node, types }) =>
    DATES.map(([name, kind]) => dateFound(kind, node[name], `json-ld ${types[0] ?? 'node'}.${name}`)),
  );
  const publisher = nodes.find(
    (node) => node.name !== undefined && idOf(node) !== null && idOf(node) === idOf(article.publisher),
  );
  return {
    headline: words(article.headline) ?? words(article.name),
    body: typeof article.articleBody === 'string' ? article.articleBody : null,
    publisher: nameOf(article.publisher) ?? nameOf(publisher),
    authors: listOf(article.author).flatMap((author) => namesOf(author, nodes)),
    sources: [article.sourceOrganization, article.provider, article.creditText, article.isBasedOn]
      .flatMap(listOf)
      .flatMap((source) => namesOf(source, nodes)),
    language: nameOf(article.inLanguage),
    url: words(article.url) ?? idOf(article.mainEntityOfPage) ?? words(article.mainEntityOfPage),
    dates,
    signals: [
      article.correction === undefined ? null : 'correction',
      /withdrawn|retracted|canceled/i.test(String(words(article.creativeWorkStatus))) ? 'kill' : null,
    ],
    version: words(article.version),
    notes: [
      ...notes,
      ...(article.isAccessibleForFree === false || /^false$/i.test(String(article.isAccessibleForFree))
        ? ['the publisher says that the whole is for subscribers']
        : []),
    ],
  };
}

function collect(value: unknown, nodes: JsonObject[]): void {
  if (nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) for (const one of value) collect(one, nodes);
  else if (isObject(value)) {
    nodes.push(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@graph' || key === 'mainEntity' || key === 'publisher') collect(inner, nodes);
    }
  }
}

function words(value: unknown): string | null {
  const text = field(listOf(value)[0]);
  return text === null ? null : field(plainEntities(text));
}

function idOf(value: unknown): string | null {
  return isObject(value) ? words(value['@id']) : null;
}

function nameOf(value: unknown): string | null {
  const [first] = listOf(value);
  return isObject(first) ? words(first.name) : words(first);
}

function namesOf(value: unknown, nodes: readonly JsonObject[]): readonly string[] {
  const id = idOf(value);
  const meant =
    isObject(value) && value.name === undefined && id !== null
      ? nodes.find((node) => node['@id'] === id)
      : value;
  return (isObject(meant) ? listOf(meant.name) : listOf(meant)).map(words).filter((name) => name !== null);
}
