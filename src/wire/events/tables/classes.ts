import type { TargetClass } from '../../reading.ts';

/**
 * What kind of people or thing a noun names, where it tells that: whom an attack struck, who died. Written down
 * from the target types of public event codebooks (GTD target types, ACLED civilian targeting), in plain words.
 */
const ROWS: Readonly<Record<TargetClass, string>> = {
  civilians:
    'civilian civilians people villager villagers worshipper worshippers pilgrim pilgrims tourist tourists passenger passengers student students ' +
    'pupil pupils child children boy boys girl girls woman women teacher teachers worker workers labourer labourers laborer laborers miner miners ' +
    'engineer engineers doctor doctors nurse nurses journalist journalists reporter reporters cameraman lawyer lawyers trader traders shopkeeper ' +
    'shopkeepers farmer farmers peasant peasants resident residents bystander bystanders shopper shoppers driver drivers priest priests bishop nun nuns jesuit jesuits ' +
    'missionary missionaries cleric clerics imam tribesman tribesmen elder elders hostage hostages national nationals citizen citizens foreigner foreigners ' +
    'family families couple wife husband son sons daughter brother sister mother father barber barbers fisherman fishermen refugee refugees devotee devotees schoolchildren ' +
    'commuter commuters protester protesters activist activists unionist unionists trade-unionist leader leaders candidate candidates businessman businessmen executive rancher townspeople inhabitants population populations community communities neighborhood neighbourhood baby infant maid maids professor professors indian indians youth youths',
  military:
    'soldier soldiers troop troops trooper troopers army military navy airmen sailor sailors marine marines ranger rangers commando commandos paramilitary ' +
    'paramilitaries battalion brigade regiment patrol patrols garrison garrisons barracks serviceman servicemen captain major lieutenant colonel jawan jawans ' +
    'forces personnel cadet cadets sergeant guardsmen guardsman infantry helicopter gunship warplane',
  police:
    'police cop cops policeman policemen policewoman constable constables officer officers levies guard guards checkpost checkpoint checkpoints sho inspector watchman watchmen bodyguard bodyguards detective detectives',
  militants:
    'militant militants terrorist terrorists insurgent insurgents fighter fighters rebel rebels guerrilla guerrillas gunman gunmen attacker attackers assailant assailants ' +
    'bomber bombers extremist extremists jihadist jihadists separatist separatists khawarij kharijites khwarij operative operatives militiaman militiamen subversive subversives commander commanders',
  officials:
    'official officials minister minister president governor mayor mayors judge judges magistrate magistrates prosecutor prosecutors lawmaker lawmakers senator deputy councilman councilmen politician politicians congressman legislator ambassador diplomat diplomats bureaucrat',
  transport:
    'train trains bus buses van minibus truck trucks tanker tankers vehicle vehicles car cars convoy railway track tracks bridge bridges highway airport ' +
    'airliner plane ship ferry boat port locomotive taxi taxis jeep rickshaw motorcycle minibus minibuses minivan lorry lorries wagon coach pickup dumptruck',
  energy:
    'pipeline pipelines grid pylon pylons tower towers plant refinery dam substation substations oilfield powerlines transformers electricity pole poles',
  worship:
    'mosque mosques church churches temple temples shrine shrines imambargah gurdwara seminary madrassa madrasa cathedral synagogue',
  education: 'school schools college university campus',
  health: 'hospital hospitals clinic clinics ambulance ambulances',
  government:
    'office offices court courthouse headquarters ministry parliament building embassy consulate mission town-hall city-hall residence residences house houses home homes',
  business:
    'market bazaar shop shops store stores hotel hotels bank banks restaurant mall factory mine warehouse company companies offices dealership cafe farm farms supermarket newspaper station radio-station',
};

const BY_NOUN = new Map<string, TargetClass>();
for (const [name, nouns] of Object.entries(ROWS)) {
  for (const noun of nouns.split(' ')) if (!BY_NOUN.has(noun)) BY_NOUN.set(noun, name as TargetClass);
}

/** The class of a noun, lower case, or `null` where it tells none. */
export function classOfNoun(low: string): TargetClass | null {
  return BY_NOUN.get(low) ?? null;
}

/** Classes whose nouns do not tell by themselves that they were struck: militants strike, and a vehicle may carry them. */
const DOERS: ReadonlySet<TargetClass> = new Set(['militants', 'transport']);

/** Whether a noun, lower case, names people or a thing that can be struck: a peasant, a mayor, a pylon, a shop. */
export function isStruck(low: string): boolean {
  const is = classOfNoun(low);
  return is !== null && !DOERS.has(is);
}

/** Whether it names what goes or is gone by, which can be burned and blown up: a lorry, a bridge. */
export function isTransport(low: string): boolean {
  return classOfNoun(low) === 'transport';
}

const HUMAN: ReadonlySet<TargetClass> = new Set([
  'civilians',
  'military',
  'police',
  'militants',
  'officials',
]);

/** Whether a class is one of people. */
export function isHuman(is: TargetClass | null): boolean {
  return is !== null && HUMAN.has(is);
}
