function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Nouns that stand for a group named before: "the outfit". */
export const GROUP_NOUNS = words(
  'group groups outfit outfits organisation organization organisations organizations network faction militia',
);

/** Nouns for members of an armed group; with its name they stand for it: "TTP fighters". */
export const MEMBER_NOUNS = words(`
  militants militant fighters fighter terrorists terrorist insurgents insurgent rebels rebel gunmen gunman operatives
  operative members member cadres jihadists jihadist extremists extremist separatists separatist bomber bombers attacker
  assailant assailants guerrillas guerrilla subversives subversive hitmen traffickers spokesman spokesperson spokeswoman assassins hijackers hijacker kidnappers abductors attackers gangsters bandits bandit dacoits robbers pirates arsonists saboteurs saboteur
  vandals miscreants sniper snipers shooter shooters mob mobs jihadis raiders hitman men wing squad unit khawarij kharijites`);

/** Nouns for those who use a state's force. */
export const SECURITY_NOUNS = words(`
  police troops forces soldiers army military navy rangers commandos paramilitary paramilitaries constabulary agents
  personnel officers guards security`);

/** Nouns for those who speak with a state's authority. */
export const AUTHORITY_NOUNS = words(`
  police officials official officers officer government governments authorities authority administration minister
  ministers ministry spokesman spokesperson spokeswoman prosecutors prosecutor court army military troops forces
  president premier governor chief commissioner agency agencies department secretary investigators judge diplomat
  diplomats embassy parliament state media-wing wing superintendent inspector general admiral presidency kremlin`);

/** People whom an attack strikes, and things that it strikes. */
export const VICTIM_NOUNS = words(`
  people persons person civilians civilian soldiers soldier policemen policeman officers officer personnel troops passengers
  passenger worshippers children students workers labourers laborers pilgrims tourists villagers women men guards
  engineers engineer journalists journalist teachers doctors nationals citizens others lives convoy bus train vehicle
  checkpoint checkpost post station mosque church school shrine market hospital hotel bridge pipeline base camp
  headquarters highway bank court embassy consulate airport port building company plant truck trucks patrol town
  village city members hostages members leader leader's tribesmen elders railway mall villages towns`);

/** Bombs, and what carries them. */
export const BOMB_NOUNS = words(`
  bomb bombs device devices ied ieds mine mines landmine landmines explosives explosive grenade grenades vest dynamite blast blasts
  explosion explosions rocket rockets mortar mortars shell shells missile missiles projectile projectiles drone drones quadcopter
  quadcopters cocktail cocktails charge charges car-bomb car-bombs truck-bomb firebomb firebombs`);

/** What guns fire. */
export const SHOT_NOUNS = words('bullet bullets gunfire gunshot gunshots shots');

/** What makes "attack" the name of something else, or of words: "a heart attack", "a scathing attack". */
export const NO_ATTACK = words(
  'heart panic asthma anxiety cyber cyber-attack cyberattack phishing ransomware verbal scathing personal stinging media ad political legal hacking',
);

/** Where things are said. */
export const CHANNEL_NOUNS = words(`
  telegram whatsapp facebook twitter x instagram tiktok youtube threema snapchat discord rocketchat viber amaq website websites
  internet online video videos message messages statement tweet`);
/** The same where a word before them tells which: "its Telegram channel", no "news channel". */
export const CHANNEL_PARTS = words('channel channels account accounts page pages feed app group media');

/** What only words can attack: "an attack on democracy". */
export const ABSTRACT_NOUNS = words(`
  democracy freedom freedoms rights right press prices price policy policies record integrity reputation dignity constitution values
  sovereignty economy credibility independence proposal plan bill law budget decision ruling humanity inflation
  corruption poverty character judgement judgment verdict opposition rivals critics religion faith culture institutions secularism pluralism`);

/** The dead, as they are found. */
export const BODY_NOUNS = words('body bodies corpse corpses cadaver cadavers remains');

/** Words that say that somebody killed whom one finds dead. */
export const WOUND_WORDS = words(
  'bullet bullets bullet-riddled gunshot gunshots shots shot stabbed strangled tortured slit hacked torture beheaded headless decapitated throat mutilated executed murdered',
);

/** Words for a death that nobody meant, or that nature brought. */
export const ACCIDENT_WORDS = words(`
  accident accidents crash crashes collision earthquake quake flood floods landslide landslides avalanche storm storms cyclone hurricane
  heatwave drowned lightning stampede collapse collapsed overturned derailed derailment outbreak disease illness
  fell plunged collided skidded capsized sank mudslide epidemic`);

/** Those who charge, try and sentence. */
export const COURT_NOUNS = words(`
  court courts judge judges tribunal jury prosecutor prosecutors prosecution magistrate bench authorities police agency
  department investigators`);

/** What a measure against the money of a group takes. */
export const MONEY_NOUNS = words(
  'assets asset accounts account funds fund money property properties holdings',
);

/** Whom a state trains in another. */
export const TRAINEES = words(
  'officials investigators prosecutors judges cadets pilots officers personnel guards policemen police troops soldiers forces',
);

const GIFTS: ReadonlyMap<string, 'equipment' | 'funds' | 'training'> = new Map([
  ...[
    ...words(`
  equipment vehicles vehicle scanners scanner weapons arms ammunition gear helicopters helicopter jets aircraft drones radars radar ships
  boats tanks missiles systems hardware cameras goods medicine supplies material`),
  ].map((word): [string, 'equipment'] => [word, 'equipment']),
  ...[...words('aid assistance funds funding grant grants money dollars loan loans support $')].map(
    (word): [string, 'funds'] => [word, 'funds'],
  ),
  ...[...words('training instructors trainers')].map((word): [string, 'training'] => [word, 'training']),
]);

/** What a noun names of things that one state gives another, or `null`. */
export function giftKind(low: string): 'equipment' | 'funds' | 'training' | null {
  return GIFTS.get(low) ?? null;
}

/** Nouns by which a text means both sides of a meeting. */
export const SIDES_NOUNS = words(`
  sides side delegations governments countries nations parties leaders ministers officials partners neighbours
  neighbors allies capitals delegation states envoys`);

/** Documents that states issue together. */
export const STATEMENT_NOUNS = words('statement communique communiqué declaration readout');

/** Nouns after which "of attacks" is talk in general. */
export const SERIES_NOUNS = words(
  'string series wave spate number spree surge rise increase uptick kind type form threat threats acts act state',
);
