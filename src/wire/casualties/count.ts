import { NUMBER_WORDS } from '../../text/index.ts';
import { classOfNoun, isHuman } from '../events/tables/classes.ts';
import { weaponKind } from '../events/tables/weapons.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { CasualtyCategory } from '../reading.ts';
import { type Span, spanAt } from '../span.ts';
import { LOOSE_COUNTS } from './verbs.ts';

/** How many a noun counts, `high` null where it is open above. */
export interface Counted {
  readonly low: number;
  readonly high: number | null;
  readonly category: CasualtyCategory;
  readonly span: Span;
}

/** Larger numbers are years or sums, not people. */
const MOST = 100_000;
const OPEN = new Set([
  'least',
  'over',
  'than',
  'nearly',
  'almost',
  'about',
  'around',
  'some',
  'approximately',
]);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .map((word, at): [string, number] => [word, (at + 2) * 10]),
);

/** The number that a word is, or `null`. */
export function numberOf(low: string): number | null {
  const plain = low.replaceAll(',', '');
  if (/^\d{1,7}$/.test(plain)) {
    const value = Number(plain);
    return value >= 1 && value <= MOST ? value : null;
  }
  const [tens = '', unit = ''] = low.split('-');
  const high = TENS.get(tens);
  if (high !== undefined) return high + (unit === '' ? 0 : (NUMBER_WORDS.get(unit) ?? 0));
  const value = NUMBER_WORDS.get(low);
  return value === undefined || value === 0 || low === 'a' || low === 'an' ? null : value;
}

/**
 * The count that a noun holds: "at least 20 people", "a soldier", "dozens"; `null` where it counts nobody. "A" is
 * one only before somebody: "a bomb" is no casualty. `human` says what else must tell that people are counted:
 * `people` their own noun, `struck` nothing but that it names no thing, `any` nothing ("the toll rose to five").
 */
export function countOf(
  noun: NounChunk,
  text: string,
  human: 'people' | 'struck' | 'any' = 'people',
): Counted | null {
  const first = noun.units[0];
  const category = categoryOf(noun);
  const at = noun.units.findIndex(({ low, date }) => date === null && numberOf(low) !== null);
  const unit = noun.units[at];
  if (unit === undefined || first === undefined) {
    const loose = noun.units.find(({ low }) => LOOSE_COUNTS.has(low));
    const least = loose === undefined ? undefined : LOOSE_COUNTS.get(loose.low);
    if (loose !== undefined && least !== undefined)
      return { low: least, high: null, category, span: spanAt(text, loose.start, loose.end) };
    const one = (noun.det === 'a' || noun.det === 'an' || noun.det === 'another') && category !== 'people';
    return one && human !== 'any'
      ? { low: 1, high: 1, category, span: spanAt(text, first?.start ?? noun.head.start, noun.head.end) }
      : null;
  }
  const low = numberOf(unit.low) ?? 0;
  const next = noun.units[at + 1];
  const dozens = next !== undefined && /^dozens?$/.test(next.low) ? 12 : 1;
  const open = noun.units.slice(0, at).some((other) => OPEN.has(other.low));
  const most = noun.units.slice(0, at).some((other) => other.low === 'up' || other.low === 'many');
  const value = low * dozens;
  // "A 12-year-old boy", "two bombs": a number beside something that is nobody.
  if (human === 'people' && category === 'people' && !isPeople(noun)) return null;
  if (human === 'struck' && isThing(noun)) return null;
  return {
    low: most ? 0 : value,
    high: open ? null : value,
    category,
    span: spanAt(text, first.start, Math.max(unit.end, noun.head.end)),
  };
}

/** Whom a noun counts: by its head's class, or as a group's by its name. */
export function categoryOf(noun: NounChunk): CasualtyCategory {
  if (namesIn(noun).some(({ kind }) => kind === 'group')) return 'militants';
  for (const unit of [noun.head, ...[...noun.units].reverse()]) {
    if (GENERAL.has(unit.low)) return 'people';
    switch (classOfNoun(unit.low)) {
      case 'civilians':
      case 'officials':
        return 'civilians';
      case 'police':
      case 'military':
        return 'security';
      case 'militants':
        return 'militants';
      default:
    }
  }
  return 'people';
}

const UNITS = new Set(
  'kg km kilometres kilometers miles days hours minutes percent dollars rupees lakh crore times rounds'.split(
    ' ',
  ),
);

function isThing(noun: NounChunk): boolean {
  const is = classOfNoun(noun.head.low);
  return UNITS.has(noun.head.low) || (is !== null && !isHuman(is)) || weaponKind(noun.head.low) !== null;
}

const GENERAL = new Set([
  'people',
  'persons',
  'person',
  'others',
  'men',
  'man',
  'victims',
  'nationals',
  'citizens',
]);
const COUNTABLE = new Set(
  'people persons person others other men man victims dead deaths bodies lives injured wounded killed nationals citizens fatalities women corpses casualties troops more'.split(
    ' ',
  ),
);

function isPeople(noun: NounChunk): boolean {
  if (COUNTABLE.has(noun.head.low) || noun.head.tag === 'num' || noun.head.tag === 'adj') return true;
  if (noun.units.some(({ low }) => COUNTABLE.has(low))) return true;
  const [name] = namesIn(noun);
  return name !== undefined && (name.use === 'demonym' || name.kind === 'group');
}
