import { wordTable } from '../../kernel/index.ts';
import type { Commitment, Position } from '../reading.ts';

/** What saying this verb does. */
export interface PromiseVerb {
  readonly act: Commitment['speechAct'];
  readonly binding: Commitment['binding'];
}

const table = (
  act: PromiseVerb['act'],
  binding: PromiseVerb['binding'],
  verbs: string,
): [string, PromiseVerb][] => verbs.split(', ').map((verb) => [verb, { act, binding }]);

/** Verbs of promising, by how far they bind. Source: usage of joint statements; the order of force is ours. */
export const PROMISE_VERBS: ReadonlyMap<string, PromiseVerb> = new Map([
  ...table('commit', 'strong', 'agree, commit, undertake, pledge, promise, decide, resolve, vow'),
  ...table('intend', 'weak', 'intend, plan, aim, seek, look forward, express'),
  ...table('reaffirm', 'medium', 'reaffirm, reiterate, renew, reconfirm, affirm, recommit, reassert'),
  ...table(
    'acknowledge',
    'weak',
    'underscore, underline, emphasise, emphasize, stress, highlight, recognise, recognize, acknowledge, note',
  ),
]);

/** Nouns that carry a promise: "their commitment to". */
export const PROMISE_NOUNS: ReadonlySet<string> = new Set(
  'commitment commitments resolve determination intention intent readiness willingness pledge desire'.split(
    ' ',
  ),
);
/** Nouns that say that something matters: "the importance of". */
export const WEIGHT_NOUNS: ReadonlySet<string> = new Set(
  'importance need necessity urgency significance value imperative'.split(' '),
);
/** Nouns of doing: "the importance of closer cooperation" promises as "of cooperating" does. */
export const ACTION_NOUNS: ReadonlySet<string> = new Set(
  (
    'cooperation collaboration coordination engagement building strengthening enhancement training sharing exchange ' +
    'exchanges action implementation provision assistance support partnership efforts measures steps dialogue ' +
    'consultation consultations capacity-building'
  ).split(' '),
);

/** What parties look forward to holding. */
export const MEETING_NOUNS: ReadonlySet<string> = new Set(
  'meeting session round dialogue talks consultations consultation visit summit conference exercise'.split(
    ' ',
  ),
);
/** Help that is pledged without a verb of doing: "pledged funds for". */
export const GIVEN_NOUNS: ReadonlySet<string> = new Set(
  'funds funding aid grant grants loan equipment vehicles scholarships dollars rupees euros contribution'.split(
    ' ',
  ),
);

/** Verbs of making more or better: what they govern is promised, and is no field in which to cooperate. */
export const CHANGE_VERBS: ReadonlySet<string> = new Set(
  'increase expand strengthen deepen enhance improve broaden widen intensify accelerate boost build develop advance'.split(
    ' ',
  ),
);

const SPOKEN: readonly [Position['speechAct'], string][] = [
  ['praise', 'applaud, commend, laud, praise, hail, appreciate, welcome, thank, congratulate'],
  ['condemn', 'condemn, denounce, deplore, decry'],
  ['reject', 'reject, refuse, decline, veto, turn down, rule out, oppose'],
  ['threaten', 'threaten'],
  ['urge', 'urge, call on, call upon, call for, demand, press, exhort, implore'],
  [
    'stance',
    'stress, emphasise, emphasize, underline, underscore, highlight, note, recognise, recognize, acknowledge, affirm, agree, reaffirm, reiterate',
  ],
];

/** What "express" does by the noun that it expresses. */
export const EXPRESSED = wordTable<Position['speechAct']>({
  appreciation: 'praise',
  gratitude: 'praise',
  thanks: 'praise',
  admiration: 'praise',
  satisfaction: 'praise',
  condemnation: 'condemn',
  outrage: 'condemn',
});

/** Verbs of taking a position without promising. */
export const POSITION_VERBS: ReadonlyMap<string, Position['speechAct']> = new Map(
  SPOKEN.flatMap(([act, verbs]) =>
    verbs.split(', ').map((verb): [string, Position['speechAct']] => [verb, act]),
  ),
);
