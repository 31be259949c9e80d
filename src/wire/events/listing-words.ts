import type { EventType } from '../reading.ts';

/** What a verb of listing tells, and what must stand beside it. */
export interface ListVerb {
  readonly type: EventType;
  readonly subtype: string | null;
  /** What must be said beside the target: a list or a programme, "terrorist", or nothing. */
  readonly needs: 'list' | 'terrorist' | null;
}

const row = (type: EventType, subtype: string | null, needs: ListVerb['needs'], lemmas: string) =>
  lemmas.split(' ').map((lemma): [string, ListVerb] => [lemma, { type, subtype, needs }]);

/** Verbs of listing and delisting, by base form (SPEC.md, L1 and L2). */
export const LIST_VERBS: ReadonlyMap<string, ListVerb> = new Map([
  ...row('designation', null, null, 'designate blacklist sanction'),
  ...row('designation', 'redesignated', null, 'redesignate'),
  ...row('designation', 'relisted', null, 'relist'),
  ...row('designation', null, 'list', 'list add place include put'),
  ...row('designation', null, 'terrorist', 'declare label name brand classify'),
  ...row('ban', null, null, 'ban proscribe outlaw'),
  ...row('delisting', null, null, 'delist unban de-list'),
  ...row('delisting', null, 'list', 'remove drop strike'),
]);

/** Verbs that undo a listing when their object is one: "revoked the designation". */
export const UNDOING: ReadonlySet<string> = new Set(
  'revoke rescind lift withdraw cancel end terminate reverse remove'.split(' '),
);
/** Verbs that change a listing: "amended the designation". */
export const AMENDING: ReadonlySet<string> = new Set('amend update modify extend expand renew'.split(' '));
/** Verbs that make a listing their object: "imposed sanctions on". */
export const IMPOSING: ReadonlySet<string> = new Set(['impose', 'slap']);

/** A noun for a listing. */
export const LISTING_NOUN =
  /^(?:designations?|redesignations?|listings?|bans?|proscriptions?|sanctions|status)$/;
/** A noun for a list. */
export const LIST_NOUN = /^(?:lists?|blacklist|schedule|register|watchlist|sanctions)$/;
/** The noun for another name. */
export const ALIAS_NOUN = /^alias(?:es)?$/;
/** Participles that say of a group that it is listed: alone ("the banned TTP") or in a compound ("UN-listed"). */
export const LISTED: ReadonlySet<string> = new Set(
  'banned outlawed proscribed designated blacklisted listed sanctioned'.split(' '),
);
