import { groupBy } from '../kernel/index.ts';

/** Qualifiers of a statement whose change, with the value the same, is a marking otherwise. */
export const QUALIFIERS = ['strength', 'kind', 'detail'] as const;

/** One of {@link QUALIFIERS}. */
export type Qualifier = (typeof QUALIFIERS)[number];

/** What stood in the snapshot before, for one property. */
export interface PropertyTotal {
  readonly property: string;
  readonly statements: number;
  /** Of these, how many carry each mark; see {@link markOf}. */
  readonly marked: ReadonlyMap<string, number>;
}

/** A statement that came or went with a snapshot. */
export interface Difference {
  readonly record: number;
  readonly property: string;
  readonly value: string;
  readonly qualifiers: Readonly<Record<Qualifier, string | null>>;
  /** Whether its record as a whole came or went with the same snapshot. */
  readonly wholeRecord: boolean;
}

/** One way in which a snapshot changed one property of the records that it and its predecessor both hold. */
export interface PropertyChange {
  readonly property: string;
  /** `lost`: fewer values than before; else the mark that values lost which stayed the same. */
  readonly how: string;
  readonly count: number;
  /** Statements that could have changed so: all of the property, or those that carried the mark. */
  readonly of: number;
}

/** The shares above which a snapshot waits for a person (SPEC Q2). */
export interface QuarantineRule {
  /** Share of the statements that carry one mark (`weak`) that may be marked otherwise in one step. */
  readonly requalified: number;
  /** Share of a property's statements that records which remain may lose. */
  readonly lost: number;
  /** Changes below this number never hold a snapshot, whatever their share: small lists move in jumps. */
  readonly atLeast: number;
}

/** The rule in force; chosen on the real lists (docs/decisions/0008). */
export const QUARANTINE_RULE: QuarantineRule = Object.freeze({ requalified: 0.25, lost: 0.3, atLeast: 50 });

/** Counts the changes of each property from what came and what went. A value that was rewritten is not lost. */
export function countChanges(
  totals: readonly PropertyTotal[],
  came: readonly Difference[],
  went: readonly Difference[],
): readonly PropertyChange[] {
  const place = ({ record, property }: Difference) => `${property}\n${record}`;
  const stays = (change: Difference) => !change.wholeRecord;
  const cameBy = groupBy(came.filter(stays), place);
  const lost = new Map<string, number>();
  const lostMarks = new Map<string, number>();
  for (const [key, gone] of groupBy(went.filter(stays), place)) {
    const property = key.slice(0, key.indexOf('\n'));
    const come = cameBy.get(key) ?? [];
    count(lost, property, Math.max(0, gone.length - come.length));
    for (const before of gone) {
      const after = come.find((change) => change.value === before.value);
      if (after === undefined) continue;
      for (const qualifier of QUALIFIERS) {
        const mark = markOf(qualifier, before.qualifiers[qualifier]);
        if (mark !== null && before.qualifiers[qualifier] !== after.qualifiers[qualifier]) {
          count(lostMarks, `${property}\n${mark}`, 1);
        }
      }
    }
  }
  return totals.flatMap(({ property, statements, marked }): PropertyChange[] => [
    { property, how: 'lost', count: lost.get(property) ?? 0, of: statements },
    ...[...marked].map(([how, of]) => ({
      property,
      how,
      count: lostMarks.get(`${property}\n${how}`) ?? 0,
      of,
    })),
  ]);
}

/** Why a snapshot should wait for a person, in words; `null` when it need not. */
export function judge(
  changes: readonly PropertyChange[],
  rule: QuarantineRule = QUARANTINE_RULE,
): string | null {
  const reasons = changes
    .filter(
      ({ how, count, of }) =>
        count >= rule.atLeast && count > of * (how === 'lost' ? rule.lost : rule.requalified),
    )
    .map(({ property, how, count, of }) => {
      const share = `${count} of ${of} (${Math.round((100 * count) / of)} %)`;
      return how === 'lost'
        ? `entries that remain lost ${share} of their "${property}" values`
        : `${share} "${property}" values marked ${how} are marked otherwise`;
    });
  return reasons.length === 0 ? null : reasons.join('; ');
}

/**
 * The mark that a qualifier's value is counted under: a strength or kind by itself, since a feed that regresses
 * turns all of one into another (in August 2023 the UN's unmarked aliases all read `Good`); details, which are
 * all different, as one.
 */
export function markOf(qualifier: Qualifier, value: string | null): string | null {
  if (value === null) return null;
  return qualifier === 'detail' ? 'with details' : value;
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
