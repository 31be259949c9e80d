import type { ReadSentence } from '../analyse.ts';
import type { NounChunk } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { VerbFrame } from './frames.ts';
import { ACCIDENT_WORDS, WOUND_WORDS } from './noun-classes.ts';
import { giftOf } from './official.ts';
import { fills } from './parties.ts';
import type { Setting } from './setting.ts';
import { classOfNoun } from './tables/classes.ts';
import { weaponKind } from './tables/weapons.ts';

/** Who did it and to whom, as the clause has them. */
export interface Filled {
  readonly doers: readonly NounChunk[];
  readonly done: readonly NounChunk[];
}

/** The nouns in the frame's places, or `null` when one does not fit. */
export function fill(
  sentence: ReadSentence,
  clause: Clause,
  frame: VerbFrame,
  setting: Setting,
): Filled | null {
  const by = nounsAfter(clause, frame.subject === 'bomb' ? BY_BOMB : BY);
  const participle =
    clause.verb.form === 'participle' && clause.governorNoun !== null ? [clause.governorNoun] : [];
  if (frame.violent === true && !isViolent(sentence, clause)) return null;
  const { passive } = clause.verb;
  const under = frame.under === undefined ? null : suffered(clause, frame.under);
  if (frame.under !== undefined && under === null) return null;
  const doers = under?.from ?? (passive ? by : clause.subjects);
  const through = nounsAfter(clause, frame.through ?? []);
  const direct =
    under !== null
      ? clause.subjects
      : passive
        ? clause.subjects.length > 0
          ? clause.subjects
          : participle
        : clause.objects;
  const done = direct.length > 0 ? direct : through.length > 0 ? through : sharedObjects(sentence, clause);
  const earlier = sentence.things;
  if (frame.agentless === true && (!passive || doers.length > 0)) return null;
  if (frame.word !== undefined && !holdsWord(clause, frame.word)) return null;
  if (
    frame.beside !== undefined &&
    !frame.beside.some((word) => sentence.units.some(({ low }, at) => low === word && at > clause.verb.first))
  )
    return null;
  if (frame.lawless === true && sentence.units.some(({ low }) => LAWFUL.has(low))) return null;
  if (frame.charged === true && (clause.verb.form !== 'ing' || clause.opener !== 'of')) return null;
  if (frame.wounds === true && !sentence.units.some(({ low }) => WOUND_WORDS.has(low))) return null;
  if (frame.never !== undefined) {
    const { never } = frame;
    if (doers.some((noun) => fills(noun, never, setting.discourse, sentence.things))) return null;
  }
  const fits = (nouns: readonly NounChunk[], filler: VerbFrame['subject']) =>
    filler === null || nouns.some((noun) => fills(noun, filler, setting.discourse, earlier));
  if (!fits(doers, frame.subject) || !fits(done, frame.object)) return null;
  // "Fired shots in the air at a wedding": for joy, or to warn.
  if (frame.aim !== undefined && nounsAfter(clause, ['in', 'into']).some(({ head }) => head.low === 'air'))
    return null;
  if (frame.aim !== undefined && !fits(nounsAfter(clause, frame.at ?? []), frame.aim)) return null;
  if (under !== null && !isUnderFire(under.from, done, clause, setting, earlier)) return null;
  if (
    frame.type === 'attack' &&
    frame.subtype === 'suicide-bombing' &&
    !/self|selves/.test(done[0]?.head.low ?? '')
  )
    return null;
  return { doers, done };
}

const BY = ['by'];
/** A bomb strikes as the doer, or as what it is done with: "targeted with an IED". */
const BY_BOMB = ['by', 'with'];

function nounsAfter({ preps }: Clause, words: readonly string[]): readonly NounChunk[] {
  return preps.filter(({ word }) => words.includes(word)).flatMap(({ nouns }) => nouns);
}

/** "Came under fire from militants": from whom, or `null` when it is nothing of the kind. */
function suffered(clause: Clause, words: readonly string[]): { readonly from: readonly NounChunk[] } | null {
  if (!nounsAfter(clause, ['under']).some(({ head }) => words.includes(head.low))) return null;
  // "Came under fire for his remarks": words, and no shots.
  if (clause.preps.some(({ word }) => word === 'for' || word === 'over')) return null;
  return { from: nounsAfter(clause, ['from', 'by']) };
}

/** Whether bullets are meant: by who fires, by where, or by what goes or is armed. Ministers are criticised. */
function isUnderFire(
  from: readonly NounChunk[],
  done: readonly NounChunk[],
  clause: Clause,
  { discourse }: Setting,
  earlier: ReadSentence['things'],
): boolean {
  if (from.some((noun) => fills(noun, 'violent', discourse, earlier))) return true;
  const classes = done.map(({ head }) => classOfNoun(head.low));
  if (classes.includes('transport') || classes.includes('military')) return true;
  return (
    classes.some((is) => is !== 'officials') &&
    clause.preps.some(({ nouns }) => nouns.some((noun) => fills(noun, 'place', discourse, earlier)))
  );
}

const LAWFUL = new Set(
  'court courts judge sentenced convicted convict convicts prisoner prisoners prison hanged hanging death-row lashes penalty verdict inmates inmate'.split(
    ' ',
  ),
);

/** Whether nothing in the sentence gives another cause of a death than somebody's deed (SPEC.md, E12). */
function isViolent(sentence: ReadSentence, clause: Clause): boolean {
  if (clause.opener === 'if' || clause.verb.modal !== null) return false;
  return !sentence.units.some(({ low }) => ACCIDENT_WORDS.has(low) || TOLD_OTHERWISE.test(low));
}

/** Words of another event in which people die; it has its own frame. */
const TOLD_OTHERWISE =
  /^(?:clash|clashes|clashed|fighting|combat|battle|battles|war|encounter|operation|operations|shootout|shoot-out|firefight|raid|raids|attack|attacks|assault|blast|blasts|bombing|bombings|explosion|explosions|strike|strikes|airstrike|airstrikes|ambush|ambushed|shelling|gunmen|shooting|fire|protest|protests|riot|riots)$/;

/** "Kidnapped and killed two traders": both verbs have the object that follows the second. */
function sharedObjects(sentence: ReadSentence, clause: Clause): readonly NounChunk[] {
  if (clause.verb.passive || clause.preps.length > 0 || clause.dates.length > 0) return [];
  const next = sentence.clauses[clause.index + 1];
  const joined = next?.governor?.how === 'conj' && next.governor.clause === clause.index;
  return joined && next.verb.form === clause.verb.form && !next.verb.passive ? next.objects : [];
}

function holdsWord({ objects, complement, preps }: Clause, word: string): boolean {
  return [
    ...objects,
    ...(complement === null ? [] : [complement]),
    ...preps.flatMap(({ nouns }) => nouns),
  ].some(({ head, units }) => head.low === word || units.some(({ low }) => low === word));
}

/** A suicide bomber's deed is a suicide bombing; what is thrown or fired tells what kind of attack it is. */
export function subtypeOf(frame: VerbFrame, { doers, done }: Filled): string | null {
  if (frame.type === 'aid') return giftOf(done) ?? frame.subtype;
  if (frame.type !== 'attack') return frame.subtype;
  if (doers.some((noun) => noun.units.some(({ low }) => low === 'suicide'))) return 'suicide-bombing';
  if (MOBS.has(doers[0]?.head.low ?? '') && frame.subtype === null) return 'mob-violence';
  const bombs = frame.object === 'bomb' ? done : frame.subject === 'bomb' ? doers : [];
  if (doers.some(({ head }) => weaponKind(head.low) === 'drone')) return 'drone';
  if (bombs.some(({ units }) => units.some(({ low }) => FIERY.has(low)))) return 'arson';
  const [kind] = bombs.flatMap(({ head }) => weaponKind(head.low) ?? []);
  return kind === 'grenade' || kind === 'rocket' ? kind : kind === 'mortar' ? 'shelling' : frame.subtype;
}

const MOBS = new Set(['mob', 'mobs', 'crowd', 'villagers']);
/** Bombs that burn. */
const FIERY = new Set(['petrol', 'gasoline', 'molotov', 'fire', 'incendiary', 'cocktails', 'cocktail']);
