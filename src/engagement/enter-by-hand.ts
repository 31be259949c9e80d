import type {
  Engagement,
  HappeningEntry,
  MeetingEntry,
  Recorded,
  Recording,
  SelfReportEntry,
} from '../store/index.ts';
import { checkDate, entryOfKind } from './acts.ts';
import { newId } from './draft-id.ts';
import { engagementError } from './errors.ts';

/** What a person gives for a round. */
export type MeetingInput = Omit<MeetingEntry, 'kind' | 'id' | 'known' | 'series'> & {
  readonly series: string;
};

/** Enters a round of a series that is planned, or of which no text is held. Returns it. */
export async function addMeeting(
  engagement: Engagement,
  input: MeetingInput,
  recording: Recording,
): Promise<MeetingEntry> {
  const { parties } = await entryOfKind(engagement, 'series', input.series);
  checkDate('date', input.date);
  const stranger = input.delegates.find(({ party }) => !parties.includes(party));
  if (stranger !== undefined)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'party',
      value: stranger.party,
      expected: `a party of ${input.series}: ${parties.join(', ')}`,
    });
  const entry: MeetingEntry = { kind: 'meeting', id: newId('meeting'), ...input };
  await engagement.record([entry], recording);
  return entry;
}

/** What a person gives for something that was done, or for a change of where it stands. */
export type HappeningInput = Omit<HappeningEntry, 'kind' | 'id' | 'known' | 'series'> & {
  readonly series: string;
};

/**
 * Records an action on a promise, or a status event of a promise or of its whole series. A status has its word, an
 * action has none. Returns it.
 */
export async function addHappening(
  engagement: Engagement,
  input: HappeningInput,
  recording: Recording,
): Promise<HappeningEntry> {
  await entryOfKind(engagement, 'series', input.series);
  checkDate('date', input.date);
  if ((input.form === 'status') !== (input.status !== null))
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'status',
      value: input.status ?? 'none',
      expected: 'a word for a status, and none for an action',
    });
  if (input.commitment !== null) await ofSeries(engagement, input.commitment, input.series);
  const entry: HappeningEntry = { kind: 'happening', id: newId('happening'), ...input };
  await engagement.record([entry], recording);
  return entry;
}

/** What a person gives for a party's own report. */
export type SelfReportInput = Omit<SelfReportEntry, 'kind' | 'id' | 'known' | 'series'> & {
  readonly series: string;
};

/** Records what a party says of its own progress. It is no assessment and stands beside it. Returns it. */
export async function addSelfReport(
  engagement: Engagement,
  input: SelfReportInput,
  recording: Recording,
): Promise<SelfReportEntry> {
  const { parties } = await entryOfKind(engagement, 'series', input.series);
  checkDate('date', input.date);
  if (!parties.includes(input.party))
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'party',
      value: input.party,
      expected: `a party of ${input.series}: ${parties.join(', ')}`,
    });
  if (input.count !== null && input.count.done > input.count.of)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'count',
      value: `${input.count.done}/${input.count.of}`,
      expected: 'no more done than there are',
    });
  for (const id of input.commitments) await ofSeries(engagement, id, input.series);
  const entry: SelfReportEntry = { kind: 'self-report', id: newId('self-report'), ...input };
  await engagement.record([entry], recording);
  return entry;
}

async function ofSeries(engagement: Engagement, id: string, series: string): Promise<void> {
  const commitment: Recorded<{ readonly series: string | null }> = await entryOfKind(
    engagement,
    'commitment',
    id,
  );
  if (commitment.series !== series)
    throw engagementError('ENT_ENGAGEMENT_VALUE', {
      field: 'promise',
      value: id,
      expected: `a promise of ${series}`,
    });
}
