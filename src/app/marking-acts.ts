import {
  type Approval,
  type Context,
  clearanceOf,
  type Decision,
  decide,
  formatMarking,
  givenTo,
  NO_CONTEXT,
  parseMarking,
  type Subject,
  sees,
  subjectOf,
  type Viewer,
} from '../policy/index.ts';
import type { MarkingProposal, ProposedAct, Release, Store } from '../store/index.ts';
import { appError } from './errors.ts';
import type { MarkedObject } from './marked-object.ts';

/** Who acts on a marking, for what reason, and who else has agreed. */
export interface ActingOnMarking {
  readonly viewer: Viewer;
  readonly why: string;
  readonly now: Date;
}

/** What became of an act: it is done, or it waits for another person's word. */
export interface MarkingOutcome {
  readonly proposal: MarkingProposal | null;
  readonly release: Release | null;
}

/** Reasons that another person's word can lift. */
const LIFTED_BY_A_WORD: readonly string[] = ['second-person', 'originator-word'];

/**
 * Does an act on a marking if the policy permits it to one person, and proposes it where nothing is wanting but another's
 * word. `propose` leaves it to another in any case. The object must be one that the viewer may know of. Throws
 * `ENT_MARKING_DENIED` for what no word would permit, `ENT_MARKING_SYNTAX`, `ENT_MARKING_STANDS`.
 */
export async function actOnMarking(
  store: Store,
  of: MarkedObject,
  asked: ProposedAct,
  { viewer, why, now }: ActingOnMarking,
  propose = false,
): Promise<MarkingOutcome> {
  const act = await standing(store, of, written(asked));
  const { subject } = viewer;
  const at = now.toISOString();
  const proposed = async (): Promise<MarkingOutcome> => {
    const by = { id: subject.id, name: subject.name };
    const { kind, object } = of;
    const proposal = { kind, object, proposed: act, by, at, why };
    return { proposal: await store.markings.proposals.add(proposal), release: null };
  };
  if (propose) return proposed();
  const { verdict, reasons } = await decided(store, of, act, viewer, []);
  if (verdict === 'permit') return performed(store, of, act, { by: subject.name, at, why, word: null });
  if (reasons.every((reason) => LIFTED_BY_A_WORD.includes(reason))) return proposed();
  throw appError('ENT_MARKING_DENIED', { reasons });
}

/**
 * Agrees to what somebody else proposed, and does it: decided afresh of the object as it is marked now, with the
 * proposer's word as far as the proposer may still know of the object. Throws as {@link actOnMarking}.
 */
export async function approveMarking(
  store: Store,
  of: MarkedObject,
  proposal: MarkingProposal,
  { viewer, why, now }: ActingOnMarking,
): Promise<MarkingOutcome> {
  const act = await standing(store, of, proposal.proposed);
  const word = await wordOf(store, of, proposal.by.id, viewer.context ?? NO_CONTEXT);
  const { verdict, reasons } = await decided(store, of, act, viewer, word);
  if (verdict !== 'permit') throw appError('ENT_MARKING_DENIED', { reasons });
  const at = now.toISOString();
  const by = viewer.subject.name;
  if (!(await store.markings.proposals.decide(proposal.id, 'approved', { by, at, why })))
    throw appError('ENT_MARKING_STANDS', { what: 'it was decided already' });
  const done = await performed(store, of, act, { by: proposal.by.name, at, why: proposal.why, word: by });
  return { ...done, proposal: await store.markings.proposals.find(proposal.id) };
}

/** An act with its marking as it is written. */
function written(act: ProposedAct): ProposedAct {
  return act.act === 'set' ? { ...act, marking: formatMarking(parseMarking(act.marking)) } : act;
}

/** The act, if there is still something to do. */
async function standing(store: Store, of: MarkedObject, act: ProposedAct): Promise<ProposedAct> {
  const { kind, object } = of;
  const gone = (what: string) => appError('ENT_MARKING_STANDS', { what });
  if (act.act === 'remove') {
    const marking = await store.markings.find(act.target);
    if (marking === null || marking.kind !== kind || marking.object !== object || marking.removed !== null)
      throw gone('no such marking stands on it');
  }
  if (act.act === 'release') {
    const to = (await store.markings.releases.standing(kind)).get(object);
    if (to?.includes(act.to)) throw gone(`it is released to ${act.to} already`);
  }
  return act;
}

async function decided(
  store: Store,
  { markings }: MarkedObject,
  act: ProposedAct,
  { subject, context = NO_CONTEXT }: Viewer,
  approvals: readonly Approval[],
): Promise<Decision> {
  const given: Context = { ...context, approvals };
  if (act.act !== 'release') return decide(subject, 'mark', { markings }, given);
  const resource = { markings: markings.map((marking) => givenTo(marking, [act.to])) };
  // An organisation may have it if one of its people is cleared for it; each is asked for again when he reads.
  const recipients = (await store.accounts.list())
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, clearance }) => ({ id, clearance: clearanceOf(clearance) }))
    .filter(({ clearance }) => clearance.organisation === act.to);
  const all = [null, ...recipients].map((recipient) =>
    decide(subject, 'release', resource, { ...given, recipient }),
  );
  return all.find(({ verdict }) => verdict === 'permit') ?? fewest(all);
}

/** The decision that the least speaks against. */
function fewest(decisions: readonly Decision[]): Decision {
  const [first, ...rest] = decisions;
  if (first === undefined) throw new TypeError('no decision');
  return rest.reduce((a, b) => (b.reasons.length < a.reasons.length ? b : a), first);
}

/** The word of whoever proposed, if that account stands and may know of the object; nobody's counts for nothing. */
async function wordOf(
  store: Store,
  { markings }: MarkedObject,
  id: string,
  context: Context,
): Promise<readonly Approval[]> {
  const account = (await store.accounts.list()).find((one) => one.id === id && one.disabledAt === null);
  if (account === undefined) return [];
  const subject: Subject = subjectOf(account);
  if (!sees({ subject, action: 'read', context })(markings)) return [];
  return [{ by: subject.id, organisation: subject.clearance.organisation }];
}

async function performed(
  store: Store,
  { kind, object, markings }: MarkedObject,
  act: ProposedAct,
  said: { readonly by: string; readonly at: string; readonly why: string; readonly word: string | null },
): Promise<MarkingOutcome> {
  const { word, ...how } = said;
  const acted = { ...how, by: word === null ? how.by : `${how.by}, agreed by ${word}` };
  if (act.act === 'set') await store.markings.set(kind, object, act.marking, acted);
  if (act.act === 'remove') await store.markings.remove(act.target, acted);
  if (act.act !== 'release') return { proposal: null, release: null };
  const release = { kind, object, to: act.to, markings: markings.map(formatMarking), ...said };
  return { proposal: null, release: await store.markings.releases.add(release) };
}
