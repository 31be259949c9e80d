import { type Incident, wordKindOf } from '../engagement/index.ts';
import type { DocumentId, Store } from '../store/index.ts';
import type { IncidentSource } from './agenda.ts';
import { incidentsAcross, type Incident as JoinedIncident } from './documents/incidents.ts';

/**
 * Incidents in two states that the kept documents tell of, for their agenda. `may` says which documents may be used:
 * what somebody may not see does not show in his brief. Asked as known on a day, only documents of that day or before
 * count.
 */
export function keptIncidents(
  store: Store,
  parties: readonly string[],
  may: (document: DocumentId) => boolean = () => true,
): IncidentSource {
  return async (since, { asOf, knownAt }) => {
    const found = await incidentsAcross(store, {
      may,
      ...(since === null ? {} : { from: since }),
      ...(asOf === null ? {} : { to: asOf.slice(0, 10) }),
    });
    const incidents = found.flatMap((one): readonly Incident[] => {
      if (one.country === null || !parties.includes(one.country)) return [];
      const [told] = one.documents.filter(
        ({ day }) => knownAt === null || (day !== null && day <= knownAt.slice(0, 10)),
      );
      return told === undefined || one.date === since ? [] : [incidentFrom(one, told)];
    });
    return { incidents, accusations: [] };
  };
}

function incidentFrom(one: JoinedIncident, told: JoinedIncident['documents'][number]): Incident {
  return {
    date: one.date,
    type: one.type,
    subtype: one.subtype,
    place: one.place,
    country: one.country,
    quote: told.quote,
    killed: one.killed?.low ?? null,
    words: one.attributions.flatMap(({ kind, actor, speakers, hedges, at }) => {
      const word = wordKindOf(kind);
      return word === null
        ? []
        : [
            {
              kind: word,
              by: speakers[0] ?? null,
              about: actor?.text ?? null,
              hedge: hedges[0] ?? null,
              quote: at.quote,
            },
          ];
    }),
    source: told.id,
    standing: one.standing,
  };
}
