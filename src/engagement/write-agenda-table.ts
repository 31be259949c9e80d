import type { Agenda } from './agenda.ts';
import { changeWords } from './agenda-brief.ts';
import { csvOf } from './write-csv.ts';

const HEAD = ['part', 'id', 'date', 'who', 'what', 'state', 'detail', 'source'] as const;

/**
 * An agenda as one CSV table: open promises, groups that one side lists and the other does not, what changed on the
 * lists, what happened since, each under its `part`.
 */
export function agendaCsv(agenda: Agenda): string {
  return csvOf(HEAD, [
    ...agenda.promises.map((promise) => [
      'open promise',
      promise.id,
      promise.made,
      promise.obligors.join(' '),
      promise.text,
      [
        promise.overdue ? 'overdue' : promise.due.state,
        promise.stale ? 'stale' : '',
        promise.proposed ? 'machine-read' : '',
      ]
        .filter((part) => part !== '')
        .join('; '),
      promise.findings.map(({ assessor, of, result }) => `${assessor} on ${of}: ${result}`).join('; '),
      promise.meeting,
    ]),
    ...agenda.groups.map((group) => [
      'listing',
      group.entity,
      null,
      group.listedBy,
      group.caption,
      Object.entries(group.sides)
        .map(([code, { listed, since }]) => `${code}: ${listed}${since === null ? '' : ` since ${since}`}`)
        .join('; '),
      group.first === null ? null : `first: ${group.first}`,
      Object.values(group.sides)
        .flatMap(({ lines }) =>
          lines.map(({ list, reference }) => `${list}${reference === null ? '' : `:${reference}`}`),
        )
        .join(' '),
    ]),
    ...agenda.changes.map((change) => [
      'change of a list',
      change.entity,
      change.date,
      change.country,
      change.caption,
      change.what,
      changeWords(change),
      `${change.list}${change.reference === null ? '' : `:${change.reference}`}`,
    ]),
    ...agenda.incidents.map((incident) => [
      'incident',
      null,
      incident.date,
      incident.country,
      incident.quote,
      `${incident.type}, ${incident.standing}`,
      incident.words
        .map(({ kind, by, about, quote }) => [kind, by, about, quote].filter(Boolean).join(': '))
        .join('; '),
      incident.source,
    ]),
    ...agenda.accusations.map((accusation) => [
      'accusation',
      null,
      null,
      accusation.accuser,
      accusation.quote,
      accusation.hedge,
      accusation.denial === null ? null : `denied: ${accusation.denial}`,
      accusation.source,
    ]),
  ]);
}
