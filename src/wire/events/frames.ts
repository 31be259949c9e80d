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
  /** A car, a lorry, a motorcycle: what goes on a road and may carry a bomb. */
  | 'vehicle'
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
  /** Prepositions whose nouns are what is struck ("threw a grenade at a van"), before the object. */
  readonly at?: readonly string[];
  /** What one of those nouns must be. */
  readonly aim?: Filler;
  /** Words one of which must stand in its clause: "sprayed the stall with bullets". */
  readonly beside?: readonly string[];
  /** Words one of which must stand after "under"; then the subject suffers the deed: "the convoy came under fire". */
  readonly under?: readonly string[];
  /** What a vehicle among its nouns is, as a weapon. */
  readonly carrier?: 'vehicle' | 'vehicle-bomb';
  /** Not where a court is told of: "executed" is a deed of killers and of courts. */
  readonly lawless?: true;
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

/** Verbs from a list with commas. */
export function verbs(text: string): readonly string[] {
  return text.trim().split(/\s*,\s*/);
}

/** Where what a bomb or a shot is aimed at stands. */
const AIMED = ['at', 'on', 'against', 'inside', 'outside', 'under', 'into', 'toward', 'towards', 'onto'];
/** The same for what goes off by itself: beside it. */
const BESIDE = [...AIMED, 'near', 'beside', 'in', 'next to', 'in front of', 'close to', 'along', 'by'];

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
  {
    type: 'attack',
    subtype: 'suicide-bombing',
    verbs: verbs('blow'),
    subject: null,
    object: null,
    at: BESIDE,
  },
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
    at: BESIDE,
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('explode, detonate, blow up, go off'),
    subject: 'vehicle',
    object: null,
    at: BESIDE,
    violent: true,
    carrier: 'vehicle-bomb',
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs('land, fall, rain, rain down, slam, crash, explode, strike, hit, pound'),
    subject: 'bomb',
    object: 'property',
    through: ['on', 'onto', 'into', 'inside', 'in'],
    at: BESIDE,
  },
  { type: 'attack', subtype: 'hijacking', verbs: verbs('hijack'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'abduction', verbs: verbs('kidnap, abduct'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'ambush', verbs: verbs('ambush'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'shooting', verbs: verbs('shoot, gun down'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: 'shooting', verbs: verbs('gun down'), subject: null, object: 'any' },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('open fire'),
    subject: 'violent',
    object: null,
    at: ['on', 'at', 'upon', 'into', 'inside', 'outside'],
  },
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
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('ram, crash, drive, slam'),
    subject: 'violent',
    object: 'vehicle',
    at: ['into', 'at', 'against', 'through'],
    aim: 'property',
  },
  { type: 'attack', subtype: null, verbs: verbs('ram'), subject: 'violent', object: 'any' },
  {
    type: 'attack',
    subtype: 'vehicle-ramming',
    verbs: verbs('drive, ram, plough, plow, steer, reverse'),
    subject: null,
    object: 'vehicle',
    at: ['into', 'at', 'through'],
    aim: 'human',
    never: 'force',
    violent: true,
    carrier: 'vehicle',
  },
  {
    type: 'attack',
    subtype: 'vehicle-ramming',
    verbs: verbs('plough, plow, ram, mow, mow down, run down'),
    subject: 'vehicle',
    object: 'human',
    through: ['into', 'through', 'down'],
    violent: true,
    carrier: 'vehicle',
  },
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
    subtype: 'shooting',
    verbs: verbs('spray, riddle, pepper, rake, strafe'),
    subject: null,
    object: 'property',
    beside: ['bullets', 'gunfire', 'fire', 'shots', 'rounds'],
    never: 'force',
  },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('fire, direct, spray'),
    subject: null,
    object: 'shots',
    at: AIMED,
    aim: 'property',
    never: 'force',
  },
  {
    type: 'attack',
    subtype: 'shooting',
    verbs: verbs('come'),
    subject: null,
    object: 'property',
    under: ['fire', 'gunfire'],
  },
  {
    type: 'attack',
    subtype: 'shelling',
    verbs: verbs('come'),
    subject: null,
    object: 'property',
    under: ['shelling', 'shellfire', 'bombardment'],
  },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('come'),
    subject: null,
    object: 'property',
    under: ['attack', 'assault'],
  },
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
    verbs: verbs('massacre, slaughter, strangle, bludgeon, throttle, dismember'),
    subject: null,
    object: 'human',
  },
  { type: 'attack', subtype: 'beheading', verbs: verbs('decapitate'), subject: null, object: 'human' },
  { type: 'attack', subtype: 'mob-violence', verbs: verbs('lynch'), subject: null, object: 'any' },
  {
    type: 'attack',
    subtype: null,
    verbs: verbs('beat, club, stone, kick, thrash, burn, torture, batter'),
    subject: null,
    object: 'human',
    beside: ['death', 'alive'],
    lawless: true,
  },
  {
    type: 'attack',
    subtype: 'assassination',
    verbs: verbs('execute'),
    subject: null,
    object: 'human',
    agentless: true,
    lawless: true,
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
    verbs: verbs(
      'wound, injure, destroy, damage, demolish, hit, rip, rock, shatter, target, strike, tear, topple, flatten, level, gut, jolt, shake, sever, derail, uproot, pound, maim',
    ),
    subject: 'bomb',
    object: 'any',
    through: ['through'],
  },
  {
    type: 'attack',
    subtype: 'bombing',
    verbs: verbs(
      'throw, hurl, toss, lob, fling, launch, fire, drop, plant, place, activate, detonate, set off, dynamite',
    ),
    subject: null,
    object: 'bomb',
    at: AIMED,
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
  {
    type: 'attack',
    subtype: 'sabotage',
    verbs: verbs('cut, sever, cut off, puncture, uproot, topple, derail, vandalise, vandalize, smash'),
    subject: 'violent',
    object: 'property',
  },
  { type: 'attack', subtype: 'arson', verbs: verbs('firebomb'), subject: null, object: 'any' },
  { type: 'attack', subtype: 'robbery', verbs: verbs('rob, loot'), subject: 'violent', object: 'any' },
  { type: 'attack', subtype: 'robbery', verbs: verbs('rob'), subject: null, object: 'property' },
  ...['hostage', 'hostages'].map(
    (word): VerbFrame => ({
      type: 'attack',
      subtype: 'abduction',
      verbs: ['take'],
      subject: 'violent',
      object: 'any',
      word,
    }),
  ),
  ...['hostage', 'captive'].flatMap((word): readonly VerbFrame[] => [
    {
      type: 'attack',
      subtype: 'abduction',
      verbs: ['hold', 'seize', 'take'],
      subject: 'violent',
      object: 'human',
      word,
    },
    {
      type: 'attack',
      subtype: 'abduction',
      verbs: ['take', 'seize'],
      subject: null,
      object: 'human',
      agentless: true,
      word,
    },
  ]),
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
