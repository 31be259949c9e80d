import type { EventType } from '../reading.ts';

/** Who may stand in a place of a frame. */
export type Filler =
  /** An armed group, its members, or unnamed attackers. */
  | 'violent'
  /** Police, army and the like, or a state. */
  | 'force'
  /** A state, an organ, an officer, a side. */
  | 'state'
  /** People or things that can be struck. */
  | 'struck'
  /** Members of a group, or people at large. */
  | 'people'
  /** A bomb or what carries one. */
  | 'bomb'
  /** A place or a state. */
  | 'place'
  | 'any';

/** A verb that tells an event: what it tells, and who must stand where for it to tell that. */
export interface VerbFrame {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly verbs: readonly string[];
  /** What must stand as its subject (in the passive: after "by"); `null` asks for nothing. */
  readonly subject: Filler | null;
  /** What must stand as its object (in the passive: as subject); `null` asks for nothing. */
  readonly object: Filler | null;
  /** Prepositions whose noun serves as the object. */
  readonly through?: readonly string[];
}

function verbs(text: string): readonly string[] {
  return text.trim().split(/\s*,\s*/);
}

/**
 * Verbs that tell an event by themselves. List events have their own rules (`listings.ts`). Order matters: the
 * first frame whose places are filled wins.
 */
export const VERB_FRAMES: readonly VerbFrame[] = [
  {
    type: 'operation',
    subtype: null,
    verbs: verbs('kill, eliminate, neutralise, neutralize, shoot, gun down'),
    subject: 'force',
    object: 'violent',
  },
  { type: 'operation', subtype: null, verbs: verbs('raid, storm'), subject: 'force', object: 'any' },
  {
    type: 'arrest',
    subtype: null,
    verbs: verbs('arrest, detain, nab, apprehend'),
    subject: 'force',
    object: 'any',
  },
  {
    type: 'arrest',
    subtype: null,
    verbs: verbs('capture, round up, pick up'),
    subject: 'force',
    object: 'people',
  },
  {
    type: 'arrest',
    subtype: null,
    verbs: verbs('arrest, detain, nab, apprehend'),
    subject: null,
    object: 'any',
  },
  { type: 'attack', subtype: 'suicide-bombing', verbs: verbs('blow'), subject: 'violent', object: null },
  { type: 'attack', subtype: 'bombing', verbs: verbs('bomb, blow up'), subject: null, object: 'struck' },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('bomb, blow up, detonate, set off'),
    subject: 'violent',
    object: 'any',
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('explode, detonate, go off'),
    subject: 'bomb',
    object: null,
  },
  { type: 'attack', subtype: 'hijacking', verbs: verbs('hijack'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'abduction', verbs: verbs('kidnap, abduct'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'ambush', verbs: verbs('ambush'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'shooting', verbs: verbs('shoot, gun down'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: 'shooting', verbs: verbs('gun down'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'shooting', verbs: verbs('open fire'), subject: 'violent', object: null },
  { type: 'attack', subtype: 'assassination', verbs: verbs('assassinate'), subject: null, object: 'any' },
  {
    type: 'attack',
    subtype: 'assassination',
    verbs: verbs('murder, execute'),
    subject: 'violent',
    object: 'any',
  },
  { type: 'attack', subtype: 'beheading', verbs: verbs('behead'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'arson', verbs: verbs('torch'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: 'shelling', verbs: verbs('shell'), subject: 'violent', object: 'any' },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('attack, assault, storm, raid, strike, massacre'),
    subject: 'violent',
    object: 'any',
  },
  { type: 'attack', subtype: null, verbs: verbs('ram'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: null, verbs: verbs('attack'), subject: null, object: 'struck' },
  { type: 'attack', subtype: 'bombing', verbs: verbs('kill'), subject: 'bomb', object: 'struck' },
  { type: 'attack', subtype: null, verbs: verbs('kill'), subject: 'violent', object: 'any' },
  { type: 'visit', subtype: null, verbs: verbs('visit'), subject: 'state', object: 'place' },
  {
    type: 'visit',
    subtype: null,
    verbs: verbs('arrive'),
    subject: 'state',
    object: 'place',
    through: ['in', 'at'],
  },
  {
    type: 'visit',
    subtype: null,
    verbs: verbs('travel, fly'),
    subject: 'state',
    object: 'place',
    through: ['to'],
  },
  {
    type: 'dialogue',
    subtype: null,
    verbs: verbs('meet'),
    subject: 'state',
    object: 'state',
    through: ['with'],
  },
  { type: 'dialogue', subtype: null, verbs: verbs('meet'), subject: 'state', object: null },
];

/** A noun that tells an event, with the words before it that say of what kind it is. */
export interface NounFrame {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly nouns: readonly string[];
  /** Words before the noun without one of which, or a name, it tells nothing. */
  readonly needs?: readonly string[];
  /** Words before the noun that give it another sub-type, tried in order. */
  readonly by?: readonly (readonly [words: readonly string[], subtype: string])[];
}

function nouns(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

const ATTACK_KINDS: NonNullable<NounFrame['by']> = [
  [nouns('suicide'), 'suicide-bombing'],
  [nouns('bomb car-bomb bombing ied roadside explosive blast'), 'bombing'],
  [nouns('gun shooting'), 'shooting'],
  [nouns('grenade'), 'grenade'],
  [nouns('drone'), 'drone'],
  [nouns('rocket missile'), 'rocket'],
  [nouns('air'), 'air-strike'],
  [nouns('arson'), 'arson'],
  [nouns('knife stabbing'), 'stabbing'],
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
  { type: 'attack', subtype: 'hijacking', nouns: nouns('hijacking hijack') },
  {
    type: 'attack',
    subtype: 'abduction',
    nouns: nouns('kidnapping kidnappings abduction abductions hostage-taking'),
  },
  { type: 'attack', subtype: 'shooting', nouns: nouns('shooting shootings') },
  { type: 'attack', subtype: 'ambush', nouns: nouns('ambush ambushes') },
  { type: 'attack', subtype: 'assassination', nouns: nouns('assassination murder assassinations') },
  { type: 'attack', subtype: 'stabbing', nouns: nouns('stabbing stabbings') },
  { type: 'attack', subtype: 'beheading', nouns: nouns('beheading beheadings') },
  { type: 'attack', subtype: 'air-strike', nouns: nouns('airstrike airstrikes') },
  { type: 'attack', subtype: null, nouns: nouns('killing killings massacre siege carnage') },
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
  dialogue: verbs(
    'hold, host, co-host, co-chair, chair, lead, attend, convene, conduct, transpire, take, occur, begin, open, conclude, end, start, resume, meet, agree, schedule, postpone, cancel, come, discuss, follow, join, reconvene',
  ),
  visit: verbs('pay, make, undertake, begin, conclude, complete, end, start, arrive, plan, postpone, cancel'),
  agreement: verbs('sign, conclude, reach, ink, finalise, finalize, initial, ratify, seal'),
  statement: verbs('issue, release, adopt, publish'),
};
