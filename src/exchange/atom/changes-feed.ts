import { timePointMs } from '../../kernel/index.ts';
import { describeBound, type RecordEvent } from '../../store/index.ts';
import { type AtomEntry, atom } from './feed.ts';

/** What a feed of changes is about. */
export interface ChangesFeedOptions {
  /** A list's or an entity's id; `all` for every list. Names the feed for good. */
  readonly about: string;
  readonly title: string;
  /** RFC 3339; stands in the feed when there are no entries. */
  readonly now: string;
}

const WORDS: Readonly<Record<RecordEvent['kind'], string>> = {
  listed: 'Listed',
  relisted: 'Listed again',
  delisted: 'No longer listed',
  amended: 'Amended, as the list says',
  renamed: 'Renamed',
  'name-added': 'Name added',
  'name-removed': 'Name removed',
  'name-requalified': 'Name marked otherwise',
  'programme-added': 'Programme added',
  'programme-removed': 'Programme removed',
  changed: 'Changed',
};

/**
 * Events as an Atom feed, the newest first. An event keeps its id for ever: it is made of what the event is, so
 * the same event has the same id in every feed, whenever and in whatever order snapshots were loaded.
 */
export function changesFeed(events: readonly RecordEvent[], options: ChangesFeedOptions): string {
  const newest = [...events].reverse();
  return atom({
    id: `urn:entente:changes:${iri(options.about)}`,
    title: options.title,
    updated: newest[0] === undefined ? options.now : momentOf(newest[0].seen),
    author: 'Entente',
    entries: distinctIds(newest.map(entryOf)),
  });
}

function entryOf(event: RecordEvent): AtomEntry {
  const { kind, list, reference, property, before, after, name, seen, when } = event;
  const what = kind === 'changed' ? `${WORDS.changed}: ${property}` : WORDS[kind];
  const said = [before, after].filter((text) => text !== null).join(' → ');
  return {
    id: `urn:entente:change:${[list, reference, seen, kind, property ?? '', before ?? '', after ?? ''].map(iri).join(':')}`,
    title: `${what}: ${name ?? after ?? before ?? reference} (${list})`,
    updated: momentOf(seen),
    content: `${list}:${reference}. ${what}${said === '' ? '' : `: ${said}`}. In effect ${describeBound(when)}${
      when.basis === 'inferred' ? ', as far as snapshots show' : ', as stated'
    }. Seen in the snapshot of ${seen}.`,
    categories: [kind, list],
  };
}

/** Two events that are the same to the letter (a value printed twice) are numbered apart. */
function distinctIds(entries: readonly AtomEntry[]): readonly AtomEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.id) ?? 0) + 1;
    seen.set(entry.id, count);
    return count === 1 ? entry : { ...entry, id: `${entry.id}:${count}` };
  });
}

function momentOf(point: string): string {
  return new Date(timePointMs(point)).toISOString();
}

/** A part of a URN (RFC 8141): what may not stand there is percent-encoded, a long text by its beginning and a sum. */
function iri(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}~${checksum(text)}` : text;
  return encodeURIComponent(cut.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
}

const LONGEST = 120;

/** FNV-1a, 32 bits: tells two long texts with one beginning apart; guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
