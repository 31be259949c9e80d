import type { KnownPlaceOf } from '../world/world.ts';
import type { Name } from './names.ts';

/** Which of the places of one name is meant, and how exact it is; `country` is `null` where nothing decides. */
export interface PlaceMeant {
  readonly country: string | null;
  readonly precision: KnownPlaceOf['precision'] | null;
}

/**
 * A name of places in several states ("Hyderabad", "Punjab") means the one in the state that its sentence names,
 * else in the dateline's; else none, and the country stays open (SPEC.md, M10).
 */
export function placeMeant(
  places: readonly KnownPlaceOf[],
  nearby: ReadonlySet<string>,
  dateline: string | null,
): PlaceMeant {
  const [first, second] = places;
  if (first === undefined) return { country: null, precision: null };
  if (second === undefined) return first;
  const named = places.filter(({ country }) => nearby.has(country));
  if (named.length === 1 && named[0] !== undefined) return named[0];
  return places.find(({ country }) => country === dateline) ?? { country: null, precision: first.precision };
}

/** The states that the names of a sentence tell beyond doubt. */
export function statesAmong(names: readonly Name[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { world } of names) {
    if (world?.kind === 'state') out.add(world.country);
    if (world?.kind === 'place' && world.places.length === 1) out.add(world.places[0]?.country ?? '');
  }
  return out;
}
