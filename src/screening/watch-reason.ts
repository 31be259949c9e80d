import { type EventKind, RECORD_LIST_ID } from '../kernel/index.ts';
import {
  type EntityView,
  eventsOf,
  type RecordEvent,
  type WatchChange,
  type WatchName,
  type WatchReason,
  type WatchReasonSaid,
  type WatchRun,
} from '../store/index.ts';

/** What can bring a hit, end one, or move its score; those that come first explain best. */
const EXPLAINS: Readonly<Record<WatchChange['kind'], readonly EventKind[]>> = {
  new: ['listed', 'relisted', 'name-added', 'renamed', 'name-requalified', 'changed'],
  gone: ['delisted', 'name-removed', 'renamed', 'name-requalified', 'changed'],
  score: [
    'renamed',
    'name-added',
    'name-removed',
    'name-requalified',
    'listed',
    'relisted',
    'delisted',
    'changed',
  ],
};
/** Of other values, those that screening compares. */
const COMPARED = new Set([
  'birthDate',
  'nationality',
  'citizenship',
  'country',
  'identifier',
  'gender',
  'cryptoWallet',
]);

/** Why a hit came, went or scores otherwise than in the last run: the list's change that did it, else what else did. */
export function reasonFor(
  change: Omit<WatchChange, 'reason'>,
  name: WatchName,
  view: EntityView | undefined,
  last: WatchRun | null,
  run: Omit<WatchRun, 'id'>,
): WatchReason {
  if (last === null) return said('first-run', 'the first run of this watch list');
  if (change.kind === 'new' && name.addedAt > last.at)
    return said('watched-since', 'the name is watched since the last run');
  const event = view === undefined ? undefined : explaining(change, view, last);
  if (event !== undefined) {
    const { kind, property, before, after, list, reference, seen } = event;
    const of = kind === 'changed' || kind.startsWith('name') ? event.name : null;
    return {
      text: inWords(event),
      said: { kind, property, before, after, of },
      list,
      record: `${list}:${reference}`,
      seen,
    };
  }
  const lists = new Set((view?.records ?? []).map(({ list }) => list));
  const fresh = [...lists].find(
    (list) => last.snapshots[list] === undefined && run.snapshots[list] !== undefined,
  );
  if (change.kind === 'new' && fresh !== undefined) {
    return {
      ...said('list-since', `${fresh} is searched since the last run`),
      list: fresh,
      seen: run.snapshots[fresh] ?? null,
    };
  }
  if (last.rules !== run.rules)
    return changed('rules', `the matching rules changed from ${last.rules} to ${run.rules}`, last, run);
  if (last.threshold !== run.threshold)
    return changed(
      'threshold',
      `the threshold changed from ${last.threshold} to ${run.threshold}`,
      last,
      run,
    );
  if (change.kind === 'score')
    return said('weights', 'other names on the lists changed what the words of this one weigh');
  return said('joined', 'entries were joined to one entity, or parted, or the question was changed');
}

function explaining(
  { kind, matched }: Omit<WatchChange, 'reason'>,
  { records }: EntityView,
  last: WatchRun,
): RecordEvent | undefined {
  const wanted = EXPLAINS[kind];
  const since = records
    .filter(({ list }) => list !== RECORD_LIST_ID)
    .flatMap(eventsOf)
    .filter(
      (event) =>
        event.seen > (last.snapshots[event.list] ?? '9999') &&
        wanted.includes(event.kind) &&
        (event.kind !== 'changed' || COMPARED.has(event.property ?? '')),
    );
  const about = (event: RecordEvent) => [event.before, event.after, event.name].includes(matched);
  const rank = (event: RecordEvent) => (about(event) ? 0 : wanted.length) + wanted.indexOf(event.kind);
  return [...since].sort((a, b) => rank(a) - rank(b) || (a.seen < b.seen ? 1 : -1))[0];
}

function inWords({ kind, property, before, after, name, seen }: RecordEvent): string {
  const said = {
    listed: `listed: ${after}`,
    relisted: `listed again: ${after}`,
    delisted: `no longer listed: ${before}`,
    amended: `amended on ${after}`,
    renamed: `renamed from ${before} to ${after}`,
    'name-added': `name added: ${after}`,
    'name-removed': `name removed: ${before}`,
    'name-requalified': `name marked otherwise: ${after}`,
    'programme-added': `programme added: ${after}`,
    'programme-removed': `programme removed: ${before}`,
    changed: `${property} ${before === null ? `added: ${after}` : after === null ? `removed: ${before}` : `changed from ${before} to ${after}`}`,
  }[kind];
  const of = kind === 'changed' || kind.startsWith('name') ? ` (of ${name})` : '';
  return `${said}${of}, in the snapshot of ${seen}`;
}

function said(kind: WatchReasonSaid['kind'], text: string): WatchReason {
  return {
    text,
    said: { kind, property: null, before: null, after: null, of: null },
    list: null,
    record: null,
    seen: null,
  };
}

function changed(
  what: 'rules' | 'threshold',
  text: string,
  last: WatchRun,
  run: Omit<WatchRun, 'id'>,
): WatchReason {
  const values = { property: null, before: String(last[what]), after: String(run[what]), of: null };
  return { text, said: { kind: what, ...values }, list: null, record: null, seen: null };
}
