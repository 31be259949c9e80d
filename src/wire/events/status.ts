import type { ReadSentence } from '../analyse.ts';
import type { Clause } from '../grammar/clauses.ts';
import { SAYING } from '../grammar/speech.ts';
import type { EventStatus } from '../reading.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*,\s*/));

/** Verbs whose infinitive is yet to come. */
const PLANNING = set(
  'plan, intend, agree, decide, vow, pledge, prepare, want, seek, schedule, expect, propose, resolve, undertake, commit, promise, aim, look forward, set, arrange, hope, announce, move, approve, invite, offer, be, undertake',
);
const CONSIDERING = set(
  'consider, weigh, study, review, debate, discuss, contemplate, mull, recommend, suggest, call for, urge, call on, call upon, ask, demand, press, request, require, appeal, tell, want, pressure',
);
const THREATENING = set('threaten');
const FAILING = set('fail, refuse, decline, avoid, stop, prevent, prohibit, refrain, oppose');
const FOILING = set('foil, thwart, prevent, avert, disrupt, stop, intercept, defuse');
/** Verbs whose -ing form tells what happened: "accused of killing", "after stopping". */
const FUTURE_MODALS = new Set(['will', "'ll", 'shall', "won't"]);
const OPEN_MODALS = new Set([
  'may',
  'might',
  'could',
  'can',
  'would',
  'should',
  'must',
  "couldn't",
  "can't",
  'cannot',
  "wouldn't",
  "shouldn't",
]);

/** Verbs whose object, a decision, is already made. */
const PRESUPPOSING = set(
  'uphold, confirm, defend, endorse, challenge, appeal, welcome, criticise, criticize, condemn, back, justify',
);

/** Whether the verb foils what its object tells. */
export function foils(lemma: string): boolean {
  return FOILING.has(lemma);
}

/**
 * Whether what a clause tells happened, by its verb's own words and by the verbs that it depends on. An
 * infinitive that no verb of planning governs tells a purpose, and a purpose is no event: `hypothetical`.
 */
export function statusOf(clause: Clause, sentence: ReadSentence): EventStatus {
  const { verb } = clause;
  if (clause.opener === 'if' || clause.opener === 'unless') return 'hypothetical';
  if (verb.negated) return 'negated';
  if (verb.modal !== null && FUTURE_MODALS.has(verb.modal)) return 'planned';
  // "Said it would ban": what was still to come when it was said.
  const reported = clause.governor?.how === 'that' ? sentence.clauses[clause.governor.clause] : undefined;
  if (verb.modal === 'would' && reported !== undefined && SAYING.has(reported.verb.lemma)) return 'planned';
  if (verb.modal !== null && OPEN_MODALS.has(verb.modal)) return 'hypothetical';
  const holder = clause.governor === null ? undefined : sentence.clauses[clause.governor.clause];
  // "Foiled a plot by X to bomb": the infinitive belongs to the plot, whoever stands between.
  const plotted =
    clause.governor?.how === 'infinitive' && holder?.objects.some(({ head }) => PLOTS.test(head.low));
  if (plotted === true && holder !== undefined)
    return FOILING.has(holder.verb.lemma) && !holder.verb.negated ? 'foiled' : 'planned';
  const noun = clause.governorNoun;
  if (noun !== null && (verb.form === 'infinitive' || (verb.form === 'ing' && clause.opener !== null))) {
    const over = sentence.clauses.find(
      ({ objects, subjects }) => objects.includes(noun) || subjects.includes(noun),
    );
    const foiled = over?.objects.includes(noun) === true && FOILING.has(over.verb.lemma);
    if (foiled && !over.verb.negated) return 'foiled';
    const byNoun = nounStatus(noun.head.low, noun.det);
    // "Upheld the decision to ban": what is upheld was done.
    if (byNoun === 'planned' && over !== undefined && PRESUPPOSING.has(over.verb.lemma)) return 'happened';
    if (byNoun !== null) return byNoun;
  }
  const governor = clause.governor === null ? undefined : sentence.clauses[clause.governor.clause];
  const how = clause.governor?.how;
  // "Proposed that the EU add": the plain form says that it is only wished.
  if (
    governor !== undefined &&
    how === 'that' &&
    (CONSIDERING.has(governor.verb.lemma) || governor.verb.lemma === 'propose')
  ) {
    return 'hypothetical';
  }
  if (governor === undefined || how === 'that' || (how === 'rel' && verb.form !== 'infinitive')) {
    return verb.form === 'infinitive'
      ? sentence.zone === 'headline'
        ? 'planned'
        : 'hypothetical'
      : 'happened';
  }
  if (how === 'conj') {
    // A second verb of the same form shares what its fellow depends on.
    return verb.form === 'finite' ? 'happened' : statusOf(governor, sentence);
  }
  const { lemma, negated } = governor.verb;
  if (FAILING.has(lemma)) return 'negated';
  if (THREATENING.has(lemma)) return 'threatened';
  if (CONSIDERING.has(lemma)) return 'hypothetical';
  if (verb.form !== 'infinitive') return 'happened';
  // "is believed to have carried out": the perfect looks back.
  if (verb.perfect) return 'happened';
  if (PLANNING.has(lemma)) return negated ? 'negated' : 'planned';
  // "Used helicopters to bomb two villages" tells what was done with them.
  if (lemma === 'use' && governor.objects.length > 0) return statusOf(governor, sentence);
  if (lemma === 'begin' || lemma === 'continue' || lemma === 'manage' || lemma === 'help')
    return statusOf(governor, sentence);
  return 'hypothetical';
}

const PLOTS = /^(?:plots?|conspiracy|attempts?|bid)$/;

function nounStatus(low: string, det: string | null): EventStatus | null {
  if (
    /^(?:plans?|plots?|conspiracy|intention|decision|agreement|proposal|commitment|determination|resolve|readiness)$/.test(
      low,
    )
  ) {
    return det === 'no' ? 'negated' : 'planned';
  }
  if (/^threats?$/.test(low)) return 'threatened';
  if (/^(?:possibility|prospect|need|call|calls|request|demand|effort|efforts|attempts?|bid)$/.test(low))
    return 'hypothetical';
  return null;
}
