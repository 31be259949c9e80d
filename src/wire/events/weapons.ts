import type { ReadSentence } from '../analyse.ts';
import type { NounChunk } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Weapon, WeaponKind } from '../reading.ts';
import { spanAt } from '../span.ts';
import type { Nominal } from './nominal.ts';
import { CARRIERS, isVehicle, weaponKind } from './tables/weapons.ts';

/** Most weapons that one telling names. */
const MOST = 8;

/**
 * What a clause says a deed was done with: in its subject, object and phrases, and in those of its -ing forms. A
 * vehicle counts as a `carrier` where the deed makes it one.
 */
export function weaponsIn(
  sentence: ReadSentence,
  clause: Clause,
  text: string,
  carrier: WeaponKind | null = null,
): readonly Weapon[] {
  const dependent = sentence.clauses.filter(
    (other) => other.governor?.clause === clause.index && other.verb.form === 'ing',
  );
  const nouns = [clause, ...dependent].flatMap(({ subjects, objects, preps }) => [
    ...subjects,
    ...objects,
    ...preps.filter(({ word }) => WITH.has(word)).flatMap((prep) => prep.nouns),
  ]);
  return weaponsOf(nouns, text, carrier);
}

/** The same for a noun that tells an attack: in its own words and phrases, and in the clause that it stands in. */
export function weaponsNear(sentence: ReadSentence, nominal: Nominal, text: string): readonly Weapon[] {
  const own = [
    nominal.noun,
    ...nominal.preps.filter(({ word }) => WITH.has(word)).flatMap(({ nouns }) => nouns),
  ];
  const found = weaponsOf(own, text);
  if (found.length > 0 || nominal.clause === null || nominal.as === 'phrase') return found;
  return weaponsIn(sentence, nominal.clause, text);
}

const ATTACKING = /^(?:attack|bomb|blast|grenade|shell|canister|cylinder)/;
const WITH = new Set(['with', 'by', 'using', 'of', 'from', 'in']);

function weaponsOf(
  nouns: readonly NounChunk[],
  text: string,
  carrier: WeaponKind | null = null,
): readonly Weapon[] {
  const out: Weapon[] = [];
  const seen = new Set<number>();
  for (const noun of nouns) {
    for (const [at, unit] of noun.units.entries()) {
      let kind = unit.named === null ? weaponKind(unit.low) : null;
      if (carrier !== null && kind === null && unit === noun.head && isVehicle(unit.low)) kind = carrier;
      if (kind === null || seen.has(unit.start) || out.length >= MOST) continue;
      const before = noun.units[at - 1]?.low ?? '';
      if (kind === 'explosive' && CARRIERS.has(before)) kind = 'vehicle-bomb';
      // "A gas pipeline", "a mine shaft": what such a thing is of strikes nobody.
      if (
        kind === 'chemical' &&
        noun.units[at + 1]?.tag === 'noun' &&
        !ATTACKING.test(noun.units[at + 1]?.low ?? '')
      )
        continue;
      if (kind === 'suicide-vest' && before !== 'suicide' && before !== 'explosive') continue;
      seen.add(unit.start);
      if (!out.some((other) => other.kind === kind))
        out.push({ kind, span: spanAt(text, unit.start, unit.end) });
    }
  }
  return out;
}
