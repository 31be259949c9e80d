import { groupBy } from '../kernel/index.ts';

/**
 * What a snapshot part did to one property of the records that it and its predecessor both hold, and how many
 * statements of it stood before.
 */
export interface PropertyChange {
  readonly property: string;
  /** Statements of the property in the snapshot before. */
  readonly before: number;
  /** Values that are gone from records that remain. */
  readonly removed: number;
  /** Values that remain but whose qualifiers (strength, kind, language, detail) changed. */
  readonly requalified: number;
}

/** A statement that came or went with a snapshot. */
export interface Difference {
  readonly record: number;
  readonly property: string;
  readonly value: string;
  /** Whether its record as a whole came or went with the same snapshot. */
  readonly wholeRecord: boolean;
}

/** The shares above which a snapshot waits for a person (SPEC Q2). */
export interface QuarantineRule {
  /** Share of a property's statements that may change their qualifiers in one step. */
  readonly requalified: number;
  /** Share of a property's statements that may vanish from records that remain. */
  readonly removed: number;
  /** Changes below this number never hold a snapshot, whatever their share: small lists move in jumps. */
  readonly atLeast: number;
}

/** The rule in force; chosen on the real lists (docs/decisions/0008). */
export const QUARANTINE_RULE: QuarantineRule = Object.freeze({ requalified: 0.1, removed: 0.3, atLeast: 50 });

/** Counts the changes of each property from the statements that came and went. */
export function countChanges(
  before: ReadonlyMap<string, number>,
  came: readonly Difference[],
  went: readonly Difference[],
): readonly PropertyChange[] {
  const stays = (change: Difference) => !change.wholeRecord;
  const cameByProperty = groupBy(came.filter(stays), (change) => change.property);
  const wentByProperty = groupBy(went.filter(stays), (change) => change.property);
  return [...before].map(([property, total]) => {
    const values = new Set((cameByProperty.get(property) ?? []).map(identity));
    const gone = wentByProperty.get(property) ?? [];
    const requalified = gone.filter((change) => values.has(identity(change))).length;
    return { property, before: total, removed: gone.length - requalified, requalified };
  });
}

/** Why a snapshot should wait for a person, in words; `null` when it need not. */
export function judge(
  changes: readonly PropertyChange[],
  rule: QuarantineRule = QUARANTINE_RULE,
): string | null {
  const reasons = changes.flatMap((change) => {
    const say = (count: number, what: string) =>
      `${count} of ${change.before} "${change.property}" statements (${Math.round((100 * count) / change.before)} %) ${what}`;
    return [
      ...(exceeds(change.requalified, change.before, rule.requalified, rule.atLeast)
        ? [say(change.requalified, 'changed how they are marked')]
        : []),
      ...(exceeds(change.removed, change.before, rule.removed, rule.atLeast)
        ? [say(change.removed, 'vanished from entries that remain')]
        : []),
    ];
  });
  return reasons.length === 0 ? null : reasons.join('; ');
}

function exceeds(count: number, total: number, share: number, atLeast: number): boolean {
  return count >= atLeast && count > share * total;
}

function identity(change: Difference): string {
  return JSON.stringify([change.record, change.value]);
}
