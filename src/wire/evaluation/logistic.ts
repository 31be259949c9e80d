/** A labelled example: its features and its label. */
export interface Example {
  readonly features: readonly string[];
  readonly label: string;
}

/** A model that can be read: `weights` has a number for each label and feature, `''` being the label's own. */
export interface Weights {
  readonly labels: readonly string[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** How hard weights are held to nought, and how often they are moved. Chosen on DEV, in folds. */
const PENALTY = 10;
const STEPS = 150;
/** A feature of a single example teaches nothing. */
const FEWEST = 2;

/**
 * Multinomial logistic regression with a quadratic penalty, by accelerated gradient steps, each feature with its own
 * bound on the step (Nesterov 1983; the bound of Böhning 1992). The same examples give the same weights. `hold` is how hard weights are
 * held to nought. Used by the
 * benchmark in cross-validation only; the reader itself learns nothing.
 */
export function logistic(examples: readonly Example[], hold: number = PENALTY): Weights {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const columns = columnsOf(examples);
  const rows = examples.map(({ features }) => [
    0,
    ...[...new Set(features)].flatMap((name) => columns.get(name) ?? []),
  ]);
  const width = columns.size + 1;
  const bound = new Float64Array(width);
  for (const row of rows) for (const at of row) bound[at] = (bound[at] ?? 0) + row.length / 4;
  const wanted = examples.map(({ label }) => labels.indexOf(label));
  let held = labels.map(() => new Float64Array(width));
  let ahead = held;
  let pace = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = slopeAt(ahead, rows, wanted, width);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const push = (pace - 1) / nextPace;
    const moved = ahead.map((weights, label) =>
      weights.map((weight, at) => {
        const penalty = at === 0 ? 0 : hold;
        return weight - ((slope[label]?.[at] ?? 0) + penalty * weight) / ((bound[at] ?? 0) + penalty);
      }),
    );
    const before = held;
    ahead = moved.map((weights, label) =>
      weights.map((weight, at) => weight + push * (weight - (before[label]?.[at] ?? 0))),
    );
    held = moved;
    pace = nextPace;
  }
  const weights = new Map<string, readonly number[]>([['', held.map((one) => one[0] ?? 0)]]);
  for (const [name, at] of columns)
    weights.set(
      name,
      held.map((one) => one[at] ?? 0),
    );
  return { labels, weights };
}

/** The label that the weights give most to; `extra` is added to the labels that it names. */
export function decide(
  { labels, weights }: Weights,
  features: readonly string[],
  extra: Readonly<Record<string, number>> = {},
): string {
  let best = '';
  let most = Number.NEGATIVE_INFINITY;
  const present = ['', ...new Set(features)].flatMap((name) => {
    const row = weights.get(name);
    return row === undefined ? [] : [row];
  });
  for (const [at, label] of labels.entries()) {
    const score = present.reduce((sum, row) => sum + (row[at] ?? 0), extra[label] ?? 0);
    if (score > most) [best, most] = [label, score];
  }
  return best;
}

function columnsOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of new Set(features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name);
  return new Map(kept.map((name, at) => [name, at + 1]));
}

function slopeAt(
  weights: readonly Float64Array[],
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
  width: number,
): readonly Float64Array[] {
  const slope = weights.map(() => new Float64Array(width));
  for (const [example, row] of rows.entries()) {
    const scores = weights.map((one) => row.reduce((sum, at) => sum + (one[at] ?? 0), 0));
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (const [label, power] of powers.entries()) {
      const error = power / total - (label === wanted[example] ? 1 : 0);
      const own = slope[label];
      if (own !== undefined) for (const at of row) own[at] = (own[at] ?? 0) + error;
    }
  }
  return slope;
}
