import { dateBounds, parseDate, type TimePoint } from '../kernel/index.ts';
import type { Cited, EntityView, ListState, MeetingEntry, Recorded } from '../store/index.ts';
import type { Dossier } from './dossier.ts';
import type { Accusation, Incident } from './incidents.ts';
import {
  type GroupDifference,
  type ListingChange,
  listingChanges,
  listingDifferences,
} from './listing-differences.ts';
import { type PlanTotals, planTotals, type RollUp, rollUp } from './roll-up.ts';
import type { CommitmentView } from './views.ts';

/** A round, with what is held of its documents. */
export interface RoundView {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly place: MeetingEntry['place'];
  readonly status: MeetingEntry['status'];
  readonly delegates: MeetingEntry['delegates'];
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly standing: 'primary' | 'secondary';
    readonly held: 'text' | 'facts';
    readonly warnings: readonly string[];
  }[];
}

/** An open promise as an agenda shows it. */
export interface AgendaPromise {
  readonly id: string;
  readonly text: string;
  readonly verbatim: boolean;
  readonly made: string | null;
  readonly meeting: string | null;
  readonly obligors: readonly string[];
  readonly act: string;
  readonly binding: string;
  readonly topic: string;
  readonly measurable: boolean;
  readonly why: string;
  readonly due: CommitmentView['due'];
  readonly evidence: CommitmentView['evidence'];
  /** Each assessor's current finding, side by side. */
  readonly findings: readonly {
    readonly assessor: string;
    readonly of: string;
    readonly result: string;
    readonly confidence: string;
    readonly date: string;
    readonly replied: boolean;
  }[];
  readonly agreement: CommitmentView['agreement'];
  readonly lastKnown: string | null;
  readonly reviewBy: string | null;
  readonly stale: boolean;
  readonly overdue: boolean;
  /** Read by a machine and not confirmed by a person. */
  readonly proposed: boolean;
}

/** A list of the two sides or the United Nations, and whether it is held. */
export interface ListHeld {
  readonly list: string;
  readonly title: string;
  readonly country: string;
  /** When it was last observed, as known at the moment asked about; `null`: only the starter record's claims. */
  readonly observed: string | null;
  readonly stale: boolean;
}

/** What two parties should have before them when they next meet. */
export interface Agenda {
  readonly parties: readonly [string, string];
  readonly asOf: TimePoint;
  readonly knownAt: TimePoint | null;
  readonly series: readonly { readonly id: string; readonly title: string }[];
  /** Held rounds, the newest first. */
  readonly rounds: readonly RoundView[];
  readonly next: RoundView | null;
  /** The day that "since the last round" counts from; `null` without a round. */
  readonly since: string | null;
  /** Whether both have lists that the record knows. Without, "not listed" would say nothing, and nothing is compared. */
  readonly listsCompared: boolean;
  readonly groups: readonly GroupDifference[];
  readonly groupCounts: Readonly<Record<string, number>>;
  readonly promises: readonly AgendaPromise[];
  readonly rollUp: readonly RollUp[];
  readonly plans: readonly PlanTotals[];
  readonly incidents: readonly Incident[];
  readonly accusations: readonly Accusation[];
  readonly changes: readonly ListingChange[];
  readonly lists: readonly ListHeld[];
  readonly sources: readonly Cited[];
  /** What limits the brief, in sentences: what is not held, not asked, or only reported. */
  readonly limits: readonly string[];
}

/** What an agenda is made of. */
export interface AgendaInput {
  readonly parties: readonly [string, string];
  readonly dossier: Dossier;
  /** The record's groups, with their listings as of and as known at the same moment. */
  readonly groups: readonly EntityView[];
  readonly lists: readonly ListState[];
  /** Told in texts that are held, since the last round. */
  readonly incidents: readonly Incident[];
  readonly accusations: readonly Accusation[];
  /** Whether reports kept beside the dialogue's own documents were looked through. */
  readonly reportsAsked: boolean;
  /** Whether the question itself had a day: listings are then those of that day. */
  readonly asked: TimePoint | null;
}

/** Puts an agenda together. Pure: everything that it says was asked for one moment before. */
export function makeAgenda(input: AgendaInput): Agenda {
  const { parties, dossier, groups, lists } = input;
  const { asOf } = dossier;
  const rounds = heldRounds(dossier);
  const since = briefSince(dossier);
  const silent = parties.filter((code) => !lists.some(({ authority }) => authority.country === code));
  const differences = silent.length > 0 ? [] : listingDifferences(groups, parties, input.asked);
  const countries = [...parties, 'UN'];
  const changes = since === null ? [] : listingChanges(groups, countries, since, asOf);
  const held = lists
    .filter(({ authority }) => countries.includes(authority.country))
    .map((list) => heldList(list, dossier));
  const open = dossier.commitments.filter(({ open: isOpen }) => isOpen);
  const meetings = new Map(dossier.meetings.map((meeting) => [meeting.id, meeting]));
  const counts = Object.fromEntries(
    ['both', ...countries].map((key) => [key, differences.filter(({ listedBy }) => listedBy === key).length]),
  );
  return {
    parties,
    asOf,
    knownAt: dossier.knownAt,
    series: dossier.series.map(({ id, title }) => ({ id, title })),
    rounds: rounds.map((meeting) => roundView(meeting, dossier)),
    next: nextRound(dossier),
    since,
    listsCompared: silent.length === 0,
    groups: differences,
    groupCounts: counts,
    promises: open.map((view) => promiseView(view, meetings)).sort(byUrgency),
    rollUp: rollUp(dossier.commitments),
    plans: planTotals(dossier.commitments),
    incidents: input.incidents,
    accusations: input.accusations,
    changes,
    lists: held,
    sources: sourcesOf(dossier),
    limits: [
      ...silent.map((code) => `No list of ${code} is known to the record, so lists are not compared.`),
      ...limitsOf(input, held, rounds),
    ],
  };
}

function heldRounds({ meetings, asOf }: Dossier): readonly Recorded<MeetingEntry>[] {
  return meetings
    .filter(({ date, withdrawn }) => withdrawn === null && (dateBounds(parseDate(date)).from ?? '') <= asOf)
    .reverse();
}

/**
 * The day that "since the last round" counts from, `null` without a round: the last day of the last round, or of the
 * one before while the last was only just held, so that a brief on its morrow looks back over the interval.
 */
export function briefSince(dossier: Dossier): string | null {
  const [last, before] = heldRounds(dossier);
  if (last === undefined) return null;
  const fresh = daysBetween(lastDay(last.date), dossier.asOf) <= FRESH_DAYS;
  return lastDay(fresh && before !== undefined ? before.date : last.date);
}

const FRESH_DAYS = 14;

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function lastDay(date: string): string {
  const { to } = dateBounds(parseDate(date));
  return to === null
    ? date
    : new Date(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function nextRound(dossier: Dossier): RoundView | null {
  const next = dossier.meetings.find(
    ({ date, withdrawn }) => withdrawn === null && (dateBounds(parseDate(date)).from ?? '') > dossier.asOf,
  );
  return next === undefined ? null : roundView(next, dossier);
}

function roundView(meeting: Recorded<MeetingEntry>, { documents }: Dossier): RoundView {
  const { id, title, date, place, status, delegates } = meeting;
  return {
    id,
    title,
    date,
    place,
    status,
    delegates,
    documents: documents
      .filter((document) => document.meeting === id && document.withdrawn === null)
      .map((document) => ({
        id: document.id,
        title: document.title,
        date: document.date,
        standing: document.standing,
        held: document.text === null ? 'facts' : 'text',
        warnings: document.warnings,
      })),
  };
}

function promiseView(view: CommitmentView, meetings: ReadonlyMap<string, MeetingEntry>): AgendaPromise {
  const { commitment, made, due, evidence, agreement, lastKnown, reviewBy, stale } = view;
  return {
    id: commitment.id,
    text: commitment.text,
    verbatim: commitment.verbatim,
    made,
    meeting:
      commitment.meeting === null ? null : (meetings.get(commitment.meeting)?.title ?? commitment.meeting),
    obligors: commitment.obligors,
    act: commitment.act,
    binding: commitment.binding,
    topic: commitment.topic,
    measurable: commitment.measurable,
    why: commitment.why,
    due,
    evidence,
    findings: view.assessments
      .filter(({ current }) => current)
      .map(({ assessment, replies }) => ({
        assessor: assessment.assessor.name,
        of: assessment.of,
        result: assessment.result,
        confidence: assessment.confidence,
        date: assessment.date,
        replied: replies.length > 0,
      })),
    agreement,
    lastKnown,
    reviewBy,
    stale,
    overdue: due.state === 'overdue',
    proposed: commitment.standing === 'proposed',
  };
}

/** Overdue first, then what falls due, then the newest. */
function byUrgency(a: AgendaPromise, b: AgendaPromise): number {
  const rank = ({ due }: AgendaPromise) => URGENCY.indexOf(due.state);
  return rank(a) - rank(b) || compare(b.made ?? '', a.made ?? '') || compare(a.id, b.id);
}

const URGENCY = ['overdue', 'due-now', 'soon', 'ahead', 'none'];

function heldList(list: ListState, { knownAt, asOf }: Dossier): ListHeld {
  const until = (knownAt ?? '9999-12-31').slice(0, 10);
  const observed =
    list.snapshots
      .filter(({ state, observed: at }) => state === 'accepted' && at.slice(0, 10) <= until)
      .at(-1)?.observed ?? null;
  return {
    list: list.id,
    title: list.title,
    country: list.authority.country,
    observed,
    stale: observed !== null && daysBetween(observed.slice(0, 10), asOf) > list.staleAfterDays,
  };
}

/** Every document that the agenda rests on, each once, newest first. */
function sourcesOf({ meetings, documents, commitments, happenings, selfReports }: Dossier): readonly Cited[] {
  const all = [
    ...meetings.flatMap(({ sources }) => sources),
    ...documents.flatMap(({ sources }) => sources),
    ...happenings.flatMap(({ sources }) => sources),
    ...selfReports.flatMap(({ sources }) => sources),
    ...commitments.flatMap(({ assessments }) => assessments.flatMap(({ assessment }) => assessment.sources)),
  ];
  const unique = new Map(
    all.map((source) => [source.url ?? source.via ?? `${source.publisher} ${source.title}`, source]),
  );
  return [...unique.values()].sort((a, b) => compare(b.date ?? '', a.date ?? ''));
}

function limitsOf(
  { dossier, incidents, reportsAsked, parties }: AgendaInput,
  lists: readonly ListHeld[],
  rounds: readonly MeetingEntry[],
): readonly string[] {
  const limits: string[] = [];
  if (rounds.length === 0)
    limits.push(`No round between ${parties.join(' and ')} is in the record by that day.`);
  for (const document of dossier.documents)
    if (
      document.standing === 'secondary' &&
      !dossier.documents.some((other) => other.meeting === document.meeting && other.standing === 'primary')
    )
      limits.push(`"${document.title}" is a report; the statement that it reports is not held.`);
  const claimed = lists.filter(({ observed }) => observed === null).map(({ list }) => list);
  if (claimed.length > 0)
    limits.push(`Not loaded, known only from what the starter record cites: ${claimed.join(', ')}.`);
  const stale = lists
    .filter(({ stale: isStale }) => isStale)
    .map(({ list, observed }) => `${list} (${observed})`);
  if (stale.length > 0) limits.push(`Last observed long before that day: ${stale.join(', ')}.`);
  if (!reportsAsked) limits.push('Reports kept beside the dialogue’s own documents were not looked through.');
  if (incidents.length === 0)
    limits.push(
      'No text that is held tells of an incident since the last round; that none happened does not follow.',
    );
  else limits.push('Incidents are those told in texts that are held, as a machine read them.');
  return limits;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
