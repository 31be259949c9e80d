const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*,\s*/));

/** Verbs whose object dies. */
export const KILLING = words(
  'kill, slay, massacre, martyr, eliminate, neutralise, neutralize, gun down, murder, execute, assassinate, behead, claim',
);
/** Verbs whose subject dies. */
export const DYING = words('die, perish, succumb, drown');
/** Verbs whose object is hurt. */
export const INJURING = words('injure, wound, hurt, maim');
/** Nouns that, with a number, are the dead. */
export const DEAD_NOUNS = words('dead, deaths, fatalities, bodies, corpses, death, martyrs, killed');
/** Nouns and adjectives that, with a number, are the hurt. */
export const HURT_NOUNS = words('injured, wounded, hurt');
/** Nouns that count the dead by themselves: "the toll rose to 31". */
export const TOLL_NOUNS = words('toll, tally, count');
/** Words that make a later count an update of an earlier one, and no contradiction. */
export const UPDATING = words(
  'earlier, rose, risen, rises, climbed, climbs, initially, previously, updated, revised, initial, later, increased, soared, jumped',
);

/** Counts that no numeral gives, at their least (ACLED reads "dozens" and the like as lower bounds too). */
export const LOOSE_COUNTS: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
]);
