import type { EventStatus, EventType } from '../reading.ts';
import { verbs } from './frames.ts';

/** A noun that tells an event, with the words before it that say of what kind it is. */
export interface NounFrame {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly nouns: readonly string[];
  /** Words before the noun without one of which, or a name, it tells nothing. */
  readonly needs?: readonly string[];
  /** What the noun itself says of the outcome: a bomb threat is an attack threatened. Then `needs` must be met by a word. */
  readonly status?: EventStatus;
  /** Words before the noun that give it another sub-type, tried in order. */
  readonly by?: readonly (readonly [words: readonly string[], subtype: string])[];
}

function nouns(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

const ATTACK_KINDS: NonNullable<NounFrame['by']> = [
  [nouns('suicide'), 'suicide-bombing'],
  [nouns('bomb car-bomb bombing ied roadside explosive blast dynamite'), 'bombing'],
  [nouns('gun shooting'), 'shooting'],
  [nouns('grenade'), 'grenade'],
  [nouns('drone'), 'drone'],
  [nouns('rocket missile'), 'rocket'],
  [nouns('air'), 'air-strike'],
  [nouns('arson'), 'arson'],
  [nouns('knife stabbing machete axe'), 'stabbing'],
  [nouns('mortar artillery'), 'shelling'],
  [nouns('ramming car-ramming vehicle-ramming'), 'vehicle-ramming'],
];

/** Nouns that tell an event. */
export const NOUN_FRAMES: readonly NounFrame[] = [
  {
    type: 'attack',
    subtype: null,
    nouns: nouns('attack attacks assault assaults raid raids'),
    by: ATTACK_KINDS,
  },
  {
    type: 'attack',
    subtype: 'bombing',
    nouns: nouns('bombing bombings blast blasts explosion explosions'),
    by: ATTACK_KINDS.slice(0, 1),
  },
  { type: 'attack', subtype: 'hijacking', nouns: nouns('hijacking hijack hijackings') },
  {
    type: 'attack',
    subtype: 'abduction',
    nouns: nouns('kidnapping kidnappings abduction abductions hostage-taking'),
  },
  { type: 'attack', subtype: 'shooting', nouns: nouns('shooting shootings') },
  { type: 'attack', subtype: 'ambush', nouns: nouns('ambush ambushes') },
  { type: 'attack', subtype: 'arson', nouns: nouns('arson firebombing firebombings') },
  { type: 'attack', subtype: 'shelling', nouns: nouns('shelling shellings bombardment') },
  { type: 'attack', subtype: 'mob-violence', nouns: nouns('lynching lynchings') },
  {
    type: 'attack',
    subtype: 'vehicle-ramming',
    nouns: nouns('ramming rammings car-ramming vehicle-ramming'),
  },
  {
    type: 'attack',
    subtype: null,
    nouns: nouns('act acts action actions'),
    needs: nouns('terrorist terror criminal violent cowardly barbaric heinous'),
  },
  {
    type: 'attack',
    subtype: null,
    nouns: nouns('threat threats'),
    needs: nouns('bomb death kidnap assassination'),
    by: [[nouns('bomb'), 'bombing']],
    status: 'threatened',
  },
  { type: 'attack', subtype: 'robbery', nouns: nouns('robbery robberies holdup heist') },
  { type: 'attack', subtype: 'sabotage', nouns: nouns('sabotage') },
  {
    type: 'operation',
    subtype: 'clash',
    nouns: nouns('clash clashes encounter firefight gunbattle gun-battle shootout shoot-out gunfight'),
  },
  { type: 'trial', subtype: 'sentence', nouns: nouns('conviction sentencing') },
  { type: 'trial', subtype: 'trial', nouns: nouns('trial') },
  { type: 'trial', subtype: 'charge', nouns: nouns('indictment') },
  { type: 'trial', subtype: 'extradition', nouns: nouns('extradition') },
  {
    type: 'attack',
    subtype: 'assassination',
    nouns: nouns('assassination murder assassinations murders slaying slayings'),
  },
  { type: 'attack', subtype: 'stabbing', nouns: nouns('stabbing stabbings') },
  { type: 'attack', subtype: 'beheading', nouns: nouns('beheading beheadings decapitation') },
  { type: 'attack', subtype: 'air-strike', nouns: nouns('airstrike airstrikes air-raid air-raids') },
  { type: 'attack', subtype: null, nouns: nouns('killing killings massacre massacres siege carnage') },
  {
    type: 'attack',
    subtype: 'air-strike',
    nouns: nouns('strike strikes'),
    needs: nouns('air drone missile rocket military retaliatory cross-border precision artillery'),
    by: [
      [nouns('drone'), 'drone'],
      [nouns('air'), 'air-strike'],
    ],
  },
  { type: 'operation', subtype: null, nouns: nouns('operation operations raid raids') },
  { type: 'arrest', subtype: null, nouns: nouns('arrest arrests detention') },
  {
    type: 'dialogue',
    subtype: null,
    nouns: nouns('dialogue dialogues talks meeting meetings round session consultations negotiations summit'),
  },
  { type: 'visit', subtype: null, nouns: nouns('visit') },
  {
    type: 'agreement',
    subtype: null,
    nouns: nouns('agreement pact accord treaty mou memorandum protocol deal'),
  },
  { type: 'statement', subtype: null, nouns: nouns('statement communique communiqué declaration') },
];

/** Verbs that bring about, hold or make up the event that their noun tells, so that their dates are its dates. */
export const SUPPORT_VERBS: Readonly<Record<string, readonly string[]>> = {
  attack: verbs(
    'carry out, launch, conduct, mount, stage, commit, perpetrate, occur, happen, take, kill, wound, injure, leave, plan, foil, thwart, prevent, avert, rock, hit, target, execute, orchestrate',
  ),
  operation: verbs('carry out, launch, conduct, mount, kill, eliminate, begin, continue, take'),
  arrest: verbs('make, follow, come'),
  trial: verbs('begin, open, start, end, conclude, resume, order, approve, seek, take'),
  dialogue: verbs(
    'hold, host, co-host, co-chair, chair, lead, attend, convene, conduct, transpire, take, occur, begin, open, conclude, end, start, resume, meet, agree, schedule, postpone, cancel, come, discuss, follow, join, reconvene',
  ),
  visit: verbs('pay, make, undertake, begin, conclude, complete, end, start, arrive, plan, postpone, cancel'),
  agreement: verbs('sign, conclude, reach, ink, finalise, finalize, initial, ratify, seal'),
  statement: verbs('issue, release, adopt, publish'),
};
