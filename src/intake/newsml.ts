import { EntError } from '../kernel/index.ts';
import { CAPS } from './caps.ts';
import { clean } from './clean.ts';
import { compose, languageTag } from './compose.ts';
import { dateFound } from './dates.ts';
import { readFragment } from './html.ts';
import { readNitfBody } from './nitf.ts';
import type { Delivery, Received, Unread } from './received.ts';
import { signalInNote, signalOfStatus } from './signal.ts';
import { whoOf } from './who.ts';
import { at, childrenOf, find, paragraphsOf, textOf, type XmlElement } from './xml.ts';

/**
 * Reads a NewsML-G2 item, or the items of a message (IPTC NewsML-G2 2.x). Items of other classes (packages, pictures)
 * are told in `unread`.
 */
export function readNewsMl(root: XmlElement, notes: readonly string[]): Delivery {
  const news = find(root, ({ name }) => name === 'newsItem').slice(0, CAPS.items);
  const unread: Unread[] = find(root, ({ name }) => name === 'packageItem' || name === 'conceptItem').map(
    ({ name, line }) => ({ place: `line ${line}`, why: `a ${name} holds no text of its own` }),
  );
  const items: Received[] = [];
  for (const item of news) {
    try {
      items.push(readItem(item, notes));
    } catch (error) {
      if (!(error instanceof EntError)) throw error;
      unread.push({ place: `line ${item.line}`, why: error.message });
    }
  }
  return { format: 'newsml-g2', items, unread, feed: null, feeds: [] };
}

interface Body {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  readonly byline: string | null;
  readonly dateline: string | null;
}

function readItem(item: XmlElement, given: readonly string[]): Received {
  const meta = at(item, 'itemMeta');
  const content = at(item, 'contentMeta');
  const set = at(item, 'contentSet');
  const body = bodyOf(set);
  const note = textOf(at(meta, 'edNote'));
  const version = item.attributes.version ?? null;
  const status = at(meta, 'pubStatus');
  const named = (element: XmlElement | null) =>
    textOf(at(element, 'name')) ??
    element?.attributes.literal ??
    element?.attributes.qcode?.replace(/^.*:/, '') ??
    null;
  const remote = childrenOf(set, 'remoteContent').length;
  const owner = at(item, 'rightsInfo', 'copyrightHolder');
  const canceled = signalOfStatus(status?.attributes.qcode ?? status?.attributes.uri ?? null);
  const headline = textOf(childrenOf(content, 'headline')[0] ?? null) ?? body.headline;
  return compose(
    {
      format: 'newsml-g2',
      headline,
      // A withdrawn item often comes without its text: the note to editors is what there is to read.
      paragraphs: body.paragraphs.length > 0 ? body.paragraphs : note === null ? [] : [note],
      ...whoOf({
        publisher: named(at(meta, 'provider')) ?? named(owner),
        authors: [textOf(at(content, 'by')) ?? body.byline, ...childrenOf(content, 'creator').map(named)],
        sources: [
          textOf(at(content, 'creditline')),
          ...childrenOf(content, 'infoSource').map(named),
          named(at(meta, 'provider')),
        ],
      }),
      dateline: textOf(at(content, 'dateline')) ?? body.dateline,
      url: null,
      guid: item.attributes.guid ?? null,
      language:
        languageTag(at(content, 'language')?.attributes.tag) ?? languageTag(item.attributes['xml:lang']),
      dates: [
        dateFound('published', textOf(at(meta, 'firstCreated')), 'itemMeta firstCreated'),
        dateFound(
          version === null || version === '1' ? 'published' : 'updated',
          textOf(at(meta, 'versionCreated')),
          'itemMeta versionCreated',
        ),
        dateFound('created', textOf(at(content, 'contentCreated')), 'contentMeta contentCreated'),
        dateFound('updated', textOf(at(content, 'contentModified')), 'contentMeta contentModified'),
        dateFound('published', textOf(at(meta, 'embargoed')), 'itemMeta embargoed'),
      ],
      signals: [
        canceled,
        signalInNote(note),
        ...childrenOf(meta, 'signal').map(({ attributes }) =>
          signalInNote(attributes.qcode?.replace(/^.*:/, '') ?? null),
        ),
        Number(version) > 1 ? 'update' : null,
      ],
      version,
      about: earlierOf(meta),
      notes: [
        ...given,
        note === null ? null : `note to editors: ${note.slice(0, 300)}`,
        remote === 0 ? null : `not read: parts that stand elsewhere (${remote})`,
        at(meta, 'embargoed') === null || textOf(at(meta, 'embargoed')) === null ? null : 'under embargo',
      ],
    },
    `the item of line ${item.line}`,
  );
}

/** The item that this one corrects or replaces, where it names one. */
function earlierOf(meta: XmlElement | null): string | null {
  const link = childrenOf(meta, 'link').find(({ attributes }) =>
    /(?:previousVersion|corrects|isCorrectionOf|supersedes|replaces|updates|cancels|kills)$/i.test(
      attributes.rel ?? attributes.reluri ?? '',
    ),
  );
  return link?.attributes.residref ?? link?.attributes.href ?? null;
}

function bodyOf(set: XmlElement | null): Body {
  for (const inline of childrenOf(set, 'inlineXML')) {
    const nitf = childrenOf(inline, 'nitf')[0];
    if (nitf !== undefined) return readNitfBody(nitf);
    const html = childrenOf(inline, 'html')[0];
    const paragraphs = paragraphsOf(html === undefined ? inline : at(html, 'body'));
    if (paragraphs.length > 0)
      return {
        headline: textOf(at(html ?? null, 'head', 'title')),
        paragraphs,
        byline: null,
        dateline: null,
      };
  }
  for (const inline of childrenOf(set, 'inlineData')) {
    const raw = inline.children.filter((child) => typeof child === 'string').join('');
    const type = inline.attributes.contenttype ?? 'text/plain';
    const blocks = /html/i.test(type)
      ? readFragment(raw)
      : raw.split(/\n\s*\n/).map((text) => ({ element: 'p', text, apart: false, linked: 0 }));
    const { paragraphs } = clean(blocks, null);
    if (paragraphs.length > 0) return { headline: null, paragraphs, byline: null, dateline: null };
  }
  return { headline: null, paragraphs: [], byline: null, dateline: null };
}
