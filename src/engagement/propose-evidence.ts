import type { EvidenceEntry, Stance } from '../store/index.ts';
import type { Reading, WireEvent } from '../wire/index.ts';
import { newId } from './draft-id.ts';
import type { ListingChange } from './listing-differences.ts';
import { originOf } from './origin.ts';
import { type CommitmentView, happenedBy } from './views.ts';

/** Where proposed evidence comes from. */
export interface ProposalSource {
  readonly source: EvidenceEntry['source'];
  readonly agency: string | null;
  readonly sha256: string | null;
  readonly retrieved: string | null;
}

/** What a machine that proposes is called. */
const COLLECTOR = 'rule:proposal';

/** Nothing that a machine finds is graded by it: who confirms it grades it (F and 6: cannot be judged). */
const UNGRADED = { reliability: 'F', credibility: '6' } as const;

/**
 * Evidence that the events of a text may be, for open promises that were made before them (SPEC E4): a list event by a
 * party against a group that the promise names, or where it promises designations; arrests and operations against such
 * a group; a meeting or agreement of the same parties where they promised to meet or cooperate; an attack by such a
 * group, as context. All wait for a person.
 */
export function evidenceFromReading(
  views: readonly CommitmentView[],
  reading: Reading,
  from: ProposalSource,
): readonly EvidenceEntry[] {
  const { document } = reading;
  const fallback = document.reference?.value ?? null;
  return reading.events
    .filter(({ status }) => status === 'happened')
    .flatMap((event) => {
      const date = event.when?.value ?? fallback;
      if (date === null) return [];
      return views
        .filter((view) => view.open && madeBefore(view, date))
        .flatMap((view): readonly EvidenceEntry[] => {
          const stance = stanceOf(event, view, reading);
          return stance === null
            ? []
            : [proposed(view, stance, event.span.quote, date, { ...from, sha256: document.sha256 })];
        });
    });
}

/** The same for changes of the parties' lists. */
export function evidenceFromListings(
  views: readonly CommitmentView[],
  changes: readonly ListingChange[],
): readonly EvidenceEntry[] {
  return changes.flatMap((change) =>
    views
      .filter(
        (view) =>
          view.open &&
          madeBefore(view, change.date) &&
          view.commitment.obligors.includes(change.country) &&
          (view.commitment.topic === 'designations' || names(view, change.entity)),
      )
      .map((view) => {
        const gone = change.what === 'no-longer-listed' || change.what === 'programme-removed';
        const text = `${change.caption}: ${change.what.replaceAll('-', ' ')}${change.programme === null ? '' : ` (${change.programme})`} on ${change.list}`;
        return proposed(view, gone ? 'contradicts' : 'supports', text, change.date, {
          source: {
            publisher: change.authority,
            title: `${change.list}${change.reference === null ? '' : ` ${change.reference}`}`,
          },
          agency: null,
          sha256: null,
          retrieved: null,
        });
      }),
  );
}

function madeBefore({ made }: CommitmentView, date: string): boolean {
  return made !== null && !happenedBy(date, firstDay(made));
}

function firstDay(date: string): string {
  return date.split('/')[0]?.slice(0, 10) ?? date;
}

function names({ commitment }: CommitmentView, entity: string | null): boolean {
  return entity !== null && commitment.groups.some((group) => group.entity === entity);
}

const LISTING: ReadonlySet<WireEvent['type']> = new Set(['designation', 'ban', 'amendment']);
const ACTING: ReadonlySet<WireEvent['type']> = new Set(['arrest', 'operation']);
const MEETING_TOPICS: ReadonlySet<string> = new Set(['next-round', 'cooperation']);
const ACTING_TOPICS: ReadonlySet<string> = new Set([
  'justice',
  'threat-response',
  'counter-terrorism',
  'cooperation',
]);

function stanceOf(event: WireEvent, view: CommitmentView, reading: Reading): Stance | null {
  const { commitment } = view;
  const countries = new Set(event.participants.flatMap(({ country }) => country ?? []));
  const groups = event.participants.map(({ entity }) => entity);
  const byObligor = commitment.obligors.some((party) => countries.has(party));
  const aboutGroup = groups.some((entity) => names(view, entity));
  if (LISTING.has(event.type))
    return byObligor && (aboutGroup || commitment.topic === 'designations') ? 'supports' : null;
  if (event.type === 'delisting') return byObligor && aboutGroup ? 'contradicts' : null;
  if (ACTING.has(event.type))
    return byObligor && aboutGroup && ACTING_TOPICS.has(commitment.topic) ? 'supports' : null;
  if (event.type === 'dialogue' || event.type === 'agreement' || event.type === 'visit') {
    const all = commitment.obligors.length > 1 && commitment.obligors.every((party) => countries.has(party));
    return all && MEETING_TOPICS.has(commitment.topic) ? 'supports' : null;
  }
  if (event.type !== 'attack') return null;
  const blamed = reading.attributions
    .filter(({ event: id }) => id === event.id)
    .map(({ actor }) => actor?.entity ?? null);
  return [...groups, ...blamed].some((entity) => names(view, entity)) ? 'context' : null;
}

function proposed(
  { commitment }: CommitmentView,
  stance: Stance,
  text: string,
  date: string,
  { source, agency, sha256, retrieved }: ProposalSource,
): EvidenceEntry {
  return {
    kind: 'evidence',
    id: newId('evidence'),
    series: commitment.series ?? '',
    commitment: commitment.id,
    stance,
    text,
    date,
    source,
    archiveSha256: sha256,
    retrieved,
    collector: COLLECTOR,
    ...UNGRADED,
    origin: originOf(source, agency),
    standing: 'proposed',
  };
}
