import { MATCH_FEATURES } from '../collection/match-features.ts';

/** Names by which yente's clients ask for an algorithm. There is one here; all of them mean it. */
export const ALGORITHM_NAMES: readonly string[] = [
  'best',
  'entente',
  'logic-v2',
  'logic-v1',
  'name-based',
  'name-qualified',
  'regression-v1',
  'ofac',
];

const features = Object.fromEntries(
  Object.entries(MATCH_FEATURES).map(([name, description]) => [
    name,
    { description, coefficient: 1, url: '/openapi.json' },
  ]),
);

const described = (name: string, description: string) => ({
  name,
  description,
  features,
  docs: { name, description, config: {}, features },
});

/** The body of `GET /algorithms`. */
export const ALGORITHMS = {
  algorithms: [
    described(
      'entente',
      'Aligns the parts of names, explains what joined them, and lets dates, countries and identifiers speak.',
    ),
    ...ALGORITHM_NAMES.filter((name) => name !== 'best' && name !== 'entente').map((name) =>
      described(name, 'Taken for the sake of clients that name it; the answer is that of "entente".'),
    ),
  ],
  default: 'best',
  best: 'entente',
};
