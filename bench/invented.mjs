// Names for the growth benchmark: nobody's, made of syllables, with the distribution that lists have: few given
// names that many bear, many family names that few bear, one name in five a body's. The same for the same number.

/** A small generator of pseudo-random numbers (mulberry32), so that every run has the same names. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = 'b d f g h j k l m n p q r s t v w y z sh kh gh ch th br dr kr st tr'.split(' ');
const VOWELS = 'a a a e e i i o u ai ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 'm', 'd', 's', 'k', 'sh', 'z'];
const KINDS =
  'trading shipping group company industries foundation brigade front army institute bank holding'.split(' ');
const COMMON =
  'mohammed ahmad ali hassan abdul ibrahim ivan kim juan maria omar yusuf vladimir li wang jose'.split(' ');

/** `count` entries for an index, from `seed`. */
export function* inventedNames(count, seed = 1) {
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const word = (syllables) => {
    let text = '';
    for (let i = 0; i < syllables; i += 1)
      text += pick(ONSETS) + pick(VOWELS) + (i === syllables - 1 ? pick(CODAS) : '');
    return text;
  };
  const given = [...COMMON, ...Array.from({ length: 3000 }, () => word(2))];
  const family = Array.from({ length: Math.ceil(count / 5) + 500 }, () => word(2 + Math.floor(random() * 2)));
  // Squared twice, the first of a list come up far more often than the last, as with real names.
  const skewed = (list) => list[Math.floor(random() ** 4 * list.length)];
  for (let id = 0; id < count; id += 1) {
    const body = random() < 0.2;
    const words = body
      ? [
          skewed(family),
          ...(random() < 0.6 ? [skewed(family)] : []),
          pick(KINDS),
          ...(random() < 0.3 ? ['ltd'] : []),
        ]
      : [skewed(given), ...(random() < 0.5 ? [skewed(given)] : []), skewed(family)];
    yield {
      id,
      text: words.join(' '),
      schema: body ? 'Organization' : 'Person',
      kind: 'primary',
      strength: 'unstated',
    };
  }
}
