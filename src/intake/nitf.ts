import { compose, languageTag } from './compose.ts';
import { dateFound } from './dates.ts';
import type { Received } from './received.ts';
import { signalInNote, signalOfStatus } from './signal.ts';
import { whoOf } from './who.ts';
import { at, childrenOf, find, paragraphsOf, textOf, type XmlElement } from './xml.ts';

/** What a NITF body says: used for NITF files and for NITF inside NewsML-G2. */
export interface NitfBody {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly distributor: string | null;
}

const NOT_WORDS = new Set(['media', 'body.head', 'object', 'note', 'pronounce']);

/** Reads `<nitf><body>`. */
export function readNitfBody(root: XmlElement): NitfBody {
  const head = at(root, 'body', 'body.head');
  const lines = childrenOf(head, 'hedline')[0] ?? null;
  return {
    headline: textOf(at(lines, 'hl1')) ?? textOf(at(root, 'head', 'title')),
    paragraphs: [
      ...paragraphsOf(at(root, 'body', 'body.content'), NOT_WORDS),
      ...paragraphsOf(at(root, 'body', 'body.end'), NOT_WORDS),
    ],
    byline: textOf(at(head, 'byline', 'person')) ?? textOf(at(head, 'byline')),
    dateline: textOf(at(head, 'dateline')),
    distributor: textOf(at(head, 'distributor')),
  };
}

/** Reads a NITF file (News Industry Text Format 3.x, IPTC). */
export function readNitf(root: XmlElement, notes: readonly string[]): Received {
  const docdata = at(root, 'head', 'docdata');
  const body = readNitfBody(root);
  const publication = at(root, 'head', 'pubdata');
  const rights = at(root, 'body', 'body.head', 'rights');
  const message = at(docdata, 'ed-msg');
  const correction = at(docdata, 'correction');
  const series = at(docdata, 'series');
  const date = (kind: 'published' | 'updated' | 'created', name: string) =>
    dateFound(kind, at(docdata, name)?.attributes.norm, name);
  const story = at(root, 'body', 'body.head', 'dateline', 'story.date');
  const revisions = childrenOf(at(root, 'head'), 'revision-history');
  const others = find(root, ({ name }) => name === 'media').length;
  return compose({
    format: 'nitf',
    headline: body.headline,
    paragraphs: body.paragraphs,
    ...whoOf({
      publisher:
        publication?.attributes.name ??
        textOf(at(rights, 'rights.owner')) ??
        textOf(at(docdata, 'doc.copyright')) ??
        at(docdata, 'doc.copyright')?.attributes.holder ??
        null,
      authors: [body.byline],
      sources: [
        body.distributor,
        at(docdata, 'doc.copyright')?.attributes.holder,
        at(docdata, 'doc-id')?.attributes.regsrc,
      ],
    }),
    dateline: body.dateline,
    url: null,
    guid: at(docdata, 'doc-id')?.attributes['id-string'] ?? null,
    language: languageTag(root.attributes['xml:lang']),
    dates: [
      date('published', 'date.release'),
      date('published', 'date.issue'),
      dateFound('created', story?.attributes.norm, 'story.date'),
      dateFound('published', publication?.attributes['date.publication'], 'pubdata date.publication'),
      ...revisions.map(({ attributes }) => dateFound('updated', attributes.norm, 'revision-history')),
    ],
    signals: [
      signalOfStatus(docdata?.attributes['management-status'] ?? null),
      signalInNote(message?.attributes['msg-type'] ?? null),
      signalInNote(message?.attributes.info ?? textOf(message)),
      correction === null ? null : 'correction',
      revisions.length > 0 ? 'update' : null,
    ],
    version: at(docdata, 'del-list', 'from-src')?.attributes['level-number'] ?? null,
    about: correction?.attributes['id-string'] ?? at(docdata, 'ed-ref')?.attributes['id-string'] ?? null,
    notes: [
      ...notes,
      series === null ? null : `part of the series "${series.attributes['series.name'] ?? ''}"`,
      message?.attributes.info === undefined
        ? null
        : `note to editors: ${message.attributes.info.slice(0, 300)}`,
      others === 0 ? null : `not read: pictures or sounds (${others})`,
    ],
  });
}
