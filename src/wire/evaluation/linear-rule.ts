/** A linear rule: what each feature adds, and what holds with none. Above zero it holds. */
export interface LinearRule {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** The sum of a rule's weights over the features that are there; one that the rule does not know adds nothing. */
export function weigh({ bias, weights }: LinearRule, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
}

/** A rule from its table: the bias and each row's weight in hundredths, `12 feature` a row. */
export function ruleOf(bias: number, rows: string): LinearRule {
  const weights = new Map<string, number>();
  for (const row of rows.trim().split('\n')) {
    const gap = row.indexOf(' ');
    if (gap > 0) weights.set(row.slice(gap + 1), Number(row.slice(0, gap)) / 100);
  }
  return { bias: bias / 100, weights };
}
