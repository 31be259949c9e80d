import type { EventStatus, EventType } from '../reading.ts';

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
  /** The same, and whatever goes: lorries, minibuses. */
  | 'property'
  /** Members of a group, or people at large. */
  | 'people'
  /** A bomb or what carries one. */
  | 'bomb'
  /** Bullets and gunfire. */
  | 'shots'
  /** The dead: a body, people "found dead". */
  | 'body'
  /** A place or a state. */
  | 'place'
  /** People of any kind, persons by name among them. */
  | 'human'
  /** Those who charge, try and sentence. */
  | 'court'
  /** Assets, accounts, money. */
  | 'money'
  /** What one state gives another: equipment, funds, training. */
  | 'gift'
  /** Members of a police, an army, a border guard, or officials. */
  | 'trainees'
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
  /** Who must not stand as its subject. */
  readonly never?: Filler;
  /** A noun that must stand as object or complement ("took them hostage"). */
  readonly word?: string;
  /** Only in the passive with nobody named: "was torched". */
  readonly agentless?: true;
  /** Only as what somebody is charged with or suspected of: "accused of killing a priest". */
  readonly charged?: true;
  /** Only where the sentence tells of wounds that somebody gave: "found dead with bullet wounds". */
  readonly wounds?: true;
  /** Not where the sentence tells of an accident, a clash, or another attack: "killed in a road crash". */
  readonly violent?: true;
  /** What the verb itself says of the outcome: a bomb defused is an attack foiled. */
  readonly status?: EventStatus;
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
    type: 'operation',
    subtype: null,
    verbs: verbs('kill, eliminate, neutralise, neutralize, gun down'),
    subject: null,
    object: 'violent',
    agentless: true,
  },
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
  { type: 'attack', subtype: null, verbs: verbs('kill'), subject: null, object: 'human', charged: true },
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
    verbs: verbs('attack, assault, storm, raid, strike, massacre, target'),
    subject: 'violent',
    object: 'any',
  },
  { type: 'attack', subtype: null, verbs: verbs('ram'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: null, verbs: verbs('attack'), subject: null, object: 'property' },
  { type: 'attack', subtype: 'bombing', verbs: verbs('kill'), subject: 'bomb', object: 'property' },
  { type: 'attack', subtype: null, verbs: verbs('kill'), subject: 'violent', object: 'any' },
  {
    type: 'attack',
    subtype: 'assassination',
    verbs: verbs('murder'),
    subject: null,
    object: 'any',
  },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('shoot, machinegun, riddle'),
    subject: null,
    object: 'human',
    never: 'force',
  },
  { type: 'attack', subtype: 'shooting', verbs: verbs('riddle'), subject: null, object: 'body' },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('find, discover, recover'),
    subject: null,
    object: 'body',
    wounds: true,
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('find'),
    subject: null,
    object: 'human',
    word: 'dead',
    wounds: true,
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('kill, slay'),
    subject: null,
    object: 'human',
    agentless: true,
    violent: true,
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('massacre, slaughter'),
    subject: null,
    object: 'human',
  },
  { type: 'attack', subtype: 'stabbing', verbs: verbs('stab, hack'), subject: null, object: 'human' },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('wound, injure, massacre, destroy, damage, demolish, raze, ransack'),
    subject: 'violent',
    object: 'any',
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('wound, injure, destroy, damage, demolish, hit, rip, rock, shatter, target'),
    subject: 'bomb',
    object: 'any',
    through: ['through'],
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs(
      'throw, hurl, toss, lob, fling, launch, fire, plant, place, activate, detonate, set off, dynamite',
    ),
    subject: null,
    object: 'bomb',
    never: 'force',
  },
  { type: 'attack', subtype: 'bombing', verbs: verbs('dynamite'), subject: null, object: 'any' },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('defuse, deactivate, disarm, neutralise, neutralize'),
    subject: null,
    object: 'bomb',
    status: 'foiled',
  },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('fire'),
    subject: 'violent',
    object: 'struck',
    through: ['at', 'on'],
  },
  {
    type: 'attack',
    subtype: 'arson',
    verbs: verbs('burn, set ablaze, set fire'),
    subject: 'violent',
    object: 'any',
    through: ['to'],
  },
  {
    type: 'attack',
    subtype: 'arson',
    verbs: verbs('set ablaze, set fire, burn down'),
    subject: null,
    object: 'property',
    through: ['to'],
    never: 'force',
  },
  ...['fire', 'ablaze', 'alight'].map(
    (word): VerbFrame => ({
      type: 'attack',
      subtype: 'arson',
      verbs: ['set'],
      subject: null,
      object: 'property',
      word,
      never: 'force',
    }),
  ),
  {
    type: 'attack',
    subtype: 'arson',
    verbs: verbs('torch, burn'),
    subject: null,
    object: 'property',
    agentless: true,
  },
  { type: 'attack', subtype: 'sabotage', verbs: verbs('sabotage'), subject: null, object: 'property' },
  { type: 'attack', subtype: 'robbery', verbs: verbs('rob, loot'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: 'robbery', verbs: verbs('rob'), subject: null, object: 'property' },
  {
    type: 'attack',
    subtype: 'abduction',
    verbs: verbs('take'),
    subject: 'violent',
    object: 'any',
    word: 'hostage',
  },
  {
    type: 'attack',
    subtype: 'abduction',
    verbs: verbs('take'),
    subject: 'violent',
    object: 'any',
    word: 'hostages',
  },
  {
    type: 'attack',
    subtype: 'abduction',
    verbs: verbs('hold, seize'),
    subject: 'violent',
    object: 'human',
    word: 'hostage',
  },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('kill, wound, injure, hit'),
    subject: 'shots',
    object: 'human',
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('seize, occupy, overrun'),
    subject: 'violent',
    object: 'struck',
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('threaten'),
    subject: 'violent',
    object: 'human',
    status: 'threatened',
  },
  {
    type: 'trial',
    subtype: 'sentence',
    verbs: verbs('sentence, jail, imprison, convict'),
    subject: null,
    object: 'any',
  },
  { type: 'trial', subtype: 'charge', verbs: verbs('indict, arraign'), subject: null, object: 'any' },
  { type: 'trial', subtype: 'charge', verbs: verbs('charge'), subject: 'court', object: 'people' },
  { type: 'trial', subtype: 'extradition', verbs: verbs('extradite'), subject: null, object: 'any' },
  { type: 'trial', subtype: 'execution', verbs: verbs('execute, hang'), subject: 'state', object: 'people' },
  {
    type: 'financing',
    subtype: 'freeze',
    verbs: verbs('freeze, seize, confiscate, block, forfeit'),
    subject: null,
    object: 'money',
  },
  { type: 'aid', subtype: 'training', verbs: verbs('train'), subject: 'state', object: 'trainees' },
  {
    type: 'aid',
    subtype: 'equipment',
    verbs: verbs('donate, deliver, supply, provide, give, gift, hand over, send, grant, transfer'),
    subject: 'state',
    object: 'gift',
  },
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
  { type: 'attack', subtype: 'arson', nouns: nouns('arson') },
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
  { type: 'attack', subtype: 'beheading', nouns: nouns('beheading beheadings') },
  { type: 'attack', subtype: 'air-strike', nouns: nouns('airstrike airstrikes') },
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
