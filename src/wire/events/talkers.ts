import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesAround, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { Participant } from '../reading.ts';
import type { Nominal } from './nominal.ts';
import { participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';

/** Those who talk: states and groups among the nouns, and the persons who lead. */
export function talkers(
  sentence: ReadSentence,
  nouns: readonly NounChunk[],
  setting: Setting,
  led: Clause | null,
): readonly Participant[] {
  const { text, discourse } = setting;
  const out = new Map<string, Participant>();
  for (const noun of nouns) {
    for (const name of namesAround(noun)) {
      if (name.kind === 'group' || name.kind === 'state' || name.kind === 'person') {
        const key = name.entity ?? name.country ?? name.text;
        if (!out.has(key) && name.kind !== 'person')
          out.set(key, participant(partyOfName(text, name), 'participant'));
        if (name.kind === 'person' && !out.has(key)) {
          out.set(key, participant(partyOfName(text, name), 'participant', name.office));
        }
      }
    }
    if (namesAround(noun).length > 0 && !discourse.meansSides(noun)) continue;
    if (discourse.meansSides(noun)) {
      for (const side of discourse.sides) addSide(out, text, side);
      continue;
    }
    for (const country of discourse.countriesOf(noun)) {
      if (!out.has(country))
        out.set(country, participant({ ...partyOfNoun(text, noun, discourse), country }, 'participant'));
    }
  }
  fillSide(out, discourse.sides);
  const leading =
    led !== null && ['co-chair', 'chair', 'lead', 'co-host'].includes(led.verb.lemma) && !led.verb.negated;
  if (leading) {
    const states = [...out.values()].flatMap(({ kind, country }) =>
      kind === 'state' && country !== null ? [country] : [],
    );
    const named = new Set(sentence.persons.flatMap(({ country }) => country ?? []));
    const left = states.filter((country) => !named.has(country));
    // Of two sides' leaders, the one whose office names no state leads the side that is left.
    const unclaimed =
      left.length === 1 && sentence.persons.filter(({ country }) => country === null).length === 1;
    for (const person of sentence.persons) {
      const party = partyOfName(text, person);
      const country = party.country ?? (unclaimed && named.size > 0 ? (left[0] ?? null) : null);
      out.set(`person ${person.start}`, participant({ ...party, country }, 'co-chair', person.office));
    }
  }
  // "their dialogue": the sides that the text is about.
  const possessive = nouns.some(({ units }) => units.some(({ low }) => low === 'their'));
  if (possessive && out.size === 0) for (const side of discourse.sides) addSide(out, text, side);
  return [...out.values()];
}

/** "X and his Tajik counterpart": of two sides, the officer with no state of his own speaks for the other. */
function fillSide(out: Map<string, Participant>, sides: readonly Named[]): void {
  const stateless = [...out.entries()].filter(
    ([, { kind, country }]) => kind === 'person' && country === null,
  );
  const missing = sides.filter(({ country }) => country !== null && !out.has(country));
  const [only] = stateless;
  const [side] = missing;
  if (
    only === undefined ||
    stateless.length > 1 ||
    side === undefined ||
    missing.length > 1 ||
    sides.length !== 2
  )
    return;
  out.set(only[0], { ...only[1], country: side.country });
}

function addSide(out: Map<string, Participant>, text: string, side: Named): void {
  const key = side.country ?? side.text;
  if (!out.has(key)) out.set(key, participant(partyOfName(text, side), 'participant', side.office));
}

/** The person beside an office: "Iran's interior minister, Farhad Jalali,". */
export function visitorOf(sentence: ReadSentence, noun: NounChunk, setting: Setting) {
  const after =
    noun.of.find(({ kind }) => kind === 'person') ??
    sentence.persons.find(({ start }) => start > noun.head.end && start < noun.head.end + 4);
  return after === undefined
    ? partyOfNoun(setting.text, noun, setting.discourse)
    : partyOfName(setting.text, after);
}

/** Who visits whom, by the phrases of a noun: "the visit of X to Y", "X's visit to Y". */
export function visitParties(nominal: Nominal, setting: Setting): readonly Participant[] {
  const to = nominal.preps.find(({ word }) => word === 'to')?.nouns.flatMap(namesIn)[0];
  const by = [
    ...nominal.preps.filter(({ word }) => word === 'of' || word === 'by').flatMap(({ nouns }) => nouns),
    nominal.noun,
  ].flatMap(namesIn)[0];
  const out: Participant[] = [];
  if (by !== undefined) out.push(participant(partyOfName(setting.text, by), 'visitor', by.office));
  if (to !== undefined) out.push(participant(partyOfName(setting.text, to), 'host'));
  return out;
}
