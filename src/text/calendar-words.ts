/** English month names and their usual short forms, lower case, to 1 … 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ] as const
  ).flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** English weekday names and their usual short forms, lower case, to 0 (Sunday) … 6. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['sunday', 'sun'],
      ['monday', 'mon'],
      ['tuesday', 'tue', 'tues'],
      ['wednesday', 'wed'],
      ['thursday', 'thu', 'thur', 'thurs'],
      ['friday', 'fri'],
      ['saturday', 'sat'],
    ] as const
  ).flatMap((names, index) => names.map((name): [string, number] => [name, index])),
);

/** Number words that dates and counts in prose use, lower case. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value): [string, number] => [word, value])
    .concat([
      ['a', 1],
      ['an', 1],
      ['dozen', 12],
    ]),
);

/** Units of a length of time, singular and plural. */
export const UNITS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year'> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);
