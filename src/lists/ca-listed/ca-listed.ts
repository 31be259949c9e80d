import type { ListInfo, RecordPart, Statement } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { bracketedName, topLevelPieces } from '../bracket-names.ts';
import { listsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { attributes, childOf, type XmlElement, type XmlFormat } from '../xml.ts';
import { xmlSnapshot } from '../xml-entries.ts';

/** The entities that Canada lists under its Criminal Code. */
export const CA_LISTED: ListInfo = {
  id: 'ca-listed',
  title: 'Listed terrorist entities',
  authority: { id: 'ca-public-safety', name: 'Public Safety Canada', country: 'CA' },
  effect:
    'Property may be seized or forfeited, institutions must report it, and taking part in or aiding its activity is a crime.',
  url: 'https://www.publicsafety.gc.ca/cnt/ntnl-scrt/cntr-trrrsm/lstd-ntts/crrnt-lstd-ntts-en.aspx',
  licence: 'Open Government Licence Canada',
  parts: ['main'],
  staleAfterDays: 30,
};

const TEXT = { ...attributes('type', 'xml:lang', 'xml:base'), '#text': 'text' } as const;
const LINK = attributes('href', 'rel', 'type', 'hreflang', 'title', 'length');
const PERSON = { name: 'text', email: 'text', uri: 'text' } as const;

/** An Atom feed (RFC 4287) without extensions. */
const FORMAT: XmlFormat = {
  list: CA_LISTED.id,
  root: 'feed',
  namespaces: ['http://www.w3.org/2005/Atom'],
  content: {
    id: 'unread',
    title: 'unread',
    subtitle: 'unread',
    updated: 'unread',
    link: 'unread',
    author: 'unread',
    contributor: 'unread',
    category: 'unread',
    generator: 'unread',
    icon: 'unread',
    logo: 'unread',
    rights: 'unread',
    entry: {
      ...attributes('xml:lang', 'xml:base'),
      id: 'text',
      title: TEXT,
      summary: TEXT,
      content: TEXT,
      published: 'text',
      updated: 'text',
      link: LINK,
      author: PERSON,
      contributor: PERSON,
      category: attributes('term', 'scheme', 'label'),
      rights: TEXT,
    },
  },
  records: new Set(['entry']),
};

/** How the feed prints that there are no further names. */
const NONE = /^(?:n\/a|none|nil|-)?$/i;
/** A mark of HTML inside of a text. */
const MARK = /<\/?[a-z][^<>]{0,500}>/gi;

/**
 * Reads the feed of listed entities. Its entries' further names are one text, `Lashkar-i-Toiba (LiT), Jaish-i-Mohammed
 * (Mohammad, Muhammad)`, which `bracket-names.ts` takes apart; each name keeps its piece of it as `original`. The feed
 * says neither when an entity was listed nor whether it is a person. The key is made of the name (`abu-sayyaf-group`).
 */
export const caListed: ListReader = {
  info: CA_LISTED,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(CA_LISTED.id, files);
    return xmlSnapshot({ info: CA_LISTED, file, limits, format: FORMAT, published: null, read: readEntry });
  },
};

function readEntry(element: XmlElement, file: string, log: ReadingLog): RecordPart {
  const at: At = { log, place: { file, line: element.line, path: 'entry' } };
  const text = (name: string) => tidy((childOf(element, name)?.text ?? '').replace(MARK, ' '), at);
  const title = text('title');
  const { name, others } = bracketedName(title);
  const key = nameKey(name);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: 'an entry without a name' }, { place: at.place });
  const note = (field: string): readonly Statement[] =>
    text(field) === '' ? [] : [statement('note', text(field), field, { detail: { type: field } })];
  const href = tidy(childOf(element, 'link')?.attributes?.href ?? '', at);
  return {
    key,
    part: 'main',
    schema: 'LegalEntity',
    statements: distinct([
      nameStatement(name, 'primary', 'strong', 'title', { original: title }),
      ...others.map((other) =>
        nameStatement(other.text, other.kind, 'unstated', 'title', { detail: { type: other.type } }),
      ),
      ...aliases(text('summary')),
      ...(text('content') === '' ? [] : [statement('remarks', text('content'), 'content')]),
      ...(text('id') === '' ? [] : [statement('reference', text('id'), 'id')]),
      ...(href === '' ? [] : [statement('note', href, 'link', { detail: { type: 'page' } })]),
      ...note('published'),
      ...note('updated'),
      statement('legalBasis', 'Criminal Code, section 83.05', 'feed'),
    ]),
  };
}

function aliases(summary: string): readonly Statement[] {
  if (NONE.test(summary)) return [];
  return topLevelPieces(summary).flatMap((piece) => {
    const { name, others } = bracketedName(piece);
    const kind = scriptOf(name) === 'Latn' || scriptOf(name) === 'Zyyy' ? 'alias' : 'original';
    return [
      nameStatement(name, kind, 'unstated', 'summary', { original: piece }),
      ...others.map((other) =>
        nameStatement(other.text, other.kind, 'unstated', 'summary', {
          original: piece,
          detail: { type: other.type },
        }),
      ),
    ];
  });
}
