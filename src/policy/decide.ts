import { type Action, CONTENT_ACTIONS, DISSEMINATING, isAction, ROLE_ACTIONS, type Role } from './action.ts';
import type { Decision, Obligation, Reason } from './decision.ts';
import { formatMarking, type Marking, type UnknownMarking } from './marking.ts';
import { strictest } from './strictest.ts';
import type { Clearance, Purpose, Subject } from './subject.ts';
import { TLP, tlpRank } from './tlp.ts';

/**
 * What is asked about: every marking that bears on it, its own and those of its parts and of what it was made
 * from. All of them must be met. `[]` is an object that nobody marked, which nobody may have.
 */
export interface Resource {
  readonly markings: readonly (Marking | UnknownMarking)[];
}

/** A second person's word on one act. */
export interface Approval {
  readonly by: string;
  readonly organisation: string | null;
}

/** What else a decision rests on. */
export interface Context {
  /** What the subject says it asks for; `null` where it said nothing. */
  readonly purpose: Purpose | null;
  /** Words of other persons on this act. */
  readonly approvals: readonly Approval[];
  /** Who is to receive what is released; `null` where nobody outside is. */
  readonly recipient: { readonly id: string; readonly clearance: Clearance } | null;
}

/** A context that says nothing. */
export const NO_CONTEXT: Context = Object.freeze({ purpose: null, approvals: [], recipient: null });

/**
 * May this subject do this to this? Pure and total: it answers for any input and permits only what a rule
 * permits. With no resource it says whether the action as such is the subject's to ask; a caller asks that first,
 * then once for each object. The rules are in SPEC.md and their table there is the test.
 */
export function decide(
  subject: Subject,
  action: Action,
  resource: Resource | null,
  context: Context = NO_CONTEXT,
): Decision {
  if (!isAction(action)) return deny(['unknown-action'], false);
  if (subject.kind !== 'local' && !subject.roles.some((role) => allows(role, action)))
    return deny(['role'], false);
  if (subject.scopes !== null && !subject.scopes.includes(action)) return deny(['scope'], false);
  if (resource === null || !CONTENT_ACTIONS.includes(action)) return permit([]);
  const { markings } = resource;
  if (subject.kind === 'local') return permit(obligationsOf(action, markings));
  const against =
    markings.length === 0
      ? ['unmarked' as const]
      : [
          ...new Set(
            markings.flatMap((marking) => unmet(marking, subject.id, subject.clearance, context.purpose)),
          ),
        ];
  if (against.length > 0) return deny(against, true);
  const withheld = formalities(subject, action, markings.filter(isKnown), context);
  return withheld.length > 0 ? deny(withheld, false) : permit(obligationsOf(action, markings));
}

/** From this level on, who was given something asks its source before giving it to others (TLP 2.0, section 4). */
const AMBER = tlpRank('AMBER');

/** Why a person of this clearance does not meet a marking; empty when all of it is met. */
function unmet(
  marking: Marking | UnknownMarking,
  id: string,
  clearance: Clearance,
  purpose: Purpose | null,
): readonly Reason[] {
  if (!isKnown(marking)) return ['unknown-marking'];
  const { organisation, clientOf, state, caveats, purposes } = clearance;
  const { tlp, owner } = marking;
  const reasons: Reason[] = [];
  const owns = owner !== null && organisation === owner;
  const given = owns || (organisation !== null && marking.organisations.includes(organisation));
  const client = clientOf.some((other) => other === owner || marking.organisations.includes(other));
  if (tlpRank(tlp) > clearedTo(clearance)) reasons.push('level');
  if (tlp === 'RED' && !marking.persons.includes(id)) reasons.push('named-persons');
  if (tlp === 'AMBER' && !given && !client) reasons.push('organisation');
  if (tlp === 'AMBER+STRICT' && !given) reasons.push('organisation');
  if (marking.releasableTo !== null && !owns && (state === null || !marking.releasableTo.includes(state)))
    reasons.push('releasability');
  if (marking.originatorControl && !given) reasons.push('originator');
  if (marking.caveats.some((caveat) => !caveats.includes(caveat))) reasons.push('caveat');
  if (
    marking.purposes !== null &&
    (purpose === null || !marking.purposes.includes(purpose) || !purposes.includes(purpose))
  )
    reasons.push('purpose');
  return reasons;
}

/** What is still wanting for an act on something that the subject may see. */
function formalities(
  subject: Subject,
  action: Action,
  markings: readonly Marking[],
  { approvals, recipient, purpose }: Context,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const restricted = markings.some(({ tlp }) => tlp !== 'CLEAR');
  const others = approvals.filter(({ by }) => by !== subject.id);
  if (action === 'release') {
    const { id, clearance } = recipient ?? { id: '', clearance: null };
    if (
      clearance === null
        ? restricted
        : markings.some((marking) => unmet(marking, id, clearance, purpose).length > 0)
    )
      reasons.push('recipient');
  }
  if ((action === 'release' || action === 'mark') && restricted && others.length === 0)
    reasons.push('second-person');
  if (DISSEMINATING.includes(action) || action === 'mark') {
    const wanting = markings.some(
      ({ originatorControl, owner, tlp }) =>
        (originatorControl || (action === 'release' && owner !== null && tlpRank(tlp) >= AMBER)) &&
        subject.clearance.organisation !== owner &&
        !others.some(({ organisation }) => organisation !== null && organisation === owner),
    );
    if (wanting) reasons.push('originator-word');
  }
  return reasons;
}

function obligationsOf(
  action: Action,
  markings: readonly (Marking | UnknownMarking)[],
): readonly Obligation[] {
  const known = markings.filter(isKnown);
  const unread = markings.filter((marking) => !isKnown(marking));
  const most = strictest(known);
  const banner = unread.length > 0 ? formatMarking(unread[0] as UnknownMarking) : formatMarking(most);
  const plain = most.tlp === 'CLEAR' && unread.length === 0 && banner === 'TLP:CLEAR';
  return [
    ...(plain ? [] : [{ kind: 'banner' as const, text: banner }]),
    ...most.caveats.map((text) => ({ kind: 'caveat' as const, text })),
    ...(most.originatorControl ? [{ kind: 'no-onward' as const, text: 'ORCON' }] : []),
    ...(most.purposes === null ? [] : [{ kind: 'purpose' as const, text: most.purposes.join(', ') }]),
    ...(DISSEMINATING.includes(action) && !plain ? [{ kind: 'record-release' as const, text: action }] : []),
  ];
}

/** A clearance whose level is none clears for what is clear to all. */
function clearedTo({ tlp }: Clearance): number {
  const rank = tlpRank(tlp);
  return rank < TLP.length ? rank : 0;
}

function allows(role: Role, action: Action): boolean {
  return Object.hasOwn(ROLE_ACTIONS, role) && ROLE_ACTIONS[role].includes(action);
}

function isKnown(marking: Marking | UnknownMarking): marking is Marking {
  return !('unknown' in marking);
}

function permit(obligations: readonly Obligation[]): Decision {
  return { verdict: 'permit', reasons: [], obligations, hidden: false };
}

function deny(reasons: readonly Reason[], hidden: boolean): Decision {
  return { verdict: 'deny', reasons, obligations: [], hidden };
}
