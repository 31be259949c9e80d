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
    'commuter commuters protester protesters activist activists unionist unionists trade-unionist leader leaders candidate candidates businessman businessmen executive rancher townspeople inhabitants population populations community communities neighborhood neighbourhood baby infant maid maids professor professors indian indians youth youths pedestrian pedestrians passersby passerby motorist motorists cyclist cyclists biker bikers crowd crowds onlookers spectators mourners revellers revelers concertgoers partygoers diner diners guest guests customer customers demonstrator demonstrators migrant migrants settler settlers expatriate expatriates contractor contractors shepherd shepherds herder herders trucker truckers preacher pastor rabbi scholar scholars singer blogger editor anchor columnist photographer volunteer volunteers vaccinator vaccinators medic medics paramedic paramedics technician technicians geologist surveyors loggers vendor vendors banker carpenter mechanic mechanics tailor traveller travellers traveler travelers tourist-guide hikers trekker trekkers climber climbers mountaineers teenager teenagers toddler elderly widow relative relatives neighbour neighbours neighbor neighbors crew rally procession congregation funeral wedding',
  military:
    'soldier soldiers troop troops trooper troopers army military navy airmen sailor sailors marine marines ranger rangers commando commandos paramilitary ' +
    'paramilitaries battalion brigade regiment patrol patrols garrison garrisons barracks serviceman servicemen captain major lieutenant colonel jawan jawans ' +
    'forces personnel cadet cadets sergeant guardsmen guardsman infantry helicopter gunship warplane brigadier recruit recruits conscripts reservists contingent peacekeeper peacekeepers outpost outposts airbase tank tanks',
  police:
    'police cop cops policeman policemen policewoman constable constables officer officers levies guard guards checkpost checkpoint checkpoints sho inspector watchman watchmen bodyguard bodyguards detective detectives checkposts policewomen traffic-police gendarme gendarmes warden wardens',
  militants:
    'militant militants terrorist terrorists insurgent insurgents fighter fighters rebel rebels guerrilla guerrillas gunman gunmen attacker attackers assailant assailants ' +
    'bomber bombers extremist extremists jihadist jihadists separatist separatists khawarij kharijites khwarij operative operatives militiaman militiamen subversive subversives commander commanders',
  officials:
    'official officials minister minister president governor mayor mayors judge judges magistrate magistrates prosecutor prosecutors lawmaker lawmakers senator deputy councilman councilmen politician politicians congressman legislator ambassador diplomat diplomats bureaucrat mp mps lawmakers senators councillor councillors commissioner attorney premier chairman envoy aide adviser advisor nazim sarpanch chieftain',
  transport:
    'train trains bus buses van minibus truck trucks tanker tankers vehicle vehicles car cars convoy railway track tracks bridge bridges highway airport ' +
    'airliner plane ship ferry boat port locomotive taxi taxis jeep rickshaw motorcycle minibus minibuses minivan lorry lorries wagon coach pickup dumptruck minivans vans coaches metro subway tram trams railroad rail trains locomotives suv suvs container containers vessel vessels trawler speedboat runway flyover culvert culverts terminal trailer ambulance-car motorbike motorbikes scooter tractor airliners jet jets',
  energy:
    'pipeline pipelines grid pylon pylons tower towers plant refinery dam substation substations oilfield powerlines transformers electricity pole poles depot depots oil-tanker refineries powerhouse pump wells cable cables plants',
  worship:
    'mosque mosques church churches temple temples shrine shrines imambargah gurdwara seminary madrassa madrasa cathedral synagogue madrassas madrasas seminaries monastery convent chapel mausoleum imambargahs gurdwaras synagogues',
  education:
    'school schools college colleges university universities campus academy kindergarten hostel dormitory',
  health: 'hospital hospitals clinic clinics ambulance ambulances dispensary ward',
  government:
    'office offices court courthouse headquarters ministry parliament building embassy consulate mission town-hall city-hall residence residences house houses home homes palace consulates embassies secretariat courthouses villa compound',
  business:
    'market bazaar shop shops store stores hotel hotels bank banks restaurant mall factory mine warehouse company companies offices dealership cafe farm farms supermarket newspaper station radio-station markets bazaars factories mines warehouses stall stalls kiosk kiosks nightclub club bar pub cafeteria theatre theater cinema stadium hall salon bakery plaza restaurants hotels cafes malls supermarkets newspapers stations depot-store godown workshop',
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
