import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { changesAnswer, changesQuery } from '../../contract/index.ts';
import { formatSourceKey, NOW, parseMoment } from '../../kernel/index.ts';
import { type RecordEvent, storeError } from '../../store/index.ts';
import type { Edition } from '../live/edition.ts';
import { badInput } from '../problem.ts';

const NEWEST = '9999-12-31';

/**
 * One page of what a list's snapshots changed. Where the next page begins is told by the last event itself and not
 * by a count, so that pages neither skip nor repeat when snapshots come in between. What changed of hidden entities is
 * left out before pages are cut.
 */
export async function changesPage(
  edition: Edition,
  query: z.output<typeof changesQuery>,
  hidden: ReadonlySet<string> = new Set(),
): Promise<z.output<typeof changesAnswer>> {
  const from = parseMoment(query.from);
  const to = query.to === undefined ? null : parseMoment(query.to);
  const list = edition.lists.find((state) => state.id === query.list);
  if (list === undefined || list.snapshots.length === 0) {
    throw storeError('ENT_LIST_NOT_LOADED', { list: query.list });
  }
  const snapshots = list.snapshots
    .filter((s) => s.state === 'accepted' && s.observed > from && (to === null || s.observed <= to))
    .map((s) => s.observed);
  const after = query.cursor === undefined ? null : afterOf(query.cursor);
  const found = await edition.store.changes(query.list, after?.[0] ?? from, to ?? NEWEST);
  const all = [...found, ...(after === null ? [] : await sameMoment(edition, query.list, after[0]))];
  const events = (await withoutHidden(edition, all, hidden))
    .map((event) => ({ event, key: keyOf(event) }))
    .filter(({ key }) => after === null || compare(key, after) > 0)
    .sort((a, b) => compare(a.key, b.key));
  const page = events.slice(0, query.limit);
  const last = page.at(-1);
  return {
    list: query.list,
    from,
    to,
    snapshots,
    events: page.map(({ event }) => event),
    next: last === undefined || events.length <= query.limit ? null : cursorOf(last.key),
  };
}

/** Events without those of hidden entities. */
export async function withoutHidden(
  { store }: Edition,
  events: readonly RecordEvent[],
  hidden: ReadonlySet<string>,
): Promise<readonly RecordEvent[]> {
  if (hidden.size === 0) return events;
  const views = await store.entities([...hidden], NOW, { properties: [] });
  const keys = new Set([...views.values()].flatMap(({ records }) => records.map(formatSourceKey)));
  return events.filter((event) => !keys.has(formatSourceKey(event)));
}

/** The events of one snapshot, which the question for what is later leaves out. */
async function sameMoment(edition: Edition, list: string, seen: string): Promise<readonly RecordEvent[]> {
  const events = await edition.store.changes(list, '0001-01-01', seen);
  return events.filter((event) => event.seen === seen);
}

type Key = readonly string[];

function keyOf(event: RecordEvent): Key {
  const { seen, reference, kind, property, before, after } = event;
  const values = createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('hex')
    .slice(0, 16);
  return [seen, reference, kind, property ?? '', values];
}

function compare(a: Key, b: Key): number {
  for (const [index, own] of a.entries()) {
    const other = b[index] ?? '';
    if (own !== other) return own < other ? -1 : 1;
  }
  return 0;
}

function cursorOf(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function afterOf(cursor: string): readonly [string, ...string[]] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 5 && parts.every((part) => typeof part === 'string')) {
      const [seen = '', ...rest] = parts;
      return [parseMoment(seen), ...rest];
    }
  } catch (error) {
    throw Object.assign(badInput('cursor: not one that was given here'), { cause: error });
  }
  throw badInput('cursor: not one that was given here');
}
