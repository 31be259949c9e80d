import type { Dossier } from './dossier.ts';

/** An office, with who sat at the table for it and when. */
export interface OfficeHistory {
  readonly party: string;
  /** Id of the office as an entity, where the record has it. */
  readonly body: string | null;
  /** What it was called last. */
  readonly office: string;
  readonly holders: readonly {
    readonly name: string | null;
    readonly office: string;
    readonly acting: boolean;
    readonly meeting: string;
    readonly date: string;
  }[];
}

/**
 * The offices at the table over time. An office that the record has as an entity is followed through its names; any
 * other is what its name says. A person stands under the office that he held that day.
 */
export function officeHistory({ meetings, bodies }: Dossier): readonly OfficeHistory[] {
  const names = new Map(bodies.map((body) => [body.id, body.names.at(-1)?.text ?? body.id]));
  const found = new Map<string, { -readonly [K in keyof OfficeHistory]: OfficeHistory[K] }>();
  for (const meeting of meetings) {
    if (meeting.withdrawn !== null) continue;
    for (const { party, name, office, body, acting } of meeting.delegates) {
      const key = body ?? `${party}\n${office.toLowerCase()}`;
      const held = found.get(key);
      const holder = { name, office, acting, meeting: meeting.id, date: meeting.date };
      found.set(key, {
        party,
        body,
        office: (body === null ? null : names.get(body)) ?? office,
        holders: [...(held?.holders ?? []), holder],
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.party < b.party ? -1 : a.party > b.party ? 1 : 0));
}
