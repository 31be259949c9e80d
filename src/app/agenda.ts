import {
  type Accusation,
  type Agenda,
  accusationsIn,
  briefSince,
  type Dossier,
  dossierOf,
  engagementError,
  happenedBy,
  type Incident,
  incidentsIn,
  makeAgenda,
  seriesBetween,
  seriesKnown,
} from '../engagement/index.ts';
import type { Clocks } from '../kernel/index.ts';
import type { Engagement, Store } from '../store/index.ts';
import { readReport } from '../wire/index.ts';
import { cachedGazetteer } from './cached-gazetteer.ts';
import { heldProfiles } from './held-profiles.ts';

/** Incidents and accusations from elsewhere, told since a day. */
export type IncidentSource = (
  since: string | null,
  clocks: Clocks,
) => Promise<{
  readonly incidents: readonly Incident[];
  readonly accusations: readonly Accusation[];
}>;

/**
 * The brief for the next meeting of two parties: where their lists differ, what was promised and is open, what happened
 * since the last round, and what changed on the lists. `asOf` null asks about today. Without a round in the record the
 * brief still says where the lists differ. Throws `ENT_ENGAGEMENT_VALUE` for a party that is neither a country nor at
 * any table of the record. `engagement` is where dialogues are read, when the lists are to be those of a state before.
 */
export async function agendaFor(
  store: Store,
  parties: readonly [string, string],
  clocks: Clocks,
  now: () => Date,
  incidentSource: IncidentSource | null = null,
  engagement: Engagement = store.engagement,
): Promise<Agenda> {
  const today = now().toISOString().slice(0, 10);
  const known = await seriesKnown(engagement, clocks.knownAt);
  for (const party of parties) checkParty(party, known);
  const series = seriesBetween(known, ...parties);
  const dossier = await dossierOf(
    engagement,
    series.map(({ id }) => id),
    clocks,
    today,
  );
  const since = briefSince(dossier);
  const held = await toldInTexts(store, dossier, since, clocks);
  const more = incidentSource === null ? NOTHING : await incidentSource(since, clocks);
  return makeAgenda({
    parties,
    dossier,
    groups: await heldProfiles(store, clocks),
    lists: await store.lists(),
    incidents: [...held.incidents, ...more.incidents],
    accusations: [...held.accusations, ...more.accusations],
    asked: clocks.asOf,
    reportsAsked: incidentSource !== null,
  });
}

function checkParty(party: string, series: readonly { readonly parties: readonly string[] }[]): void {
  if (isRegion(party) || series.some(({ parties }) => parties.includes(party))) return;
  throw engagementError('ENT_ENGAGEMENT_VALUE', {
    field: 'party',
    value: party,
    expected:
      'the code of a country (ISO 3166-1: PK, US) or of a body that takes part in a dialogue of the record',
  });
}

/** Whether a text is the code of a country or of a grouping of them in CLDR (`EU`, `UN`), and no code for trying. */
function isRegion(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_REGIONS.includes(code) && REGIONS.of(code) !== undefined;
}

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const NO_REGIONS: readonly string[] = ['XA', 'XB', 'ZZ'];

interface Told {
  readonly incidents: readonly Incident[];
  readonly accusations: readonly Accusation[];
}

const NOTHING: Told = { incidents: [], accusations: [] };

/** What the held texts of the dialogue itself tell of the time since the last round. */
async function toldInTexts(
  store: Store,
  dossier: Dossier,
  since: string | null,
  clocks: Clocks,
): Promise<Told> {
  const texts = dossier.documents.filter(({ text, withdrawn }) => text !== null && withdrawn === null);
  if (texts.length === 0) return NOTHING;
  const names = await cachedGazetteer(store, clocks);
  const told = texts.map(({ id, text, date }): Told => {
    const reading = readReport(text ?? '', { gazetteer: names, publishedHint: date.slice(0, 10) });
    return {
      incidents: incidentsIn(reading, id).filter((incident) => isSince(incident.date, since, dossier.asOf)),
      accusations: isSince(date, since, dossier.asOf) ? accusationsIn(reading, id) : [],
    };
  });
  return {
    incidents: told.flatMap(({ incidents }) => incidents),
    accusations: told.flatMap(({ accusations }) => accusations),
  };
}

/** Whether something dated lies after the last round and not after the day asked about; undated things stay. */
function isSince(date: string | null, since: string | null, asOf: string): boolean {
  if (date === null) return true;
  return happenedBy(date, asOf) && (since === null || !happenedBy(date, since));
}
