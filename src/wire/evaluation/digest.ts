import type { Attribution, Commitment, Participant, Party, Reading, WireEvent } from '../reading.ts';
import { countryOfProgrammes } from '../world/tables/programmes.ts';

/** A reading in short lines that a person can write by hand, for fixtures: one line an item, sorted. */
export interface Digest {
  readonly document: Readonly<Record<string, unknown>>;
  readonly mentions: readonly string[];
  readonly events: readonly string[];
  readonly attributions: readonly string[];
  readonly allegations: readonly string[];
  readonly commitments: readonly string[];
  readonly positions: readonly string[];
  readonly wordings: readonly string[];
  readonly casualties: readonly string[];
  readonly conflicts: readonly string[];
}

/** The kinds of line, in the order in which they are shown. */
export const DIGEST_KINDS = [
  'mentions',
  'events',
  'attributions',
  'allegations',
  'commitments',
  'positions',
  'wordings',
  'casualties',
  'conflicts',
] as const;

/** Digests a reading. Mentions: groups only, with the flags that change what they say. */
export function digestOf(reading: Reading): Digest {
  const { document } = reading;
  return {
    document: {
      publisher: document.publisher,
      agency: document.agency,
      syndicated: document.syndicated,
      headline: document.headline,
      place: document.dateline?.place ?? null,
      firstPublished: document.firstPublished,
      updated: document.updated,
      reference: document.reference?.value ?? null,
    },
    mentions: unique(
      reading.mentions
        .filter(({ kind, flags }) => kind === 'group' && !flags.includes('coreference'))
        .map(({ entity, flags }) =>
          [
            entity ?? '?',
            ...flags.filter((flag) => ['ambiguous', 'wording-differs', 'label'].includes(flag)),
          ].join(' '),
        ),
    ),
    events: unique(reading.events.filter(({ type }) => type !== 'statement').map(eventLine)),
    attributions: unique(reading.attributions.map((one) => attributionLine(one, reading.events))),
    allegations: unique(
      reading.allegations.map(
        ({ accuser, accused, of, act, hedge, denial }) =>
          `${who(accuser)} > ${who(accused)} ${act} ${who(of)} hedge=${hedge ?? '-'} ${denial === null ? 'undenied' : 'denied'}`,
      ),
    ),
    commitments: unique(reading.commitments.map(commitmentLine)),
    positions: unique(
      reading.positions.map(
        ({ speechAct, parties, about }) => `${speechAct} ${joined(parties)} ${joined(about)}`,
      ),
    ),
    wordings: unique(
      reading.wordings.map(
        ({ authority, group, programmes }) => `${authority ?? '-'} ${who(group)} ${joined(programmes)}`,
      ),
    ),
    casualties: unique(
      reading.casualties.map(
        ({ kind, low, high, category, source }) =>
          `${kind} ${low}${high === null ? '+' : high === low ? '' : `-${high}`} ${category} by=${who(source)}`,
      ),
    ),
    conflicts: unique(
      reading.conflicts.map(
        ({ about, items }) =>
          `${about} people ${items
            .map(({ low }) => low)
            .sort((a, b) => a - b)
            .join(' ')}`,
      ),
    ),
  };
}

function eventLine(event: WireEvent): string {
  const head = `${name(event)} ${event.status} ${event.when?.value ?? '-'}`;
  const countries = (role: Participant['role']) =>
    event.participants.filter((one) => one.role === role).map((one) => who(one));
  switch (event.type) {
    case 'designation':
    case 'amendment':
    case 'delisting':
    case 'ban': {
      const authority = event.participants.find(({ role }) => role === 'authority');
      return `${head} ${authority?.country ?? countryOfProgrammes(event.programmes) ?? '-'}>${joined(countries('target'))} ${joined(event.programmes)}`;
    }
    case 'dialogue':
      return `${head} ${event.where?.country ?? '-'} ${joined(unique(countries('participant')))}`;
    case 'agreement':
      return `${head} ${event.where?.country ?? '-'} ${joined(unique(countries('participant')))}`;
    case 'visit': {
      const visitor = event.participants.find(({ role }) => role === 'visitor');
      const host = event.participants.find(({ role }) => role === 'host');
      return `${head} ${visitor?.country ?? '-'}>${host?.country ?? '-'}`;
    }
    case 'aid': {
      const of = (role: Participant['role']) =>
        event.participants.find((one) => one.role === role && one.country !== null)?.country ?? '-';
      return `${head} ${of('giver')}>${of('receiver')}`;
    }
    case 'operation': {
      const targets = event.participants.filter(({ role, entity }) => role === 'target' && entity !== null);
      return `${head} ${event.where?.country ?? '-'} target=${joined(targets.map((one) => who(one)))}`;
    }
    default:
      return `${head} ${event.where?.country ?? '-'}`;
  }
}

function name(event: WireEvent): string {
  const shown = ['attack', 'trial', 'aid', 'financing'].includes(event.type) && event.subtype !== null;
  return shown ? `${event.type}/${event.subtype}` : event.type;
}

function attributionLine(one: Attribution, events: readonly WireEvent[]): string {
  const event = events.find(({ id }) => id === one.event);
  const what = event === undefined ? '?' : `${name(event)}@${event.when?.value ?? '-'}`;
  return `${one.kind} ${who(one.actor)} ${what} by=${who(one.speaker)} hedge=${one.hedge ?? '-'}`;
}

function commitmentLine({ speechAct, parties, topic, measurable, due }: Commitment): string {
  return `${speechAct} ${joined(parties)} ${topic} ${measurable ? 'measurable' : 'open'} due=${due?.value ?? '-'}`;
}

/** Somebody in short: the entity, else the country, `?` when only words tell, `-` when nobody is told. */
function who(party: Party | null): string {
  if (party === null) return '-';
  return party.entity ?? party.country ?? '?';
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? '-' : [...parts].sort().join('+');
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort();
}
