import {
  engagementError,
  entriesOfProposal,
  type IntakeOptions,
  type Proposal,
  proposeDialogue,
  seriesBetween,
  seriesKnown,
} from '../engagement/index.ts';
import type { Clocks } from '../kernel/index.ts';
import type { Cited, DocumentEntry, Recording, SeriesEntry, Store } from '../store/index.ts';
import { readDocument } from './read-document.ts';

/** What a person says of a text beside the text. */
export interface DialogueText {
  readonly text: string;
  /** Where it comes from, as far as the text does not say. */
  readonly source: Partial<Cited> & { readonly title: string };
  readonly published?: string;
  /** The series it belongs to; without one, the only series between the parties that the text names. */
  readonly series?: string;
  readonly parties?: readonly string[];
  readonly standing?: DocumentEntry['standing'];
}

/**
 * Reads a statement or report and proposes the meeting, its delegations, the document and every promise. Nothing is
 * recorded. A report of the same meeting of a series that is held joins that meeting.
 */
export async function proposeFromText(store: Store, input: DialogueText, clocks: Clocks): Promise<Proposal> {
  const reading = await readDocument(store, input.text, {
    clocks,
    ...(input.published === undefined ? {} : { published: input.published }),
  });
  const { document } = reading;
  const source: Cited = {
    ...input.source,
    publisher: input.source.publisher ?? document.publisher ?? document.agency ?? 'not stated',
    ...(input.source.date === undefined && document.reference !== null
      ? { date: document.reference.value }
      : {}),
  };
  const options: Omit<IntakeOptions, 'series'> = {
    source,
    ...(input.standing === undefined ? {} : { standing: input.standing }),
    ...(input.parties === undefined ? {} : { parties: input.parties }),
  };
  const series = await seriesKnown(store.engagement, null);
  const named = input.series === undefined ? null : series.find(({ id }) => id === input.series);
  if (named === undefined)
    throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind: 'series', id: input.series ?? '' });
  if (named !== null) return joined(store, proposeDialogue(reading, { ...options, series: plain(named) }));
  const alone = proposeDialogue(reading, { ...options, series: null });
  const [first, second] = alone.series.parties;
  const between =
    first === undefined || second === undefined
      ? []
      : seriesBetween(series, first, second).filter(
          ({ parties }) => parties.length === alone.series.parties.length,
        );
  const [only] = between;
  if (only === undefined) return alone;
  if (between.length > 1)
    throw engagementError('ENT_ENGAGEMENT_UNREAD', {
      why: `there are several series between ${first} and ${second}; say which (--series ${between.map(({ id }) => id).join(' or ')})`,
    });
  return joined(store, proposeDialogue(reading, { ...options, series: plain(only) }));
}

/** Records a proposal as it is: the promises as proposed by a machine, for a person to confirm. */
export async function recordProposal(store: Store, proposal: Proposal, recording: Recording): Promise<void> {
  await store.engagement.record(entriesOfProposal(proposal), recording);
}

/** The proposal on the meeting of that day, where the series has it already; the same text twice is refused. */
async function joined(store: Store, proposal: Proposal): Promise<Proposal> {
  const held = await store.engagement.entries(['meeting', 'document'], [proposal.series.id], null);
  const same = held.find((entry) => entry.kind === 'document' && entry.sha256 === proposal.document.sha256);
  if (same !== undefined)
    throw engagementError('ENT_ENGAGEMENT_STATE', { why: `this text is held already, as ${same.id}` });
  const meeting = held.find(
    (entry) =>
      entry.kind === 'meeting' && entry.withdrawn === null && sameDays(entry.date, proposal.meeting.date),
  );
  if (meeting?.kind !== 'meeting') return proposal;
  const { stamp: _, revision: _r, withdrawn: _w, known: _k, ...entry } = meeting;
  return {
    ...proposal,
    meeting: entry,
    document: { ...proposal.document, meeting: meeting.id },
    commitments: proposal.commitments.map((one) => ({ ...one, meeting: meeting.id })),
    notes: [
      ...proposal.notes,
      `The record has this meeting already, as ${meeting.id}; the text is added to it.`,
    ],
  };
}

function sameDays(a: string, b: string): boolean {
  const first = (date: string) => date.split('/')[0];
  return a === b || first(a) === first(b);
}

function plain(series: SeriesEntry & { readonly stamp?: unknown }): SeriesEntry {
  const { kind, id, series: own, title, parties, reviewMonths, sources } = series;
  return { kind, id, series: own, title, parties, reviewMonths, sources };
}
