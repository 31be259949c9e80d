import type { WeaponKind } from '../../reading.ts';

/**
 * Nouns for what an attack was done with, by kind. Written down from the weapon types of public codebooks (GTD), in
 * the words of news.
 */
const ROWS: Readonly<Partial<Record<WeaponKind, string>>> = {
  'suicide-vest': 'vest vests jacket belt',
  'vehicle-bomb': 'car-bomb truck-bomb vbied svbied',
  explosive:
    'bomb bombs ied ieds explosive explosives dynamite device devices landmine landmines mine mines tnt charge charges rdx gelignite',
  grenade: 'grenade grenades hand-grenade',
  rocket: 'rocket rockets rpg rpgs missile missiles rocket-propelled bazooka',
  mortar: 'mortar mortars mortar-shell artillery shell shells shelling',
  drone: 'drone drones quadcopter quadcopters uav',
  firearm:
    'gun guns rifle rifles pistol pistols machine-gun machineguns machinegun submachine-gun submachineguns submachinegun kalashnikov kalashnikovs ak-47 gunfire bullets bullet shots shotgun revolver firearms handgun handguns assault-rifle ' +
    'sniper automatic small-arms',
  blade: 'knife knives machete machetes dagger axe axes sword swords blade hatchet cleaver knife-wielding',
  fire: 'molotov petrol gasoline kerosene arson',
  chemical: 'poison gas chemical sarin chlorine cyanide acid',
};

const BY_NOUN = new Map<string, WeaponKind>();
for (const [kind, nouns] of Object.entries(ROWS)) {
  for (const noun of nouns.split(' ')) if (!BY_NOUN.has(noun)) BY_NOUN.set(noun, kind as WeaponKind);
}

/** The kind of weapon a noun names, lower case, or `null`. */
export function weaponKind(low: string): WeaponKind | null {
  return BY_NOUN.get(low) ?? null;
}

/** Vehicles that, right before a bomb, make it one that a vehicle carried. */
export const CARRIERS: ReadonlySet<string> = new Set(
  'car truck vehicle van motorcycle motorbike explosives-laden explosive-laden rickshaw bicycle donkey'.split(
    ' ',
  ),
);

/** What goes on a road, and may carry a bomb or be one. */
const VEHICLES: ReadonlySet<string> = new Set(
  'car cars truck trucks vehicle vehicles van vans motorcycle motorbike bus minibus lorry lorries pickup suv jeep taxi rickshaw tractor scooter bulldozer tanker ambulance'.split(
    ' ',
  ),
);

/** Whether a noun, lower case, names a vehicle of the road. */
export function isVehicle(low: string): boolean {
  return VEHICLES.has(low);
}
