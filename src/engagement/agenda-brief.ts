import type { Agenda, AgendaPromise } from './agenda.ts';
import { type Block, type Brief, listOr, type Section, tableOr } from './brief.ts';
import type { Incident } from './incidents.ts';
import type { GroupDifference, ListingChange, SideView } from './listing-differences.ts';
import { planWords } from './plan-words.ts';

/** An agenda as a paper to take into the meeting, with its sources. */
export function agendaBrief(agenda: Agenda): Brief {
  const [a, b] = agenda.parties;
  return {
    title: `${a} and ${b}: agenda for the next round`,
    subtitle: `As of ${agenda.asOf}${agenda.knownAt === null ? '' : `, as known on ${agenda.knownAt.slice(0, 10)}`}. ${
      agenda.since === null ? 'No round is in the record.' : `Looking back to ${agenda.since}.`
    }`,
    sections: [
      rounds(agenda),
      promises(agenda),
      ...(agenda.plans.length === 0 ? [] : [plans(agenda)]),
      listings(agenda),
      changes(agenda),
      incidents(agenda),
      sources(agenda),
    ],
    limits: agenda.limits,
  };
}

function rounds({ rounds: held, next }: Agenda): Section {
  return {
    heading: 'Rounds',
    blocks: [
      tableOr(
        ['date', 'where', 'heads of delegation', 'documents'],
        [...(next === null ? [] : [next]), ...held.slice(0, MOST_ROUNDS)].map((round) => [
          `${round.date}${round.status === 'planned' ? ' (planned)' : ''}`,
          [round.place?.text, round.place?.country].filter((part) => part != null).join(', '),
          round.delegates
            .filter(({ role }) => role === 'head')
            .map(
              ({ party, name, office, acting }) =>
                `${party}: ${name ?? 'not named'}, ${acting ? 'acting ' : ''}${office}`,
            )
            .join('; '),
          round.documents
            .map(
              ({ title, standing, held: how }) =>
                `${title} (${standing}, ${how === 'text' ? 'text held' : 'facts noted'})`,
            )
            .join('; '),
        ]),
        'No round is in the record.',
      ),
    ],
  };
}

const MOST_ROUNDS = 4;

function promises({ promises: open, rollUp }: Agenda): Section {
  return {
    heading: `Open promises (${open.length})`,
    blocks: [
      listOr(
        rollUp.map(
          ({
            party,
            promises: all,
            proposed,
            open: left,
            overdue,
            stale,
            unmeasurable,
            coverage,
            disagreements,
          }) =>
            `${party}: ${all} promises, ${left} open, ${overdue} overdue, ${stale} stale, ${unmeasurable} that nobody could measure; ${coverage.words}${proposed === 0 ? '' : `; ${proposed} more that a machine read wait for a person`}${
              disagreements.length === 0 ? '' : `; assessors differ on ${disagreements.length}`
            }.`,
        ),
        'Nobody has promised anything in the record.',
      ),
      tableOr(
        ['promise', 'who', 'made', 'force', 'due', 'evidence', 'assessed', 'note'],
        open.map((promise) => [
          `${promise.verbatim ? `“${promise.text}”` : promise.text} [${promise.id}]`,
          promise.obligors.join(', '),
          promise.made ?? '',
          `${promise.act}, ${promise.binding}`,
          dueWords(promise),
          evidenceWords(promise),
          promise.findings
            .map(
              ({ assessor, of, result, replied }) =>
                `${assessor} on ${of}: ${result}${replied ? ', replied' : ''}`,
            )
            .join('; ') || 'not assessed',
          [
            promise.overdue ? 'OVERDUE' : '',
            promise.stale ? `stale: nothing known since ${promise.lastKnown}` : '',
            promise.measurable ? '' : 'not measurable',
            promise.proposed ? 'machine-read, not confirmed' : '',
          ]
            .filter((part) => part !== '')
            .join('; '),
        ]),
        'No promise is open.',
      ),
    ],
  };
}

function dueWords({ due }: AgendaPromise): string {
  if (due.to === null) return 'no date';
  return due.from === due.to ? due.to : `${due.from} to ${due.to}`;
}

/** Pieces and origins, apart: ten copies of one story are one. */
function evidenceWords({ evidence }: AgendaPromise): string {
  const words = Object.entries(evidence)
    .filter(([, { pieces }]) => pieces > 0)
    .map(
      ([stance, { pieces, origins }]) =>
        `${pieces} ${stance}${origins === pieces ? '' : ` (${origins} independent)`}`,
    );
  return words.length === 0 ? 'none' : words.join('; ');
}

function plans({ plans: totals }: Agenda): Section {
  return { heading: 'Plans with items', blocks: [{ kind: 'list', items: totals.flatMap(planWords) }] };
}

function listings({ groups, parties: [a, b], groupCounts, listsCompared }: Agenda): Section {
  if (!listsCompared)
    return {
      heading: 'Where the lists differ',
      blocks: [{ kind: 'text', text: 'Not compared: the record knows no list of one of them.' }],
    };
  const columns = ['group', `${a} since`, `${b} since`, 'UN since', 'names on the lists'];
  const row = ({ caption, sides, first }: GroupDifference) => [
    first === null ? caption : `${caption} (${first} first)`,
    since(sides[a]),
    since(sides[b]),
    since(sides.UN),
    [
      ...new Set([a, b, 'UN'].flatMap((code) => sides[code]?.names ?? [])),
      ...[a, b].flatMap((code) => (sides[code]?.labels ?? []).map((label) => `${code} says “${label}”`)),
    ].join('; '),
  ];
  /** Groups active in one of the two states in full; of the others the names. */
  const part = (heading: string, key: string): readonly Block[] => {
    const all = groups.filter(({ listedBy }) => listedBy === key);
    const near = all.filter(({ countries }) => countries.includes(a) || countries.includes(b));
    const far = all.filter((group) => !near.includes(group)).map(({ caption }) => caption);
    return [
      { kind: 'text', text: `${heading}:` },
      tableOr(columns, near.map(row), `None that is active in ${a} or ${b}.`),
      ...(far.length === 0
        ? []
        : [{ kind: 'text', text: `Active elsewhere (${far.length}): ${far.join('; ')}.` } as const]),
    ];
  };
  return {
    heading: 'Where the lists differ',
    blocks: [
      {
        kind: 'text',
        text: `Of the record's groups ${groupCounts.both} are listed by both, ${groupCounts[a]} by ${a} alone, ${groupCounts[b]} by ${b} alone, and ${groupCounts.UN} by the United Nations alone.`,
      },
      ...part(`Listed by ${a} and not by ${b}`, a),
      ...part(`Listed by ${b} and not by ${a}`, b),
      ...part('Listed by the United Nations and by neither', 'UN'),
      ...part('Listed by both', 'both'),
    ],
  };
}

function since(side: SideView | undefined): string {
  if (side === undefined || side.listed === 'not-listed') return '—';
  const lines = side.lines.map(
    ({ since: date, list, programmes, status }) =>
      `${date} ${list}${programmes.length === 0 ? '' : ` (${programmes.join(', ')})`}${status === 'unclear' ? ', unclear' : ''}`,
  );
  return lines.join('; ');
}

function changes({ changes: all, since: from }: Agenda): Section {
  return {
    heading: `Changes on the lists${from === null ? '' : ` since ${from}`}`,
    blocks: [listOr(all.map(changeWords), 'None is known.')],
  };
}

/** One change in a sentence. */
export function changeWords(change: ListingChange): string {
  const what = {
    listed: 'listed',
    'no-longer-listed': 'no longer listed',
    'programme-added': 'programme added',
    'programme-removed': 'programme removed',
  }[change.what];
  const programme = change.programme === null ? '' : ` (${change.programme})`;
  const name =
    change.name === null || change.name.toLowerCase() === change.caption.toLowerCase()
      ? ''
      : ` as ${change.name}`;
  return `${change.date}${change.basis === 'inferred' ? ' (between two snapshots)' : ''}: ${change.country}, ${change.list}: ${change.caption} ${what}${name}${programme}`;
}

function incidents({ incidents: told, accusations, since: from }: Agenda): Section {
  return {
    heading: `Incidents${from === null ? '' : ` since ${from}`}, and who says what`,
    blocks: [
      listOr(told.map(incidentWords), 'None is told in the texts that are held.'),
      listOr(
        accusations.map(
          ({ accuser, accused, of, act, hedge, denial, source }) =>
            `${accuser ?? 'Somebody unnamed'} accuses ${accused} of ${act} ${of}${hedge === null ? '' : ` (“${hedge}”)`}; ${
              denial === null ? 'no denial in that text' : `denied: “${denial}”`
            } [${source}]`,
        ),
        'No accusation between states is told in them.',
      ),
    ],
  };
}

function incidentWords({
  date,
  type,
  subtype,
  place,
  country,
  quote,
  killed,
  words,
  source,
}: Incident): string {
  const where = [place, country].filter((part) => part !== null).join(', ');
  const said = words
    .map(
      ({ kind, by, about, hedge }) =>
        `${kind}${about === null ? '' : ` ${about}`}${by === null ? '' : `, says ${by}`}${hedge === null ? '' : ` (“${hedge}”)`}`,
    )
    .join('; ');
  return `${date ?? 'no date'}: ${subtype ?? type}${where === '' ? '' : ` in ${where}`}: “${quote}”${
    killed === null ? '' : `, ${killed} killed`
  }${said === '' ? '' : `. ${said}`} [${source}]`;
}

function sources({ sources: all }: Agenda): Section {
  return {
    heading: 'Sources',
    blocks: [
      listOr(
        all.map(
          ({ publisher, title, date, url, via }) =>
            `${publisher}: ${title}${date === undefined ? '' : `, ${date}`}${url === undefined && via === undefined ? '' : ` <${url ?? via}>`}`,
        ),
        'None.',
      ),
    ],
  };
}
