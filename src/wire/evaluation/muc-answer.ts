import { isAuthority } from '../events/parties.ts';
import type { Attribution, Reading, WireEvent } from '../reading.ts';
import { normalString } from './ceaf.ts';
import { groupCandidates } from './group-features.ts';
import { incidentFeatures, incidentsOf, mucType, rankFeatures } from './incident-features.ts';
import { type LinearRule, weigh } from './linear-rule.ts';
import type { MucConfidence } from './muc-key.ts';
import { GROUP_WEIGHTS, INCIDENT_WEIGHTS, TEXT_WEIGHTS } from './tables/muc-weights.ts';
import { textFeatures } from './text-features.ts';

/** A reading in the terms of MUC-4. */
export interface MucAnswer {
  readonly relevant: boolean;
  readonly types: ReadonlySet<string>;
  /** Each organisation that is tied to an incident, by the one string that names it best in the text. */
  readonly organisations: readonly (readonly string[])[];
  readonly days: readonly string[];
  readonly countries: readonly string[];
}

/** The rules by which a reading is put into MUC-4's terms. */
export interface MucRules {
  readonly incident: LinearRule;
  readonly text: LinearRule;
  readonly group: LinearRule;
}

/** Above which sum of its weights a text is relevant: as likely as not. */
const TEXT_FLOOR = 0;
/** Above which sum of its weights an organisation is given: chosen on DEV for F1, in five folds. */
const GROUP_FLOOR = -1.1;

/** Puts a reading into the terms of the MUC-4 key, by the weights learned on DEV. */
export function mucAnswer(reading: Reading): MucAnswer {
  return answerWith({ incident: INCIDENT_WEIGHTS, text: TEXT_WEIGHTS, group: GROUP_WEIGHTS }, reading);
}

/**
 * The same by other rules. A text is relevant by what kind of text it is and by how its attacks rank; then those count
 * that are likely, or else the likeliest. An organisation is given where its own weights say so.
 */
export function answerWith(rules: MucRules, reading: Reading): MucAnswer {
  const attacks = incidentsOf(reading).map((event) => ({
    event,
    score: weigh(rules.incident, incidentFeatures(event, reading)),
  }));
  const ranks = rankFeatures(attacks.map(({ score }) => score));
  const relevant = weigh(rules.text, [...textFeatures(reading), ...ranks]) > TEXT_FLOOR;
  const best = Math.max(...attacks.map(({ score }) => score));
  const told = relevant
    ? attacks.filter(({ score }) => score > 0 || score === best).map(({ event }) => event)
    : [];
  const recent = attacks.map(({ event }) => event).filter(({ status }) => status !== 'planned');
  const organisations = groupCandidates(reading, recent, relevant)
    .filter(({ features }) => weigh(rules.group, features) > GROUP_FLOOR)
    .map(({ text }) => [text]);
  return {
    relevant,
    types: new Set(told.map(mucType)),
    organisations,
    days: told.flatMap(({ when }) => (when?.precision === 'day' && when.value !== null ? [when.value] : [])),
    countries: relevant ? countriesOf(told, reading) : [],
  };
}

/** The countries of the incidents; where none is told, the one that the text names most. */
function countriesOf(told: readonly WireEvent[], { mentions }: Reading): readonly string[] {
  const stated = new Set(told.flatMap(({ where }) => where?.country ?? []));
  if (stated.size > 0) return [...stated];
  const counts = new Map<string, number>();
  for (const { kind, country } of mentions) {
    if (country !== null && (kind === 'state' || kind === 'place'))
      counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined ? [] : [most[0]];
}

/** How strong each kind of attribution is in the tree of slot 11; the first that holds is the label. */
const ORDER: readonly (readonly [test: (one: Attribution) => boolean, label: MucConfidence])[] = [
  [({ kind }) => kind === 'acquitted', 'ACQUITTED'],
  [({ kind }) => kind === 'claimed', 'CLAIMED OR ADMITTED'],
  [({ kind }) => kind === 'reported-as-fact', 'REPORTED AS FACT'],
  [
    ({ kind, speaker }) =>
      kind === 'accused-by-authority' ||
      (kind === 'suspected' && speaker !== null && isAuthority(speaker, null)),
    'SUSPECTED OR ACCUSED BY AUTHORITIES',
  ],
  [({ kind }) => kind === 'suspected' || kind === 'accused-by-other', 'SUSPECTED OR ACCUSED'],
];

/**
 * The label of an organisation that the key says is tied to an incident; `null` when the reading ties it to
 * none, which the caller decides upon.
 */
export function mucConfidence(reading: Reading, names: readonly string[]): MucConfidence | null {
  const wanted = new Set(names.map(normalString));
  const entities = new Set(
    reading.mentions
      .filter(({ span, entity }) => entity !== null && wanted.has(normalString(span.quote)))
      .map(({ entity }) => entity),
  );
  const ours = reading.attributions.filter(
    ({ actor }) =>
      actor !== null && (actor.entity === null ? isNamed(actor.text, wanted) : entities.has(actor.entity)),
  );
  for (const [holds, label] of ORDER) if (ours.some(holds)) return label;
  return null;
}

/** Whether words that name nobody of the record are a name of the key, or hold one: "members of the army". */
function isNamed(text: string, wanted: ReadonlySet<string>): boolean {
  const words = ` ${normalString(text)} `;
  return [...wanted].some(
    (name) => words.includes(` ${name} `) || (isLong(words) && name.includes(words.trim())),
  );
}

const isLong = (words: string): boolean => words.trim().includes(' ');
