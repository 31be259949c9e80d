import type { Reading } from '../reading.ts';
import { incidentsOf } from './incident-features.ts';

/** Words of a text as a whole that tell what kind of text it is, by name. */
const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['communique', /\[communique\]/i],
  ['interview', /\[(?:[a-z ]*interview|begin recording|question|passage omitted)/i],
  ['editorial', /\b(?:editorial|commentary)\b/i],
  ['clandestine', /^\s*clandestine/i],
  ['speech', /\[(?:speech|address|statement|remarks)/i],
];

/**
 * Words that tell what a text is about, by their beginning: deeds, whom and what they strike, who does them, courts,
 * talks, politics, opinion. No names, no places: they would tell the months of the texts that the weights are made of.
 */
const SUBJECTS = (
  'kidnap bomb murder dynamit burn massacr explo threat assassin kill shot dead wound hostage attack extradit dialogue election trade ' +
  'combat sabotag guerrilla police victim damage injur destroy body cocaine negotiat congress summit investigat funeral cease ' +
  'terroris traffick drug rebel army soldier troop military peasant priest jesuit journalist judge mayor teacher student union worker ' +
  'leader president minister government embassy ambassador church bank office pylon power oil pipeline bridge vehicle car truck bus ' +
  'house home hotel offensive ambush clash fight arrest captur detain trial court sentence law bill budget econom debt peace truce ' +
  'talks meet visit agree treaty sign speech communique editorial interview question answer democra human rights condemn repudiat ' +
  'accus charg blam responsib claim suspect unidentified hooded gunm men armed machinegun grenade rifle bullet torture disappear ' +
  'corpse morgue bury hospital seriously unhurt escape rescue releas ransom week yesterday today tonight early dawn night morning ' +
  'campaign vote candidate party solidarity social history struggle revolution imperialis intervention invasion ship soccer price ' +
  'export coffee'
).split(' ');

/** Words that tell when, who speaks and how much is counted; how often they stand in a text tells news from opinion. */
const TELLTALES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['long-ago', /\b(?:years? ago|last year|months ago)\b/gi],
  ['now', /\b(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening))\b/gi],
  ['weekday', /\b(?:on|this|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day/gi],
  ['we', /\b(?:we|our|us)\b/gi],
  ['should', /\b(?:should|must|would)\b/gi],
  ['quoted', /"/g],
  ['figures', /\b\d+\b/g],
];

/** Each of them that stands once, three times, eight times in a text. */
function telltalesOf(text: string): readonly string[] {
  return TELLTALES.flatMap(([name, pattern]) => {
    const times = text.match(pattern)?.length ?? 0;
    return [1, 3, 8].filter((least) => times >= least).map((least) => `${name}>=${least}`);
  });
}

function subjectsOf(text: string): readonly string[] {
  const low = text.toLowerCase();
  return SUBJECTS.filter((stem) => new RegExp(`\\b${stem}`).test(low)).map((stem) => `word:${stem}`);
}

/** What a reading tells of its text as a whole: other events, casualties, the kind of text. */
export function textFeatures(reading: Reading): readonly string[] {
  const { document, events, casualties, attributions } = reading;
  const out: string[] = [];
  const attacks = events.filter(({ type }) => type === 'attack');
  out.push(`left-out:${Math.min(2, attacks.length - incidentsOf(reading).length)}`);
  out.push(`attacks:${Math.min(5, attacks.length)}`);
  for (const type of new Set(events.map((event) => event.type)))
    if (type !== 'attack') out.push(`tells:${type}`);
  if (events.some(({ subtype }) => subtype === 'clash')) out.push('tells:clash');
  out.push(`casualties:${Math.min(4, casualties.length)}`);
  for (const { category } of casualties) out.push(`casualties:${category}`);
  out.push(`length:${Math.min(6, Math.floor(document.text.length / 1000))}`);
  out.push(`attributed:${Math.min(3, attributions.length)}`);
  const groups = new Set(reading.mentions.flatMap((one) => (one.kind === 'group' ? (one.entity ?? []) : [])));
  out.push(`groups:${Math.min(3, groups.size)}`);
  for (const [name, pattern] of CUES) if (pattern.test(document.text)) out.push(`text:${name}`);
  out.push(...subjectsOf(document.text), ...telltalesOf(document.text));
  return [...new Set(out)];
}
