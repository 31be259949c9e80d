import { wordTable } from '../kernel/index.ts';
import type { Reading, WireEvent } from '../wire/index.ts';

/** What somebody says of an incident. */
export interface IncidentWord {
  readonly kind: 'claim' | 'denial' | 'accusation' | 'report';
  /** Who says so; `null` where only the report does. */
  readonly by: string | null;
  readonly about: string | null;
  readonly hedge: string | null;
  readonly quote: string;
}

/** Something that happened, as a text tells it, with who says what. */
export interface Incident {
  /** EDTF, or `null` where the text gives no date. */
  readonly date: string | null;
  readonly type: WireEvent['type'];
  readonly subtype: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly quote: string;
  readonly killed: number | null;
  readonly words: readonly IncidentWord[];
  /** The document that tells it. */
  readonly source: string;
  readonly standing: 'machine-read' | 'confirmed';
}

/** One side's word that another supports a group, with the denial in the same text. */
export interface Accusation {
  readonly accuser: string | null;
  readonly accused: string;
  readonly of: string;
  readonly act: string;
  readonly hedge: string | null;
  readonly quote: string;
  /** `null` is "none in this text", not "none". */
  readonly denial: string | null;
  readonly source: string;
}

const CLAIMS = wordTable<IncidentWord['kind']>({
  claimed: 'claim',
  'claim-retracted': 'denial',
  denied: 'denial',
  'accused-by-authority': 'accusation',
  'accused-by-other': 'accusation',
  suspected: 'accusation',
  'reported-as-fact': 'report',
});

/** What an attribution is to a reader of a brief; `null` for one that says of nobody anything. */
export function wordKindOf(kind: string): IncidentWord['kind'] | null {
  return CLAIMS[kind] ?? null;
}

/** The attacks, operations and arrests that a text tells as happened, with everybody's words about them. */
export function incidentsIn(reading: Reading, source: string): readonly Incident[] {
  return reading.events
    .filter(({ type, status }) => INCIDENTS.has(type) && status === 'happened')
    .map((event) => ({
      date: event.when?.value ?? null,
      type: event.type,
      subtype: event.subtype,
      place: event.where?.text ?? null,
      country: event.where?.country ?? null,
      quote: event.span.quote,
      killed: event.killed?.low ?? null,
      words: reading.attributions
        .filter((one) => one.event === event.id)
        .flatMap((one): readonly IncidentWord[] => {
          const kind = wordKindOf(one.kind);
          return kind === null
            ? []
            : [
                {
                  kind,
                  by: one.speaker?.text ?? null,
                  about: one.actor?.text ?? null,
                  hedge: one.hedge,
                  quote: one.span.quote,
                },
              ];
        }),
      source,
      standing: 'machine-read',
    }));
}

const INCIDENTS: ReadonlySet<string> = new Set(['attack', 'arrest', 'operation']);

/** Who says in a text that who supports which group. */
export function accusationsIn(reading: Reading, source: string): readonly Accusation[] {
  return reading.allegations.map((one) => ({
    accuser: one.accuser?.text ?? null,
    accused: one.accused.text,
    of: one.of.text,
    act: one.act,
    hedge: one.hedge,
    quote: one.span.quote,
    denial: one.denial?.span.quote ?? null,
    source,
  }));
}
