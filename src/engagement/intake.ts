import { createHash } from 'node:crypto';
import type {
  Cited,
  CommitmentEntry,
  Delegate,
  DocumentEntry,
  DocumentForm,
  EngagementEntry,
  EntityRef,
  MeetingEntry,
  SeriesEntry,
} from '../store/index.ts';
import type { Commitment, Position, Reading, WireEvent } from '../wire/index.ts';
import { newId } from './draft-id.ts';
import { engagementError } from './errors.ts';

/** What a person says of a text beside the text. */
export interface IntakeOptions {
  /** The series it belongs to, where one is held; `null` makes a new one. */
  readonly series: SeriesEntry | null;
  readonly source: Cited;
  /** Overrides what the text shows of itself. */
  readonly standing?: DocumentEntry['standing'];
  /** Two parties, where the text leaves them open. */
  readonly parties?: readonly string[];
}

/** What a text proposes. Nothing of it is confirmed, and nothing is recorded yet. */
export interface Proposal {
  readonly series: SeriesEntry;
  readonly newSeries: boolean;
  readonly meeting: MeetingEntry;
  readonly document: DocumentEntry;
  /** Promises and positions, in the order of the text. */
  readonly commitments: readonly CommitmentEntry[];
  /** What the person should look at. */
  readonly notes: readonly string[];
}

/**
 * Makes of a text, as read, a meeting with its delegations, a document and what was said in it, every promise as
 * proposed by a machine. Throws `ENT_ENGAGEMENT_UNREAD` when it tells of no meeting between two parties and the
 * caller names none.
 */
export function proposeDialogue(reading: Reading, options: IntakeOptions): Proposal {
  const { document } = reading;
  const event = dialogueOf(reading);
  const parties = options.series?.parties ?? options.parties ?? partiesOf(reading, event);
  if (parties.length < 2)
    throw engagementError('ENT_ENGAGEMENT_UNREAD', {
      why: 'the text does not say who met: name two parties (--parties PK,US) or the series (--series)',
    });
  const date = dateOf(event) ?? document.reference?.value;
  if (date === undefined)
    throw engagementError('ENT_ENGAGEMENT_UNREAD', {
      why: 'the text does not say when they met, nor when it was written: give --published',
    });
  const sources = [options.source];
  const series: SeriesEntry = options.series ?? {
    kind: 'series',
    ...own(newId('series')),
    title: `${parties.join('-')} dialogue`,
    parties,
    reviewMonths: null,
    sources,
  };
  const standing = options.standing ?? standingOf(reading);
  const delegates = event === null ? [] : delegatesOf(event, parties);
  const meeting: MeetingEntry = {
    kind: 'meeting',
    id: newId('meeting'),
    series: series.id,
    title: document.headline ?? series.title,
    date,
    place: event?.where == null ? null : { text: event.where.text, country: event.where.country },
    status: event?.status === 'planned' ? 'planned' : 'held',
    delegates,
    sources,
  };
  const entry: DocumentEntry = {
    kind: 'document',
    id: newId('document'),
    series: series.id,
    meeting: meeting.id,
    form: standing === 'secondary' ? 'report' : formOf(document.headline),
    title: document.headline ?? options.source.title,
    issuers: standing === 'primary' ? parties : [],
    date: document.reference?.value ?? date,
    language: document.language,
    standing,
    version: 1,
    translationOf: null,
    sha256: document.sha256,
    text: document.text,
    warnings: [
      ...(standing === 'secondary' ? ['primary-not-held'] : []),
      ...document.warnings.filter((warning) => warning === 'cut-off' || warning === 'bidi-control'),
    ],
    names: { groups: groupsOf(reading), said: [] },
    sources,
  };
  const said = [
    ...reading.commitments.map((one) => promised(one, entry)),
    ...reading.positions.map((one) => taken(one, entry)),
  ];
  return {
    series,
    newSeries: options.series === null,
    meeting,
    document: entry,
    commitments: said.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)),
    notes: notesOf(reading, event, standing),
  };
}

/** All entries of a proposal, to be recorded. */
export function entriesOfProposal(proposal: Proposal): readonly EngagementEntry[] {
  const { series, newSeries, meeting, document, commitments } = proposal;
  return [...(newSeries ? [series] : []), meeting, document, ...commitments];
}

/** The hash that documents go by: of the text in UTF-8. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function own(id: string) {
  return { id, series: id };
}

/** The meeting that the text is about: one that was held goes first, then the one told best, then the latest. */
function dialogueOf({ events }: Reading): WireEvent | null {
  const meetings = events.filter(
    ({ type, status }) =>
      (type === 'dialogue' || type === 'visit') && (status === 'happened' || status === 'planned'),
  );
  const worth = (event: WireEvent) =>
    Number(event.type === 'dialogue') * 8 +
    Number(event.status === 'happened') * 4 +
    Math.min(3, event.participants.filter(({ role }) => role === 'co-chair').length);
  return (
    [...meetings].sort((a, b) => worth(b) - worth(a) || compare(dateOf(b) ?? '', dateOf(a) ?? ''))[0] ?? null
  );
}

function dateOf(event: WireEvent | null): string | null {
  return event?.when?.value ?? null;
}

function partiesOf(reading: Reading, event: WireEvent | null): readonly string[] {
  const countries = (people: boolean) =>
    (event?.participants ?? []).flatMap(({ kind, country }) =>
      country === null || (kind === 'person') !== people ? [] : [country],
    );
  // An officer "for the UN" is his state's: persons count only where the text names no states as having met.
  const states = countries(false);
  const met = states.length >= 2 ? states : [...states, ...countries(true)];
  const promised = reading.commitments.flatMap(({ parties }) => parties);
  return [...new Set(met.length >= 2 ? met : [...met, ...promised])].sort();
}

/** A text is the parties' own when nobody else stands as its writer and it calls itself a statement. */
function standingOf({ document }: Reading): DocumentEntry['standing'] {
  const head = document.text.slice(0, OPENING);
  const names = STATEMENT.test(document.headline ?? '') || STATEMENT.test(head.split('\n', 1)[0] ?? '');
  return names && document.agency === null && !document.syndicated ? 'primary' : 'secondary';
}

const OPENING = 400;
const STATEMENT = /\b(?:joint statement|statement|communiqu[eé]|joint declaration|press release|readout)\b/i;

function formOf(headline: string | null): DocumentForm {
  const low = (headline ?? '').toLowerCase();
  if (/communiqu/.test(low)) return 'communique';
  if (/joint (?:statement|declaration)/.test(low)) return 'joint-statement';
  return /press release|readout/.test(low) ? 'press-release' : 'public-statement';
}

function delegatesOf(event: WireEvent, parties: readonly string[]): readonly Delegate[] {
  const officers = event.participants.filter(({ kind, office }) => kind === 'person' && office !== null);
  const sideOf = ({ country }: { readonly country: string | null }) =>
    country !== null && parties.includes(country) ? country : null;
  const seated = new Set(officers.flatMap((one) => sideOf(one) ?? []));
  const left = parties.filter((party) => !seated.has(party));
  return officers.flatMap((one): readonly Delegate[] => {
    // Of two who co-chair, the one whose state the text does not tell is the other side's.
    const rest = one.role === 'co-chair' && parties.length === 2 && left.length === 1 ? left[0] : undefined;
    const party = sideOf(one) ?? rest;
    if (party === undefined || one.office === null) return [];
    return [
      {
        party,
        role: one.role === 'co-chair' ? 'head' : 'member',
        name: one.text,
        office: one.office.replace(/^the\s+/i, ''),
        body: null,
        acting: /\bacting\b/i.test(one.office),
      },
    ];
  });
}

function groupsOf({ mentions }: Reading): readonly EntityRef[] {
  const found = new Map<string, EntityRef>();
  for (const { kind, entity, caption } of mentions)
    if (kind === 'group' && entity !== null) found.set(entity, { entity, caption: caption ?? entity });
  return [...found.values()];
}

function promised(one: Commitment, document: DocumentEntry): CommitmentEntry {
  const due = one.due?.value ?? null;
  return {
    ...base(one, document),
    act: one.speechAct,
    binding: one.binding,
    measurable: one.measurable,
    why: one.why,
    due: due === null ? null : { kind: 'date', date: due },
    topic: one.topic,
    groups: one.against.map(({ entity, caption }) => ({ entity, caption })),
  };
}

function taken(one: Position, document: DocumentEntry): CommitmentEntry {
  return {
    ...base(one, document),
    beneficiaries: one.about,
    act: one.speechAct,
    binding: 'weak',
    measurable: false,
    why: 'no promise',
    due: null,
    topic: one.speechAct,
    groups: one.groups.map(({ entity, caption }) => ({ entity, caption })),
  };
}

function base({ span, parties }: Commitment | Position, document: DocumentEntry) {
  return {
    kind: 'commitment',
    id: newId('commitment'),
    series: document.series,
    meeting: document.meeting,
    document: document.id,
    text: span.quote,
    verbatim: true,
    span: { start: span.start, end: span.end, sha256: document.sha256 ?? '' },
    obligors: parties,
    beneficiaries: [] as readonly string[],
    items: null,
    predecessor: null,
    reviewMonths: null,
    standing: 'proposed',
    note: null,
    sources: document.sources,
  } as const;
}

function notesOf(
  reading: Reading,
  event: WireEvent | null,
  standing: DocumentEntry['standing'],
): readonly string[] {
  const { warnings, language } = reading.document;
  return [
    ...(standing === 'secondary'
      ? ['This is a report about a statement. The statement itself is not held.']
      : []),
    ...(event === null ? ['The text tells of no meeting; its date is the day of writing.'] : []),
    ...(event !== null && dateOf(event) === null
      ? ['The text gives no date of the meeting; the day of writing stands in.']
      : []),
    ...(warnings.includes('cut-off') ? ['The text is cut off: what it said at its end is not known.'] : []),
    ...(language === 'en' ? [] : [`The text is in "${language}": promises are read from English only.`]),
    ...(reading.commitments.length === 0 ? ['No promise was found in it.'] : []),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
