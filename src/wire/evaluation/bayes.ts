/** A labelled example: its features and its label. */
export interface Example {
  readonly features: readonly string[];
  readonly label: string;
}

/**
 * Naive Bayes over the presence and absence of features, with add-one smoothing: a learner that a person can check
 * by counting. Used by the benchmark in cross-validation only; the reader itself learns nothing.
 */
export function naiveBayes(examples: readonly Example[]): (features: readonly string[]) => string {
  const labels = new Map<string, { count: number; features: Map<string, number> }>();
  const known = new Set<string>();
  for (const { features, label } of examples) {
    const held = labels.get(label) ?? { count: 0, features: new Map<string, number>() };
    held.count += 1;
    for (const feature of features) {
      known.add(feature);
      held.features.set(feature, (held.features.get(feature) ?? 0) + 1);
    }
    labels.set(label, held);
  }
  return (features) => {
    const present = new Set(features);
    let best = '';
    let most = Number.NEGATIVE_INFINITY;
    for (const [label, { count, features: counts }] of labels) {
      let score = Math.log(count / examples.length);
      for (const feature of known) {
        const share = ((counts.get(feature) ?? 0) + 1) / (count + 2);
        score += Math.log(present.has(feature) ? share : 1 - share);
      }
      if (score > most) [best, most] = [label, score];
    }
    return best;
  };
}
