import { parseFeed } from 'feedsmith';
import { EntError, wordTable } from '../kernel/index.ts';
import { absolute } from './address.ts';
import { field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { plainEntities } from './characters.ts';
import { clean } from './clean.ts';
import { compose, languageTag, sameWords } from './compose.ts';
import { dateFound } from './dates.ts';
import { intakeError } from './errors.ts';
import { readFragment } from './html.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import type { Delivery, Extent, Format, Received, ReceivedDate, ReceiveHints, Unread } from './received.ts';
import { whoOf } from './who.ts';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

type FeedFormat = Extract<Format, 'rss' | 'rdf' | 'atom' | 'json-feed'>;

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom, JSON Feed. `input` is XML that was found well-formed and within the caps,
 * or JSON parsed so; `root` its root element. An item that has nothing to read is told in `unread`; the others are
 * read. Throws `ENT_INTAKE_MALFORMED` when it is no feed.
 */
export function readFeed(
  input: string | JsonObject,
  format: FeedFormat,
  hints: ReceiveHints,
  notes: readonly string[],
  root: XmlElement | null = null,
): Delivery {
  const feed = parsed(input, format);
  const home = absolute(linkOf(feed, 'home'), hints.url ?? null);
  const base = home ?? hints.url ?? null;
  const channel: Channel = {
    format,
    base,
    title: textOfConstruct(feed.title),
    language:
      languageTag(feed.language) ??
      languageTag(objectOf(feed.xml).lang) ??
      languageTag(first(objectOf(feed.dc).languages)),
    notes,
  };
  const all = listOf(feed.items ?? feed.entries);
  const items: Received[] = [];
  const unread: Unread[] = [];
  all.slice(0, CAPS.items).forEach((item, index) => {
    const place = `item ${index + 1}`;
    try {
      items.push(readItem(objectOf(item), channel, place));
    } catch (error) {
      if (!(error instanceof EntError)) throw error;
      unread.push({ place, why: error.message });
    }
  });
  if (all.length > CAPS.items)
    unread.push({
      place: `item ${CAPS.items + 1}`,
      why: `this and later ones are not read, ${all.length} in all`,
    });
  items.push(...tombstones(root, channel));
  return {
    format,
    items,
    unread,
    feed: {
      title: channel.title,
      home,
      language: channel.language,
      updated:
        dateFound('updated', feed.updated, 'feed updated') ??
        dateFound('updated', feed.lastBuildDate, 'channel lastBuildDate') ??
        dateFound('published', feed.pubDate, 'channel pubDate'),
      waitSeconds: waitOf(feed),
    },
    feeds: [],
  };
}

interface Channel {
  readonly format: FeedFormat;
  readonly base: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly notes: readonly string[];
}

function parsed(input: string | JsonObject, format: FeedFormat): JsonObject {
  try {
    const { feed } = parseFeed(input as string);
    return objectOf(feed);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw intakeError('ENT_INTAKE_MALFORMED', { format, why }, { place: { line: 1, column: 1 }, cause });
  }
}

function readItem(item: JsonObject, channel: Channel, place: string): Received {
  const { format, base } = channel;
  const dc = objectOf(item.dc);
  const headline = textOfConstruct(item.title) ?? field(first(dc.titles));
  const full = bodyOf(item);
  const summary = summaryOf(item);
  const chosen = full ?? summary ?? { paragraphs: [], bylines: [], cut: false };
  const paragraphs = chosen.paragraphs.filter((one) => headline === null || !sameWords(one, headline));
  const url = absolute(linkOf(item, 'item'), base);
  const ids = objectOf(item.guid);
  const guid = field(ids.value, 500) ?? field(item.id, 500) ?? field(objectOf(item.rdf).about, 500) ?? url;
  const source = objectOf(item.source);
  const authors = [
    ...listOf(item.authors).map((author) => (isObject(author) ? author.name : author)),
    ...listOf(dc.creators ?? dc.creator),
    ...(full === null && summary === null ? [] : chosen.bylines),
  ];
  const dates = datesOf(item, dc);
  return compose(
    {
      format,
      extent: extentOf(full, summary, paragraphs),
      headline,
      paragraphs,
      ...whoOf({
        publisher: first(dc.publishers) ?? textOfConstruct(source.title) ?? channel.title,
        authors,
        sources: [textOfConstruct(source.title), ...listOf(dc.sources), objectOf(item.media).credit],
      }),
      url,
      guid,
      language:
        languageTag(item.language) ??
        languageTag(first(dc.languages)) ??
        languageTag(objectOf(item.xml).lang) ??
        channel.language,
      dates,
      signals: [isLater(dates) ? 'update' : null],
      notes: [...channel.notes, ...(chosen.cut ? ['the feed gives the beginning of it'] : [])],
    },
    place,
  );
}

interface Words {
  readonly paragraphs: readonly string[];
  readonly bylines: readonly string[];
  readonly cut: boolean;
}

/** The full text, where the feed has an element for it. */
function bodyOf(item: JsonObject): Words | null {
  const content = item.content;
  const encoded = isObject(content) ? (content.encoded ?? content.value) : content;
  const type = isObject(content) ? String(content.type ?? 'html') : 'html';
  if (item.content_html !== undefined) return wordsOf(item.content_html, 'html');
  if (item.content_text !== undefined) return wordsOf(item.content_text, 'text');
  return wordsOf(encoded, type);
}

function summaryOf(item: JsonObject): Words | null {
  const given = item.description ?? item.summary ?? first(objectOf(item.dc).descriptions);
  return isObject(given) ? wordsOf(given.value, String(given.type ?? 'html')) : wordsOf(given, 'html');
}

function wordsOf(raw: unknown, type: string): Words | null {
  if (typeof raw !== 'string' || raw.trim() === '') return null;
  const plain = /^text(?:\/plain)?$/.test(type) && !/<\w+[\s>]/.test(raw);
  const blocks = plain
    ? raw.split(/\n\s*\n|\r\n\s*\r\n/).map((text) => ({ element: 'p', text, apart: false, linked: 0 }))
    : readFragment(raw);
  const { paragraphs, bylines } = clean(blocks, null);
  const last = paragraphs.at(-1) ?? '';
  const cut = CUT.exec(last);
  const rest = cut === null ? last : last.slice(0, cut.index).trimEnd();
  const kept = [...paragraphs.slice(0, -1), rest].filter((one) => one !== '');
  return kept.length === 0 ? null : { paragraphs: kept, bylines, cut: cut !== null };
}

/** How feeds end what goes on elsewhere. */
const CUT =
  /(?:\[?(?:…|\.\.\.|&hellip;)\]?\s*|\b(?:read more|continue reading|full story|read the full \w+)\W*)+$/i;

/** A text of so many words and several paragraphs is the story, wherever the feed puts it. */
const WHOLE_WORDS = 120;

function extentOf(full: Words | null, summary: Words | null, paragraphs: readonly string[]): Extent {
  if (paragraphs.length === 0) return 'headline';
  const words = paragraphs.join(' ').split(/\s+/).length;
  if ((full ?? summary)?.cut === true) return 'summary';
  if (
    full !== null &&
    (summary === null || full.paragraphs.join(' ').length > 1.3 * summary.paragraphs.join(' ').length)
  )
    return words >= WHOLE_WORDS / 4 || full.paragraphs.length > 1 ? 'whole' : 'summary';
  return words >= WHOLE_WORDS && paragraphs.length > 1 ? 'whole' : 'summary';
}

const DATES: readonly (readonly [string, ReceivedDate['kind']])[] = [
  ['pubDate', 'published'],
  ['published', 'published'],
  ['date_published', 'published'],
  ['updated', 'updated'],
  ['date_modified', 'updated'],
];

function datesOf(item: JsonObject, dc: JsonObject): readonly (ReceivedDate | null)[] {
  const terms = objectOf(item.dcterms);
  return [
    ...DATES.map(([name, kind]) => dateFound(kind, item[name], name)),
    ...listOf(dc.dates ?? dc.date).map((date) => dateFound('published', date, 'dc:date')),
    ...(['issued', 'created', 'modified'] as const).flatMap((name) =>
      listOf(terms[name]).map((date) =>
        dateFound(
          name === 'modified' ? 'updated' : name === 'created' ? 'created' : 'published',
          date,
          `dcterms:${name}`,
        ),
      ),
    ),
    dateFound('updated', objectOf(item.atom).updated, 'atom:updated'),
  ];
}

/** Whether an item says that it was changed after it was published. */
function isLater(dates: readonly (ReceivedDate | null)[]): boolean {
  const moment = (kind: ReceivedDate['kind']) =>
    Date.parse(dates.find((date) => date?.kind === kind && date.value.includes('T'))?.value ?? '');
  return moment('updated') > moment('published');
}

function linkOf(item: JsonObject, of: 'item' | 'home'): string | null {
  const links = listOf(item.links).filter(isObject);
  const alternate = links.find(
    ({ rel, type }) =>
      (rel === undefined || rel === 'alternate') && (type === undefined || /html/.test(String(type))),
  );
  const ids = objectOf(item.guid);
  const permanent = ids.isPermaLink !== false && /^https?:/i.test(String(ids.value)) ? ids.value : undefined;
  const raw =
    item.link ??
    item.url ??
    item.home_page_url ??
    alternate?.href ??
    links.find(({ rel }) => rel !== 'self')?.href ??
    permanent;
  const own = of === 'item' && typeof item.id === 'string' && /^https?:/.test(item.id) ? item.id : null;
  return field(raw, 2_000) ?? own;
}

/** RFC 6721: an entry that the publisher took away. */
function tombstones(root: XmlElement | null, channel: Channel): readonly Received[] {
  return childrenOf(root, 'deleted-entry')
    .slice(0, CAPS.items)
    .flatMap((gone) => {
      const guid = field(gone.attributes.ref, 500);
      if (guid === null) return [];
      const said =
        textOf(childrenOf(gone, 'comment')[0] ?? null) ?? 'The publisher deleted this entry from its feed.';
      return compose({
        format: channel.format,
        headline: null,
        paragraphs: [`${said} (${guid})`],
        publisher: channel.title,
        agency: null,
        author: null,
        url: null,
        guid,
        language: channel.language,
        dates: [dateFound('updated', gone.attributes.when, 'deleted-entry when')],
        signals: ['kill'],
        notes: channel.notes,
      });
    });
}

const PERIODS = wordTable<number>({
  hourly: 3_600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
});

function waitOf(feed: JsonObject): number | null {
  if (typeof feed.ttl === 'number' && feed.ttl > 0) return feed.ttl * 60;
  const sy = objectOf(feed.sy);
  const period = PERIODS[String(sy.updatePeriod)];
  if (period === undefined) return null;
  const frequency = Number(sy.updateFrequency ?? 1);
  return Math.round(period / (frequency > 0 ? frequency : 1));
}

/** An Atom text construct, or a text: its words. Markup inside a title is undone. */
function textOfConstruct(value: unknown): string | null {
  const raw = isObject(value) ? value.value : value;
  const words = field(raw);
  if (words === null) return null;
  const plain = plainEntities(words);
  return field(/<\/?[a-z][^<>]{0,200}>/i.test(plain) ? plain.replace(/<\/?[a-z][^<>]{0,200}>/gi, '') : plain);
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}
