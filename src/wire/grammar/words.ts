/**
 * The small words of English by what they do in a sentence, and the words that reporters use as adjectives
 * though they look like verbs. Closed classes: complete for news prose, and nothing here is about a subject.
 */
const CLASSES: Readonly<Record<string, string>> = {
  det:
    'the a an this that these those some any no every each both either neither all several many few another ' +
    'other such his her its their our my your what which',
  pron: 'he she it they we i you him them us me himself itself themselves nobody none everyone someone who whoever others',
  prep:
    'of in on at by for from with to into onto over under near against between among amid during after before ' +
    'since until till through throughout across along around about above below behind beside besides beyond ' +
    'despite inside outside off per toward towards upon via within without than regarding concerning including ' +
    'excluding following pursuant according unlike like as',
  conj: 'and or but nor yet /',
  sub: 'because while whereas although though if unless when whenever where once whether after before since until till as that',
  modal:
    "will would can could may might shall should must 'll won't wouldn't can't cannot couldn't shouldn't",
  be: "be is are was were been being am isn't aren't wasn't weren't",
  have: "have has had having haven't hasn't hadn't",
  do: "do does did don't doesn't didn't",
  neg: "not never n't neither",
  adv:
    'also again already still just only even ever now then here there later earlier soon yet so too very much more most ' +
    'less least further together apart away back down up out once twice first not never always often ' +
    'immediately allegedly reportedly purportedly apparently recently formally officially jointly ' +
    'separately respectively however meanwhile moreover therefore thus instead rather quite almost nearly ' +
    'approximately around virtually long yesterday today tomorrow subsequently afterwards ' +
    'far forward aside ahead else otherwise perhaps maybe likely unanimously effectively',
};

/** What a word of a closed class does. */
export type SmallClass =
  | 'det'
  | 'pron'
  | 'prep'
  | 'conj'
  | 'sub'
  | 'modal'
  | 'be'
  | 'have'
  | 'do'
  | 'neg'
  | 'adv';

/** The classes of each small word. */
export const SMALL_WORDS: ReadonlyMap<string, ReadonlySet<SmallClass>> = (() => {
  const words = new Map<string, Set<SmallClass>>();
  for (const [name, list] of Object.entries(CLASSES)) {
    for (const word of list.split(' ')) {
      const classes = words.get(word) ?? new Set<SmallClass>();
      classes.add(name as SmallClass);
      words.set(word, classes);
    }
  }
  return words;
})();

/** Past participles that stand before a noun: "suspected militants", "the banned group". */
export const PARTICIPLE_ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'armed suspected alleged banned outlawed proscribed unidentified wanted masked united organised organized shared ' +
    'continued expanded sustained structured increased enhanced improved designated blacklisted listed sanctioned ' +
    'accused convicted injured wounded killed slain detained arrested jailed motivated affiliated dedicated ' +
    'advanced so-called self-styled retired outgoing acting visiting ruling leading growing emerging ongoing ' +
    'outstanding remaining existing following missing neighbouring neighboring militant separatist combined joint ' +
    'proposed planned coordinated targeted renewed occupied disputed divided'
  ).split(' '),
);

/** Words of doubt that a reporter puts between himself and what is said. */
export const HEDGES: ReadonlySet<string> = new Set(
  (
    'allegedly alleged reportedly purportedly purported suspected apparently apparent supposedly supposed ' +
    'possibly possible presumably presumed believed'
  ).split(' '),
);

/** Words that end a preposition of several words: "according to", "because of". */
export const LONG_PREPOSITIONS: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['because', 'of'],
  ['due', 'to'],
  ['along', 'with'],
  ['together', 'with'],
  ['such', 'as'],
  ['as', 'well', 'as'],
  ['ahead', 'of'],
  ['in', 'addition', 'to'],
  ['on', 'behalf', 'of'],
  ['in', 'line', 'with'],
  ['in', 'response', 'to'],
  ['on', 'the', 'sidelines', 'of'],
  ['in', 'connection', 'with'],
  ['on', 'suspicion', 'of'],
  ['in', 'the', 'presence', 'of'],
];
