import type { ReadSentence } from '../analyse.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { EventStatus, Participant } from '../reading.ts';
import type { Draft } from './draft.ts';
import type { Nominal } from './nominal.ts';
import { SUPPORT_VERBS } from './noun-frames.ts';
import { foils, statusOf } from './status.ts';

/**
 * Whether the clause's verb makes up the event with its noun, so that its dates and places are the event's. An
 * attack that is subject of an active verb happened as the verb tells ("tore through", "left 20 dead").
 */
export function supports({ frame, as }: Nominal, clause: Clause): boolean {
  if ((SUPPORT_VERBS[frame.type] ?? []).includes(clause.verb.lemma)) return true;
  return (
    frame.type === 'attack' &&
    as === 'subject' &&
    !clause.verb.passive &&
    clause.verb.form === 'finite' &&
    clause.verb.lemma !== 'be'
  );
}

/** "The third session of the Designations Dialogue": the dialogue is what the session is of. */
export function isSeries({ frame, hangsOn }: Nominal): boolean {
  if (frame.type !== 'dialogue' || hangsOn?.word !== 'of' || hangsOn.noun === null) return false;
  return /^(?:rounds?|sessions?|meetings?|talks)$/.test(hangsOn.noun.head.low);
}

interface Evidence {
  readonly nominal: Nominal;
  readonly support: boolean;
  readonly pinned: boolean;
  readonly victims: boolean;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly participants: readonly Participant[];
  readonly when: Draft['when'];
}

/** Whether a noun tells one thing that happened, and not that such things happen (SPEC.md, E3). */
export function isSpecific({
  nominal,
  support,
  pinned,
  victims,
  plural,
  definite,
  participants,
  when,
}: Evidence): boolean {
  const { noun, frame } = nominal;
  const dated = when !== null && when.value !== null;
  switch (frame.type) {
    case 'attack': {
      if (plural) return pinned && (dated || victims);
      if (support && (victims || dated)) return true;
      return pinned || victims || (support && (noun.det === 'a' || noun.det === 'an'));
    }
    case 'operation':
      return (support || dated) && (pinned || dated) && noun.head.low !== 'raids';
    case 'arrest':
      return !plural && (dated || pinned) && definite;
    case 'dialogue': {
      const states = new Set(participants.flatMap(({ country, entity }) => (country ?? entity) || []));
      if (support) return states.size > 0 || dated;
      return (
        states.size > 1 &&
        (dated || noun.units.some(({ low }) => ORDINALS.test(low)) || noun.det !== null || pinned)
      );
    }
    case 'visit':
      return !plural && dated && participants.length > 0;
    case 'agreement':
      return support && !plural;
    case 'trial':
      return !plural && (support || nominal.as === 'subject') && (dated || pinned);
    case 'statement':
      return support && noun.units.some(({ low }) => low === 'joint');
    default:
      return false;
  }
}

const ORDINALS =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+teenth|\d+(?:st|nd|rd|th)|latest|inaugural|annual)$/;

/** Whether what a noun tells happened, by its own words and by the verb that makes it up (SPEC.md, E2). */
export function nominalStatus(nominal: Nominal, sentence: ReadSentence, support: boolean): EventStatus {
  const { clause, noun, hangsOn: on, frame } = nominal;
  if (frame.status !== undefined) return frame.status;
  if (noun.units.some(({ low }) => low === 'planned' || low === 'upcoming' || low === 'next')) {
    return clause?.verb.negated && support ? 'negated' : 'planned';
  }
  if (noun.units.some(({ low }) => low === 'foiled' || low === 'failed' || low === 'attempted'))
    return 'foiled';
  if (/^(?:attempts?|bid)$/.test(noun.head.low)) return 'foiled';
  if (noun.head.low === 'plot') return clause !== null && foils(clause.verb.lemma) ? 'foiled' : 'planned';
  if (
    on?.noun !== undefined &&
    on?.noun !== null &&
    /^(?:threats?|plots?|plans?|risk|fears?|possibility|warning)$/.test(on.noun.head.low)
  ) {
    return /^plan|^plot/.test(on.noun.head.low) ? 'planned' : 'threatened';
  }
  if (clause === null || nominal.as === 'phrase' || nominal.as === null) return 'happened';
  if (nominal.as === 'object' && foils(clause.verb.lemma)) return 'foiled';
  if (clause.verb.lemma === 'plan' && clause.verb.form !== 'participle' && nominal.as === 'object')
    return 'planned';
  return support ? statusOf(clause, sentence) : 'happened';
}
