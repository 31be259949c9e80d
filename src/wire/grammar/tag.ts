import { NUMBER_WORDS } from '../../text/index.ts';
import type { Tag, Unit } from './units.ts';
import { ALSO_NOUNS, VERBS, type VerbForm, type VerbReading } from './verbs.ts';
import { HEDGES, PARTICIPLE_ADJECTIVES, SMALL_WORDS, type SmallClass } from './words.ts';

/** A unit with what it does in its sentence; verbs carry their base form and the form they stand in. */
export interface Tagged extends Unit {
  readonly tag: Tag;
  readonly lemma: string;
  readonly form: VerbForm | null;
}

/** Nouns in -ing that name something done: nouns wherever a noun can stand. */
const ING_NOUNS = new Set(
  (
    'bombing shooting hijacking kidnapping killing meeting training funding financing briefing hearing ruling ' +
    'gathering beheading stabbing shelling listing uprising crossing building understanding sharing policing ' +
    'trafficking smuggling laundering proceeding warning finding being housing engineering rioting'
  ).split(' '),
);

/**
 * Says of each unit what it does in its sentence, from left to right: small words by their class, verbs by
 * the table and their place, everything else a noun. A word that may be verb or noun is decided by its
 * neighbours; there is no model and no look past the sentence.
 */
export function tag(units: readonly Unit[]): readonly Tagged[] {
  const out: Tagged[] = [];
  const titled = isTitled(units);
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (unit !== undefined) out.push(tagOne(units, at, unit, out, titled));
  }
  return out;
}

/** Field by field: a spread of so many fields takes ten times as long, and this runs for every word. */
function tagged(unit: Unit, is: Tag, lemma: string, form: VerbForm | null): Tagged {
  return {
    text: unit.text,
    low: unit.low,
    start: unit.start,
    end: unit.end,
    mark: unit.mark,
    number: unit.number,
    named: unit.named,
    parts: unit.parts,
    tail: unit.tail,
    date: unit.date,
    quoted: unit.quoted,
    tag: is,
    lemma,
    form,
  };
}

/** Whether most words begin with a capital, as in some headlines, so that a capital tells nothing. */
function isTitled(units: readonly Unit[]): boolean {
  const words = units.filter(
    ({ mark, named, number, low }) => !mark && named === null && !number && low.length > 3,
  );
  return words.filter(({ text }) => text[0] !== text[0]?.toLowerCase()).length * 3 > words.length * 2;
}

function tagOne(
  units: readonly Unit[],
  at: number,
  unit: Unit,
  out: readonly Tagged[],
  titled: boolean,
): Tagged {
  const plain = (is: Tag): Tagged => tagged(unit, is, unit.low, null);
  if (unit.date !== null) return plain('date');
  if (unit.named !== null) return plain('name');
  if (unit.mark) return plain(markTag(unit.low));
  if (unit.low === 'one' && out.at(-1)?.low === 'no') return plain('noun');
  if (unit.number || (NUMBER_WORDS.has(unit.low) && unit.low !== 'a' && unit.low !== 'an'))
    return plain('num');
  if (unit.parts.length > 0) return plain(unit.tail === null ? 'name' : 'adj');
  const next = units[at + 1];
  if (
    (unit.low === 'late' || unit.low === 'early') &&
    (next?.date || SMALL_WORDS.get(next?.low ?? '')?.has('prep'))
  ) {
    return plain('adv');
  }
  // "Kill two IS militants": the letters, and no verb.
  if (unit.text === 'IS' && !titled && isNounish(next)) return plain('noun');
  // "Shot dead a trader": how the shot ended, and not who was shot.
  if (unit.low === 'dead' && out.at(-1)?.lemma === 'shoot') return plain('adv');
  const small = SMALL_WORDS.get(unit.low);
  if (small !== undefined) return plain(smallTag(units, at, small, out));
  // "the Jaffar Express": a capital inside a sentence makes a verb's form part of a name.
  if (!titled && out.length > 0 && unit.text[0] !== unit.low[0] && !unit.quoted) return plain('noun');
  const reading = VERBS.get(unit.low) ?? guessVerb(unit.low, lastTag(out), units[at + 1]);
  // "Heavily armed gunmen": how, and no deed.
  if (
    PARTICIPLE_ADJECTIVES.has(unit.low) &&
    lastTag(out)?.tag === 'adv' &&
    isAdverb(out.at(-1)?.low ?? '') &&
    isNounish(next)
  )
    return plain('adj');
  if (reading !== null) {
    const form = verbForm(reading, units, at, out);
    if (form === 'adj') return plain('adj');
    if (form !== null) return tagged(unit, 'verb', reading.lemma, form);
    return plain('noun');
  }
  if (HEDGES.has(unit.low) && unit.low.endsWith('ly')) return plain('adv');
  if (PARTICIPLE_ADJECTIVES.has(unit.low) || HEDGES.has(unit.low)) return plain('adj');
  return plain(isAdverb(unit.low) ? 'adv' : 'noun');
}

const NOT_ADVERBS = new Set(
  'deadly early daily weekly monthly yearly friendly likely elderly family costly assembly supply reply anomaly monopoly'.split(
    ' ',
  ),
);

function isAdverb(low: string): boolean {
  return low.length > 5 && low.endsWith('ly') && !NOT_ADVERBS.has(low);
}

function markTag(low: string): Tag {
  if (low === ',') return 'comma';
  if (low === ':' || low === ';') return 'colon';
  if (low === '—' || low === '–' || low === '-') return 'dash';
  if (low === "'s" || low === '’s') return 'poss';
  return low === '/' || low === '&' ? 'conj' : 'mark';
}

function smallTag(
  units: readonly Unit[],
  at: number,
  classes: ReadonlySet<SmallClass>,
  out: readonly Tagged[],
): Tag {
  const low = units[at]?.low ?? '';
  const before = out.at(-1);
  if (low === 'to') return isBaseVerb(units, at + 1) ? 'to' : 'prep';
  if (low === 'that' || low === 'which' || low === 'who' || low === 'whom' || low === 'whose') {
    return relativeTag(units, at, low, before, out);
  }
  if (classes.has('modal') || classes.has('be') || classes.has('have') || classes.has('do')) return 'aux';
  if (classes.has('neg') && low !== 'neither') return 'neg';
  // "Has since taken back": between the parts of a verb it tells when.
  if (low === 'since' && SMALL_WORDS.get(out.at(-1)?.low ?? '')?.has('have')) return 'adv';
  if (classes.has('sub') && (classes.has('prep') || classes.has('adv'))) {
    return opensClause(units, at) ? 'sub' : 'prep';
  }
  if (classes.has('sub')) return 'sub';
  if (low === 'no') return 'det';
  if (low === 'her' || low === 'his') return 'det';
  if (classes.has('conj')) return 'conj';
  // "X and Y both claimed": with the verb, and not before a noun.
  if (low === 'both' && before?.tag === 'comma' && VERBS.get(units[at + 1]?.low ?? '')?.forms.has('past'))
    return 'adv';
  if (classes.has('det'))
    return isNounish(units[at + 1]) ? 'det' : low === 'the' || low === 'a' || low === 'an' ? 'det' : 'pron';
  if (/sel(?:f|ves)$/.test(low) && before?.tag === 'aux') return 'adv';
  if (classes.has('prep')) {
    // "the group carried out", "set up": a particle, which the chunker joins to its verb.
    return classes.has('adv') && before?.tag === 'verb' ? 'adv' : 'prep';
  }
  return classes.has('pron') ? 'pron' : 'adv';
}

function relativeTag(
  units: readonly Unit[],
  at: number,
  low: string,
  before: Tagged | undefined,
  out: readonly Tagged[],
): Tag {
  if (low !== 'that') return before === undefined || before.tag === 'verb' ? 'pron' : 'rel';
  if (opensRelative(before, out)) return 'rel';
  const afterNoun = before?.tag === 'noun' || before?.tag === 'name' || before?.tag === 'num';
  if (afterNoun && startsVerb(units, at + 1)) return 'rel';
  if (before?.tag === 'prep') return 'det';
  return 'sub';
}

/** Verbs whose "that" tells what is said or thought, wherever it stands after them. */
const TELLING = new Set(
  (
    'say state announce report confirm add tell note declare reveal disclose claim allege insist maintain assert write inform ' +
    'argue believe warn think agree stress emphasise emphasize underline underscore highlight recognise recognize ' +
    'acknowledge reaffirm reiterate affirm propose demand suggest recommend urge ask hope fear deny reject dismiss ensure ' +
    'show indicate mean know decide resolve pledge vow promise remind assure notify rule find suspect retract withdraw ' +
    'warn'
  ).split(' '),
);
/** Nouns whose "that" tells what they hold: "the claim that". */
const TELLING_NOUNS = new Set(
  (
    'claim claims charge charges allegation allegations accusation accusations report reports statement fact evidence hope ' +
    'view belief concern concerns fear fears idea need possibility sign signs indication suggestion news agreement ' +
    'assurance assurances announcement condition grounds message assertion decision'
  ).split(' '),
);

/** "An attack that no group has claimed": after a noun, with no verb or noun of telling whose "that" it could be. */
function opensRelative(before: Tagged | undefined, out: readonly Tagged[]): boolean {
  if (before?.tag !== 'noun' && before?.tag !== 'name') return false;
  if (TELLING_NOUNS.has(before.low)) return false;
  return !out.some(({ tag: is, lemma }) => is === 'verb' && TELLING.has(lemma));
}

/** Whether a clause follows: some verb stands before the next comma, and its subject before it. */
function opensClause(units: readonly Unit[], at: number): boolean {
  let seenNoun = false;
  for (let next = at + 1; next < Math.min(units.length, at + 14); next += 1) {
    const unit = units[next];
    if (unit === undefined || unit.low === ',' || unit.low === ';' || unit.low === ':') return false;
    const classes = SMALL_WORDS.get(unit.low);
    if (classes?.has('be') || classes?.has('have') || classes?.has('modal') || classes?.has('do'))
      return seenNoun;
    if (classes?.has('sub') && !classes.has('prep') && unit.low !== 'as') return false;
    if (unit.low === 'which' || unit.low === 'who') return false;
    if (unit.named !== null || classes?.has('pron') || isPlainNoun(unit)) seenNoun = true;
    const reading = unit.named === null && classes === undefined ? VERBS.get(unit.low) : undefined;
    if (reading === undefined || !seenNoun || next === at + 1) continue;
    const finite = reading.forms.has('past') || reading.forms.has('s') || reading.forms.has('base');
    if (finite && !ALSO_NOUNS.has(reading.lemma) && !reading.forms.has('ing')) return true;
    if (finite && reading.forms.has('past') && !PARTICIPLE_ADJECTIVES.has(unit.low)) return true;
  }
  return false;
}

function isPlainNoun(unit: Unit): boolean {
  return !unit.mark && !SMALL_WORDS.has(unit.low);
}

function isNounish(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.mark) return false;
  if (unit.named !== null || unit.date !== null || unit.number || unit.parts.length > 0) return true;
  const small = SMALL_WORDS.get(unit.low);
  return small === undefined || small.has('det') || (small.has('adv') && !small.has('prep'));
}

function isBaseVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.named !== null || unit.date !== null) return false;
  if (SMALL_WORDS.get(unit.low)?.has('adv') && !SMALL_WORDS.get(unit.low)?.has('prep'))
    return isBaseVerb(units, at + 1);
  if (unit.low === 'be' || unit.low === 'have' || unit.low === 'do') return true;
  if (isAdverb(unit.low)) return isBaseVerb(units, at + 1);
  return VERBS.get(unit.low)?.forms.has('base') ?? false;
}

function startsVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.named !== null) return false;
  const small = SMALL_WORDS.get(unit.low);
  if (small !== undefined) {
    if (small.has('adv') || small.has('neg')) return startsVerb(units, at + 1);
    return small.has('be') || small.has('have') || small.has('do') || small.has('modal');
  }
  return VERBS.has(unit.low);
}

/** A verb that no table has, by its ending, where only a verb can stand. */
function guessVerb(low: string, before: Tagged | undefined, after: Unit | undefined): VerbReading | null {
  if (!/^[a-z][a-z-]{2,}ed$/.test(low) || before === undefined) return null;
  const place =
    before.tag === 'aux' || before.tag === 'noun' || before.tag === 'name' || before.tag === 'pron';
  if (!place || (before.tag === 'noun' && after !== undefined && !after.mark && !SMALL_WORDS.has(after.low)))
    return null;
  return { lemma: low.replace(/ed$/, ''), forms: new Set<VerbForm>(['past', 'part']) };
}

function lastTag(out: readonly Tagged[]): Tagged | undefined {
  let at = out.length - 1;
  while (at >= 0 && (out[at]?.tag === 'adv' || out[at]?.tag === 'neg')) at -= 1;
  return out[at];
}

/** The form a verb stands in here; `adj` for a participle before its noun; `null` when it is a noun. */
function verbForm(
  { lemma, forms }: VerbReading,
  units: readonly Unit[],
  at: number,
  out: readonly Tagged[],
): VerbForm | 'adj' | null {
  const before = lastTag(out);
  const low = units[at]?.low ?? '';
  const next = units[at + 1];
  if (forms.has('ing')) return ingForm(low, before, next, startsCount(units, at + 1));
  if (forms.has('past') || forms.has('part')) {
    const ambiguous = forms.has('base') || forms.has('s');
    if (ambiguous && before?.tag === 'to') return 'base';
    if (
      ambiguous &&
      before !== undefined &&
      ['det', 'adj', 'poss', 'num', 'prep'].includes(before.tag) &&
      ALSO_NOUNS.has(lemma)
    ) {
      return null;
    }
    return pastForm(forms, low, units, at, before, out);
  }
  return presentForm(lemma, forms, before, next, out);
}

/** Whether a count follows: "killing at least 46", "wounding dozens". */
function startsCount(units: readonly Unit[], at: number): boolean {
  const [low, next] = [units[at]?.low ?? '', units[at + 1]?.low ?? ''];
  if (/^(?:dozens|scores|hundreds|over|about|around|nearly|some)$/.test(low)) return true;
  return (
    (low === 'at' && next === 'least') ||
    (low === 'more' && next === 'than') ||
    (low === 'up' && next === 'to') ||
    (low === 'as' && next === 'many')
  );
}

function ingForm(
  low: string,
  before: Tagged | undefined,
  next: Unit | undefined,
  counts: boolean,
): VerbForm | 'adj' | null {
  if (before?.tag === 'aux') return 'ing';
  if (PARTICIPLE_ADJECTIVES.has(low) && isNounish(next)) return 'adj';
  if (before !== undefined && ['det', 'adj', 'num', 'poss'].includes(before.tag)) return null;
  if (!ING_NOUNS.has(low))
    return before?.tag === 'noun' && next !== undefined && SMALL_WORDS.get(next.low)?.has('be')
      ? null
      : 'ing';
  if (before === undefined)
    return next !== undefined && isNounish(next) && SMALL_WORDS.get(next.low)?.has('det') ? 'ing' : null;
  if (['noun', 'name', 'prep', 'conj', 'date', 'comma', 'verb'].includes(before.tag)) {
    if (counts) return 'ing';
    if (before.tag === 'prep' || before.tag === 'comma')
      return isNounish(next) && !SMALL_WORDS.get(next?.low ?? '')?.has('adv') ? 'ing' : null;
    const objectFollows =
      isNounish(next) &&
      (next?.number || next?.named !== null || SMALL_WORDS.get(next?.low ?? '')?.has('det'));
    return objectFollows ? 'ing' : null;
  }
  return 'ing';
}

/** Participles that after "and" are a second verb far more often than an adjective. */
const DEEDS = new Set(
  'killed wounded injured detained arrested jailed convicted designated blacklisted sanctioned listed accused targeted planned proposed renewed'.split(
    ' ',
  ),
);

/** Determiners that stand for a noun of their own. */
const STAND_ALONE = new Set(['those', 'these', 'some', 'many', 'all', 'others', 'several']);

function pastForm(
  forms: ReadonlySet<VerbForm>,
  low: string,
  units: readonly Unit[],
  at: number,
  before: Tagged | undefined,
  out: readonly Tagged[],
): VerbForm | 'adj' {
  const next = units[at + 1];
  const form: VerbForm = forms.has('past') ? 'past' : 'part';
  if (before === undefined) return isNounish(next) && !SMALL_WORDS.has(next?.low ?? '') ? 'adj' : form;
  if (before.tag === 'aux') return forms.has('part') ? 'part' : form;
  const nounNext = isNounish(next) && !SMALL_WORDS.has(next?.low ?? '') && next?.date === null;
  // "sustained and structured engagement", "those posed by".
  const joined =
    next?.low === 'and' &&
    PARTICIPLE_ADJECTIVES.has(low) &&
    PARTICIPLE_ADJECTIVES.has(units[at + 2]?.low ?? '');
  if (joined) return 'adj';
  if (before.tag === 'det' && STAND_ALONE.has(before.low) && !nounNext) return 'part';
  if (['det', 'poss', 'adj', 'num'].includes(before.tag) && nounNext) return 'adj';
  if (before.tag === 'det' || before.tag === 'poss') return 'adj';
  // "three dead and 17 wounded"
  if (before.tag === 'num' && /^(?:wounded|injured|hurt|missing)$/.test(low)) return 'adj';
  if (before.tag === 'prep' && nounNext) return 'adj';
  if (PARTICIPLE_ADJECTIVES.has(low) && nounNext) {
    if (before.tag === 'conj') {
      const twice = out.slice(0, -1).findLast((unit) => unit.tag !== 'adv');
      // "raided a house and arrested two men": a second deed, where the first is told.
      const goesOn = DEEDS.has(low) && out.some((unit) => unit.tag === 'verb' && unit.form === 'past');
      return twice?.tag === 'verb' || goesOn ? form : 'adj';
    }
    // After a comma with no verb yet, the sentence still waits for its own.
    if (before.tag === 'comma') return out.some(({ tag: other }) => other === 'verb') ? 'adj' : form;
    if (['verb', 'colon', 'dash', 'sub', 'prep'].includes(before.tag)) return 'adj';
  }
  return form;
}

function presentForm(
  lemma: string,
  forms: ReadonlySet<VerbForm>,
  before: Tagged | undefined,
  next: Unit | undefined,
  out: readonly Tagged[],
): VerbForm | null {
  const form: VerbForm = forms.has('base') ? 'base' : 's';
  const alsoNoun = ALSO_NOUNS.has(lemma);
  if (before === undefined) return alsoNoun || form === 's' ? null : 'base';
  if (before.tag === 'to' || (before.tag === 'aux' && form === 'base'))
    return form === 'base' ? 'base' : null;
  if (before.tag === 'aux') return alsoNoun ? null : form;
  if (['det', 'adj', 'poss', 'num', 'prep'].includes(before.tag))
    return alsoNoun || form === 's' ? null : form;
  if (before.tag === 'pron' || before.tag === 'rel') return form;
  if (before.tag === 'conj') {
    const twice = out.slice(0, -1).findLast((unit) => unit.tag !== 'adv' && unit.tag !== 'conj');
    if (!alsoNoun) return form;
    return twice?.tag === 'verb' && twice.form === form
      ? form
      : followsVerb(next) && hasVerb(out, form)
        ? form
        : null;
  }
  if (!alsoNoun) return form;
  const objectNext =
    isNounish(next) &&
    !(next !== undefined && VERBS.has(next.low) && !ALSO_NOUNS.has(VERBS.get(next.low)?.lemma ?? ''));
  const thatNext = next?.low === 'that' || next?.low === 'to';
  if (before.tag === 'name') {
    // "The BLA claims it": a pronoun that a verb's subject can be.
    if (form === 's') return objectNext || thatNext || isSubjectPronoun(next) ? form : null;
    // "Delhi Police arrest two": a body of many takes the plain form.
    return /(?:police|forces|troops|rangers)$/.test(before.low) && objectNext ? form : null;
  }
  if (before.tag === 'noun') {
    const plural = /[^s]s$|^(?:police|people)$/.test(before.low);
    if (form === 'base') return plural && objectNext ? form : null;
    return !plural && objectNext && SMALL_WORDS.get(next?.low ?? '')?.has('det') ? form : null;
  }
  return null;
}

function isSubjectPronoun(next: Unit | undefined): boolean {
  return next !== undefined && /^(?:it|they|he|she|we)$/.test(next.low);
}

/** Whether what follows is a verb's object: something with a determiner, or a name. */
function followsVerb(next: Unit | undefined): boolean {
  return next !== undefined && (next.named !== null || (SMALL_WORDS.get(next.low)?.has('det') ?? false));
}

function hasVerb(out: readonly Tagged[], form: VerbForm): boolean {
  return out.some((unit) => unit.tag === 'verb' && unit.form === form);
}
