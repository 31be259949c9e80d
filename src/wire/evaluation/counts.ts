/** What a scorer counts: how many of the predicted are right, how many were predicted, how many there are. */
export interface Counts {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export const NO_COUNTS: Counts = { right: 0, predicted: 0, gold: 0 };

/** Counts of two parts of a test set together (micro-averaging adds counts, never scores). */
export function added(a: Counts, b: Counts): Counts {
  return {
    right: a.right + b.right,
    predicted: a.predicted + b.predicted,
    gold: a.gold + b.gold,
  };
}

/** Precision, recall and F1 of counts, 0 to 1; a division by nothing is 0. */
export function scored({ right, predicted, gold }: Counts): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** Counts for two sets of labels; what is in `neutral` and not in `gold` is neither right nor wrong. */
export function setCounts(
  predicted: ReadonlySet<string>,
  gold: ReadonlySet<string>,
  neutral: ReadonlySet<string> = new Set(),
): Counts {
  let [right, said] = [0, 0];
  for (const label of predicted) {
    if (gold.has(label)) right += 1;
    else if (neutral.has(label)) continue;
    said += 1;
  }
  return { right, predicted: said, gold: gold.size };
}
