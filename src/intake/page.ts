import { wordTable } from '../kernel/index.ts';
import { absolute, hostOf, siteOf } from './address.ts';
import type { Block } from './blocks.ts';
import { field } from './canonical.ts';
import { plainEntities } from './characters.ts';
import { clean } from './clean.ts';
import { compose, languageTag, sameWords } from './compose.ts';
import { dateFound, dateInUrl, stampsIn } from './dates.ts';
import { type HtmlPage, type PageElement, readHtml } from './html.ts';
import type { FoundFeed, Received, ReceivedDate, ReceiveHints } from './received.ts';
import { readStructuredData } from './structured-data.ts';
import { whoOf } from './who.ts';

/** Metadata that names a date, by what it means. Sources: Open Graph, Dublin Core, and what publishers print. */
const META_DATES = wordTable<ReceivedDate['kind']>({
  'article:published_time': 'published',
  'article:modified_time': 'updated',
  'og:published_time': 'published',
  'og:updated_time': 'updated',
  'og:pubdate': 'published',
  pubdate: 'published',
  publishdate: 'published',
  publish_date: 'published',
  'publish-date': 'published',
  publication_date: 'published',
  date: 'published',
  'dc.date': 'published',
  'dc.date.issued': 'published',
  'dcterms.created': 'created',
  'dcterms.date': 'published',
  'dcterms.issued': 'published',
  'dcterms.modified': 'updated',
  'dc.date.modified': 'updated',
  'parsely-pub-date': 'published',
  'sailthru.date': 'published',
  'last-modified': 'updated',
  lastmod: 'updated',
  'last-updated': 'updated',
});
const MARKED_DATES = wordTable<ReceivedDate['kind']>({
  datepublished: 'published',
  datemodified: 'updated',
  datecreated: 'created',
});
const FEED_TYPES =
  /^application\/(?:rss|atom|rdf)\+xml$|^application\/feed\+json$|^application\/(?:json|xml)$|^text\/xml$/i;
/** With less than so many characters a page has no article. */
const LEAST = 140;

/** A page as one document, and the feeds that it points to. Throws `ENT_INTAKE_EMPTY`, `ENT_INTAKE_TOO_LARGE`. */
export function readPage(
  text: string,
  hints: ReceiveHints,
  notes: readonly string[],
): { readonly document: Received | null; readonly feeds: readonly FoundFeed[] } {
  const page = readHtml(text);
  const base = baseOf(page, hints.url ?? null);
  const feeds = feedsOf(page, base);
  return { document: documentOf(page, base, notes), feeds };
}

function documentOf(page: HtmlPage, base: string | null, given: readonly string[]): Received | null {
  const data = readStructuredData(page.data);
  const meta = (...names: readonly string[]) => metaOf(page.metas, names);
  const site =
    data.publisher ?? meta('og:site_name', 'application-name', 'dc.publisher', 'article:publisher');
  const publisher = site === null || /^https?:/i.test(site) ? hostOf(base) : site;
  const og = meta('og:title', 'twitter:title', 'dc.title');
  const headline = withoutSite(data.headline ?? og ?? page.headings[0] ?? page.title, publisher);
  const notes = [...given, ...data.notes];
  if (data.headline !== null && og !== null && !sameWords(withoutSite(og, publisher) ?? '', headline ?? ''))
    notes.push(`og:title differs: ${og.slice(0, 200)}`);
  const article = clean(page.article, headline);
  const whole = clean(page.whole, headline);
  let paragraphs = lengthOf(article.paragraphs) >= LEAST ? article.paragraphs : whole.paragraphs;
  const stated = data.body === null ? [] : clean(linesOf(data.body), headline).paragraphs;
  // A page that is filled in by scripts has its words in its data alone.
  if (lengthOf(stated) > 2 * lengthOf(article.paragraphs)) {
    paragraphs = stated;
    notes.push('the words are those of its JSON-LD articleBody');
  } else {
    // Trailers stand under the article, often outside of what is taken for it.
    if (paragraphs === whole.paragraphs)
      notes.push(
        `no article was told apart${page.articleFault === null ? '' : ` (${page.articleFault})`}; the whole page was read`,
      );
    paragraphs = [...paragraphs, ...whole.trailers.filter((one) => !paragraphs.includes(one))];
  }
  notes.push(...article.left);
  const visible = [...whole.stamps, ...article.stamps].flatMap((line) => stampsIn(line, 'page stamp'));
  const canonical = canonicalOf(page, data.url, base, notes);
  const authors = data.authors.length > 0 ? data.authors : authorsOf(page, article.bylines, whole.bylines);
  if (paragraphs.length === 0 && headline === null) return null;
  return compose({
    format: 'html',
    headline,
    paragraphs,
    ...whoOf({
      publisher,
      authors,
      sources: [...data.sources, meta('dc.source', 'article:source', 'source', 'syndication-source')],
    }),
    url: canonical,
    guid: null,
    language: languageTag(data.language) ?? languageTag(page.language) ?? languageTag(meta('og:locale')),
    dates: [
      ...data.dates,
      ...metaDates(page),
      ...markedDates(page),
      ...visible,
      ...[canonical ?? base].map((url) => (url === null ? null : dateInUrl(url))),
    ],
    signals: data.signals,
    version: data.version,
    notes,
  });
}

function linesOf(text: string): readonly Block[] {
  return plainEntities(text)
    .split(/\n+|(?<=[.!?]["”]?)\s{2,}/)
    .map((line) => ({ element: 'p', text: line, apart: false, linked: 0 }));
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, one) => sum + one.length, 0);
}

function metaOf(metas: readonly PageElement[], names: readonly string[]): string | null {
  for (const name of names) {
    const found = metas.find(({ attributes }) => nameOf(attributes) === name);
    const words = found === undefined ? null : field(plainEntities(found.attributes.content ?? ''));
    if (words !== null) return words;
  }
  return null;
}

function nameOf(attributes: Readonly<Record<string, string>>): string {
  return (attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'] ?? '')
    .toLowerCase()
    .trim();
}

function metaDates({ metas }: HtmlPage): readonly (ReceivedDate | null)[] {
  return metas.map(({ attributes }) => {
    const name = nameOf(attributes);
    const kind = META_DATES[name] ?? MARKED_DATES[name];
    return kind === undefined ? null : dateFound(kind, attributes.content, `meta ${name}`);
  });
}

/** Dates of `itemprop` elements, and of the page's `time` elements that say that they are its own. */
function markedDates({ marked }: HtmlPage): readonly (ReceivedDate | null)[] {
  return marked
    .filter(({ name }) => name !== 'meta')
    .map(({ name, attributes, text }) => {
      const kind = MARKED_DATES[(attributes.itemprop ?? '').toLowerCase()];
      const value = attributes.datetime ?? attributes.content ?? text;
      if (kind !== undefined) return dateFound(kind, value, `itemprop ${attributes.itemprop}`);
      if (name !== 'time' || attributes.datetime === undefined) return null;
      const own =
        attributes.pubdate !== undefined ||
        /publish|posted|entry-date|updated|modified/i.test(`${attributes.class} ${text}`);
      const updated = /updated|modified/i.test(`${attributes.class} ${text}`);
      return own ? dateFound(updated ? 'updated' : 'published', value, 'time datetime') : null;
    });
}

function authorsOf(page: HtmlPage, ...bylines: readonly (readonly string[])[]): readonly string[] {
  const metas = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'];
  const named = metas
    .map((name) => metaOf(page.metas, [name]))
    .find((name) => name !== null && !/^https?:/i.test(name));
  if (named !== undefined && named !== null) return [named];
  const marked = page.marked
    .filter(({ attributes, text }) => /\bauthor\b/i.test(attributes.itemprop ?? '') && text.length < 120)
    .map(({ text }) => text);
  return marked.length > 0
    ? marked.slice(0, 3)
    : (bylines.find((lines) => lines.length > 0)?.slice(0, 2) ?? []);
}

/** "Blast kills nine | The Sample Courier" without the site's own name. */
function withoutSite(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) return title;
  const cut = /^(.{8,}?)\s+[|\-–—:]\s+(.{2,80})$/.exec(title);
  const [, head, tail] = cut ?? [];
  return head !== undefined && tail !== undefined && sameWords(tail, publisher) ? head : title;
}

/**
 * The address that the page names as its own. One of another host is not taken: a page cannot put itself in the place
 * of another's.
 */
function canonicalOf(
  page: HtmlPage,
  data: string | null,
  base: string | null,
  notes: string[],
): string | null {
  const link = page.links.find(({ attributes }) => /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ''));
  for (const raw of [link?.attributes.href, metaOf(page.metas, ['og:url']), data]) {
    const url = absolute(raw ?? null, base);
    if (url === null) continue;
    if (base === null || siteOf(url) === siteOf(base)) return url;
    notes.push(`it names an address of another host as its own: ${hostOf(url)}`);
  }
  return base;
}

function baseOf(page: HtmlPage, url: string | null): string | null {
  return absolute(url, null) ?? absolute(metaOf(page.metas, ['og:url']), null);
}

function feedsOf(page: HtmlPage, base: string | null): readonly FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  for (const { attributes } of page.links) {
    const mediaType = (attributes.type ?? '').replace(/;.*$/, '').trim().toLowerCase();
    if (!/(?:^|\s)alternate(?:\s|$)/i.test(attributes.rel ?? '') || !FEED_TYPES.test(mediaType)) continue;
    const url = absolute(attributes.href ?? null, base);
    if (url !== null && !found.has(url))
      found.set(url, { url, title: field(attributes.title, 200), mediaType });
  }
  return [...found.values()];
}
