import type { Clocks, TimePoint } from '../kernel/index.ts';
import type {
  BodyEntry,
  DocumentEntry,
  Engagement,
  EngagementEntry,
  EvidenceCount,
  GuidelineEntry,
  HappeningEntry,
  MeetingEntry,
  Recorded,
  SelfReportEntry,
  SeriesEntry,
} from '../store/index.ts';
import { engagementError } from './errors.ts';
import { type CommitmentView, happenedBy, viewCommitments } from './views.ts';

/** Some dialogue series with all that the record holds of them, as of and as known at a moment. */
export interface Dossier {
  readonly asOf: TimePoint;
  readonly knownAt: TimePoint | null;
  readonly series: readonly Recorded<SeriesEntry>[];
  /** Oldest first. */
  readonly meetings: readonly Recorded<MeetingEntry>[];
  readonly documents: readonly Recorded<DocumentEntry>[];
  readonly commitments: readonly CommitmentView[];
  /** What happened to a series as a whole. */
  readonly happenings: readonly Recorded<HappeningEntry>[];
  readonly selfReports: readonly Recorded<SelfReportEntry>[];
  readonly guidelines: readonly Recorded<GuidelineEntry>[];
  readonly bodies: readonly Recorded<BodyEntry>[];
}

/** The series held, as known at a moment. */
export function seriesKnown(
  engagement: Engagement,
  knownAt: Clocks['knownAt'],
): Promise<readonly Recorded<SeriesEntry>[]> {
  return engagement.entries(['series'], null, knownAt);
}

/** The series between two parties, in whatever order they are named, others at the table or not. */
export function seriesBetween<S extends SeriesEntry>(
  series: readonly S[],
  a: string,
  b: string,
): readonly S[] {
  return series.filter(({ parties }) => parties.includes(a) && parties.includes(b));
}

/**
 * Gathers some series. `asOf` null asks about `today`. Meetings still to come on that day stay, as planned; what was
 * said or found later is left out. Throws `ENT_ENGAGEMENT_UNKNOWN` for a series that was not known.
 */
export async function dossierOf(
  engagement: Engagement,
  ids: readonly string[],
  clocks: Clocks,
  today: TimePoint,
): Promise<Dossier> {
  const asOf = (clocks.asOf ?? today).slice(0, 10);
  const { knownAt } = clocks;
  const entries = await engagement.entries(
    [
      'series',
      'meeting',
      'document',
      'commitment',
      'happening',
      'self-report',
      'guideline',
      'assessment',
      'reply',
      'withdrawal',
    ],
    ids,
    knownAt,
  );
  const evidence = await engagement.evidenceCounts(ids, { asOf: clocks.asOf, knownAt });
  const bodies = await engagement.entries(['body'], null, knownAt);
  const held = MADE.get(entries);
  if (
    held !== undefined &&
    held.from.evidence === evidence &&
    held.from.bodies === bodies &&
    held.dossier.asOf === asOf &&
    held.dossier.knownAt === knownAt
  )
    return held.dossier;
  const dossier = assembled({ ids, entries, evidence, bodies }, asOf, knownAt);
  MADE.set(entries, { from: { evidence, bodies }, dossier });
  return dossier;
}

interface Gathered {
  readonly ids: readonly string[];
  readonly entries: readonly Recorded<Exclude<EngagementEntry, BodyEntry>>[];
  readonly evidence: readonly EvidenceCount[];
  readonly bodies: readonly Recorded<BodyEntry>[];
}

/** The last dossier that was made of some entries, which the store gives again as long as nothing is new. */
const MADE = new WeakMap<
  Gathered['entries'],
  { readonly from: Pick<Gathered, 'evidence' | 'bodies'>; readonly dossier: Dossier }
>();

function assembled(
  { ids, entries, evidence, bodies }: Gathered,
  asOf: TimePoint,
  knownAt: TimePoint | null,
): Dossier {
  const of = <K extends (typeof entries)[number]['kind']>(kind: K) =>
    entries.filter((entry): entry is Extract<(typeof entries)[number], { kind: K }> => entry.kind === kind);
  const series = of('series');
  const missing = ids.find((id) => !series.some((one) => one.id === id));
  if (missing !== undefined) throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind: 'series', id: missing });
  const meetings = of('meeting').filter(({ date, status }) => status === 'planned' || happenedBy(date, asOf));
  const documents = of('document').filter(({ date }) => happenedBy(date, asOf));
  const happenings = of('happening').filter(({ date }) => happenedBy(date, asOf));
  const selfReports = of('self-report').filter(({ date }) => happenedBy(date, asOf));
  const commitments = viewCommitments(
    {
      commitments: of('commitment'),
      assessments: of('assessment'),
      replies: of('reply'),
      happenings,
      selfReports,
      evidence,
      withdrawn: new Set(of('withdrawal').map(({ target }) => target)),
      days: new Map([...of('document'), ...of('meeting')].map(({ id, date }) => [id, date])),
      reviewMonths: new Map(series.map(({ id, reviewMonths }) => [id, reviewMonths])),
    },
    asOf,
  );
  return {
    asOf,
    knownAt,
    series,
    meetings: byDate(meetings),
    documents: byDate(documents),
    commitments,
    happenings: byDate(happenings),
    selfReports: byDate(selfReports),
    guidelines: of('guideline'),
    bodies,
  };
}

function byDate<T extends { readonly date: string; readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}
