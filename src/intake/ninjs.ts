import { EntError } from '../kernel/index.ts';
import { absolute } from './address.ts';
import { field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { clean } from './clean.ts';
import { compose, languageTag } from './compose.ts';
import { dateFound } from './dates.ts';
import { readFragment } from './html.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import type { Delivery, Received, Unread } from './received.ts';
import { signalInNote, signalOfStatus } from './signal.ts';
import { whoOf } from './who.ts';

/** Whether a JSON object is a ninjs item: it has a `uri` and something that only news items have. */
export function isNinjs(value: unknown): boolean {
  if (!isObject(value)) return false;
  const item = lowered(value);
  if (typeof item.uri !== 'string') return false;
  const standard = isObject(item.standard) ? lowered(item.standard) : {};
  return (
    standard.name === 'ninjs' ||
    [
      'versioncreated',
      'pubstatus',
      'headline',
      'headlines',
      'body_text',
      'body_html',
      'body_xhtml',
      'bodies',
    ].some((name) => item[name] !== undefined)
  );
}

/** Reads ninjs items, 1.x to 3.x (IPTC): one, a list of them, or a list in `items`. */
export function readNinjs(items: readonly unknown[], notes: readonly string[]): Delivery {
  const read: Received[] = [];
  const unread: Unread[] = [];
  items.slice(0, CAPS.items).forEach((item, index) => {
    const place = `item ${index + 1}`;
    if (!isNinjs(item)) {
      unread.push({ place, why: 'it is no ninjs item' });
      return;
    }
    try {
      read.push(readItem(lowered(item as JsonObject), notes, place));
    } catch (error) {
      if (!(error instanceof EntError)) throw error;
      unread.push({ place, why: error.message });
    }
  });
  if (items.length > CAPS.items)
    unread.push({
      place: `item ${CAPS.items + 1}`,
      why: `this and later ones are not read, ${items.length} in all`,
    });
  return { format: 'ninjs', items: read, unread, feed: null, feeds: [] };
}

function readItem(item: JsonObject, notes: readonly string[], place: string): Received {
  const note = field(item.ednote);
  const version = field(item.version, 80);
  const words = bodyOf(item);
  const named = (value: unknown): unknown => (isObject(value) ? (value.name ?? value.value) : value);
  const media = field(item.type, 40);
  const parts = isObject(item.associations)
    ? Object.keys(item.associations).length
    : listOf(item.associations).length;
  return compose(
    {
      format: 'ninjs',
      headline: roleOf(item.headlines, /main|headline|^$/) ?? field(item.headline) ?? field(item.title),
      paragraphs:
        words.length > 0
          ? words
          : [roleOf(item.descriptions, /./) ?? field(item.description_text) ?? note ?? ''],
      ...whoOf({
        publisher: field(item.copyrightholder, 200) ?? field(named(listOf(item.infosources)[0]), 200),
        authors: [
          item.byline ?? named(listOf(item.by)[0]),
          ...listOf(item.persons ?? item.people)
            .filter((one) => isObject(one) && /author|writer/i.test(String(one.rel)))
            .map(named),
        ],
        sources: [
          item.creditline,
          ...listOf(item.infosources ?? item.infosource).map(named),
          item.copyrightholder,
          item.copyrightnotice,
        ],
      }),
      dateline: field(item.dateline) ?? roleOf(item.datelines, /./) ?? field(item.located, 200),
      url: absolute(field(item.mainentityofpage ?? item.canonicalurl ?? item.url, 2_000), null),
      guid: field(item.uri, 500),
      language: languageTag(item.language),
      dates: [
        dateFound('published', item.firstcreated, 'firstcreated'),
        dateFound(
          version === null || version === '1' ? 'published' : 'updated',
          item.versioncreated,
          'versioncreated',
        ),
        dateFound('created', item.contentcreated, 'contentcreated'),
        dateFound('published', item.embargoed ?? item.embargo, 'embargoed'),
      ],
      signals: [
        signalOfStatus(field(item.pubstatus, 80)),
        signalInNote(note),
        ...listOf(item.signals ?? item.signal).map((one) =>
          signalInNote(field(isObject(one) ? (one.code ?? one.name) : one, 80)),
        ),
        Number(version) > 1 ? 'update' : null,
      ],
      version,
      about: field(item.evolvedfrom, 500),
      notes: [
        ...notes,
        note === null ? null : `note to editors: ${note.slice(0, 300)}`,
        media === null || media === 'text' ? null : `an item of type ${media}: its words alone are read`,
        parts === 0 ? null : `not read: associated items (${parts})`,
        item.embargoed == null ? null : 'under embargo',
      ],
    },
    place,
  );
}

/** Paragraphs of the body: `bodies` (2.x, 3.x), else `body_html`, `body_xhtml`, `body_text` (1.x). */
function bodyOf(item: JsonObject): readonly string[] {
  const bodies = listOf(item.bodies).filter(isObject).map(lowered);
  const best =
    bodies.find(
      ({ role, contenttype }) => /main|^undefined$/.test(String(role)) && /html/i.test(String(contenttype)),
    ) ??
    bodies.find(({ contenttype }) => /html/i.test(String(contenttype))) ??
    bodies[0];
  if (best !== undefined) return wordsOf(best.value, /html/i.test(String(best.contenttype ?? best.format)));
  for (const name of ['body_html', 'body_xhtml']) {
    const words = wordsOf(item[name], true);
    if (words.length > 0) return words;
  }
  const text = Object.keys(item).find((name) => name.startsWith('body_') && typeof item[name] === 'string');
  return wordsOf(item.body_text ?? (text === undefined ? null : item[text]), false);
}

function wordsOf(raw: unknown, html: boolean): readonly string[] {
  if (typeof raw !== 'string' || raw.trim() === '') return [];
  const blocks = html
    ? readFragment(raw)
    : raw.split(/\n\s*\n|\n(?=\s)|\r\n/).map((text) => ({ element: 'p', text, apart: false, linked: 0 }));
  return clean(blocks, null).paragraphs;
}

function roleOf(values: unknown, role: RegExp): string | null {
  const given = listOf(values).filter(isObject).map(lowered);
  const best = given.find((one) => role.test(String(one.role ?? ''))) ?? given[0];
  return best === undefined ? null : field(best.value);
}

/** Versions differ in the case of their names (`versioncreated`, `versionCreated`). */
function lowered(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]));
}
