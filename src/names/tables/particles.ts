/**
 * Short words that link the parts of a name and tell little by themselves: articles, prepositions and
 * conjunctions of the languages of the lists, the Arabic article with its assimilated forms, the Persian and
 * Urdu izafat, and the words of descent. Presence or absence of one never makes two names different.
 *
 * Rule: a word stands here only when it is a link in nearly every name that has it. `abu` and `umm` are not
 * here: they make a name (a kunya), and their absence is news.
 */
export const PARTICLES: ReadonlySet<string> = new Set(
  [
    'al el ul ol il an ar as ash at ad az ur us ush ud uz',
    'e i y o a u',
    'bin ibn ben bint binti ibni bn ould walad wald wuld',
    'the of and for in on to de la le les du des del della di da do dos das der die den von van ter zu und et en',
    'va на и в по для ал аль эль ибн бин оглы',
    'بن ابن بنت ال و של ה',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Links that stand for each other: the izafat, the Arabic article, descent, `and`. The first of a class stands
 * for it.
 */
const CLASSES: readonly string[] = [
  'e i o y',
  'al el ul ol il an ar as ash at ad az ur us ush ud uz ال',
  'bin ibn ben ibni bn ould walad wald wuld بن ابن ибн бин',
  'and und et y e i و и',
  'of de da do di',
];

const CLASS_OF: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const members of CLASSES) {
    const words = members.split(' ');
    for (const word of words) if (!found.has(word)) found.set(word, words[0] ?? word);
  }
  return found;
})();

/** The link that stands for a link's class; itself when it has none. */
export function particleClass(form: string): string {
  return CLASS_OF.get(form) ?? form;
}

/** The Arabic article in its forms. */
export function isArticle(form: string): boolean {
  return particleClass(form) === 'al';
}
