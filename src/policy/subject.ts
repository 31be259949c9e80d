import type { Action, Role } from './action.ts';
import type { Tlp } from './tlp.ts';

/** What content may be used for; travels with it. */
export const PURPOSES = ['intelligence', 'lead', 'evidence', 'border', 'compliance', 'public'] as const;

/** One purpose. */
export type Purpose = (typeof PURPOSES)[number];

/** What a subject is cleared for. Each field only ever adds; an empty clearance sees TLP:CLEAR. */
export interface Clearance {
  /** The strictest level that may be seen, given that the rest of a marking is met. */
  readonly tlp: Tlp;
  /** The organisation that the subject belongs to, by id; `null` for none. */
  readonly organisation: string | null;
  /** Organisations whose client the subject is: enough for AMBER, not for AMBER+STRICT. */
  readonly clientOf: readonly string[];
  /** The state (ISO 3166-1 alpha-2) for which the subject acts; `null` for none. */
  readonly state: string | null;
  /** Handling caveats that the subject has undertaken to keep. */
  readonly caveats: readonly string[];
  /** Purposes for which the subject may ask. */
  readonly purposes: readonly Purpose[];
}

/**
 * Who asks. `local` is the person at the machine of a store that has no accounts, to whom all of it belongs;
 * `nobody` is a caller that has shown no key.
 */
export interface Subject {
  readonly kind: 'local' | 'person' | 'key' | 'nobody';
  /** Stable id: the account's, also for its keys; `local`, `nobody`. */
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  /** The API key's id where one was used. */
  readonly key: string | null;
  readonly roles: readonly Role[];
  /** Actions that a key is narrowed to; `null` for all that its roles allow. */
  readonly scopes: readonly Action[] | null;
  readonly clearance: Clearance;
}

/** The clearance of somebody of whom nothing is known: TLP:CLEAR, for any open purpose. */
export const NO_CLEARANCE: Clearance = Object.freeze({
  tlp: 'CLEAR',
  organisation: null,
  clientOf: [],
  state: null,
  caveats: [],
  purposes: [],
});

/** A caller without a key. */
export const NOBODY: Subject = Object.freeze({
  kind: 'nobody',
  id: 'nobody',
  name: 'nobody',
  key: null,
  roles: [],
  scopes: [],
  clearance: NO_CLEARANCE,
});

/** The person at the machine of a store without accounts. */
export const LOCAL: Subject = Object.freeze({
  kind: 'local',
  id: 'local',
  name: 'the person at this machine',
  key: null,
  roles: [],
  scopes: null,
  clearance: NO_CLEARANCE,
});
