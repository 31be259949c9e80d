import type { DocumentView, FoundCopy, Incident, ReviewedItem } from '../app/index.ts';
import type { KeptDocument } from '../store/index.ts';
import type { Io } from './terminal/io.ts';
import type { Style } from './terminal/style.ts';
import { wrap } from './terminal/wrap.ts';

/** A document in two lines: which, and what is special about it. */
export function renderDocumentLine(document: KeptDocument, style: Style): string {
  const { id, day, headline, publisher, agency, state, signal, copyOf } = document;
  const from = [publisher, agency === publisher ? null : agency]
    .filter((part) => part !== null)
    .join(' from ');
  const notes = [
    state === 'current' ? '' : style.bad(state),
    signal === 'new' ? '' : style.warn(signal),
    copyOf === id ? '' : `copy of ${copyOf}`,
  ].filter((note) => note !== '');
  return [
    `${id}  ${day}  ${style.strong(style.foreign(headline ?? '(no headline)'))}\n`,
    `    ${style.dim(style.foreign(from === '' ? (document.origin.url ?? document.format) : from))}${notes.length === 0 ? '' : `  ${notes.join(', ')}`}\n`,
  ].join('');
}

/** What is known of a kept document beside its reading. */
export function renderDocumentHead(
  { document, steps, readings, copies }: DocumentView,
  style: Style,
): string {
  const { origin } = document;
  const rows: readonly (readonly [string, string | null])[] = [
    [
      'from',
      [document.publisher, document.agency, document.author].filter((part) => part !== null).join(', '),
    ],
    ['address', origin.url],
    [
      'feed',
      origin.feed === null ? null : `${origin.feed}${origin.guid === null ? '' : ` (${origin.guid})`}`,
    ],
    ['first known', document.firstKnown],
    ['kept', `${document.keptAt} by ${document.keptBy}`],
    ...document.dates.map(({ kind, value, where }) => [kind, `${value} (${where})`] as const),
    ['state', document.successor === null ? document.state : `${document.state} by ${document.successor}`],
    ...steps.slice(1).map(({ state, at, by, why }) => ['', `${state} ${at} by ${by}: ${why}`] as const),
    ['read', readings.map(({ rules, at }) => `${at} by rules ${rules}`).join('; ') || 'not yet'],
    ['copies', copies.length === 0 ? null : `${copies.length} ("entente document copies ${document.id}")`],
    ...document.notes.map((note) => ['note', note] as const),
  ];
  return [
    renderDocumentLine(document, style),
    ...rows
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => `    ${style.dim(name.padEnd(12))}${style.foreign(value ?? '')}\n`),
  ].join('');
}

/** An item with its words, what persons made of it, and the key to decide by. */
export function renderItem(item: ReviewedItem, io: Io, style: Style): string {
  const { review } = item;
  const tone = {
    'machine-read': style.dim,
    proposed: style.warn,
    confirmed: style.good,
    corrected: style.good,
    rejected: style.bad,
    'open-again': style.warn,
  }[review.state];
  const who = [
    review.by === null ? '' : `by ${review.by}`,
    review.approvedBy === null ? '' : `approved by ${review.approvedBy}`,
    review.proposal === null ? '' : `decision ${review.proposal} waits for another person`,
    item.read ? '' : item.from === 'rules' ? 'no longer read' : `not read by the rules`,
  ].filter((part) => part !== '');
  const says = saysOf(item);
  return [
    `${tone(review.state.replaceAll('-', ' '))}  ${style.strong(item.kind)}${says === '' ? '' : `  ${style.foreign(says)}`}\n`,
    ...wrap(style.foreign(`“${item.span.quote.replace(/\s+/g, ' ')}”`), io.terminal.columns, '    '),
    item.correction === null ? '' : `    corrected: ${style.foreign(JSON.stringify(item.correction))}\n`,
    `    ${style.dim([item.key, ...who].join('  '))}\n`,
  ].join('');
}

/** What an item says, in its telling fields. */
function saysOf({ value }: ReviewedItem): string {
  const fields = value as Readonly<Record<string, unknown>>;
  const text = (field: unknown): string =>
    typeof field === 'object' && field !== null
      ? text(
          (field as { text?: unknown; value?: unknown }).text ?? (field as { value?: unknown }).value ?? '',
        )
      : typeof field === 'string' || typeof field === 'number'
        ? String(field)
        : '';
  return [
    'type',
    'subtype',
    'status',
    'kind',
    'actor',
    'low',
    'category',
    'when',
    'where',
    'speechAct',
    'topic',
    'verdict',
  ]
    .map((name) => text(fields[name]))
    .filter((part) => part !== '')
    .join(', ');
}

/** One event across documents. */
export function renderIncident(incident: Incident, io: Io, style: Style): string {
  const where = [incident.place, incident.country].filter((part) => part !== null).join(', ');
  const what =
    incident.subtype === null ? incident.type : `${incident.type} (${incident.subtype.replaceAll('-', ' ')})`;
  const stories = `${number(incident.documents.length, 'document')}, ${number(incident.origins, 'story', 'stories')}`;
  const tolls = (['killed', 'injured'] as const).flatMap((kind) => {
    const toll = incident[kind];
    if (toll === null) return [];
    const bounds =
      toll.high === null
        ? `at least ${toll.low}`
        : toll.low === toll.high
          ? `${toll.low}`
          : `${toll.low} to ${toll.high}`;
    return [`${kind}: ${bounds}`];
  });
  return [
    `${style.strong(incident.date ?? 'no date')}  ${what}${where === '' ? '' : `, ${style.foreign(where)}`}  ${style.dim(stories)}\n`,
    tolls.length === 0 ? '' : `    ${tolls.join('; ')}\n`,
    ...incident.attributions.map(({ kind, actor, speakers, reporters, documents }) => {
      const said = [
        speakers.length === 0 ? '' : `says ${speakers.join(', ')}`,
        reporters.length === 0 ? '' : `reported by ${reporters.join(', ')}`,
      ]
        .filter((part) => part !== '')
        .join('; ');
      return `    ${kind.replaceAll('-', ' ')}: ${style.foreign(actor?.text ?? 'nobody')}${said === '' ? '' : ` ${style.dim(style.foreign(`(${said})`))}`} ${style.dim(`[${documents.length}]`)}\n`;
    }),
    ...incident.differences.map(
      ({ about, of, versions }) =>
        `    ${style.warn(`${about}${of === null ? '' : ` of ${style.foreign(of)}`} differs`)}: ${versions
          .map(({ says, origins }) => `${style.foreign(says)} (${number(origins, 'story', 'stories')})`)
          .join(' / ')}\n`,
    ),
    ...incident.documents.map(({ id, publisher, quote, review }) =>
      [
        `    ${id}  ${style.foreign(publisher ?? '')}  ${review === 'machine-read' ? style.dim('machine read') : style.good(review)}\n`,
        ...wrap(style.foreign(`“${quote.replace(/\s+/g, ' ')}”`), io.terminal.columns, '        '),
      ].join(''),
    ),
  ].join('');
}

/** What was found of a document's copies when it was kept. */
export function renderCopies(copies: readonly FoundCopy[], style: Style): string {
  return copies
    .map(({ of, kind, shares }) => {
      const words = {
        exact: 'the same words as',
        near: 'a copy of',
        'shared-text': 'quotes the same words as',
      };
      return `${words[kind]} ${of} ${style.dim(`(${percent(shares[0])} of this, ${percent(shares[1])} of that)`)}\n`;
    })
    .join('');
}

/** A share as per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A number with its noun. */
export function number(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
